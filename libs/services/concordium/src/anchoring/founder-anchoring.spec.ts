import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestAccount } from '../../../../../tools/concordium/test-account.mjs';
import { LocalChain, startLocalNode } from '../../../../../tools/concordium/local-node.mjs';
import type { LocalNode } from '../../../../../tools/concordium/local-node.mjs';
import { TestWallet } from '../../../../../tools/concordium/test-wallet.mjs';
import { generateLogKey } from '../log/log-key.js';
import { digestOf } from '../testing/log-fixture.js';
import { FounderAnchoringService } from './founder-anchoring.service.js';

const digest = digestOf('kit');
const operator = createTestAccount();
let node: LocalNode;
let founder: ReturnType<typeof createTestAccount>;
let wallet: TestWallet;
let service: FounderAnchoringService;
let purse: { balance: bigint };
let operatorPurse: { balance: bigint };

beforeAll(async () => {
  node = await startLocalNode({ chain: new LocalChain(), blockMs: null });
  operatorPurse = node.chain.addAccount(operator.onChain);
  service = serviceOf(true);
});
afterAll(async () => {
  await service.onApplicationShutdown();
  node.stop();
});
beforeEach(() => {
  founder = createTestAccount();
  purse = node.chain.addAccount(founder.onChain);
  wallet = new TestWallet(node.url, founder);
});

const serviceOf = (sponsorsFounders: boolean): FounderAnchoringService =>
  new FounderAnchoringService({
    logPrivateKeyPem: generateLogKey(),
    chain: {
      nodeUrl: node.url,
      network: 'private',
      genesisHash: node.chain.genesisHash,
      callTimeoutMs: 2_000,
    },
    anchoring: {
      accountExport: JSON.stringify(operator.exported),
      batchSize: 1,
      expiryMs: 60_000,
      expiryMarginMs: 10_000,
    },
    sponsorsFounders,
  });
const outcomeOf = (transactionHash: string, sender = founder.address) =>
  service.outcomeOf({ digest, sender, transactionHash, reportedAt: new Date() });
const finalize = (): void => {
  node.chain.produceBlock();
  node.chain.produceBlock();
};

describe('a proof that a founder signs', () => {
  it('counts once a final block has it, and not before', async () => {
    const hash = await wallet.registerData(await service.dataFor(digest));
    expect(await outcomeOf(hash)).toEqual({ status: 'sent', problem: null });
    node.chain.produceBlock();
    expect(await outcomeOf(hash)).toEqual({ status: 'committed', problem: null });
    node.chain.produceBlock();
    expect(await outcomeOf(hash)).toMatchObject({
      status: 'finalized',
      found: { sender: founder.address },
    });
  });

  it('does not count for another account or for other data', async () => {
    const other = await wallet.registerData(await service.dataFor(digestOf('another kit')));
    const right = await wallet.registerData(await service.dataFor(digest));
    finalize();
    const mismatch = { status: 'failed', problem: 'proof.founder_mismatch', found: null };
    expect(await outcomeOf(other)).toEqual(mismatch);
    expect(await outcomeOf(right, operator.address)).toEqual(mismatch);
  });

  it('does not count when the chain refused it, though it was paid for', async () => {
    const hash = await wallet.registerData(await service.dataFor(digest));
    node.chain.failsExecution = true;
    finalize();
    node.chain.failsExecution = false;
    expect(await outcomeOf(hash)).toMatchObject({ status: 'failed', problem: null });
  });

  it('is lost only when no block can take it any more', async () => {
    const ask = (reportedAt: Date) =>
      service.outcomeOf({
        ...{ digest, sender: founder.address, reportedAt },
        transactionHash: digestOf('never sent'),
      });
    const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);
    finalize();
    expect(await ask(hoursAgo(1.9))).toEqual({ status: 'sent', problem: null });
    expect(await ask(hoursAgo(2.2))).toMatchObject({ problem: 'proof.founder_lost' });
  });
});

describe('a proof that a founder signs and the operator pays for', () => {
  const sponsored = () => service.sponsored(digest, founder.address, new Date());

  it('costs the founder nothing and bears the founder’s name', async () => {
    const [mine, theirs] = [purse.balance, operatorPurse.balance];
    const hash = await wallet.sendSponsored((await sponsored()).transaction);
    finalize();
    const outcome = await outcomeOf(hash);
    expect(outcome).toMatchObject({ status: 'finalized', found: { sender: founder.address } });
    expect(purse.balance).toBe(mine);
    const cost = theirs - operatorPurse.balance;
    expect(cost).toBeGreaterThan(0n);
    expect(outcome).toMatchObject({ found: { costMicroCcd: cost } });
  });

  it('is refused by the node with the signature of someone else, or with something changed', async () => {
    const { transaction } = await sponsored();
    const send = (text: string, by = wallet) => by.sendSponsored(text);
    await expect(send(transaction, wallet.withKeysOf(createTestAccount()))).rejects.toThrow(
      /Verification failed/,
    );
    const other = (await service.dataFor(digestOf('another kit'))).slice(-80);
    const mine = (await service.dataFor(digest)).slice(-80);
    await expect(send(transaction.replace(mine, other))).rejects.toThrow(/Verification failed/);
    await expect(send(transaction)).resolves.toMatch(/^[0-9a-f]{64}$/);
    // And it can be sent once.
    await expect(send(transaction)).rejects.toThrow(/Duplicate/);
  });

  it('asks for as many signatures as the account needs', async () => {
    const shared = createTestAccount({ keys: 3, threshold: 2 });
    node.chain.addAccount(shared.onChain);
    const { transaction } = await service.sponsored(digest, shared.address, new Date());
    const one = new TestWallet(node.url, shared, [0]);
    await expect(one.sendSponsored(transaction)).rejects.toThrow(/energy|Verification failed/);
    const both = new TestWallet(node.url, shared, [0, 2]);
    await expect(both.sendSponsored(transaction)).resolves.toMatch(/^[0-9a-f]{64}$/);
  });

  it('is not given out where it is off, or the operator cannot pay, or the account does not exist', async () => {
    const off = serviceOf(false);
    expect(off.sponsorAddress).toBeNull();
    await expect(off.sponsored(digest, founder.address, new Date())).rejects.toMatchObject({
      code: 'proof.not_sponsored',
    });
    const { balance } = operatorPurse;
    operatorPurse.balance = 10n;
    await expect(sponsored()).rejects.toMatchObject({ code: 'proof.insufficient_funds' });
    operatorPurse.balance = balance;
    await expect(
      service.sponsored(digest, createTestAccount().address, new Date()),
    ).rejects.toMatchObject({ code: 'proof.account_unknown' });
  });
});
