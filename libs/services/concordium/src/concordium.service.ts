import { Inject, Injectable } from '@nestjs/common';
import {
  readProofDocument,
  type ChainAnchor,
  type LogEntry,
  type Proof,
  type ProofVerification,
  type SignedLogHead,
} from '@hatchr/contracts';
import { concordiumConfig, type ConcordiumConfig } from './concordium.config.js';
import { toProof } from './log/local-proof.js';
import { emptyLogHead, nextEntry } from './log/log-entry.js';
import { signHead } from './log/log-head.js';
import type { MerkleTree } from './merkle/merkle-tree.js';
import { readLogKey, readLogPublicKey, type LogKey } from './log/log-key.js';
import { verifyChain, type ChainVerification, type LogHead } from './log/verify-chain.js';
import { verifyProof } from './log/verify-proof.js';

/** Proofs of existence in the local transparency log. Stateless: the backend stores the entries and the key. */
@Injectable()
export class ConcordiumService {
  private readonly key: LogKey;
  private readonly hasChain: boolean;

  constructor(@Inject(concordiumConfig) config: ConcordiumConfig) {
    this.key = readLogKey(config.logPrivateKeyPem);
    this.hasChain = Boolean(config.chain);
  }

  /** The signed entry that follows `previous` (null: the log is empty); see `nextEntry` for the errors. */
  nextEntry(previous: LogEntry | null, digest: string, recordedAt: Date): LogEntry {
    return nextEntry(this.key, previous, digest, recordedAt);
  }

  /** The proof of an entry of this instance, to be kept beside the ZIP; with its anchors where it has any. */
  toProof(
    entry: LogEntry,
    anchors: { anchor?: ChainAnchor | null; founder?: ChainAnchor | null } = {},
  ): Proof {
    return toProof(entry, this.key.public, anchors);
  }

  /**
   * Checks a proof about `digest`, against the key of this instance or the SPKI PEM of another one. Takes whatever
   * was handed in for a proof: null gives `unknown`, something malformed gives `invalid`.
   *
   * @throws AppError `input.invalid` when `expectedKeyPem` is not an Ed25519 public key
   */
  verifyProof(
    proof: unknown,
    digest: string,
    expectedKeyPem: string = this.key.public.pem,
  ): ProofVerification {
    return verifyProof(proof, digest, readLogPublicKey(expectedKeyPem));
  }

  /**
   * Like `verifyProof`, for what someone brings: a document or the proof itself. What does not have the form of either
   * is `invalid`.
   */
  verifyPresented(presented: unknown, digest: string): ProofVerification {
    return this.verifyProof(readProofDocument(presented) ?? presented ?? {}, digest);
  }

  /** A signed statement of what the log is now: the tree over all entry hashes, and the last entry. */
  signHead(tree: MerkleTree, last: LogEntry | null, signedAt: Date): SignedLogHead {
    const state = {
      size: tree.size,
      rootHash: tree.root,
      lastEntryHash: last?.entryHash ?? emptyLogHead,
    };
    return signHead(this.key, state, signedAt);
  }

  /** Checks the whole log, oldest entry first; `known` is a head seen earlier, without which a cut end is invisible. */
  verifyChain(
    entries: AsyncIterable<LogEntry> | Iterable<LogEntry>,
    known?: LogHead,
  ): Promise<ChainVerification> {
    return verifyChain(entries, this.key.public, known);
  }

  /** SPKI PEM and hex id of the key that signs, to be published so that anyone can compare. */
  publicKey(): { pem: string; keyId: string } {
    const { pem, keyId } = this.key.public;
    return { pem, keyId };
  }

  /** What the “Concordium verified” control says in this configuration. */
  identityStatement(): string {
    if (this.hasChain)
      return (
        'Nobody is verified so far. Show with your Concordium wallet that an account is yours; it costs nothing. Jobs run ' +
        'all the same without it.'
      );
    return (
      'No Concordium network is configured on this instance, so nobody can be verified and jobs run unverified. ' +
      'Each finished kit is still recorded in the local log, which is not on a chain.'
    );
  }
}
