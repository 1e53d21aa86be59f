import { silentStepContext, stepKeys, type StepContext, type StepKey } from '@hatchr/contracts';
import { createModelClient, LanguageModelService, MemoryModelLedger } from '@hatchr/language-model';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { JobLeaseRepository } from '../src/jobs/job-lease.repository.js';
import { JobSignals } from '../src/jobs/job-signals.service.js';
import { JobsRepository } from '../src/jobs/jobs.repository.js';
import { JobsService } from '../src/jobs/jobs.service.js';
import { PipelineService } from '../src/jobs/pipeline.service.js';
import {
  JobQueue,
  type QueueDelivery,
  type QueueState,
  type SqlTransaction,
} from '../src/jobs/queue/job-queue.port.js';
import {
  PipelineStep,
  type StepInput,
  type StepOutputs,
  type StepResult,
} from '../src/jobs/steps/pipeline-step.js';
import { loadConfig } from '../src/env.js';
import { KeyCipher } from '../src/models/key-cipher.js';
import { ModelKeysRepository } from '../src/models/model-keys.repository.js';
import { ModelKeysService } from '../src/models/model-keys.service.js';
import { ProjectWriter } from '../src/projects/project-writer.service.js';
import { stepOutputs } from './step-outputs.js';

/** A queue that only remembers what it was given; tests deliver by hand. */
export class RememberingQueue extends JobQueue {
  readonly enqueued: string[] = [];
  failNext = false;

  start(): Promise<void> {
    return Promise.resolve();
  }
  enqueue(jobId: string, _transaction: SqlTransaction): Promise<void> {
    if (this.failNext) return Promise.reject(new Error('queue is down'));
    this.enqueued.push(jobId);
    return Promise.resolve();
  }
  work(_handle: (delivery: QueueDelivery) => Promise<void>): Promise<void> {
    return Promise.resolve();
  }
  state(): Promise<QueueState> {
    return Promise.resolve({ engine: 'test', waiting: 0, active: 0, workers: [] });
  }
  stopTaking(): Promise<void> {
    return Promise.resolve();
  }
  stop(): Promise<void> {
    return Promise.resolve();
  }
}

type Behaviour = (input: StepInput, context: StepContext) => Promise<void>;

/** A step that records its runs, does what the test says, and then gives a valid output. */
export class ScriptedStep<Key extends StepKey> extends PipelineStep<Key> {
  readonly runs: StepInput[] = [];
  behaviour: Behaviour = () => Promise.resolve();
  timeLimitMs = 10_000;
  maxAttempts = 3;
  output: StepOutputs[Key];

  constructor(readonly key: Key) {
    super();
    this.output = stepOutputs()[key];
  }

  async run(input: StepInput, context: StepContext): Promise<StepResult<Key>> {
    this.runs.push(input);
    context.progress(0.5, `halfway through ${this.key}`);
    await this.behaviour(input, context);
    return { output: this.output };
  }
}

/** Of an instance without a provider. */
function noModels(): LanguageModelService {
  const { models } = loadConfig({ DATABASE_URL: 'postgres://hatchr@127.0.0.1/hatchr' });
  return new LanguageModelService(models, new MemoryModelLedger(), createModelClient);
}

/** The real jobs module on a real database, with scripted steps. */
export function createPipeline(
  dataSource: DataSource,
  signals: JobSignals,
  { maxActivePerUser = 100, models = noModels() } = {},
) {
  // Failures are what these tests provoke.
  Logger.overrideLogger(false);
  const steps = Object.fromEntries(stepKeys.map((key) => [key, new ScriptedStep(key)])) as {
    [Key in StepKey]: ScriptedStep<Key>;
  };
  const queue = new RememberingQueue();
  const leases = new JobLeaseRepository(dataSource);
  const jobs = new JobsService(
    { maxActivePerUser },
    dataSource,
    new JobsRepository(dataSource),
    queue,
    signals,
  );
  const keys = new ModelKeysService(
    { forUserKeys: [] },
    new ModelKeysRepository(dataSource, new KeyCipher('of these tests')),
    models,
  );
  const newWorker = () =>
    new PipelineService(leases, signals, new ProjectWriter(), models, keys, Object.values(steps));
  return { steps, queue, leases, jobs, newWorker, never: silentStepContext().signal };
}
