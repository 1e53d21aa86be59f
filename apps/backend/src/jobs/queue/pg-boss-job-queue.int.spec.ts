import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { connect, createTestDatabase, type TestDatabase } from '../../../test/test-database.js';
import type { QueueDelivery } from './job-queue.port.js';
import { PgBossJobQueue } from './pg-boss-job-queue.adapter.js';

/** What every engine behind the port must do. */
describe('the job queue (pg-boss)', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  const started: PgBossJobQueue[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await connect(database.url);
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((queue) => queue.stop()));
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const startQueue = async (name: string): Promise<PgBossJobQueue> => {
    const queue = new PgBossJobQueue({
      databaseUrl: database.url,
      instanceName: name,
      supervises: true,
    });
    await queue.start();
    started.push(queue);
    return queue;
  };
  const until = async (isDone: () => boolean, ms = 15_000): Promise<void> => {
    for (const end = Date.now() + ms; !isDone() && Date.now() < end;) await sleep(10);
  };

  it('delivers each job once across two workers', async () => {
    const seen: string[] = [];
    const workers = new Set<number>();
    for (const worker of [1, 2]) {
      const queue = await startQueue(`worker-${worker}`);
      await queue.work(async ({ jobId }) => {
        seen.push(jobId);
        workers.add(worker);
        await sleep(20);
      }, 2);
    }
    const queue = started[0];
    const ids = Array.from({ length: 30 }, () => randomUUID());
    await Promise.all(
      ids.map((id) =>
        dataSource.transaction(
          (manager) => queue?.enqueue(id, manager) ?? Promise.reject(new Error()),
        ),
      ),
    );
    await until(() => seen.length >= ids.length);
    await sleep(200);
    expect([...seen].sort()).toEqual([...ids].sort());
    expect(workers.size).toBe(2);
  });

  it('forgets what was enqueued in a transaction that is rolled back', async () => {
    const queue = await startQueue('worker');
    const seen: string[] = [];
    await queue.work((delivery) => {
      seen.push(delivery.jobId);
      return Promise.resolve();
    }, 1);
    await expect(
      dataSource.transaction(async (manager) => {
        await queue.enqueue(randomUUID(), manager);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    const kept = randomUUID();
    await dataSource.transaction((manager) => queue.enqueue(kept, manager));
    await until(() => seen.length > 0);
    await sleep(200);
    expect(seen).toEqual([kept]);
  });

  it('delivers again, after a pause, when the handler fails', async () => {
    const queue = await startQueue('worker');
    const times: number[] = [];
    await queue.work(() => {
      times.push(Date.now());
      return times.length < 2 ? Promise.reject(new Error('not yet')) : Promise.resolve();
    }, 1);
    await dataSource.transaction((manager) => queue.enqueue(randomUUID(), manager));
    await until(() => times.length >= 2);
    expect(times).toHaveLength(2);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(300);
  });

  it('takes nothing more once told to stop taking, and says who works', async () => {
    const queue = await startQueue('a worker with a name');
    const deliveries: QueueDelivery[] = [];
    await queue.work((delivery) => {
      deliveries.push(delivery);
      return Promise.resolve();
    }, 1);
    await queue.stopTaking();
    await dataSource.transaction((manager) => queue.enqueue(randomUUID(), manager));
    await sleep(500);
    expect(deliveries).toHaveLength(0);
    const state = await queue.state();
    expect(state.engine).toBe('pg-boss');
    expect(
      state.workers.some((worker) => worker.name === 'a worker with a name' && worker.isLive),
    ).toBe(true);
    expect(state.waiting).toBeGreaterThanOrEqual(1);
  });
});
