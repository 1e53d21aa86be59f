import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AppError,
  stepKeys,
  toPlanPreview,
  type Caller,
  type Job,
  type JobUpdate,
} from '@hatchr/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { createPipeline } from '../../test/pipeline-harness.js';
import { productSpec } from '../../test/step-outputs.js';
import {
  connect,
  createTestDatabase,
  insertUser,
  type TestDatabase,
} from '../../test/test-database.js';
import { JobSignals } from './job-signals.service.js';

describe('a job', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let signals: JobSignals;
  let caller: Caller;
  let pipeline: ReturnType<typeof createPipeline>;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await connect(database.url);
    signals = new JobSignals(dataSource);
    await signals.onModuleInit();
  });
  afterAll(async () => {
    await signals.onApplicationShutdown();
    await dataSource.destroy();
    await database.drop();
  });
  beforeEach(async () => {
    caller = { userId: await insertUser(dataSource), role: 'user' };
    pipeline = createPipeline(dataSource, signals);
  });
  afterEach(() => {
    for (const key of stepKeys) pipeline.steps[key].behaviour = () => Promise.resolve();
  });

  const prompt = 'Seed swap for allotment gardeners';
  const generate = async (): Promise<string> =>
    (await pipeline.jobs.generate(caller, { prompt })).jobId;
  const drive = (jobId: string): Promise<void> => pipeline.newWorker().drive(jobId, pipeline.never);
  const status = (jobId: string): Promise<Job> => pipeline.jobs.status(caller, jobId);
  const runCounts = (): number[] => stepKeys.map((key) => pipeline.steps[key].runs.length);
  const projectsOf = async (jobId: string): Promise<unknown[]> =>
    dataSource.query('SELECT id FROM projects WHERE job_id = $1', [jobId]);

  it('runs its five steps in order and leaves one project', async () => {
    const jobId = await generate();
    expect(pipeline.queue.enqueued).toEqual([jobId]);
    await drive(jobId);
    const job = await status(jobId);
    expect(job).toMatchObject({
      status: 'completed',
      progress: 100,
      canCancel: false,
      canRetry: false,
    });
    expect(job.steps.map((step) => step.status)).toEqual(['completed', 'completed', 'completed']);
    expect(runCounts()).toEqual([1, 1, 1, 1, 1]);
    expect(await projectsOf(jobId)).toEqual([{ id: job.projectId }]);
    expect(job.events.map((event) => event.seq)).toEqual(job.events.map((_, index) => index + 1));
  });

  it('makes one job of a double click', async () => {
    const input = { prompt, idempotencyKey: 'click-1' };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => pipeline.jobs.generate(caller, input)),
    );
    expect(new Set(answers.map((answer) => answer.jobId)).size).toBe(1);
    expect(pipeline.queue.enqueued).toHaveLength(1);
    const other = { userId: await insertUser(dataSource), role: 'user' as const };
    const { jobId } = await pipeline.jobs.generate(other, input);
    expect(jobId).not.toBe(answers[0]?.jobId);
  });

  it('leaves no job behind when it cannot be queued', async () => {
    pipeline.queue.failNext = true;
    await expect(generate()).rejects.toThrow('queue is down');
    expect((await pipeline.jobs.list(caller, { limit: 10 })).items).toEqual([]);
  });

  it('refuses more active jobs than the limit, even when asked in parallel', async () => {
    const limited = createPipeline(dataSource, signals, { maxActivePerUser: 2 });
    const answers = await Promise.allSettled(
      [1, 2, 3, 4].map(() => limited.jobs.generate(caller, { prompt })),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(2);
    const refused = answers.find((answer) => answer.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'job.too_many_active' });
  });

  it('goes on at the step that was running when its worker died, and runs no finished step again', async () => {
    const jobId = await generate();
    pipeline.steps.packaging.behaviour = () => new Promise(() => undefined);
    const dead = pipeline.newWorker().drive(jobId, pipeline.never);
    while (pipeline.steps.packaging.runs.length === 0) await sleep(5);
    await expect(drive(jobId)).rejects.toMatchObject({ code: 'job.lease_lost' });
    // What silence of the worker does to its lease.
    await dataSource.query(
      `UPDATE jobs SET lease_until = now() - interval '1 second' WHERE id = $1`,
      [jobId],
    );
    pipeline.steps.packaging.behaviour = () => Promise.resolve();
    await drive(jobId);
    expect(await status(jobId)).toMatchObject({ status: 'completed' });
    expect(runCounts()).toEqual([1, 1, 1, 2, 1]);
    expect(await projectsOf(jobId)).toHaveLength(1);
    await dead;
  });

  it('lets a worker that lost its job write nothing more', async () => {
    const jobId = await generate();
    let finish: () => void = () => undefined;
    pipeline.steps.discovery.behaviour = () => new Promise((resolve) => (finish = resolve));
    const zombie = pipeline.newWorker().drive(jobId, pipeline.never);
    while (pipeline.steps.discovery.runs.length === 0) await sleep(5);
    await dataSource.query(`UPDATE jobs SET lease_until = now() WHERE id = $1`, [jobId]);
    pipeline.steps.discovery.behaviour = () => Promise.resolve();
    await drive(jobId);
    finish();
    await zombie;
    expect(await status(jobId)).toMatchObject({ status: 'completed' });
    expect(pipeline.steps.mvp.runs).toHaveLength(1);
  });

  it('stops a running step within moments of being cancelled, and keeps what was finished', async () => {
    const jobId = await generate();
    let heardAfter = Number.NaN;
    pipeline.steps.mvp.behaviour = (_input, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          heardAfter = performance.now();
          reject(new Error('stopped'));
        });
      });
    const driving = drive(jobId);
    while (pipeline.steps.mvp.runs.length === 0) await sleep(5);
    const job = await pipeline.jobs.cancel(caller, jobId);
    const cancelledAt = performance.now();
    expect(job).toMatchObject({ status: 'cancelled', canRetry: true });
    expect(job.steps.map((step) => step.status)).toEqual(['completed', 'cancelled', 'pending']);
    await driving;
    expect(heardAfter - cancelledAt).toBeLessThan(2_000);
    await expect(pipeline.jobs.cancel(caller, jobId)).rejects.toMatchObject({
      code: 'job.illegal_transition',
    });

    pipeline.steps.mvp.behaviour = () => Promise.resolve();
    expect(await pipeline.jobs.retry(caller, jobId)).toMatchObject({ status: 'queued' });
    await drive(jobId);
    expect(runCounts()).toEqual([1, 2, 1, 1, 1]);
    expect(await status(jobId)).toMatchObject({ status: 'completed' });
  });

  it('does not begin a job that was cancelled while it waited', async () => {
    const jobId = await generate();
    await pipeline.jobs.cancel(caller, jobId);
    await drive(jobId);
    expect(runCounts()).toEqual([0, 0, 0, 0, 0]);
    expect(await status(jobId)).toMatchObject({ status: 'cancelled' });
  });

  it('tries an outage again and fails at once on a refusal', async () => {
    const jobId = await generate();
    let failures = 0;
    pipeline.steps.discovery.behaviour = () =>
      ++failures < 2 ? Promise.reject(new AppError('storage.full')) : Promise.resolve();
    pipeline.steps.mvp.behaviour = () => Promise.reject(new AppError('input.invalid'));
    await drive(jobId);
    const job = await status(jobId);
    expect(job).toMatchObject({
      status: 'failed',
      error: { code: 'input.invalid' },
      canRetry: true,
    });
    expect(runCounts()).toEqual([2, 1, 0, 0, 0]);
    expect(job.steps.map((step) => step.status)).toEqual(['completed', 'failed', 'pending']);
    expect(job.events.some((event) => event.message.includes('Trying again'))).toBe(true);
  });

  it('fails after its last attempt, with a message that hides the cause', async () => {
    const jobId = await generate();
    pipeline.steps.discovery.maxAttempts = 2;
    pipeline.steps.discovery.behaviour = () => Promise.reject(new Error('password=hunter2'));
    await drive(jobId);
    const job = await status(jobId);
    expect(job.error?.code).toBe('internal.unexpected');
    expect(JSON.stringify(job)).not.toContain('hunter2');
    expect(runCounts()[0]).toBe(2);
    pipeline.steps.discovery.behaviour = () => Promise.resolve();
    await pipeline.jobs.retry(caller, jobId);
    await drive(jobId);
    expect(await status(jobId)).toMatchObject({ status: 'completed', error: null });
  });

  it('stops a step that takes longer than its limit', async () => {
    const jobId = await generate();
    pipeline.steps.marketing.timeLimitMs = 50;
    pipeline.steps.marketing.maxAttempts = 1;
    pipeline.steps.marketing.behaviour = (_input, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('stopped'));
        });
      });
    await drive(jobId);
    expect(await status(jobId)).toMatchObject({
      status: 'failed',
      error: { code: 'step.timeout' },
    });
  });

  it('refuses an output that later steps could not read', async () => {
    const jobId = await generate();
    pipeline.steps.discovery.maxAttempts = 1;
    pipeline.steps.discovery.output = { nonsense: true } as never;
    await drive(jobId);
    expect(await status(jobId)).toMatchObject({
      status: 'failed',
      error: { code: 'step.output_invalid' },
    });
  });

  it('is handed back at shutdown, so that the next worker takes it at once', async () => {
    const jobId = await generate();
    const shutdown = new AbortController();
    pipeline.steps.mvp.behaviour = (_input, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('stopped'));
        });
      });
    const driving = pipeline.newWorker().drive(jobId, shutdown.signal);
    while (pipeline.steps.mvp.runs.length === 0) await sleep(5);
    shutdown.abort();
    await expect(driving).rejects.toMatchObject({ code: 'job.lease_lost' });
    expect(await status(jobId)).toMatchObject({ status: 'processing' });
    pipeline.steps.mvp.behaviour = () => Promise.resolve();
    await drive(jobId);
    expect(await status(jobId)).toMatchObject({ status: 'completed' });
    expect(runCounts()).toEqual([1, 2, 1, 1, 1]);
  });

  it('gives up on a step that takes its process down every time', async () => {
    const jobId = await generate();
    await dataSource.query(
      `UPDATE job_steps SET attempts = 10 WHERE job_id = $1 AND key = 'discovery'`,
      [jobId],
    );
    await drive(jobId);
    expect(await status(jobId)).toMatchObject({ status: 'failed' });
    expect(runCounts()[0]).toBe(0);
  });

  it('tells a watcher every event once and in order, whenever it joins, and ends with the job', async () => {
    const jobId = await generate();
    const updates: JobUpdate[] = [];
    const watching = (async () => {
      for await (const update of pipeline.jobs.watch(caller, jobId, 0, pipeline.never))
        updates.push(update);
    })();
    await drive(jobId);
    await watching;
    const seqs = [...new Set(updates.map((update) => update.event.seq))];
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => index + 1));
    expect(updates.at(-1)?.job.status).toBe('completed');
    const progress = updates.map((update) => update.job.progress);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);

    const late: number[] = [];
    for await (const update of pipeline.jobs.watch(
      caller,
      jobId,
      seqs.length - 2,
      pipeline.never,
    )) {
      late.push(update.event.seq);
    }
    expect(late).toEqual([seqs.length - 1, seqs.length]);
  });

  it('shows the plan as soon as it is made, while its app is still being built and after', async () => {
    const jobId = await generate();
    const plan = toPlanPreview(productSpec());
    let build: () => void = () => undefined;
    pipeline.steps.mvp.behaviour = (_input, context) => {
      context.plan?.(plan);
      return new Promise((resolve) => (build = resolve));
    };
    expect((await status(jobId)).plan).toBeNull();
    const driving = drive(jobId);
    const seen: JobUpdate[] = [];
    for await (const update of pipeline.jobs.watch(caller, jobId, 0, pipeline.never)) {
      seen.push(update);
      // Nothing else happens until the watcher has been told of the plan.
      if (update.job.plan) build();
    }
    await driving;
    const first = seen.find((update) => update.job.plan);
    expect(first?.job).toMatchObject({ status: 'processing', plan });
    expect(await status(jobId)).toMatchObject({ status: 'completed', plan });
  });

  it('tells a watcher of the end even when it ends between two looks of the watcher', async () => {
    const jobId = await generate();
    await drive(jobId);
    // The rows as they are a moment before the end, then the end itself while the watcher reads them.
    await dataSource.query(`UPDATE jobs SET status = 'processing' WHERE id = $1`, [jobId]);
    const watcher = pipeline.jobs.watch(caller, jobId, 0, pipeline.never)[Symbol.asyncIterator]();
    await watcher.next();
    await dataSource.query(`UPDATE jobs SET status = 'completed' WHERE id = $1`, [jobId]);
    await dataSource.query(`SELECT pg_notify('job_events', $1)`, [jobId]);
    let last: JobUpdate | undefined;
    for (let next = await watcher.next(); !next.done; next = await watcher.next())
      last = next.value;
    expect(last?.job.status).toBe('completed');
  });

  it('looks like no job at all to anyone else', async () => {
    const jobId = await generate();
    const stranger = { userId: await insertUser(dataSource), role: 'user' as const };
    for (const attempt of [
      () => pipeline.jobs.status(stranger, jobId),
      () => pipeline.jobs.cancel(stranger, jobId),
      () => pipeline.jobs.retry(stranger, jobId),
      () => pipeline.jobs.watch(stranger, jobId, 0, pipeline.never)[Symbol.asyncIterator]().next(),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'job.not_found' });
    }
    expect((await pipeline.jobs.list(stranger, { limit: 10 })).items).toEqual([]);
  });

  it('is listed newest first, page by page, none twice and none left out', async () => {
    const made = [];
    for (let index = 0; index < 5; index += 1) made.push(await generate());
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await pipeline.jobs.list(caller, { limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map((item) => item.jobId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(made.reverse());
    await expect(
      pipeline.jobs.list(caller, { limit: 2, cursor: 'nonsense' }),
    ).rejects.toMatchObject({
      code: 'input.invalid',
    });
  });
});
