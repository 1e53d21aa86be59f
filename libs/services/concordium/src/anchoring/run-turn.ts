import { AppError, type ErrorCode } from '@hatchr/contracts';
import type { ChainAccount, ConcordiumNode } from '../chain/concordium-node.js';
import { toChainError } from '../chain/node-error.js';
import { MerkleTree } from '../merkle/merkle-tree.js';
import { decodeAnchor, encodeAnchor } from './anchor-data.js';
import type { AnchorLedger, LiveAnchor } from './anchor-ledger.port.js';
import type { AnchoringConfig } from '../chain/chain.config.js';
import type { OperatorAccount } from './operator-account.js';

/** Blocks hold far more; this only bounds what one turn does before it looks again at what became of the others. */
const maxNewTransactions = 200;

export interface Turn {
  node: ConcordiumNode;
  account: OperatorAccount;
  ledger: AnchorLedger;
  config: AnchoringConfig;
  now: () => Date;
}

/** What a turn came to. */
export interface TurnReport {
  /** What kept it from going on; null when nothing did. */
  problem: ErrorCode | null;
  /** Transactions made, and transactions whose fate is not final. */
  made: number;
  live: number;
}

/**
 * One round for one account, under its lock: asks what became of every transaction that is not final, offers again
 * what the node has not got, and makes new ones for what waits.
 *
 * No digest is paid for twice: a transaction is given up only when the chain itself says that no block can take it any
 * more, and until then the very same bytes are offered again, which nodes count once.
 */
export async function runTurn(turn: Turn): Promise<TurnReport> {
  const report: TurnReport = { problem: null, made: 0, live: 0 };
  try {
    // Asked before the transactions are, so that "unknown" can only mean "not by then".
    const finalTime = await turn.node.finalTime();
    const account = await turn.node.account(turn.account.address);
    const live: LiveAnchor[] = [];
    for (const anchor of await turn.ledger.listLive()) {
      const problem = await settle(turn, anchor, { finalTime, account });
      if (problem === 'over') continue;
      live.push(anchor);
      report.problem ??= problem;
    }
    report.live = live.length;
    if (report.problem === null) await anchorWaiting(turn, account, live, report);
  } catch (error) {
    report.problem = problemOf(error);
  }
  return report;
}

const problemOf = (error: unknown): ErrorCode => {
  if (error instanceof AppError && error.code.startsWith('proof.')) return error.code;
  throw error;
};

/** Finds out what became of a transaction. `over` when nothing more can; else what keeps the node from having it. */
async function settle(
  turn: Turn,
  anchor: LiveAnchor,
  chain: { finalTime: Date; account: ChainAccount },
): Promise<ErrorCode | null | 'over'> {
  const { node, ledger, config } = turn;
  const found = await node.transaction(anchor.hash);
  if (found.state === 'finalized') {
    const isAnchor = found.data !== null && (await decodeAnchor(found.data)) !== null;
    await ledger.markFinal(anchor.id, isAnchor ? 'finalized' : 'failed', found);
    return 'over';
  }
  if (found.state !== 'unknown') {
    const isUnreadable = found.state === 'unreadable';
    await ledger.markProgress(
      anchor.id,
      found.state === 'committed' ? 'committed' : 'sent',
      isUnreadable ? 'proof.node_newer' : null,
    );
    return null;
  }
  const isExpired = +chain.finalTime > +anchor.expiresAt + config.expiryMarginMs;
  const isNonceTaken = chain.account.nonce > anchor.nonce;
  if (isExpired) {
    await ledger.release(anchor.id, isNonceTaken ? 'nonce_taken' : 'expired');
    return 'over';
  }
  if (!isNonceTaken) return offer(turn, anchor);
  // Another transaction has the number, or this one has it and a node that lags behind the one that knows the account
  // does not show it yet: several may answer at one address. Only its expiry tells, and nothing else waits for that.
  await ledger.markProgress(anchor.id, 'signed', 'proof.transaction_refused');
  return null;
}

/** Offers the stored bytes to the node. Null when it has them, else why not. */
async function offer({ node, ledger }: Turn, anchor: LiveAnchor): Promise<ErrorCode | null> {
  const fault = await node.send(anchor.blockItem);
  const problem = fault ? toChainError(fault).code : null;
  await ledger.markProgress(anchor.id, fault ? 'signed' : 'sent', problem);
  return problem;
}

async function anchorWaiting(
  turn: Turn,
  account: ChainAccount,
  live: LiveAnchor[],
  report: TurnReport,
): Promise<void> {
  const { ledger, config } = turn;
  let digests = await ledger.listWaiting(config.batchSize);
  if (digests.length === 0) return;
  const used = new Set(live.map(({ nonce }) => nonce));
  let nonce = await firstFreeNonce(turn, account, used);
  let balance = account.balanceMicroCcd;
  const price = priceOnce(turn.node);
  while (digests.length > 0 && report.made < maxNewTransactions && report.problem === null) {
    const anchor = await prepare(turn, digests, nonce, price);
    balance -= anchor.estimatedMicroCcd;
    // Signed all the same it would be refused until it expires, and nothing could be sent meanwhile.
    if (balance < 0n) throw new AppError('proof.insufficient_funds');
    report.problem = await offer(turn, await ledger.store(anchor));
    report.made += 1;
    report.live += 1;
    do nonce += 1n;
    while (used.has(nonce));
    digests = await ledger.listWaiting(config.batchSize);
  }
}

/**
 * Holes among our own come first: nothing after a hole can be included. Otherwise the node says, as it also knows of
 * transactions that the operator made elsewhere.
 */
async function firstFreeNonce(
  { node, account }: Turn,
  { nonce: firstUnused }: ChainAccount,
  used: Set<bigint>,
): Promise<bigint> {
  let free = firstUnused;
  while (used.has(free)) free += 1n;
  const isHole = [...used].some((nonce) => nonce > free);
  if (isHole) return free;
  const next = await node.nextNonce(account.address);
  return next > free ? next : free;
}

/** The rates of this turn: all of its transactions cost the same energy, so the node is asked once. */
function priceOnce(node: ConcordiumNode): (energy: bigint) => Promise<bigint> {
  const prices = new Map<bigint, Promise<bigint>>();
  return (energy) => {
    const price = prices.get(energy) ?? node.priceOf(energy);
    prices.set(energy, price);
    return price;
  };
}

async function prepare(
  turn: Turn,
  digests: string[],
  nonce: bigint,
  price: (energy: bigint) => Promise<bigint>,
) {
  const tree = new MerkleTree(digests);
  const expiresAt = new Date(+turn.now() + turn.config.expiryMs);
  const signed = await turn.account.sign(await encodeAnchor(tree.root), nonce, expiresAt);
  const leaves = digests.map((digest, index) => ({ digest, merkle: tree.pathOf(index) }));
  const estimatedMicroCcd = await price(signed.energy);
  return { ...signed, root: tree.root, estimatedMicroCcd, leaves };
}
