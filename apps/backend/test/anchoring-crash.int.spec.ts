import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';
import { startLocalConcordium, type LocalConcordium } from './local-concordium.js';
import { connect, createTestDatabase, type TestDatabase } from './test-database.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The built backend as a real worker process, killed with SIGKILL around the moment in which it pays. */
describe('kill -9 of the process that anchors', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let folder: string;
  let concordium: LocalConcordium;
  const processes: ChildProcess[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await connect(database.url);
    folder = mkdtempSync(path.join(os.tmpdir(), 'hatchr-anchoring-crash-'));
    concordium = await startLocalConcordium(folder, { blockMs: null });
  });
  afterAll(async () => {
    for (const child of processes) child.kill('SIGKILL');
    concordium.node.stop();
    await dataSource.destroy();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const startWorker = (): ChildProcess => {
    const child = spawn(process.execPath, [MAIN], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        NODE_ENV: 'test',
        HATCHR_ROLE: 'worker',
        DATABASE_URL: database.url,
        HATCHR_DATA: path.join(folder, 'data'),
        GENERATOR_GATES: 'off',
        LAUNCH_VIDEO: 'off',
        DISCOVERY_NETWORK: 'off',
        LOG_LEVEL: 'error',
        ...concordium.environment,
      },
    });
    processes.push(child);
    return child;
  };
  const kill = async (child: ChildProcess): Promise<void> => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  const request = (digest: string): Promise<unknown> =>
    dataSource.query(`INSERT INTO proof_anchor_leaves (digest, genesis_hash) VALUES ($1, $2)`, [
      digest,
      concordium.node.chain.genesisHash,
    ]);
  const listAnchors = async (digest: string): Promise<{ hash: string; status: string }[]> =>
    dataSource.query(
      `SELECT a.transaction_hash AS hash, a.status FROM proof_anchors a
       JOIN proof_anchor_leaves l ON l.anchor_id = a.id WHERE l.digest = $1`,
      [digest],
    );
  const waitFor = async (digest: string, status: string): Promise<string> => {
    for (;;) {
      const [anchor] = await listAnchors(digest);
      if (anchor?.status === status) return anchor.hash;
      await sleep(50);
    }
  };
  const countPaid = (): number => concordium.node.chain.paid.length;

  it('between storing and sending: the next process sends exactly what was stored', async () => {
    const digest = digestOf('stored');
    const { faults, chain, calls } = concordium.node;
    faults.onSend = () => 'hang';
    await request(digest);
    const first = startWorker();
    while (!calls.includes('sendBlockItem')) await sleep(20);
    await kill(first);
    expect(chain.pool.size).toBe(0);
    const stored = await waitFor(digest, 'signed');

    faults.onSend = () => undefined;
    const second = startWorker();
    expect(await waitFor(digest, 'sent')).toBe(stored);
    chain.produceBlock();
    chain.produceBlock();
    expect(await waitFor(digest, 'finalized')).toBe(stored);
    expect(chain.paid.map(({ hash }) => hash)).toEqual([stored]);
    await kill(second);
  }, 90_000);

  it('between sending and finalizing: the next process asks, and pays nothing', async () => {
    const digest = digestOf('sent');
    const { chain } = concordium.node;
    const before = countPaid();
    await request(digest);
    const first = startWorker();
    const sent = await waitFor(digest, 'sent');
    await kill(first);
    chain.produceBlock();
    chain.produceBlock();

    concordium.node.calls.length = 0;
    const second = startWorker();
    expect(await waitFor(digest, 'finalized')).toBe(sent);
    expect(concordium.node.calls).not.toContain('sendBlockItem');
    expect(countPaid()).toBe(before + 1);
    await kill(second);
  }, 90_000);
});
