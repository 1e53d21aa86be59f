import {
  AppError,
  type Caller,
  type GenerateInput,
  type GenerateOutput,
  type GenerationApi,
  type Job,
  type JobPage,
  type JobStatus,
  type JobUpdate,
  type PageInput,
  type RegenerateInput,
} from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JobSignals } from './job-signals.service.js';
import { toJob, type JobRow } from './job-view.js';
import { JobsRepository } from './jobs.repository.js';
import { JobQueue } from './queue/job-queue.port.js';

const EVENTS_AT_ONCE = 200;

/** Each keeps its files; this many bound what one project may fill the disk with. */
const MAX_REVISIONS = 50;

export interface JobLimits {
  maxActivePerUser: number;
}

/** Jobs as people see and steer them. What runs them is the pipeline. */
@Injectable()
export class JobsService implements GenerationApi {
  constructor(
    private readonly limits: JobLimits,
    private readonly dataSource: DataSource,
    private readonly jobs: JobsRepository,
    private readonly queue: JobQueue,
    private readonly signals: JobSignals,
  ) {}

  /** One transaction makes the job, its first event and its queue entry: all of them, or none. */
  async generate(caller: Caller, input: GenerateInput): Promise<GenerateOutput> {
    return this.make(caller, input.idempotencyKey ?? null, async (manager, idempotencyKey) => {
      const job = { ownerId: caller.userId, prompt: input.prompt, idempotencyKey };
      const jobId = await this.jobs.insert(manager, job);
      await this.announce(manager, jobId, 'Queued.');
      return jobId;
    });
  }

  /** A job like any other, but it knows the competitors already and does not plan. */
  async regenerate(caller: Caller, input: RegenerateInput): Promise<GenerateOutput> {
    return this.make(caller, input.idempotencyKey ?? null, async (manager, idempotencyKey) => {
      const { userId: ownerId } = caller;
      const base = await this.jobs.lockRevised(manager, ownerId, input.projectId);
      if (!base) throw new AppError('project.not_found');
      if (base.total >= MAX_REVISIONS)
        throw new AppError('project.too_many_revisions', { details: { limit: MAX_REVISIONS } });
      const jobId = await this.jobs.insertRevision(manager, {
        ownerId,
        idempotencyKey,
        projectId: input.projectId,
        prompt: base.prompt,
        // The sentence is what the project was hatched from; an edit of the specification does not change it.
        spec: { ...input.spec, prompt: base.prompt },
        note: input.note ?? null,
        discovery: base.discovery,
      });
      await this.announce(manager, jobId, 'Queued.');
      const kept = `Competitors are kept from revision ${String(base.number)}.`;
      await this.jobs.appendEvent(manager, jobId, {
        step: 'discovery',
        level: 'info',
        message: kept,
      });
      return jobId;
    });
  }

  async status(caller: Caller, jobId: string): Promise<Job> {
    return toJob(await this.getOwned(caller, jobId));
  }

  async *watch(
    caller: Caller,
    jobId: string,
    afterSeq: number,
    signal: AbortSignal,
  ): AsyncIterable<JobUpdate> {
    await this.getOwned(caller, jobId);
    const changes = this.signals.subscribe(jobId, signal);
    try {
      let seq = afterSeq;
      let seenState = '';
      while (!signal.aborted) {
        const events = await this.jobs.listEventsAfter(jobId, seq, EVENTS_AT_ONCE);
        // The job is read after its events, so no event is ever sent with a state from before it.
        const { events: _events, ...job } = toJob(await this.getOwned(caller, jobId));
        for (const event of events) yield { event, job };
        seq = events.at(-1)?.seq ?? seq;
        const state = `${job.status} ${job.progress} ${job.plan === null ? 'unplanned' : 'planned'}`;
        // A step that moves on without a word still moves the bar: its last event is sent once more.
        if (events.length === 0 && state !== seenState) {
          const [latest] = await this.jobs.listEventsAfter(jobId, Math.max(0, seq - 1), 1);
          if (latest && latest.seq <= seq) yield { event: latest, job };
        }
        seenState = state;
        if (!job.canCancel && seq >= job.lastSeq) return;
        if (events.length < EVENTS_AT_ONCE) await changes.next();
      }
    } finally {
      changes.close();
    }
  }

  list(caller: Caller, page: PageInput): Promise<JobPage> {
    return this.jobs.list({ ownerId: caller.userId }, page);
  }

  async cancel(caller: Caller, jobId: string): Promise<Job> {
    await this.getOwned(caller, jobId);
    await this.cancelAny(jobId);
    return this.status(caller, jobId);
  }

  async retry(caller: Caller, jobId: string): Promise<Job> {
    await this.getOwned(caller, jobId);
    await this.retryAny(jobId);
    return this.status(caller, jobId);
  }

  /** Without an ownership check; for administrators. @throws AppError job.not_found */
  async getAny(jobId: string): Promise<Job> {
    const row = await this.jobs.find(jobId);
    if (!row) throw new AppError('job.not_found');
    return toJob(row);
  }

  listAny(
    filter: { status?: JobStatus | undefined; ownerId?: string | undefined },
    page: PageInput,
  ): Promise<JobPage> {
    return this.jobs.list({ ownerId: filter.ownerId ?? null, status: filter.status }, page);
  }

  async cancelAny(jobId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      if (!(await this.jobs.cancel(manager, jobId))) throw new AppError('job.illegal_transition');
      await this.announce(manager, jobId, 'Cancelled.', 'warn');
      await manager.query(`SELECT pg_notify('job_events', $1)`, [`cancel:${jobId}`]);
    });
  }

  async retryAny(jobId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      if (!(await this.jobs.requeue(manager, jobId))) throw new AppError('job.not_retryable');
      await this.announce(manager, jobId, 'Queued again; finished steps are kept.');
      await this.queue.enqueue(jobId, manager);
    });
  }

  /** What every new job has in common: the same key gives the same job, and a person has only so many at once. */
  private async make(
    caller: Caller,
    idempotencyKey: string | null,
    insert: (manager: EntityManager, idempotencyKey: string | null) => Promise<string>,
  ): Promise<GenerateOutput> {
    return this.dataSource.transaction(async (manager) => {
      const { userId: ownerId } = caller;
      // One job of a person is made at a time, so that the limit below cannot be slipped past in parallel.
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 727))', [ownerId]);
      if (idempotencyKey) {
        const existing = await this.jobs.findByIdempotencyKey(manager, ownerId, idempotencyKey);
        if (existing) return { jobId: existing.id, status: existing.status };
      }
      if ((await this.jobs.countActive(manager, ownerId)) >= this.limits.maxActivePerUser) {
        throw new AppError('job.too_many_active', {
          details: { limit: this.limits.maxActivePerUser },
        });
      }
      const jobId = await insert(manager, idempotencyKey);
      await this.queue.enqueue(jobId, manager);
      return { jobId, status: 'queued' };
    });
  }

  private async announce(
    manager: EntityManager,
    jobId: string,
    message: string,
    level = 'info',
  ): Promise<void> {
    await this.jobs.appendEvent(manager, jobId, { step: null, level, message });
  }

  private async getOwned(caller: Caller, jobId: string): Promise<JobRow> {
    const row = await this.jobs.findOwned(caller.userId, jobId);
    if (!row) throw new AppError('job.not_found');
    return row;
  }
}
