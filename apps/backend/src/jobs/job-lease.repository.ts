import {
  AppError,
  type Decision,
  type JobEventLevel,
  type PlanPreview,
  type PublicError,
  type StepKey,
} from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** A worker's hold on a job. Every write names it; a write under an older epoch finds no row. */
export interface JobLease {
  jobId: string;
  epoch: number;
}

export interface LeasedJob {
  lease: JobLease;
  ownerId: string;
  prompt: string;
  /** The owner's specification as it was stored; null where one is to be planned. */
  givenSpec: unknown;
}

export interface StepState {
  key: StepKey;
  status: string;
  attempts: number;
  output: unknown;
}

export interface PendingEvent {
  /** When it happened; now unless given, for an event that waited to be written. */
  at?: string;
  step: StepKey | null;
  level: JobEventLevel;
  message: string;
  data?: Record<string, unknown> | undefined;
}

/** A dead worker's job may be taken over after this; it is renewed three times as often. */
export const LEASE_SECONDS = 9;

/** What a worker writes about the job that it holds. Everything is fenced by the lease's epoch. */
@Injectable()
export class JobLeaseRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes a job: one that waits, or one whose worker has been silent for longer than its lease.
   * `busy`: another worker holds it; `ended`: there is nothing left to do.
   */
  async acquire(jobId: string): Promise<LeasedJob | 'busy' | 'ended'> {
    const [rows] = await this.dataSource.query<
      [{ lease_epoch: number; owner_id: string; prompt: string; given_spec: unknown }[], number]
    >(
      `UPDATE jobs SET status = 'processing', lease_epoch = lease_epoch + 1,
         lease_until = now() + make_interval(secs => $2), started_at = COALESCE(started_at, now())
       WHERE id = $1 AND (status = 'queued' OR (status = 'processing' AND COALESCE(lease_until, now()) <= now()))
       RETURNING lease_epoch, owner_id, prompt, given_spec`,
      [jobId, LEASE_SECONDS],
    );
    const row = rows[0];
    if (row) {
      const lease = { jobId, epoch: row.lease_epoch };
      return { lease, ownerId: row.owner_id, prompt: row.prompt, givenSpec: row.given_spec };
    }
    const held: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM jobs WHERE id = $1 AND status = 'processing'`,
      [jobId],
    );
    return held.length > 0 ? 'busy' : 'ended';
  }

  /** False when the lease is lost: cancelled, or taken over. */
  async renew(lease: JobLease): Promise<boolean> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE jobs SET lease_until = now() + make_interval(secs => $3)
       WHERE id = $1 AND lease_epoch = $2 AND status = 'processing' RETURNING id`,
      [lease.jobId, lease.epoch, LEASE_SECONDS],
    );
    return rows.length > 0;
  }

  /** Hands the job back, so that the next worker need not wait for the lease to run out. */
  async release(lease: JobLease): Promise<void> {
    await this.dataSource.query(
      `UPDATE jobs SET lease_until = now() WHERE id = $1 AND lease_epoch = $2 AND status = 'processing'`,
      [lease.jobId, lease.epoch],
    );
  }

  async steps(jobId: string): Promise<StepState[]> {
    return this.dataSource.query(
      `SELECT key, status, attempts, output FROM job_steps WHERE job_id = $1`,
      [jobId],
    );
  }

  async beginStep(lease: JobLease, key: StepKey): Promise<void> {
    await this.fenced(lease, async (manager) => {
      await manager.query(
        `UPDATE job_steps SET status = 'in_progress', attempts = attempts + 1, fraction = 0,
           started_at = COALESCE(started_at, now()), finished_at = NULL
         WHERE job_id = $1 AND key = $2`,
        [lease.jobId, key],
      );
    });
  }

  /** Stores the step's output, what was decided in it, what it `alsoWrites`, its last events and the new progress, all or nothing. */
  async completeStep(
    lease: JobLease,
    key: StepKey,
    result: {
      output: unknown;
      decisions: Decision[];
      progress: number;
      alsoWrites?: (manager: EntityManager) => Promise<void>;
    },
  ): Promise<void> {
    await this.fenced(lease, async (manager) => {
      await result.alsoWrites?.(manager);
      await manager.query(
        `UPDATE job_steps SET status = 'completed', fraction = 1, output = $3::jsonb, decisions = $4::jsonb,
           finished_at = now()
         WHERE job_id = $1 AND key = $2`,
        [lease.jobId, key, JSON.stringify(result.output), JSON.stringify(result.decisions)],
      );
      await this.insertEvents(manager, lease, [{ step: key, level: 'info', message: 'Done.' }]);
      await manager.query(`UPDATE jobs SET progress = GREATEST(progress, $2) WHERE id = $1`, [
        lease.jobId,
        result.progress,
      ]);
    });
  }

  /** Appends events and moves the progress forward; one transaction however many there are. */
  async report(
    lease: JobLease,
    key: StepKey,
    update: {
      events: PendingEvent[];
      fraction: number;
      activity: string | null;
      progress: number;
      plan?: PlanPreview | null;
    },
  ): Promise<void> {
    await this.fenced(lease, async (manager) => {
      await manager.query(
        `UPDATE job_steps SET fraction = GREATEST(fraction, $3), activity = COALESCE($4, activity)
         WHERE job_id = $1 AND key = $2`,
        [lease.jobId, key, update.fraction, update.activity],
      );
      await manager.query(
        `UPDATE jobs SET progress = GREATEST(progress, $2), plan = COALESCE($3::jsonb, plan) WHERE id = $1`,
        [lease.jobId, update.progress, update.plan ? JSON.stringify(update.plan) : null],
      );
      await this.insertEvents(manager, lease, update.events);
    });
  }

  /** processing → completed, with whatever else belongs to the same moment. */
  async complete(
    lease: JobLease,
    alsoWrites: (manager: EntityManager) => Promise<string>,
  ): Promise<void> {
    await this.fenced(lease, async (manager) => {
      const projectId = await alsoWrites(manager);
      await manager.query(
        `UPDATE jobs SET status = 'completed', progress = 100, project_id = $2, finished_at = now(), lease_until = NULL
         WHERE id = $1`,
        [lease.jobId, projectId],
      );
      await this.insertEvents(manager, lease, [
        { step: null, level: 'info', message: 'Your startup has hatched.' },
      ]);
    });
  }

  /** processing → failed. Finished steps keep their output for a retry. */
  async fail(lease: JobLease, key: StepKey | null, error: PublicError): Promise<void> {
    await this.fenced(lease, async (manager) => {
      await manager.query(
        `UPDATE jobs SET status = 'failed', error = $2::jsonb, finished_at = now(), lease_until = NULL WHERE id = $1`,
        [lease.jobId, JSON.stringify(error)],
      );
      if (key) {
        await manager.query(
          `UPDATE job_steps SET status = 'failed', finished_at = now() WHERE job_id = $1 AND key = $2`,
          [lease.jobId, key],
        );
      }
      await this.insertEvents(manager, lease, [
        { step: key, level: 'error', message: error.message, data: { code: error.code } },
      ]);
    });
  }

  /** Jobs that should run but whose worker has been silent for so long that its delivery must be lost too. */
  async listAbandoned(olderThanSeconds: number): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM jobs
       WHERE status = 'processing' AND lease_until < now() - make_interval(secs => $1) LIMIT 100`,
      [olderThanSeconds],
    );
    return rows.map((row) => row.id);
  }

  private async insertEvents(
    manager: EntityManager,
    lease: JobLease,
    events: PendingEvent[],
  ): Promise<void> {
    if (events.length === 0) {
      // Progress alone wakes the watchers too.
      await manager.query(`SELECT pg_notify('job_events', $1)`, [lease.jobId]);
      return;
    }
    await manager.query(
      `WITH j AS (UPDATE jobs SET last_seq = last_seq + $2 WHERE id = $1 RETURNING id, last_seq - $2 AS before)
       INSERT INTO job_events (job_id, seq, at, step, level, message, data)
       SELECT j.id, j.before + e.ordinality, COALESCE((e.value ->> 'at')::timestamptz, clock_timestamp()), e.value ->> 'step', e.value ->> 'level',
         e.value ->> 'message', NULLIF(e.value -> 'data', 'null'::jsonb)
       FROM j, jsonb_array_elements($3::jsonb) WITH ORDINALITY AS e`,
      [lease.jobId, events.length, JSON.stringify(events)],
    );
    await manager.query(`SELECT pg_notify('job_events', $1)`, [lease.jobId]);
  }

  /** @throws AppError job.lease_lost when the job has changed hands; then nothing of `write` is kept. */
  private async fenced(
    lease: JobLease,
    write: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const held: unknown[] = await manager.query(
        `SELECT 1 FROM jobs WHERE id = $1 AND lease_epoch = $2 AND status = 'processing' FOR UPDATE`,
        [lease.jobId, lease.epoch],
      );
      if (held.length === 0) throw new AppError('job.lease_lost');
      await write(manager);
    });
  }
}
