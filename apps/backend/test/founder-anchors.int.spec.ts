import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FounderAnchorRequest, IdentityRequest, Project, Proof } from '@hatchr/contracts';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { createTestAccount, signMessage } from '../../../tools/concordium/test-account.mjs';
import { TestWallet } from '../../../tools/concordium/test-wallet.mjs';
import { startLocalConcordium, type LocalConcordium } from './local-concordium.js';
import { startTestApp, Visitor, type TestApp } from './test-app.js';

interface Answer<T> {
  result?: { data: T };
  error?: { data: { appError: { code: string } } };
}

/** The real backend and Postgres; the founder's wallet and the node are ours. */
describe('proofs that founders sign', () => {
  let folder: string;
  let concordium: LocalConcordium;
  let backend: TestApp;
  let owner: Visitor;
  let projectId: string;
  const founder = createTestAccount();
  let wallet: TestWallet;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'hatchr-founder-'));
    concordium = await startLocalConcordium(folder, { blockMs: null });
    concordium.node.chain.addAccount(founder.onChain);
    wallet = new TestWallet(concordium.node.url, founder);
    backend = await startTestApp({ ...concordium.environment, CONCORDIUM_SPONSORED_PER_DAY: '2' });
    owner = new Visitor(backend.url);
    ({ projectId } = await owner.hatch('Seed swap for allotment gardeners'));
  }, 90_000);
  afterAll(async () => {
    await backend.stop();
    concordium.node.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await backend.app.get(DataSource).query('DELETE FROM founder_anchors');
  });

  const call = async <T>(who: Visitor, procedure: string, json: unknown): Promise<Answer<T>> =>
    (await who.json<Answer<T>>(`/trpc/${procedure}`, { json })).body;
  const prepare = (isSponsored = false, who = owner) =>
    call<FounderAnchorRequest>(who, 'proofs.prepareFounder', { projectId, isSponsored });
  const dataOf = async (): Promise<string> => (await prepare()).result?.data.data ?? '';
  const report = (transactionHash: string, who = owner) =>
    call<Proof>(who, 'proofs.reportFounder', { projectId, transactionHash });
  const codeOf = ({ error }: Answer<unknown>): string | undefined => error?.data.appError.code;
  const getProject = async (): Promise<Project> => {
    const input = encodeURIComponent(JSON.stringify({ projectId }));
    return (await owner.json<{ result: { data: Project } }>(`/trpc/project?input=${input}`)).body
      .result.data;
  };
  const untilFounder = async (status: string): Promise<Proof> => {
    for (;;) {
      const { proof } = await getProject();
      if (proof.founder?.status === status) return proof;
      concordium.node.chain.produceBlock();
      await sleep(50);
    }
  };
  const link = async (who: Visitor): Promise<void> => {
    const { address } = founder;
    const asked = await call<IdentityRequest>(who, 'account.startVerification', {
      account: address,
    });
    const { nonce = '', message = '' } = asked.result?.data ?? {};
    const signature = signMessage(founder, message);
    await call(who, 'account.verify', { account: address, nonce, message, signature });
  };

  it('are for people who have shown an account, and for their own projects', async () => {
    expect(codeOf(await prepare())).toBe('proof.account_needed');
    await link(owner);
    expect((await prepare()).result?.data).toMatchObject({ account: founder.address });
    const stranger = new Visitor(backend.url);
    await link(stranger);
    expect(codeOf(await prepare(false, stranger))).toBe('project.not_found');
    expect(codeOf(await report('a'.repeat(64), stranger))).toBe('project.not_found');
  });

  it('count once the chain has them, and name the account and the block', async () => {
    const hash = await wallet.registerData(await dataOf());
    const reported = (await report(hash)).result?.data;
    expect(reported?.founder).toMatchObject({ status: 'sent', transactionHash: hash });
    expect(reported?.label).not.toContain('founder');
    // The same report again, as after a lost answer, changes nothing; another one is not taken meanwhile.
    expect((await report(hash)).result?.data.founder).toMatchObject({ transactionHash: hash });
    expect(codeOf(await report('b'.repeat(64)))).toBe('proof.founder_pending');
    expect(codeOf(await prepare())).toBe('proof.founder_pending');
    const proof = await untilFounder('finalized');
    expect(proof.label).toBe('Anchored on a private Concordium chain by the founder’s account');
    expect(proof.founder).toMatchObject({ sender: founder.address, problem: null });
    const { manifestDigest } = await getProject();
    const { body } = await owner.json<{ outcome: string; statement: string; checks: object[] }>(
      `/api/verify/${manifestDigest}`,
    );
    expect(body.outcome).toBe('verified');
    expect(body.statement).toContain(founder.address);
    expect(body.checks).toContainEqual(
      expect.objectContaining({ name: 'founder_chain_data', passed: true }),
    );
  }, 60_000);

  it('do not count for data that is not that of the kit; another one can be sent then', async () => {
    const wrong = (await dataOf()).replace(/[0-9a-f]{10}$/, '7273696f6e02'.slice(0, 10));
    await report(await wallet.registerData(wrong));
    const failed = await untilFounder('failed');
    expect(failed.founder?.problem).toContain('proves nothing about this kit');
    expect(failed.label).not.toContain('founder');
    const hash = await wallet.registerData(await dataOf());
    await report(hash);
    expect((await untilFounder('finalized')).founder?.transactionHash).toBe(hash);
  }, 60_000);

  it('are given up when no block can hold them any more', async () => {
    await report('c'.repeat(64));
    await backend.app
      .get(DataSource)
      .query(`UPDATE founder_anchors SET reported_at = now() - interval '3 hours'`);
    const lost = await untilFounder('failed');
    expect(lost.founder?.problem).toContain('Anchor it again');
  }, 60_000);

  it('can be paid by the operator, once for each kit and so many a day', async () => {
    const { data } = (await prepare(true)).result ?? {};
    const again = (await prepare(true)).result?.data;
    expect(again?.sponsored).toBe(data?.sponsored);
    await report(await wallet.sendSponsored(data?.sponsored ?? ''));
    const { founder: anchor } = await untilFounder('finalized');
    expect(anchor).toMatchObject({ sender: founder.address });
    expect(Number(anchor?.paidMicroCcd)).toBeGreaterThan(0);
    await backend.app
      .get(DataSource)
      .query(
        `DELETE FROM founder_anchors; UPDATE founder_sponsorships SET expires_at = now() - interval '1 hour'`,
      );
    expect((await prepare(true)).result?.data.sponsored).not.toBe(data?.sponsored);
    await backend.app
      .get(DataSource)
      .query(`UPDATE founder_sponsorships SET expires_at = expires_at - interval '2 hours'`);
    expect(codeOf(await prepare(true))).toBe('rate.limited');
  }, 60_000);
});
