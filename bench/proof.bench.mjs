// Proofs on a chain: 200 at once from one account, and 10,000 in one transaction, against the local node.
import { AnchorLedger, AnchoringService, generateLogKey, MerkleTree } from '@hatchr/concordium';
import { createHash, randomUUID } from 'node:crypto';
import { LocalChain, startLocalNode } from '../tools/concordium/local-node.mjs';
import { createTestAccount } from '../tools/concordium/test-account.mjs';
import { timeOf } from './measure.mjs';

const digestOf = (text) => createHash('sha256').update(text).digest('hex');
const digests = (count) => Array.from({ length: count }, (_, index) => digestOf(`kit ${index}`));

/** @type {import('./measure.mjs').Bench} */
export async function bench({ isShort, say }) {
  const count = isShort ? 20 : 200;
  const revisions = isShort ? 1_000 : 10_000;
  say(`anchoring ${count} proofs, each in its own transaction`);
  const each = await anchor(digests(count), 1);
  say(`anchoring ${revisions} revisions in one transaction`);
  const batch = await anchor(digests(revisions), revisions);
  const treeMs = await timeOf(() => Promise.resolve(new MerkleTree(digests(revisions)).root));
  return [
    { name: `${count} proofs, one transaction each`, value: each.ms / 1000, unit: 's' },
    { name: 'one of them', value: each.ms / count, unit: 'ms' },
    {
      name: 'transactions of them that are final',
      value: each.finalized,
      unit: '',
      target: { atLeast: count },
    },
    {
      name: `${revisions} revisions, one transaction`,
      value: batch.ms / 1000,
      unit: 's',
      baseline: { name: 'hashing them alone', value: treeMs / 1000 },
    },
    {
      name: 'transactions for them',
      value: batch.finalized,
      unit: '',
      target: { atMost: 1 },
    },
    {
      name: 'one revision of them',
      value: batch.ms / revisions,
      unit: 'ms',
      baseline: { name: 'with its own transaction', value: each.ms / count },
      target: { ratioAtMost: 0.1 },
    },
  ];
}

/** Milliseconds until every digest is in a final block. */
async function anchor(waiting, batchSize) {
  const chain = new LocalChain();
  const account = createTestAccount();
  chain.addAccount(account.onChain);
  const node = await startLocalNode({ chain, blockMs: null });
  const service = new AnchoringService({
    logPrivateKeyPem: generateLogKey(),
    chain: {
      nodeUrl: node.url,
      network: 'private',
      genesisHash: chain.genesisHash,
      callTimeoutMs: 10_000,
    },
    anchoring: {
      accountExport: JSON.stringify(account.exported),
      batchSize,
      expiryMs: 600_000,
      expiryMarginMs: 0,
    },
  });
  // The SDK loads with the first call; that is a matter of the start and not of a proof.
  await service.assertNetwork();
  const ledger = new RememberingLedger(waiting);
  const ms = await timeOf(async () => {
    for (;;) {
      const { live, problem } = await service.runTurn(ledger);
      if (problem) throw new Error(problem);
      if (live === 0 && ledger.waiting.length === 0) return;
      chain.produceBlock();
      chain.produceBlock();
    }
  });
  node.stop();
  return { ms, finalized: ledger.anchors.filter(({ status }) => status === 'finalized').length };
}

/** The ledger without a database: what is measured is signing, sending and following. */
class RememberingLedger extends AnchorLedger {
  anchors = [];

  constructor(waiting) {
    super();
    this.waiting = waiting;
  }

  listLive() {
    return Promise.resolve(
      this.anchors.filter(({ status }) => ['signed', 'sent', 'committed'].includes(status)),
    );
  }

  listWaiting(limit) {
    return Promise.resolve(this.waiting.slice(0, limit));
  }

  store(anchor) {
    const stored = { ...anchor, id: randomUUID(), status: 'signed' };
    this.anchors.push(stored);
    this.waiting = this.waiting.slice(anchor.leaves.length);
    return Promise.resolve(stored);
  }

  markProgress(id, status) {
    return this.#change(id, status);
  }

  markFinal(id, status) {
    return this.#change(id, status);
  }

  release(id) {
    return Promise.reject(new Error(`${id} was released`));
  }

  #change(id, status) {
    const anchor = this.anchors.find((one) => one.id === id);
    anchor.status = status;
    return Promise.resolve();
  }
}
