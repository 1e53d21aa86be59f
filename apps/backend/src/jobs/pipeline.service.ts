import { AppError, stepKeys, type StepKey } from '@hatchr/contracts';
import { LanguageModelService } from '@hatchr/language-model';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { ModelKeysService } from '../models/model-keys.service.js';
import { ProjectWriter } from '../projects/project-writer.service.js';
import { overallProgress } from './job-view.js';
import {
  JobLeaseRepository,
  LEASE_SECONDS,
  type LeasedJob,
  type StepState,
} from './job-lease.repository.js';
import { JobSignals } from './job-signals.service.js';
import { StepReporter } from './step-reporter.js';
import {
  stepOutputSchemas,
  type EarlierOutputs,
  type PipelineStep,
  type StepInput,
} from './steps/pipeline-step.js';

/** DI token of the steps. */
export const PIPELINE_STEPS = Symbol('pipeline steps');

/**
 * How often a step may be begun at all. A step that takes the whole process down with it would otherwise be begun
 * for ever; this many is more than any deploy or crash of the machine explains.
 */
const MAX_BEGINNINGS = 10;

/** How long a step may take to stop its processes and files after it was told to. */
const STOPPING_MS = 3_000;

/** Why a run stops before its step is done. */
export type StopReason = 'lease_lost' | 'shutdown';

/**
 * Drives a job from where it stands to its end. Every step's output is stored before the next begins, so whoever
 * drives the job after a crash goes on at the step that was running.
 */
@Injectable()
export class PipelineService {
  private readonly logger = new Logger(PipelineService.name);
  private readonly steps: Map<StepKey, PipelineStep>;

  constructor(
    private readonly leases: JobLeaseRepository,
    private readonly signals: JobSignals,
    private readonly projects: ProjectWriter,
    private readonly models: LanguageModelService,
    private readonly modelKeys: ModelKeysService,
    @Inject(PIPELINE_STEPS) steps: PipelineStep[],
  ) {
    this.steps = new Map(steps.map((step) => [step.key, step]));
    const missing = stepKeys.filter((key) => !this.steps.has(key));
    if (missing.length > 0) throw new Error(`steps without a handler: ${missing.join(', ')}`);
  }

  /**
   * Runs the job until it has ended, its lease is lost, or `shutdown` aborts (then it is handed back).
   * @throws AppError conflict when another worker still holds it, so that the queue delivers it again later.
   */
  async drive(jobId: string, shutdown: AbortSignal): Promise<void> {
    const taken = await this.leases.acquire(jobId);
    if (taken === 'ended') return;
    if (taken === 'busy') throw new AppError('job.lease_lost');
    const stop = new AbortController();
    const release = this.guardLease(taken, stop, shutdown);
    try {
      await this.runSteps(taken, stop.signal);
    } catch (error) {
      if (stop.signal.aborted)
        this.logger.log(`job ${jobId} stopped: ${String(stop.signal.reason)}`);
      else if (AppError.from(error).code !== 'job.lease_lost') throw error;
    } finally {
      release();
    }
    if (stop.signal.reason === 'shutdown') {
      await this.leases.release(taken.lease);
      throw new AppError('job.lease_lost', { message: 'Handed back at shutdown.' });
    }
  }

  /** Keeps the lease alive, and aborts when it is lost or the process shuts down. Returns how to stop guarding. */
  private guardLease(
    { lease }: LeasedJob,
    stop: AbortController,
    shutdown: AbortSignal,
  ): () => void {
    const check = (): void => {
      this.leases.renew(lease).then(
        (isHeld) => {
          if (!isHeld) stop.abort('lease_lost' satisfies StopReason);
        },
        (error: unknown) => {
          // The database is away for a moment; if it is for longer, the fenced writes refuse.
          this.logger.warn(`could not renew the lease of ${lease.jobId}: ${String(error)}`);
        },
      );
    };
    const timer = setInterval(check, (LEASE_SECONDS * 1000) / 3);
    // Cancelling notifies at once, so a running step hears of it in milliseconds. A signal is only a hint: the lease
    // is asked, because signals are also sent when some may have been missed.
    const unsubscribe = this.signals.onChange(`cancel:${lease.jobId}`, check);
    const onShutdown = (): void => {
      stop.abort('shutdown' satisfies StopReason);
    };
    shutdown.addEventListener('abort', onShutdown, { once: true });
    if (shutdown.aborted) onShutdown();
    return () => {
      clearInterval(timer);
      unsubscribe();
      shutdown.removeEventListener('abort', onShutdown);
    };
  }

  private async runSteps(job: LeasedJob, stop: AbortSignal): Promise<void> {
    const states = new Map(
      (await this.leases.steps(job.lease.jobId)).map((state) => [state.key, state]),
    );
    const earlier: EarlierOutputs = {};
    for (const key of stepKeys) {
      const state = states.get(key);
      const output =
        state?.status === 'completed'
          ? stepOutputSchemas[key].parse(state.output)
          : await this.runStep(job, key, state, earlier, stop);
      if (output === undefined) return;
      Object.assign(earlier, { [key]: output });
    }
    await this.leases.complete(job.lease, (manager) =>
      this.projects.create(manager, { jobId: job.lease.jobId, outputs: earlier }),
    );
  }

  /** The step's output; undefined when the job has failed because of it. */
  private async runStep(
    job: LeasedJob,
    key: StepKey,
    state: StepState | undefined,
    earlier: EarlierOutputs,
    stop: AbortSignal,
  ): Promise<unknown> {
    const step = this.stepOf(key);
    const { lease, prompt, givenSpec } = job;
    const input = { jobId: lease.jobId, prompt, givenSpec, earlier };
    if ((state?.attempts ?? 0) >= MAX_BEGINNINGS) {
      await this.leases.fail(job.lease, key, new AppError('internal.unexpected').toPublic());
      return undefined;
    }
    for (let attempt = 1; ; attempt += 1) {
      stop.throwIfAborted();
      await this.leases.beginStep(job.lease, key);
      try {
        return await this.attempt(job, step, input, stop);
      } catch (thrown) {
        stop.throwIfAborted();
        const error = AppError.from(thrown);
        if (error.code === 'job.lease_lost') throw error;
        const isLast = !error.isRetried || attempt >= step.maxAttempts;
        const account = `job ${job.lease.jobId}, step ${key}, attempt ${attempt}: ${error.code} ${causeOf(error)}`;
        if (isLast && error.kind === 'internal') this.logger.error(account);
        else this.logger.warn(account);
        if (isLast) {
          await this.leases.fail(job.lease, key, error.toPublic());
          return undefined;
        }
        await this.reportRetry(job, key, error);
        await sleep(500 * 2 ** attempt, undefined, { signal: stop });
      }
    }
  }

  private async attempt(
    job: LeasedJob,
    step: PipelineStep,
    input: Omit<StepInput, 'model'>,
    stop: AbortSignal,
  ): Promise<unknown> {
    const limit = AbortSignal.timeout(step.timeLimitMs);
    const failed = new AbortController();
    const signal = AbortSignal.any([stop, limit, failed.signal]);
    const reporter = new StepReporter(this.leases, job.lease, step.key, signal, (error) => {
      failed.abort(error);
    });
    try {
      const owner = { jobId: input.jobId, userId: job.ownerId, step: step.key };
      const userKey = await this.modelKeys.findForJob(job.ownerId);
      const model = this.models.forStep({ owner, userKey, context: reporter });
      const result = await orAbandon(step.run({ ...input, model }, reporter), signal);
      signal.throwIfAborted();
      await reporter.flush();
      // What is stored is what later steps will read, so it is checked before it is stored.
      const checked = stepOutputSchemas[step.key].safeParse(result.output);
      if (!checked.success) throw new AppError('step.output_invalid', { cause: checked.error });
      await this.leases.completeStep(job.lease, step.key, {
        output: checked.data,
        decisions: reporter.decisions,
        progress: overallProgress(step.key, 1),
        ...(result.alsoWrites ? { alsoWrites: result.alsoWrites } : {}),
      });
      return checked.data;
    } catch (error) {
      await reporter.flush().catch(() => undefined);
      if (failed.signal.aborted) throw failed.signal.reason;
      if (limit.aborted && !stop.aborted) throw new AppError('step.timeout', { cause: error });
      throw error;
    }
  }

  private async reportRetry(job: LeasedJob, key: StepKey, error: AppError): Promise<void> {
    await this.leases.report(job.lease, key, {
      events: [
        {
          step: key,
          level: 'warn',
          message: `${error.message} Trying again.`,
          data: { code: error.code },
        },
      ],
      fraction: 0,
      activity: null,
      progress: 0,
    });
  }

  private stepOf(key: StepKey): PipelineStep {
    const step = this.steps.get(key);
    if (!step) throw new Error(`no step ${key}`);
    return step;
  }
}

/**
 * The run's result, or the signal's reason when the run has not ended soon after it was told to stop. What an
 * abandoned run still does is refused by the fence.
 */
async function orAbandon<Result>(run: Promise<Result>, signal: AbortSignal): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  let onAbort: () => void = () => undefined;
  const abandoned = new Promise<never>((_resolve, reject) => {
    onAbort = () => {
      timer = setTimeout(() => {
        reject(signal.reason instanceof Error ? signal.reason : new AppError('job.cancelled'));
      }, STOPPING_MS);
    };
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([run, abandoned]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    run.catch(() => undefined);
  }
}

/** For the log of the operator only; users see the public message. */
function causeOf(error: AppError): string {
  return error.cause instanceof Error ? (error.cause.stack ?? error.cause.message) : '';
}
