import {
  AppError,
  type ChainAnchor,
  type ErrorCode,
  type ProofVerification,
} from '@hatchr/contracts';
import type { ConcordiumNode } from '../chain/concordium-node.js';
import { isInTree } from '../merkle/merkle-tree.js';
import { decodeAnchor } from './anchor-data.js';

type Check = ProofVerification['checks'][number];

export interface AnchorVerification {
  checks: Check[];
  /** Why the chain could not be asked; null when it was, or when there is nothing to ask for yet. */
  notAsked: ErrorCode | null;
}

/**
 * Checks what a proof says of the chain: the path from the digest to the root, and at the node that a final
 * transaction of that sender registered that root. Never throws.
 */
export async function verifyAnchor(
  anchor: ChainAnchor,
  digest: string,
  node: ConcordiumNode | null,
): Promise<AnchorVerification> {
  const { merkle, transactionHash } = anchor;
  if (!merkle || !transactionHash || anchor.status !== 'finalized')
    return { checks: [], notAsked: null };
  const checks = [
    check(
      'merkle_path',
      isInTree(digest, merkle),
      `The path leads from this digest to the root that was anchored: ${merkle.root}.`,
      'The path does not lead from this digest to the root that was anchored.',
    ),
  ];
  if (!node || node.chain.genesisHash !== anchor.genesisHash)
    return { checks, notAsked: 'proof.node_unavailable' };
  try {
    await node.finalTime();
    const found = await node.transaction(transactionHash);
    if (found.state === 'unreadable') return { checks, notAsked: 'proof.node_newer' };
    return {
      checks: [...checks, ...(await chainChecks(anchor, merkle.root, found))],
      notAsked: null,
    };
  } catch (error) {
    return { checks, notAsked: AppError.from(error).code };
  }
}

async function chainChecks(
  anchor: ChainAnchor,
  root: string,
  found: Awaited<ReturnType<ConcordiumNode['transaction']>>,
): Promise<Check[]> {
  const isFinal = found.state === 'finalized';
  const registered = isFinal && found.data ? await decodeAnchor(found.data) : null;
  const isThere = isFinal && found.blockHash === anchor.blockHash;
  const time = isFinal ? found.blockTime.toISOString() : '';
  const isPaid = isFinal && String(found.costMicroCcd) === anchor.paidMicroCcd;
  return [
    check(
      'chain_transaction',
      isThere && time === anchor.blockTime && isPaid,
      `The node has the transaction in a final block of ${time}.`,
      'The node does not have this transaction in that block, at that time and cost.',
    ),
    check(
      'chain_data',
      registered === root,
      'The transaction registered exactly this root.',
      'The transaction did not register this root.',
    ),
    check(
      'chain_sender',
      isFinal && found.sender === anchor.sender,
      `It was signed by the account that the proof names: ${anchor.sender}.`,
      'It was signed by another account than the proof names.',
    ),
  ];
}

const check = (name: string, passed: boolean, right: string, wrong: string): Check => ({
  name,
  passed,
  detail: passed ? right : wrong,
});
