import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppError, silentStepContext, type StepContext } from '@hatchr/contracts';
import { createModelClient, LanguageModelService } from '@hatchr/language-model';
import { startModelServer, type ModelServer } from '@hatchr/language-model/testing';
import type { DataSource } from 'typeorm';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { loadConfig } from '../src/env.js';
import { JobSignals } from '../src/jobs/job-signals.service.js';
import type { StepInput } from '../src/jobs/steps/pipeline-step.js';
import { PostgresModelLedger } from '../src/models/postgres-model-ledger.adapter.js';
import { ModelCallsRepository } from '../src/projects/model-calls.repository.js';
import { sumModelUse } from '../src/projects/sum-model-use.js';
import { createPipeline } from './pipeline-harness.js';
import { connect, createTestDatabase, insertUser, type TestDatabase } from './test-database.js';

const KEY = 'sk-test-0123456789';
const names = z.object({ name: z.string().max(40) });

/** What a service does with its model: it asks, keeps what comes, and goes on without it where it may not. */
async function nameProduct({ model }: StepInput, context: StepContext): Promise<void> {
  if (!model) throw new Error('the step has no model');
  const request = {
    task: 'plan' as const,
    purpose: 'Name the product',
    instructions: 'Name a product.',
    data: [{ label: 'The sentence', text: 'Seed swap' }],
    maxOutputTokens: 200,
    schemaName: 'name',
    schema: names,
  };
  try {
    const { name } = await model.object(request);
    context.decide?.({ subject: 'Name', by: 'model', model: 'gpt-5.4-mini', reason: name });
  } catch (thrown) {
    const error = AppError.from(thrown);
    if (error.code === 'job.cancelled') throw error;
    context.log('warn', error.message);
    context.decide?.({ subject: 'Name', by: 'embedded', model: null, reason: error.message });
  }
}

describe('the language model of a job', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let signals: JobSignals;
  let server: ModelServer;
  let answer: () => Promise<{ json: unknown }>;

  beforeEach(async () => {
    database = await createTestDatabase();
    dataSource = await connect(database.url);
    signals = new JobSignals(dataSource);
    await signals.onModuleInit();
    answer = () => Promise.resolve({ json: { name: 'Seedling' } });
    server = await startModelServer({ protocol: 'openai', apiKey: KEY, answer: () => answer() });
  });
  afterEach(async () => {
    await server.close();
    await signals.onApplicationShutdown();
    await dataSource.destroy();
    await database.drop();
  });

  const start = async (environment: Record<string, string> = {}) => {
    const { models } = loadConfig({
      DATABASE_URL: database.url,
      OPENAI_API_KEY: KEY,
      OPENAI_BASE_URL: server.baseUrl,
      ...environment,
    });
    const ledger = new PostgresModelLedger(dataSource);
    const service = new LanguageModelService(models, ledger, createModelClient);
    const pipeline = createPipeline(dataSource, signals, { models: service });
    const caller = { userId: await insertUser(dataSource), role: 'user' as const };
    const { jobId } = await pipeline.jobs.generate(caller, { prompt: 'Seed swap' });
    pipeline.steps.mvp.behaviour = nameProduct;
    const driven = () => pipeline.newWorker().drive(jobId, silentStepContext().signal);
    const status = () => pipeline.jobs.status(caller, jobId);
    return { ...pipeline, jobId, caller, driven, status };
  };
  const recordOf = async (jobId: string) => {
    const repository = new ModelCallsRepository(dataSource);
    return {
      calls: await repository.list(jobId),
      decisions: await repository.listDecisions(jobId),
    };
  };

  it('answers its steps; calls, costs and decisions are kept', async () => {
    const job = await start();
    await job.driven();
    expect(await job.status()).toMatchObject({ status: 'completed' });
    const { calls, decisions } = await recordOf(job.jobId);
    expect(calls).toMatchObject([
      { step: 'mvp', outcome: 'answered', model: 'gpt-5.4-mini', purpose: 'Name the product' },
    ]);
    const { usage } = calls[0] ?? { usage: { input: 0, output: 0 } };
    const microUsd = Math.ceil(usage.input * 0.75 + usage.output * 4.5);
    expect(usage.output).toBeGreaterThan(0);
    expect(sumModelUse(calls)).toMatchObject({ calls: 1, microUsd, steps: [{ step: 'mvp' }] });
    expect(decisions).toEqual([
      { step: 'mvp', subject: 'Name', by: 'model', model: 'gpt-5.4-mini', reason: 'Seedling' },
    ]);
    const { events } = await job.status();
    expect(events.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(
        /^gpt-5\.4-mini · Name the product · \d+ \+ \d+ tokens · \$0\.\d{4} · /,
      ),
    );
    const stored = JSON.stringify(
      await dataSource.query('SELECT * FROM model_calls, model_answers'),
    );
    expect(stored).not.toContain(KEY);
  });

  it('is not asked where the budget is spent; the job is finished without it, and says so', async () => {
    const job = await start({ MODEL_MAX_TOKENS_PER_JOB: '100' });
    await job.driven();
    const { status, events } = await job.status();
    expect(status).toBe('completed');
    expect(server.requests).toHaveLength(0);
    const { calls, decisions } = await recordOf(job.jobId);
    expect(calls).toEqual([]);
    expect(decisions).toMatchObject([
      { by: 'embedded', reason: expect.stringContaining('budget for language models of this job') },
    ]);
    expect(events.map(({ message }) => message)).toContain(decisions[0]?.reason);
  });

  it('is left within a second of cancelling, and not asked again', async () => {
    answer = () => sleep(20_000, { json: {} }, { ref: false });
    const job = await start();
    const driven = job.driven();
    while (server.requests.length === 0) await sleep(10);
    const cancelledAt = Date.now();
    await job.jobs.cancel(job.caller, job.jobId);
    await driven;
    const abandoned = async (): Promise<boolean> => {
      while (!server.requests[0]?.isAbandoned && Date.now() - cancelledAt < 1_000) await sleep(10);
      return server.requests[0]?.isAbandoned ?? false;
    };
    expect(await abandoned()).toBe(true);
    expect(server.requests).toHaveLength(1);
    expect((await recordOf(job.jobId)).calls).toMatchObject([{ outcome: 'cancelled' }]);
  });

  it('is asked once by a step that has to run again: its answer is there already', async () => {
    const job = await start();
    let runs = 0;
    job.steps.mvp.behaviour = async (input, context) => {
      await nameProduct(input, context);
      runs += 1;
      if (runs === 1) throw new AppError('provider.unavailable');
    };
    await job.driven();
    expect(server.requests).toHaveLength(1);
    const { calls, decisions } = await recordOf(job.jobId);
    expect(calls.map(({ outcome }) => outcome)).toEqual(['answered', 'from_cache']);
    expect(decisions).toHaveLength(1);
  });
});
