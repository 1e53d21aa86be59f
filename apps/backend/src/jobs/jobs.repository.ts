import {
  AppError,
  stepKeys,
  toPlanPreview,
  type DiscoveryResult,
  type JobEvent,
  type JobStatus,
  type JobSummary,
  type ProductSpec,
  type StepKey,
} from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { decodeCursor, encodeCursor } from '../database/page-cursor.js';
import { overallProgress, type JobRow } from './job-view.js';

/** How many of the latest events `status` carries; a watcher reads the rest by `seq`. */
const EVENTS_IN_STATUS = 60;

const iso = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const EVENT_JSON = `jsonb_build_object('seq', e.seq, 'at', ${iso('e.at')}, 'step', e.step, 'level', e.level,
  'message', e.message, 'data', e.data)`;

/** One round trip for all that a person sees of a job; status is asked far more often than anything changes. */
const SELECT_JOB = `
  SELECT j.id, j.prompt, j.status, j.progress, j.last_seq, j.project_id, j.revision_of, j.plan, j.error,
    ${iso('j.created_at')} AS created_at, ${iso('j.started_at')} AS started_at,
    ${iso('j.finished_at')} AS finished_at,
    (SELECT jsonb_agg(jsonb_build_object('key', s.key, 'status', s.status, 'attempts', s.attempts,
        'fraction', s.fraction, 'activity', s.activity,
        'started_at', ${iso('s.started_at')}, 'finished_at', ${iso('s.finished_at')}))
      FROM job_steps s WHERE s.job_id = j.id) AS steps,
    COALESCE((SELECT jsonb_agg(${EVENT_JSON} ORDER BY e.seq)
      FROM job_events e WHERE e.job_id = j.id AND e.seq > j.last_seq - ${EVENTS_IN_STATUS}), '[]') AS events
  FROM jobs j`;

interface SummaryRow {
  id: string;
  prompt: string;
  status: JobStatus;
  progress: number;
  project_id: string | null;
  created_at: Date;
  finished_at: Date | null;
}

/** A project about to be revised, with its current revision. */
export interface RevisedProject {
  prompt: string;
  number: number;
  total: number;
  discovery: DiscoveryResult;
}

export interface NewRevision {
  ownerId: string;
  idempotencyKey: string | null;
  projectId: string;
  prompt: string;
  spec: ProductSpec;
  note: string | null;
  discovery: DiscoveryResult;
}

export interface SummaryPage {
  items: JobSummary[];
  nextCursor: string | null;
}

/** Reads of jobs, and the transitions that people cause. What a worker writes is in job-lease.repository.ts. */
@Injectable()
export class JobsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The owner's job, or null: someone else's job looks exactly like none. */
  async findOwned(ownerId: string, jobId: string): Promise<JobRow | null> {
    const rows: JobRow[] = await this.dataSource.query(
      `${SELECT_JOB} WHERE j.id = $1 AND j.owner_id = $2`,
      [jobId, ownerId],
    );
    return rows[0] ?? null;
  }

  /** Any job; for administrators and workers. */
  async find(jobId: string): Promise<JobRow | null> {
    const rows: JobRow[] = await this.dataSource.query(`${SELECT_JOB} WHERE j.id = $1`, [jobId]);
    return rows[0] ?? null;
  }

  async listEventsAfter(jobId: string, seq: number, limit: number): Promise<JobEvent[]> {
    const rows: { event: JobEvent }[] = await this.dataSource.query(
      `SELECT ${EVENT_JSON} AS event FROM job_events e WHERE e.job_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3`,
      [jobId, seq, limit],
    );
    return rows.map((row) => row.event);
  }

  /** Newest first. `ownerId` null lists everyone's (administrators); `status` narrows it. */
  async list(
    filter: { ownerId: string | null; status?: JobStatus | undefined },
    page: { cursor?: string | undefined; limit: number },
  ): Promise<SummaryPage> {
    const after = decodeCursor(page.cursor);
    const rows: SummaryRow[] = await this.dataSource.query(
      `SELECT id, prompt, status, progress, project_id, created_at, finished_at FROM jobs
       WHERE ($1::text IS NULL OR owner_id = $1) AND ($2::text IS NULL OR status = $2)
         AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $5`,
      [filter.ownerId, filter.status ?? null, after?.at ?? null, after?.id ?? null, page.limit + 1],
    );
    const items = rows.slice(0, page.limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => ({
        jobId: row.id,
        prompt: row.prompt,
        status: row.status,
        progress: Math.round(row.progress),
        projectId: row.project_id,
        createdAt: row.created_at.toISOString(),
        finishedAt: row.finished_at?.toISOString() ?? null,
      })),
      nextCursor:
        rows.length > page.limit && last
          ? encodeCursor({ at: last.created_at, id: last.id })
          : null,
    };
  }

  async countActive(manager: EntityManager, ownerId: string): Promise<number> {
    const rows: { count: number }[] = await manager.query(
      `SELECT count(*)::int AS count FROM jobs WHERE owner_id = $1 AND status IN ('queued', 'processing')`,
      [ownerId],
    );
    return rows[0]?.count ?? 0;
  }

  /** Creates the job with its pending steps. */
  async insert(
    manager: EntityManager,
    input: { ownerId: string; prompt: string; idempotencyKey: string | null },
  ): Promise<string> {
    const id = randomUUID();
    await manager.query(
      `INSERT INTO jobs (id, owner_id, prompt, idempotency_key) VALUES ($1, $2, $3, $4)`,
      [id, input.ownerId, input.prompt, input.idempotencyKey],
    );
    await this.insertSteps(manager, id);
    return id;
  }

  /** The owner's project, held until the transaction ends: nobody deletes it or restores another revision meanwhile. */
  async lockRevised(
    manager: EntityManager,
    ownerId: string,
    projectId: string,
  ): Promise<RevisedProject | null> {
    const rows: RevisedProject[] = await manager.query(
      `SELECT p.prompt, r.number, r.detail -> 'discovery' AS discovery,
         (SELECT count(*)::int FROM project_revisions c WHERE c.project_id = p.id) AS total
       FROM projects p JOIN project_revisions r ON r.job_id = p.job_id
       WHERE p.id = $1 AND p.owner_id = $2 FOR UPDATE OF p`,
      [projectId, ownerId],
    );
    return rows[0] ?? null;
  }

  /**
   * Creates a job that makes the next revision of a project: its competitors are known and its plan is given.
   * @throws AppError project.regenerating while another one is queued or running
   */
  async insertRevision(manager: EntityManager, input: NewRevision): Promise<string> {
    const id = randomUUID();
    await orRegenerating(
      manager.query(
        `INSERT INTO jobs (id, owner_id, prompt, idempotency_key, revision_of, given_spec, note, plan, progress)
         VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8::jsonb, $9)`,
        [
          id,
          input.ownerId,
          input.prompt,
          input.idempotencyKey,
          input.projectId,
          JSON.stringify(input.spec),
          input.note,
          JSON.stringify(toPlanPreview(input.spec)),
          overallProgress('discovery', 1),
        ],
      ),
    );
    await this.insertSteps(manager, id);
    await manager.query(
      `UPDATE job_steps SET status = 'completed', fraction = 1, output = $2::jsonb,
         activity = 'Kept from the revision before', started_at = now(), finished_at = now()
       WHERE job_id = $1 AND key = 'discovery'`,
      [id, JSON.stringify(input.discovery)],
    );
    return id;
  }

  async findByIdempotencyKey(
    manager: EntityManager,
    ownerId: string,
    key: string,
  ): Promise<{ id: string; status: JobStatus } | null> {
    const rows: { id: string; status: JobStatus }[] = await manager.query(
      `SELECT id, status FROM jobs WHERE owner_id = $1 AND idempotency_key = $2`,
      [ownerId, key],
    );
    return rows[0] ?? null;
  }

  /**
   * queued | processing → cancelled. The epoch rises, so a worker that still runs the job can write nothing more.
   * False when the job was not in a state to be cancelled.
   */
  async cancel(manager: EntityManager, jobId: string): Promise<boolean> {
    const [rows] = await manager.query<[unknown[], number]>(
      `UPDATE jobs SET status = 'cancelled', finished_at = now(), lease_epoch = lease_epoch + 1, lease_until = NULL
       WHERE id = $1 AND status IN ('queued', 'processing') RETURNING id`,
      [jobId],
    );
    if (rows.length === 0) return false;
    await manager.query(
      `UPDATE job_steps SET status = 'cancelled', finished_at = now() WHERE job_id = $1 AND status = 'in_progress'`,
      [jobId],
    );
    return true;
  }

  /**
   * failed | cancelled → queued, from the step that did not finish. False in any other state.
   * @throws AppError project.regenerating for a revision while another of its project is queued or running
   */
  async requeue(manager: EntityManager, jobId: string): Promise<boolean> {
    const [rows] = await orRegenerating(
      manager.query<[unknown[], number]>(
        `UPDATE jobs SET status = 'queued', error = NULL, finished_at = NULL, lease_epoch = lease_epoch + 1,
           lease_until = NULL
         WHERE id = $1 AND status IN ('failed', 'cancelled') RETURNING id`,
        [jobId],
      ),
    );
    if (rows.length === 0) return false;
    await manager.query(
      `UPDATE job_steps SET status = 'pending', attempts = 0, fraction = 0, activity = NULL, finished_at = NULL
       WHERE job_id = $1 AND status <> 'completed'`,
      [jobId],
    );
    return true;
  }

  /** Adds an event outside of a worker's lease (created, cancelled, retried) and returns its seq. */
  async appendEvent(
    manager: EntityManager,
    jobId: string,
    event: { step: StepKey | null; level: string; message: string; data?: Record<string, unknown> },
  ): Promise<void> {
    await manager.query(
      `WITH j AS (UPDATE jobs SET last_seq = last_seq + 1 WHERE id = $1 RETURNING id, last_seq)
       INSERT INTO job_events (job_id, seq, step, level, message, data)
       SELECT id, last_seq, $2, $3, $4, $5::jsonb FROM j`,
      [
        jobId,
        event.step,
        event.level,
        event.message,
        event.data ? JSON.stringify(event.data) : null,
      ],
    );
    await manager.query(`SELECT pg_notify('job_events', $1)`, [jobId]);
  }

  private async insertSteps(manager: EntityManager, jobId: string): Promise<void> {
    await manager.query(`INSERT INTO job_steps (job_id, key) SELECT $1, unnest($2::text[])`, [
      jobId,
      stepKeys,
    ]);
  }
}

/** The write's result, or `project.regenerating` where the index on unfinished revisions refused it. */
async function orRegenerating<Result>(write: Promise<Result>): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    const constraint =
      error instanceof QueryFailedError &&
      (error.driverError as { constraint?: string }).constraint;
    if (constraint === 'jobs_one_revision_at_once')
      throw new AppError('project.regenerating', { cause: error });
    throw error;
  }
}
