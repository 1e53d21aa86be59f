import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChainAnchor } from '@hatchr/contracts';
import { isInTree } from '../merkle/merkle-tree.js';
import { startChainFixture, type ChainFixture } from '../testing/chain-fixture.js';
import { digestOf } from '../testing/log-fixture.js';
import type { RememberedAnchor } from '../testing/memory-ledger.js';
import { decodeAnchor } from './anchor-data.js';

let fixture: ChainFixture;
beforeEach(async () => {
  fixture = await startChainFixture();
});
afterEach(() => {
  fixture.stopNode();
});

/** What a proof says of a finalized anchor. */
function proofOf(anchor: RememberedAnchor, index = 0): ChainAnchor {
  const { transaction, leaves } = anchor;
  return {
    status: 'finalized',
    network: 'private',
    genesisHash: fixture.chain.genesisHash,
    sender: fixture.account.address,
    transactionHash: anchor.hash,
    merkle: leaves[index]?.merkle ?? null,
    blockHash: transaction?.blockHash ?? null,
    blockTime: transaction?.blockTime.toISOString() ?? null,
    estimatedMicroCcd: String(anchor.estimatedMicroCcd),
    paidMicroCcd: String(transaction?.costMicroCcd),
    explorerUrl: null,
    problem: null,
  };
}

async function anchorOne(digest = digestOf('kit')): Promise<RememberedAnchor> {
  fixture.ledger.waiting.push(digest);
  await fixture.turn();
  fixture.finalize();
  await fixture.turn();
  const anchor = fixture.ledger.anchors.at(-1);
  if (!anchor) throw new Error('nothing was anchored');
  return anchor;
}

describe('anchoring on a chain', () => {
  it('registers the root, follows it into a final block and knows what it cost', async () => {
    const before = fixture.onChain.balance;
    const anchor = await anchorOne();
    expect(anchor).toMatchObject({ status: 'finalized', problem: null });
    const [paid] = fixture.chain.paid;
    expect(paid?.hash).toBe(anchor.hash);
    expect(paid?.registered.length).toBeLessThanOrEqual(256);
    expect(await decodeAnchor(paid?.registered.toString('hex') ?? '')).toBe(anchor.root);
    expect(anchor.transaction?.costMicroCcd).toBe(before - fixture.onChain.balance);
    // One signature, no contract: what was estimated is exactly what it costs.
    expect(anchor.estimatedMicroCcd).toBe(anchor.transaction?.costMicroCcd);
  });

  it('says in between how far it is', async () => {
    fixture.ledger.waiting.push(digestOf('kit'));
    await fixture.turn();
    expect(fixture.ledger.anchors[0]?.status).toBe('sent');
    fixture.chain.produceBlock();
    await fixture.turn();
    expect(fixture.ledger.anchors[0]?.status).toBe('committed');
  });

  it('does nothing and asks nothing about money when nothing waits', async () => {
    expect(await fixture.turn()).toEqual({ problem: null, made: 0, live: 0 });
    expect(fixture.node().calls).not.toContain('sendBlockItem');
  });

  it('signs with every key of an account that needs several', async () => {
    fixture.stopNode();
    fixture = await startChainFixture({}, { keys: 3, threshold: 2 });
    expect(await anchorOne()).toMatchObject({ status: 'finalized' });
  });

  it('anchors 200 proofs at once from one account, nonces without a gap', async () => {
    const digests = Array.from({ length: 200 }, (_, index) => digestOf(`kit ${index}`));
    fixture.ledger.waiting.push(...digests);
    expect(await fixture.turn()).toMatchObject({ made: 200, problem: null });
    fixture.finalize();
    await fixture.turn();
    expect(fixture.chain.paid.map(({ nonce }) => Number(nonce))).toEqual(
      digests.map((_, index) => index + 1),
    );
    const anchored = fixture.ledger.anchors.filter(({ status }) => status === 'finalized');
    expect(anchored.map(({ leaves }) => leaves[0]?.digest)).toEqual(digests);
  }, 60_000);

  it('anchors 10,000 revisions in one transaction, and every path verifies', async () => {
    fixture.stopNode();
    fixture = await startChainFixture({ batchSize: 10_000 });
    fixture.ledger.waiting.push(
      ...Array.from({ length: 9_999 }, (_, index) => digestOf(`kit ${index}`)),
    );
    const anchor = await anchorOne();
    expect(fixture.chain.paid).toHaveLength(1);
    expect(anchor.leaves).toHaveLength(10_000);
    expect(anchor.leaves.filter(({ digest, merkle }) => !isInTree(digest, merkle))).toEqual([]);
    expect(new Set(anchor.leaves.map(({ merkle }) => merkle.root))).toEqual(new Set([anchor.root]));
  }, 60_000);
});

describe('checking an anchor at the node', () => {
  it('confirms path, transaction, data and sender', async () => {
    const proof = proofOf(await anchorOne());
    const { checks, notAsked } = await fixture.service.verifyAnchor(proof, digestOf('kit'));
    expect(notAsked).toBeNull();
    expect(checks.map(({ name, passed }) => [name, passed])).toEqual([
      ['merkle_path', true],
      ['chain_transaction', true],
      ['chain_data', true],
      ['chain_sender', true],
    ]);
  });

  it.each<[string, string, (proof: ChainAnchor, other: ChainAnchor) => Partial<ChainAnchor>]>([
    [
      'another transaction',
      'chain_data',
      (_proof, other) => ({ transactionHash: other.transactionHash }),
    ],
    ['no transaction', 'chain_transaction', () => ({ transactionHash: digestOf('none') })],
    ['another block', 'chain_transaction', () => ({ blockHash: digestOf('none') })],
    ['an earlier time', 'chain_transaction', () => ({ blockTime: '2020-01-01T00:00:00.000Z' })],
    [
      'another sender',
      'chain_sender',
      () => ({ sender: '3e8w2a9KsfNjc5Le66Sh4P72924FFeS3A4icjXVFaKW3UW78Fs' }),
    ],
    ['the path of another', 'merkle_path', (_proof, other) => ({ merkle: other.merkle })],
  ])('names what is wrong with a proof that was given %s', async (_what, name, change) => {
    const proof = proofOf(await anchorOne());
    const other = proofOf(await anchorOne(digestOf('another kit')));
    const changed = { ...proof, ...change(proof, other) };
    const { checks } = await fixture.service.verifyAnchor(changed, digestOf('kit'));
    expect(checks.find((check) => check.name === name)?.passed).toBe(false);
  });

  it('says that it could not ask rather than that the proof is wrong', async () => {
    const proof = proofOf(await anchorOne());
    fixture.stopNode();
    const { checks, notAsked } = await fixture.service.verifyAnchor(proof, digestOf('kit'));
    expect(notAsked).toBe('proof.node_unavailable');
    expect(checks.map(({ name }) => name)).toEqual(['merkle_path']);
  });
});
