import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { flawOfInclusion, isConsistent, isHeadSigned } from '@hatchr/concordium';
import type { LogConsistency, LogEntry, LogInclusion, SignedLogHead } from '@hatchr/contracts';
import { createHash, createPublicKey } from 'node:crypto';
import { DataSource } from 'typeorm';
import { createApp } from '../src/create-app.js';
import { loadConfig } from '../src/env.js';
import { ProofsService } from '../src/proofs/proofs.service.js';
import { startTestApp, Visitor, type TestApp } from './test-app.js';

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the transparency log, for a stranger', () => {
  let backend: TestApp;
  let stranger: Visitor;
  let key: { key: ReturnType<typeof createPublicKey>; pem: string; keyId: string };

  beforeAll(async () => {
    backend = await startTestApp();
    stranger = new Visitor(backend.url);
    const { body } = await stranger.json<{ pem: string; keyId: string }>('/api/log/key');
    key = { ...body, key: createPublicKey(body.pem) };
  }, 60_000);
  afterAll(async () => {
    await backend.stop();
  });

  const record = async (...names: string[]): Promise<void> => {
    for (const name of names) await backend.app.get(ProofsService).record(digestOf(name));
  };
  const head = async (): Promise<SignedLogHead> =>
    (await stranger.json<SignedLogHead>('/api/log/head')).body;

  it('is signed while it is empty, and proves each entry in what it is later', async () => {
    expect(isHeadSigned(await head(), key)).toBe(true);
    await record('a', 'b', 'c');
    for (const name of ['a', 'b', 'c']) {
      const { body } = await stranger.json<LogInclusion>(`/api/log/inclusion/${digestOf(name)}`);
      expect(flawOfInclusion(body, key)).toBeNull();
      expect(body.entry.digest).toBe(digestOf(name));
    }
    expect((await stranger.json(`/api/log/inclusion/${digestOf('z')}`)).status).toBe(404);
  });

  it('proves that a later head holds everything of an earlier one', async () => {
    const before = await head();
    await record('d', 'e', 'f', 'g');
    const after = await head();
    const { body } = await stranger.json<LogConsistency>(
      `/api/log/consistency?from=${before.size}&to=${after.size}`,
    );
    expect(body).toMatchObject({ fromRoot: before.rootHash, toRoot: after.rootHash });
    expect(isConsistent(body)).toBe(true);
    expect(isConsistent({ ...body, fromRoot: digestOf('another past') })).toBe(false);
    expect((await stranger.json('/api/log/consistency?from=3&to=99')).status).toBe(400);
  });

  it('names the last entry of its size in every head, also while entries are added', async () => {
    let isAdding = true;
    const heads: SignedLogHead[] = [];
    const look = async (): Promise<void> => {
      while (isAdding) heads.push(await head());
    };
    const looks = [look(), look(), look(), look()];
    await record(...Array.from({ length: 40 }, (_, index) => `busy ${index}`));
    isAdding = false;
    await Promise.all(looks);
    const { body: entries } = await stranger.json<LogEntry[]>('/api/log/entries');
    expect(heads.map(({ lastEntryHash }) => lastEntryHash)).toEqual(
      heads.map(({ size }) => entries[size - 1]?.entryHash),
    );
  });

  it('can be downloaded as a whole, page by page', async () => {
    const { body: all } = await stranger.json<LogEntry[]>('/api/log/entries');
    expect(all.map(({ index }) => index)).toEqual(Array.from({ length: 47 }, (_, index) => index));
    const { body: page } = await stranger.json<LogEntry[]>('/api/log/entries?from=5&limit=1');
    expect(page).toEqual([all[5]]);
  });

  it('is found broken at the next start when someone wrote into the table', async () => {
    const dataSource = backend.app.get(DataSource);
    await dataSource.query('ALTER TABLE proof_log_entries DISABLE TRIGGER proof_log_append_only');
    await dataSource.query(
      `UPDATE proof_log_entries SET recorded_at = '2020-01-01T00:00:00.000Z' WHERE "index" = 2`,
    );
    const again = await createApp(
      loadConfig({
        NODE_ENV: 'test',
        PORT: '0',
        DATABASE_URL: backend.databaseUrl,
        HATCHR_DATA: backend.dataDir,
        HATCHR_ROLE: 'api',
        LOG_LEVEL: 'error',
      }),
    );
    again.useLogger(false);
    await again.init();
    const proofs = again.get(ProofsService);
    expect(proofs.firstBrokenEntry).toBe(2);
    await expect(proofs.record(digestOf('h'))).rejects.toMatchObject({ code: 'proof.log_broken' });
    // The entry itself says so too, to whoever asks about it.
    const verification = await proofs.verify(digestOf('c'));
    expect(verification.outcome).toBe('invalid');
    expect(verification.checks.find(({ passed }) => !passed)?.name).toBe('entry_hash');
    await again.close();
  });
});

/** Requests of one address over the open endpoints and tRPC, and of another one behind a proxy. */
describe('what is open to all', () => {
  let backend: TestApp;
  beforeAll(async () => {
    backend = await startTestApp({ PROOF_REQUESTS_PER_MINUTE: '12', TRUST_PROXY: '1' });
  }, 60_000);
  afterAll(async () => {
    await backend.stop();
  });

  it('answers an address so many times a minute, however it asks, and others still', async () => {
    const digest = digestOf('a');
    const input = encodeURIComponent(JSON.stringify({ digest }));
    const from = (address: string, pathname: string) =>
      fetch(backend.url + pathname, { headers: { 'x-forwarded-for': address } });
    for (let index = 0; index < 4; index += 1) {
      expect((await from('192.0.2.1', `/api/verify/${digest}`)).status).toBe(200);
      expect((await from('192.0.2.1', '/api/log/head')).status).toBe(200);
      expect((await from('192.0.2.1', `/trpc/proofs.verify?input=${input}`)).status).toBe(200);
    }
    const refused = await from('192.0.2.1', `/api/proofs/${digest}`);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refused.json()).toMatchObject({ error: { code: 'rate.limited' } });
    const batch = await from(
      '192.0.2.1',
      `/trpc/proofs.verify?batch=1&input=${encodeURIComponent(JSON.stringify({ 0: { digest } }))}`,
    );
    expect(batch.status).toBe(429);
    expect(JSON.stringify(await batch.json())).toContain('rate.limited');
    // The address that the proxy saw counts, not one that the caller puts before it.
    expect((await from('203.0.113.5, 192.0.2.1', '/api/log/head')).status).toBe(429);
    expect((await from('192.0.2.2', '/api/log/head')).status).toBe(200);
    expect((await from('192.0.2.1', '/health/live')).status).toBe(200);
  });
});
