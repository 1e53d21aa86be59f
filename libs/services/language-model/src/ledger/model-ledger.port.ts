import type { ModelCall, StepKey } from '@hatchr/contracts';

/** Whose calls these are. */
export interface CallOwner {
  jobId: string;
  userId: string;
  step: StepKey;
}

/** Caps of tokens (input and output together) and money (millionths of a US dollar); null is no cap. */
export interface Cap {
  tokens: number | null;
  microUsd: number | null;
}

export const budgetScopes = ['call', 'step', 'job', 'user_day', 'instance_day'] as const;
export type BudgetScope = (typeof budgetScopes)[number];
export type Budgets = Record<BudgetScope, Cap>;

/** Tokens of input and output together, and millionths of a US dollar. */
export interface Amount {
  tokens: number;
  microUsd: number;
}

/** Whose account at the provider pays. */
export type BilledTo = 'operator' | 'user';

/** The most that a call can cost, held until it is known what it did cost. */
export interface Reservation {
  id: string;
}

/**
 * After this a reservation holds nothing any more: its process has died. It is longer than the longest call, so that none
 * that still runs is forgotten.
 */
export const RESERVATION_MS = 15 * 60_000;

/**
 * Remembers every call, what it cost and what it answered, for all processes of the instance. Reserving is atomic: fifty
 * jobs at once can never together pass a cap.
 */
export interface ModelLedger {
  /**
   * Holds the worst case of a call; the scope whose cap would be passed where it does not fit. A day is one of UTC. What
   * is billed to a user counts for the day of that user's own account, and not for the instance's.
   */
  reserve(
    owner: CallOwner,
    worst: Amount,
    budgets: Budgets,
    billedTo: BilledTo,
  ): Promise<Reservation | { spent: BudgetScope }>;
  /**
   * Puts what a call did cost in the place of what was held.
   * @param counted what counts against the caps from now on: more than the call shows where nobody knows what was billed
   */
  settle(reservation: Reservation, call: ModelCall, counted: Amount): Promise<void>;
  /** Notes a call that cost nothing (an answer from the cache). */
  note(owner: CallOwner, call: ModelCall): Promise<void>;
  /** The answer to the same request, by the hash of its content; null where there is none or it is too old. */
  findAnswer(contentHash: string): Promise<string | null>;
  keepAnswer(contentHash: string, answer: string): Promise<void>;
  /** Until when a provider's key has to be left alone, by the provider's own word; null when it need not. */
  pausedUntil(providerKey: string): Promise<Date | null>;
  pause(providerKey: string, until: Date): Promise<void>;
}
