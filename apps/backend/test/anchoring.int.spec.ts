import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Project, ProofVerification } from '@hatchr/contracts';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { AnchorsRepository } from '../src/proofs/anchors.repository.js';
import { ProofsService } from '../src/proofs/proofs.service.js';
import { startLocalConcordium, type LocalConcordium } from './local-concordium.js';
import { startTestApp, Visitor, type TestApp } from './test-app.js';

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The real backend, Postgres and client of the SDK; only the node is ours. */
describe('proofs on a chain', () => {
  let folder: string;
  let concordium: LocalConcordium;
  let backend: TestApp;
  let visitor: Visitor;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'hatchr-anchoring-'));
    // Blocks are held back until the test has seen what a person sees meanwhile.
    concordium = await startLocalConcordium(folder, { blockMs: null });
    backend = await startTestApp({ ...concordium.environment, CONCORDIUM_BATCH_SIZE: '1' });
    visitor = new Visitor(backend.url);
  }, 60_000);
  afterAll(async () => {
    await backend.stop();
    concordium.node.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const verify = async (digest: string): Promise<ProofVerification> =>
    (await visitor.json<ProofVerification>(`/api/verify/${digest}`)).body;
  const waitFor = async (digest: string, status: string): Promise<ProofVerification> => {
    for (;;) {
      const verification = await verify(digest);
      if (verification.proof?.anchor?.status === status) return verification;
      await sleep(50);
    }
  };
  const getProject = async (projectId: string): Promise<Project> => {
    const input = encodeURIComponent(JSON.stringify({ projectId }));
    const { body } = await visitor.json<{ result: { data: Project } }>(
      `/trpc/project?input=${input}`,
    );
    return body.result.data;
  };

  it('completes a project while its proof waits, and shows the final block when there is one', async () => {
    const { projectId } = await visitor.hatch('Seed swap for allotment gardeners');
    const project = await getProject(projectId);
    expect(project.proof.label).toBe('Local log, on its way to a private Concordium chain');
    const sent = await waitFor(project.manifestDigest, 'sent');
    expect(sent).toMatchObject({ outcome: 'verified' });
    expect(sent.statement).toContain('not on a chain');

    concordium.node.chain.produceBlock();
    await waitFor(project.manifestDigest, 'committed');
    concordium.node.chain.produceBlock();
    const final = await waitFor(project.manifestDigest, 'finalized');
    expect(final.outcome).toBe('verified');
    expect(final.checks.every(({ passed }) => passed)).toBe(true);
    expect(final.checks.map(({ name }) => name)).toContain('chain_data');
    const anchor = final.proof?.anchor;
    expect(final.statement).toContain(anchor?.blockTime ?? 'a time');
    expect(final.statement).not.toContain('not on a chain');
    expect(anchor).toMatchObject({
      sender: concordium.address,
      network: 'private',
      // Nobody but its operator can look into a private chain.
      explorerUrl: null,
      problem: null,
    });
    expect(anchor?.paidMicroCcd).toBe(anchor?.estimatedMicroCcd);

    // A final block does not change, and anyone may ask: the node is not asked again for each.
    concordium.node.calls.length = 0;
    expect((await verify(project.manifestDigest)).checks).toEqual(final.checks);
    expect(concordium.node.calls).not.toContain('getBlockItemStatus');

    const later = await getProject(projectId);
    expect(later.proof.label).toBe('Anchored on a private Concordium chain');
    expect(later.servedBy.identity).toMatchObject({ mode: 'live' });
  }, 90_000);

  it('anchors 40 proofs at once, each in its own transaction, without a gap', async () => {
    const before = concordium.node.chain.paid.length;
    const proofs = backend.app.get(ProofsService);
    const digests = Array.from({ length: 40 }, (_, index) => digestOf(`kit ${index}`));
    await Promise.all(digests.map((digest) => proofs.record(digest)));
    const blocks = setInterval(() => {
      concordium.node.chain.produceBlock();
    }, 20);
    for (const digest of digests)
      expect((await waitFor(digest, 'finalized')).outcome).toBe('verified');
    clearInterval(blocks);
    const nonces = concordium.node.chain.paid.map(({ nonce }) => Number(nonce));
    expect(nonces).toEqual(Array.from({ length: before + 40 }, (_, index) => index + 1));
  }, 60_000);

  it('lets one process at a time send for an account', async () => {
    const anchors = new AnchorsRepository(backend.app.get(DataSource));
    const of = { network: 'private' as const, genesisHash: digestOf('chain'), sender: 'someone' };
    const results = await Promise.all(
      [1, 2, 3].map((process) =>
        anchors.withSender(of, async () => {
          await sleep(200);
          return process;
        }),
      ),
    );
    expect(results.filter((result) => result !== null)).toHaveLength(1);
    expect(await anchors.withSender(of, () => Promise.resolve('free again'))).toBe('free again');
  });

  it('says what keeps a proof from going on, and goes on by itself', async () => {
    const { chain } = concordium.node;
    chain.isStopped = true;
    const digest = digestOf('a kit of a stopped network');
    await backend.app.get(ProofsService).record(digest);
    while (!(await verify(digest)).proof?.anchor?.problem) await sleep(50);
    expect((await verify(digest)).proof?.anchor?.problem).toContain('has stopped');
    chain.isStopped = false;
    await waitFor(digest, 'sent');
    chain.produceBlock();
    chain.produceBlock();
    expect((await waitFor(digest, 'finalized')).proof?.anchor?.problem).toBeNull();
  });
});

describe('an account that is configured later', () => {
  it('anchors what the local log had recorded before, in one transaction', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'hatchr-earlier-'));
    const concordium = await startLocalConcordium(folder);
    const digests = Array.from({ length: 25 }, (_, index) => digestOf(`earlier kit ${index}`));
    const before = await startTestApp();
    for (const digest of digests) await before.app.get(ProofsService).record(digest);
    await expect(before.app.get(ProofsService).anchorEarlier()).rejects.toMatchObject({
      code: 'proof.no_account',
    });
    const after = await startTestApp({
      ...concordium.environment,
      DATABASE_URL: before.databaseUrl,
      HATCHR_DATA: before.dataDir,
    });
    const proofs = after.app.get(ProofsService);
    expect((await proofs.find(digests[0] ?? ''))?.label).toBe('Local log, not on a chain');
    const anyone = new Visitor(after.url);
    const anchorEarlier = (who: Visitor) =>
      who.json<{ requested?: number }>('/admin/proofs/anchor-earlier', { method: 'POST' });
    expect((await anchorEarlier(anyone)).status).toBe(401);
    const admin = await signUpAdmin(after);
    expect(await anchorEarlier(admin)).toEqual({ status: 202, body: { requested: 25 } });
    expect(await anchorEarlier(admin)).toEqual({ status: 202, body: { requested: 0 } });
    for (const digest of digests)
      while ((await proofs.find(digest))?.anchor?.status !== 'finalized') await sleep(50);
    expect(concordium.node.chain.paid).toHaveLength(1);
    for (const digest of digests) expect((await proofs.verify(digest)).outcome).toBe('verified');
    await after.stop();
    await before.stop();
    concordium.node.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);
});

/** A person whom the operator has made an administrator, in the database as there is no other way. */
async function signUpAdmin(backend: TestApp): Promise<Visitor> {
  const admin = new Visitor(backend.url);
  const json = { name: 'Root', email: 'root@example.com', password: 'correct horse battery' };
  await admin.fetch('/api/auth/sign-up/email', { json });
  await backend.app
    .get(DataSource)
    .query(`UPDATE users SET role = 'admin' WHERE email = $1`, [json.email]);
  await admin.fetch('/api/auth/sign-in/email', { json });
  return admin;
}
