import type { ErrorCode, MerklePath } from '@hatchr/contracts';
import type { FinalizedTransaction } from '../chain/concordium-node.js';
import type { SignedTransaction } from './operator-account.js';

/** A transaction that was stored and whose fate is not final. */
export interface LiveAnchor extends SignedTransaction {
  id: string;
}

/** A transaction about to be stored, and the digests that it anchors. */
export interface NewAnchor extends SignedTransaction {
  root: string;
  estimatedMicroCcd: bigint | null;
  leaves: { digest: string; merkle: MerklePath }[];
}

/**
 * What is remembered of the transactions of one account on one chain, for whoever holds its lock. Every method has
 * committed when it returns: a transaction is stored before anyone hears of it.
 */
export abstract class AnchorLedger {
  /** Those that may still be paid for, in the order of their nonces. */
  abstract listLive(): Promise<LiveAnchor[]>;
  /** Digests without a transaction, oldest first. */
  abstract listWaiting(limit: number): Promise<string[]>;
  abstract store(anchor: NewAnchor): Promise<LiveAnchor>;
  /** How far it is; `problem` says what keeps it there. */
  abstract markProgress(
    id: string,
    status: 'signed' | 'sent' | 'committed',
    problem: ErrorCode | null,
  ): Promise<void>;
  /** It is in a final block, where the chain took it (`finalized`) or refused it (`failed`). */
  abstract markFinal(
    id: string,
    status: 'finalized' | 'failed',
    transaction: FinalizedTransaction,
  ): Promise<void>;
  /** No block can take it any more: its digests wait again and its nonce is free. */
  abstract release(id: string, reason: 'expired' | 'nonce_taken'): Promise<void>;
}
