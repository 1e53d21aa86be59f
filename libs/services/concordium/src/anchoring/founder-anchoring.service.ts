import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppError, type ChainNetwork, type ErrorCode, type MerklePath } from '@hatchr/contracts';
import type { AnchoringConfig } from '../chain/chain.config.js';
import {
  ConcordiumNode,
  type ChainAccount,
  type FinalizedTransaction,
} from '../chain/concordium-node.js';
import { concordiumConfig, type ConcordiumConfig } from '../concordium.config.js';
import { MerkleTree } from '../merkle/merkle-tree.js';
import { decodeAnchor, encodeAnchor } from './anchor-data.js';
import { OperatorAccount, type SponsoredTransaction } from './operator-account.js';

/**
 * Nodes refuse a transaction that expires later than two hours ahead, so one that no final block has by then, and a
 * margin for nodes that lag, is in none.
 */
const LONGEST_LIFE_MS = (2 * 60 + 5) * 60_000;

/** A transaction that a wallet says it has sent. Nothing of it is believed. */
export interface ReportedTransaction {
  digest: string;
  /** The account that has to have signed. */
  sender: string;
  transactionHash: string;
  reportedAt: Date;
}

/** What the chain says of it. It counts when it is `finalized`, and never before. */
export type ReportedOutcome =
  | { status: 'sent' | 'committed'; problem: ErrorCode | null }
  | {
      status: 'finalized' | 'failed';
      problem: ErrorCode | null;
      found: FinalizedTransaction | null;
    };

/** Proofs that founders sign with their own account. Stateless: the backend remembers what was reported. */
@Injectable()
export class FounderAnchoringService implements OnApplicationShutdown {
  private readonly node: ConcordiumNode | null;
  private readonly sponsor: { account: OperatorAccount; config: AnchoringConfig } | null;

  /** @throws AppError `input.invalid` when the account is not an export of the browser wallet */
  constructor(@Inject(concordiumConfig) { chain, anchoring, sponsorsFounders }: ConcordiumConfig) {
    this.node = chain ? new ConcordiumNode(chain) : null;
    this.sponsor =
      chain && anchoring && sponsorsFounders
        ? { account: new OperatorAccount(anchoring.accountExport), config: anchoring }
        : null;
  }

  /** The chain that founders send to; null where none is configured. */
  get chain(): { network: ChainNetwork; genesisHash: string } | null {
    if (!this.node) return null;
    const { network, genesisHash } = this.node.chain;
    return { network, genesisHash };
  }

  /** The account of the operator that pays for founders; null where they pay themselves. */
  get sponsorAddress(): string | null {
    return this.sponsor?.account.address ?? null;
  }

  /** Ends the connection to the node, once nobody asks any more. */
  async onApplicationShutdown(): Promise<void> {
    await this.node?.close();
  }

  /** Where the digest hangs: a founder's transaction holds one, alone in its tree. */
  merkleOf(digest: string): MerklePath {
    return new MerkleTree([digest]).pathOf(0);
  }

  /** Hex of the bytes that the wallet is to register. */
  async dataFor(digest: string): Promise<string> {
    return Buffer.from(await encodeAnchor(this.merkleOf(digest).root)).toString('hex');
  }

  /**
   * A transaction of the founder that the operator pays for. It can be sent once, by whoever holds the founder's keys,
   * until it expires.
   *
   * @throws AppError `proof.not_sponsored`, `proof.insufficient_funds`, and `proof.*` when the node cannot be asked
   */
  async sponsored(digest: string, founder: string, now: Date): Promise<SponsoredTransaction> {
    if (!this.node || !this.sponsor) throw new AppError('proof.not_sponsored');
    const { account, config } = this.sponsor;
    await this.node.finalTime();
    const { info } = await this.node.account(founder);
    const sender = {
      address: info.accountAddress.address,
      nonce: await this.node.nextNonce(founder),
      signatureCount: signaturesNeeded(info),
    };
    const data = await encodeAnchor(this.merkleOf(digest).root);
    const transaction = await account.sponsor(data, sender, new Date(+now + config.expiryMs));
    const { balanceMicroCcd } = await this.node.account(account.address);
    if (balanceMicroCcd < (await this.node.priceOf(transaction.energy)))
      throw new AppError('proof.insufficient_funds');
    return transaction;
  }

  /** Asks the chain what became of a transaction. @throws AppError `proof.*` when the node cannot be asked */
  async outcomeOf(reported: ReportedTransaction): Promise<ReportedOutcome> {
    if (!this.node) throw new AppError('identity.unavailable');
    // Asked before the transaction is, so that "unknown" can only mean "not by then".
    const finalTime = await this.node.finalTime();
    const found = await this.node.transaction(reported.transactionHash);
    if (found.state === 'finalized') return judge(found, reported, this.merkleOf(reported.digest));
    if (found.state === 'unknown') {
      const isLost = +finalTime > +reported.reportedAt + LONGEST_LIFE_MS;
      return isLost
        ? { status: 'failed', problem: 'proof.founder_lost', found: null }
        : { status: 'sent', problem: null };
    }
    const isUnreadable = found.state === 'unreadable';
    return {
      status: found.state === 'committed' ? 'committed' : 'sent',
      problem: isUnreadable ? 'proof.node_newer' : null,
    };
  }
}

async function judge(
  found: FinalizedTransaction,
  { sender }: ReportedTransaction,
  { root }: MerklePath,
): Promise<ReportedOutcome> {
  if (found.sender !== sender)
    return { status: 'failed', problem: 'proof.founder_mismatch', found: null };
  // The chain refused it: it is theirs, and it was paid for.
  if (found.data === null) return { status: 'failed', problem: null, found };
  return (await decodeAnchor(found.data)) === root
    ? { status: 'finalized', problem: null, found }
    : { status: 'failed', problem: 'proof.founder_mismatch', found: null };
}

/** How many keys have to sign for an account: those of as many of its credentials as it asks for. */
function signaturesNeeded(info: ChainAccount['info']): number {
  const thresholds = Object.values(info.accountCredentials)
    .slice(0, info.accountThreshold)
    .map(({ value }) => value.contents.credentialPublicKeys.threshold);
  return thresholds.reduce((sum, threshold) => sum + threshold, 0);
}
