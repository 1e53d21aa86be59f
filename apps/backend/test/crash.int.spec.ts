import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stepKeys, type StepKey } from '@hatchr/contracts';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Visitor } from './test-app.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const HELD = 4_711;

/** One idea a step: its job is held in the very moment in which that step stores its output. */
const promptOf: Record<StepKey, string> = {
  discovery: 'Invoice reminders for plumbers',
  mvp: 'Habit tracker for night-shift nurses',
  marketing: 'Seed swap for allotment gardeners',
  packaging: 'Recipe planner for shared flats',
  identity: 'Ticket sales for village theatres',
};

/**
 * The built backend as a real process, killed with SIGKILL while five jobs stand in the middle of the five steps.
 * The moment is held by a lock in the database, so that it is the same in every run and the product has no test hook.
 */
describe('kill -9 of the backend', () => {
  let database: TestDatabase;
  let dataDir: string;
  let client: pg.Client;
  let port: number;
  const processes: ChildProcess[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'hatchr-crash-'));
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    port = await freePort();
  });
  afterAll(async () => {
    for (const child of processes) child.kill('SIGKILL');
    await client.end();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const startBackend = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [MAIN], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        NODE_ENV: 'test',
        PORT: String(port),
        DATABASE_URL: database.url,
        HATCHR_DATA: dataDir,
        GENERATOR_GATES: 'off',
        LAUNCH_VIDEO: 'off',
        DISCOVERY_NETWORK: 'off',
        WORKER_CONCURRENCY: '5',
        LOG_LEVEL: 'error',
      },
    });
    processes.push(child);
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the backend exited with ${child.exitCode}`);
      const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
      if (ready?.ok) return child;
      await sleep(50);
    }
  };

  const query = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await client.query(sql, values)).rows as Row[];
  const countHeld = async (): Promise<number> =>
    (
      await query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'`,
      )
    ).length;

  it('in the middle of each of the five steps loses nothing, repeats no finished step and makes one project each', async () => {
    const first = await startBackend();
    await query(`CREATE TABLE held_steps (prompt text, key text)`);
    for (const key of stepKeys)
      await query(`INSERT INTO held_steps VALUES ($1, $2)`, [promptOf[key], key]);
    await query(`
      CREATE FUNCTION hold_step() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.status = 'completed' AND EXISTS (
          SELECT FROM held_steps h JOIN jobs j ON j.prompt = h.prompt WHERE j.id = NEW.job_id AND h.key = NEW.key
        ) THEN PERFORM pg_advisory_xact_lock_shared(${HELD}); END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER hold_step BEFORE UPDATE ON job_steps FOR EACH ROW EXECUTE FUNCTION hold_step();`);
    await query(`SELECT pg_advisory_lock($1)`, [HELD]);

    const visitor = new Visitor(`http://127.0.0.1:${port}`);
    const jobs = new Map<StepKey, string>();
    // A statement is given up after 30 s, so those that come to their moment soon begin when the others are held.
    for (const group of [
      ['identity', 'packaging', 'marketing'],
      ['mvp', 'discovery'],
    ] as const) {
      for (const key of group) {
        const { body } = await visitor.json<{ job_id: string }>('/api/generate', {
          json: { prompt: promptOf[key] },
        });
        jobs.set(key, body.job_id);
      }
      while ((await countHeld()) < jobs.size) await sleep(50);
    }

    first.kill('SIGKILL');
    await once(first, 'exit');
    // A statement that its client no longer hears would still commit; a crash of the machine would end it too.
    await query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await query(`DROP TRIGGER hold_step ON job_steps`);
    await query(`SELECT pg_advisory_unlock($1)`, [HELD]);

    await startBackend();
    for (const [key, jobId] of jobs) {
      for (;;) {
        const { body } = await visitor.json<{ status: string }>(`/api/status/${jobId}`);
        if (body.status !== 'processing' && body.status !== 'queued') {
          expect([key, body.status]).toEqual([key, 'completed']);
          break;
        }
        await sleep(200);
      }
      const steps = await query<{ key: StepKey; attempts: number }>(
        `SELECT key, attempts FROM job_steps WHERE job_id = $1`,
        [jobId],
      );
      const attempts = Object.fromEntries(steps.map((step) => [step.key, step.attempts]));
      expect(attempts).toEqual(
        Object.fromEntries(stepKeys.map((name) => [name, name === key ? 2 : 1])),
      );
      expect(await query(`SELECT id FROM projects WHERE job_id = $1`, [jobId])).toHaveLength(1);
      expect(
        await query(
          `SELECT seq FROM job_events WHERE job_id = $1 GROUP BY seq HAVING count(*) > 1`,
          [jobId],
        ),
      ).toEqual([]);
    }
    const entries = await query(`SELECT digest FROM proof_log_entries`);
    expect(entries).toHaveLength(stepKeys.length);
  }, 180_000);

  it('ends with everything in order when it is asked to stop instead', async () => {
    const child = processes.at(-1);
    child?.kill('SIGTERM');
    const [code] = child ? ((await once(child, 'exit')) as [number | null]) : [null];
    expect(code === 0 || code === null).toBe(true);
    expect(await query(`SELECT 1 FROM jobs WHERE status = 'processing'`)).toEqual([]);
  }, 60_000);
});

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
