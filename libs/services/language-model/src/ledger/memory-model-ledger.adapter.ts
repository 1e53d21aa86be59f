import type { ModelCall } from '@hatchr/contracts';
import { randomUUID } from 'node:crypto';
import { spentScope } from '../budget/spent-scope.js';
import {
  RESERVATION_MS,
  type Amount,
  type BilledTo,
  type Budgets,
  type BudgetScope,
  type CallOwner,
  type ModelLedger,
  type Reservation,
} from './model-ledger.port.js';

interface Entry {
  owner: CallOwner;
  billedTo: BilledTo;
  at: number;
  counted: Amount;
  /** Null while the call runs. */
  call: ModelCall | null;
}

/** A ledger in the memory of one process: for tests, benches, and an instance that is only one process and keeps nothing. */
export class MemoryModelLedger implements ModelLedger {
  private readonly entries = new Map<string, Entry>();
  private readonly answers = new Map<string, string>();
  private readonly pauses = new Map<string, Date>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Every call that has ended, in the order of their beginning. */
  get calls(): ModelCall[] {
    return [...this.entries.values()].flatMap(({ call }) => call ?? []);
  }

  reserve(
    owner: CallOwner,
    worst: Amount,
    budgets: Budgets,
    billedTo: BilledTo,
  ): Promise<Reservation | { spent: BudgetScope }> {
    const spent = spentScope(this.countedFor(owner, billedTo), worst, budgets);
    if (spent) return Promise.resolve({ spent });
    const id = randomUUID();
    this.entries.set(id, { owner, billedTo, at: this.now(), counted: worst, call: null });
    return Promise.resolve({ id });
  }

  settle({ id }: Reservation, call: ModelCall, counted: Amount): Promise<void> {
    const entry = this.entries.get(id);
    if (entry) this.entries.set(id, { ...entry, call, counted });
    return Promise.resolve();
  }

  note(owner: CallOwner, call: ModelCall): Promise<void> {
    const counted = { tokens: 0, microUsd: 0 };
    this.entries.set(randomUUID(), { owner, billedTo: 'operator', at: this.now(), counted, call });
    return Promise.resolve();
  }

  findAnswer(contentHash: string): Promise<string | null> {
    return Promise.resolve(this.answers.get(contentHash) ?? null);
  }

  keepAnswer(contentHash: string, answer: string): Promise<void> {
    this.answers.set(contentHash, answer);
    return Promise.resolve();
  }

  pausedUntil(providerKey: string): Promise<Date | null> {
    const until = this.pauses.get(providerKey);
    return Promise.resolve(until && until.getTime() > this.now() ? until : null);
  }

  pause(providerKey: string, until: Date): Promise<void> {
    const longest = Math.max(until.getTime(), this.pauses.get(providerKey)?.getTime() ?? 0);
    this.pauses.set(providerKey, new Date(longest));
    return Promise.resolve();
  }

  private countedFor(owner: CallOwner, billedTo: BilledTo): Partial<Record<BudgetScope, Amount>> {
    const today = dayOf(this.now());
    const live = [...this.entries.values()].filter(
      ({ call, at }) => call !== null || at + RESERVATION_MS > this.now(),
    );
    const ofJob = live.filter((entry) => entry.owner.jobId === owner.jobId);
    const ofPurse = live.filter(
      (entry) => entry.billedTo === billedTo && dayOf(entry.at) === today,
    );
    return {
      call: { tokens: 0, microUsd: 0 },
      step: sum(ofJob.filter((entry) => entry.owner.step === owner.step)),
      job: sum(ofJob),
      user_day: sum(ofPurse.filter((entry) => entry.owner.userId === owner.userId)),
      ...(billedTo === 'operator' ? { instance_day: sum(ofPurse) } : {}),
    };
  }
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function sum(entries: Entry[]): Amount {
  return entries.reduce(
    (total, { counted }) => ({
      tokens: total.tokens + counted.tokens,
      microUsd: total.microUsd + counted.microUsd,
    }),
    { tokens: 0, microUsd: 0 },
  );
}
