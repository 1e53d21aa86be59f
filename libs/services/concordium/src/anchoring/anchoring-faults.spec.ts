import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startChainFixture, type ChainFixture } from '../testing/chain-fixture.js';
import { digestOf } from '../testing/log-fixture.js';
import type { RememberedAnchor } from '../testing/memory-ledger.js';

let fixture: ChainFixture;
beforeEach(async () => {
  fixture = await startChainFixture();
});
afterEach(() => {
  fixture.stopNode();
});

const anchors = (): RememberedAnchor[] => fixture.ledger.anchors;
const digest = digestOf('kit');

/** Whatever happened: in the end the digest is anchored, and nothing but its one transaction was paid for. */
async function expectAnchoredOnce(): Promise<void> {
  fixture.finalize();
  await fixture.turn();
  fixture.finalize();
  await fixture.turn();
  const finalized = anchors().filter(({ status }) => status === 'finalized');
  expect(finalized.map(({ leaves }) => leaves.map((leaf) => leaf.digest))).toEqual([[digest]]);
  expect(fixture.chain.paid.map(({ hash }) => hash)).toEqual(finalized.map(({ hash }) => hash));
  expect(fixture.ledger.waiting).toEqual([]);
}

describe('when the node is down', () => {
  it('before sending, nothing is signed and the proof waits', async () => {
    fixture.ledger.waiting.push(digest);
    fixture.stopNode();
    expect((await fixture.turn()).problem).toBe('proof.node_unavailable');
    expect(anchors()).toEqual([]);
    await fixture.startNode();
    await fixture.turn();
    await expectAnchoredOnce();
  });

  it.each(['lose-request', 'lose-answer'])(
    'during sending (%s), the same bytes are offered again',
    async (fault) => {
      fixture.ledger.waiting.push(digest);
      fixture.node().faults.onSend = () => fault;
      expect((await fixture.turn()).problem).toBe('proof.node_unavailable');
      expect(anchors()[0]).toMatchObject({ status: 'signed', problem: 'proof.node_unavailable' });
      fixture.node().faults.onSend = () => undefined;
      expect((await fixture.turn()).problem).toBeNull();
      expect(anchors()).toHaveLength(1);
      expect(anchors()[0]).toMatchObject({ status: 'sent', problem: null });
      await expectAnchoredOnce();
    },
  );

  it('after sending, it is asked when it is back', async () => {
    fixture.ledger.waiting.push(digest);
    await fixture.turn();
    fixture.stopNode();
    expect((await fixture.turn()).problem).toBe('proof.node_unavailable');
    await fixture.startNode();
    await expectAnchoredOnce();
  });
});

describe('when the process dies', () => {
  it('between storing and sending, the next one sends what was stored', async () => {
    fixture.ledger.waiting.push(digest);
    fixture.ledger.onStored = () => {
      throw new Error('killed');
    };
    await expect(fixture.turn()).rejects.toThrow('killed');
    fixture.ledger.onStored = () => undefined;
    expect(fixture.chain.pool.size).toBe(0);
    await fixture.turn(fixture.newService());
    expect(anchors()).toHaveLength(1);
    await expectAnchoredOnce();
  });

  it('between sending and finalizing, the next one only asks', async () => {
    fixture.ledger.waiting.push(digest);
    await fixture.turn();
    fixture.finalize();
    fixture.node().calls.length = 0;
    await fixture.turn(fixture.newService());
    expect(fixture.node().calls).not.toContain('sendBlockItem');
    await expectAnchoredOnce();
  });
});

describe('when the node refuses', () => {
  it('a transaction that it has already, it counts as sent', async () => {
    fixture.ledger.waiting.push(digest);
    fixture.node().faults.onSend = () => 'lose-answer';
    await fixture.turn();
    fixture.node().faults.onSend = () => undefined;
    await fixture.turn();
    await expectAnchoredOnce();
  });

  it('a nonce that another transaction took, the proof is signed anew once no block can take it', async () => {
    fixture.ledger.waiting.push(digest);
    fixture.node().faults.onSend = () => 'lose-request';
    await fixture.turn();
    // The operator sends something else from the same account meanwhile.
    const elsewhere = await startElsewhere();
    expect(elsewhere.onChain.nonce).toBe(1n);
    fixture.node().faults.onSend = () => undefined;
    expect((await fixture.turn()).problem).toBe('proof.transaction_refused');
    expect(anchors()).toHaveLength(1);
    fixture.finalize();
    // What comes after it does not wait for that.
    fixture.ledger.waiting.push(digestOf('next kit'));
    await fixture.turn();
    expect(statuses()).toEqual([
      ['signed', 1n],
      ['sent', 2n],
    ]);
    fixture.finalize();
    fixture.wait(71_000);
    await fixture.turn();
    expect(statuses()).toEqual([
      ['nonce_taken', 1n],
      ['finalized', 2n],
      ['sent', 3n],
    ]);
    fixture.finalize();
    await fixture.turn();
    expect(fixture.chain.paid.map(({ hash }) => hash)).toEqual([
      elsewhere.hash,
      ...[1, 2].map((index) => anchors()[index]?.hash),
    ]);
  });

  it('to show a transaction that another node behind the same address has made final, nothing is paid again', async () => {
    fixture.ledger.waiting.push(digest);
    await fixture.turn();
    fixture.finalize();
    // The account's number is that of the node which is ahead, the transaction is asked of the one which lags.
    fixture.node().faults.hidesTransactions = true;
    await fixture.turn();
    await fixture.turn();
    expect(statuses()).toEqual([['signed', 1n]]);
    fixture.node().faults.hidesTransactions = false;
    await expectAnchoredOnce();
  });

  it('a nonce that is too high, it offers the transaction until it fits', async () => {
    fixture.ledger.waiting.push(digest);
    fixture.node().faults.onSend = () => 'Nonce too large';
    expect((await fixture.turn()).problem).toBe('proof.transaction_refused');
    fixture.ledger.waiting.push(digestOf('next kit'));
    await fixture.turn();
    // Nothing is sent past the one that does not go through.
    expect(anchors()).toHaveLength(1);
    fixture.ledger.waiting.pop();
    fixture.node().faults.onSend = () => undefined;
    await fixture.turn();
    await expectAnchoredOnce();
  });

  it('an account without money before anything is signed, and goes on when there is some', async () => {
    fixture.onChain.balance = 10n;
    fixture.ledger.waiting.push(digest);
    expect((await fixture.turn()).problem).toBe('proof.insufficient_funds');
    expect(anchors()).toEqual([]);
    fixture.onChain.balance = 1_000_000_000n;
    await fixture.turn();
    await expectAnchoredOnce();
  });

  it('an account whose money went between the question and the transaction', async () => {
    fixture.ledger.waiting.push(digest);
    fixture.ledger.onStored = () => {
      fixture.onChain.balance = 10n;
    };
    expect((await fixture.turn()).problem).toBe('proof.insufficient_funds');
    expect(anchors()[0]?.problem).toBe('proof.insufficient_funds');
    fixture.onChain.balance = 1_000_000_000n;
    await fixture.turn();
    expect(anchors()).toHaveLength(1);
    await expectAnchoredOnce();
  });

  it('everything, because the network has stopped', async () => {
    fixture.ledger.waiting.push(digest);
    fixture.chain.isStopped = true;
    expect((await fixture.turn()).problem).toBe('proof.network_stopped');
    expect(anchors()[0]).toMatchObject({ status: 'signed', problem: 'proof.network_stopped' });
    fixture.chain.isStopped = false;
    await fixture.turn();
    await expectAnchoredOnce();
  });

  it('an account that the network does not know', async () => {
    fixture.ledger.waiting.push(digest);
    const stranger = await startChainFixture();
    const service = stranger.newService({
      nodeUrl: fixture.node().url,
      genesisHash: fixture.chain.genesisHash,
    });
    expect((await fixture.turn(service)).problem).toBe('proof.account_unknown');
    expect(anchors()).toEqual([]);
    stranger.stopNode();
  });
});

describe('when a transaction expires', () => {
  it('is not given up by our own clock, as a block may have it', async () => {
    fixture.ledger.waiting.push(digest);
    fixture.node().faults.onSend = () => 'lose-request';
    await fixture.turn();
    fixture.chain.clockOffset = 24 * 3_600_000;
    expect((await fixture.turn()).problem).toBe('proof.node_unavailable');
    expect(anchors().map(({ status }) => status)).toEqual(['signed']);
  });

  it('is given up by the clock of the chain, and signed anew with the same nonce', async () => {
    fixture.ledger.waiting.push(digest);
    fixture.node().faults.onSend = () => 'lose-request';
    await fixture.turn();
    fixture.node().faults.onSend = () => undefined;
    fixture.wait(71_000);
    await fixture.turn();
    expect(anchors().map(({ status, nonce }) => [status, nonce])).toEqual([
      ['expired', 1n],
      ['sent', 1n],
    ]);
    await expectAnchoredOnce();
  });

  it('waits out the margin, in which a node that lags may still show it', async () => {
    fixture.ledger.waiting.push(digest);
    fixture.node().faults.onSend = () => 'lose-request';
    await fixture.turn();
    fixture.wait(65_000);
    await fixture.turn();
    expect(anchors().map(({ status }) => status)).toEqual(['signed']);
  });
});

describe('when the chain is not what was expected', () => {
  it('refuses to send to a node of another network', async () => {
    fixture.ledger.waiting.push(digest);
    const service = fixture.newService({ genesisHash: digestOf('another chain') });
    await expect(service.assertNetwork()).rejects.toMatchObject({ code: 'proof.wrong_network' });
    expect((await fixture.turn(service)).problem).toBe('proof.wrong_network');
    expect(anchors()).toEqual([]);
    await expect(fixture.service.assertNetwork()).resolves.toBeUndefined();
  });

  it('recognises a transaction that the chain refused, and does not pay again by itself', async () => {
    fixture.ledger.waiting.push(digest);
    await fixture.turn();
    fixture.chain.failsExecution = true;
    fixture.finalize();
    await fixture.turn();
    expect(anchors()[0]).toMatchObject({ status: 'failed', transaction: { data: null } });
    await fixture.turn();
    expect(anchors()).toHaveLength(1);
  });

  it('keeps asking when the answer is newer than the SDK, and pays nothing twice', async () => {
    fixture.ledger.waiting.push(digest);
    await fixture.turn();
    fixture.node().faults.isNewerThanSdk = true;
    fixture.finalize();
    fixture.wait(3_600_000);
    await fixture.turn();
    expect(anchors()[0]).toMatchObject({ status: 'sent', problem: 'proof.node_newer' });
    expect(anchors()).toHaveLength(1);
    fixture.node().faults.isNewerThanSdk = false;
    await expectAnchoredOnce();
  });
});

const statuses = () => anchors().map(({ status, nonce }) => [status, nonce]);

/** A transaction of the same account that this ledger knows nothing of. */
async function startElsewhere(): Promise<{ hash: string; onChain: { nonce: bigint } }> {
  const { MemoryLedger } = await import('../testing/memory-ledger.js');
  const ledger = new MemoryLedger();
  ledger.waiting.push(digestOf('something else'));
  const { onSend } = fixture.node().faults;
  fixture.node().faults.onSend = () => undefined;
  await fixture.newService().runTurn(ledger);
  fixture.node().faults.onSend = onSend;
  return { hash: ledger.anchors[0]?.hash ?? '', onChain: fixture.onChain };
}
