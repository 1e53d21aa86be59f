import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '@hatchr/contracts';
import { AnchorLedger, type LiveAnchor, type NewAnchor } from '../anchoring/anchor-ledger.port.js';
import type { FinalizedTransaction } from '../chain/concordium-node.js';

export interface RememberedAnchor extends NewAnchor {
  id: string;
  status: string;
  problem: ErrorCode | null;
  transaction: FinalizedTransaction | null;
}

/** The ledger of one sender in memory, with the rules of the one in Postgres. */
export class MemoryLedger extends AnchorLedger {
  readonly waiting: string[] = [];
  readonly anchors: RememberedAnchor[] = [];
  /** Called once a transaction is stored: where a test pulls the plug. */
  onStored: () => void = () => undefined;

  listLive(): Promise<LiveAnchor[]> {
    const live = this.anchors.filter(({ status }) =>
      ['signed', 'sent', 'committed'].includes(status),
    );
    return Promise.resolve(live.sort((a, b) => Number(a.nonce - b.nonce)));
  }

  listWaiting(limit: number): Promise<string[]> {
    return Promise.resolve(this.waiting.slice(0, limit));
  }

  store(anchor: NewAnchor): Promise<LiveAnchor> {
    const stored = {
      ...anchor,
      id: randomUUID(),
      status: 'signed',
      problem: null,
      transaction: null,
    };
    this.anchors.push(stored);
    for (const { digest } of anchor.leaves) this.waiting.splice(this.waiting.indexOf(digest), 1);
    this.onStored();
    return Promise.resolve(stored);
  }

  markProgress(id: string, status: string, problem: ErrorCode | null): Promise<void> {
    return this.change(id, { status, problem });
  }

  markFinal(id: string, status: string, transaction: FinalizedTransaction): Promise<void> {
    return this.change(id, { status, transaction, problem: null });
  }

  release(id: string, status: string): Promise<void> {
    const anchor = this.anchors.find((one) => one.id === id);
    this.waiting.unshift(...(anchor?.leaves ?? []).map(({ digest }) => digest));
    return this.change(id, { status });
  }

  private change(id: string, change: Partial<RememberedAnchor>): Promise<void> {
    const anchor = this.anchors.find((one) => one.id === id);
    if (!anchor) throw new Error(`no anchor ${id}`);
    Object.assign(anchor, change);
    return Promise.resolve();
  }
}
