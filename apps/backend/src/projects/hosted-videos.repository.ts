import type { HostingState } from '@hatchr/livepeer';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';

export interface HostedVideo {
  id: string;
  /** null: its project was deleted, so it is to be deleted with the service. */
  jobId: string | null;
  name: string;
  sha256: string;
  state: HostingState;
}

/** A process that says nothing for so long is taken to be dead, and another one goes on. */
export const LEASE_SECONDS = 60;

/** Launch videos at a hosting service. */
@Injectable()
export class HostedVideosRepository {
  constructor(
    private readonly settings: { isOn: boolean },
    private readonly dataSource: DataSource,
  ) {}

  /**
   * Asks, where hosting is on, for the video of a job to be hosted once the job is completed. The same bytes are asked
   * for once.
   */
  async request(
    manager: EntityManager,
    { jobId, name, sha256 }: { jobId: string; name: string; sha256: string },
  ): Promise<void> {
    if (!this.settings.isOn) return;
    await manager.query(
      `INSERT INTO hosted_videos (id, job_id, name, sha256, state)
       VALUES ($1, $2, $3, $4, '{"phase": "waiting"}')
       ON CONFLICT (job_id) DO UPDATE SET name = excluded.name, sha256 = excluded.sha256, state = excluded.state
         WHERE hosted_videos.sha256 <> excluded.sha256`,
      [randomUUID(), jobId, name, sha256],
    );
  }

  async find(jobId: string): Promise<HostingState | null> {
    const rows: { state: HostingState }[] = await this.dataSource.query(
      `SELECT state FROM hosted_videos WHERE job_id = $1`,
      [jobId],
    );
    return rows[0]?.state ?? null;
  }

  /** The oldest video that waits for work, leased to the caller; null where there is none. */
  async claim(): Promise<HostedVideo | null> {
    const [rows] = await this.dataSource.query<[HostedVideo[], number]>(
      `UPDATE hosted_videos SET lease_until = now() + $1 * interval '1 second' WHERE id = (
         SELECT h.id FROM hosted_videos h LEFT JOIN jobs j ON j.id = h.job_id
         WHERE (h.lease_until IS NULL OR h.lease_until < now())
           AND (h.job_id IS NULL
             OR j.status = 'completed' AND h.state->>'phase' NOT IN ('ready', 'failed'))
         ORDER BY h.created_at LIMIT 1 FOR UPDATE OF h SKIP LOCKED)
       RETURNING id, job_id AS "jobId", name, sha256, state`,
      [LEASE_SECONDS],
    );
    return rows[0] ?? null;
  }

  /** Keeps the state and renews the lease. False where the video is no longer wanted. */
  async save(id: string, state: HostingState): Promise<boolean> {
    return this.touch(id, `state = $3::jsonb,`, [JSON.stringify(state)]);
  }

  /** Renews the lease. False where the video is no longer wanted. */
  async renew(id: string): Promise<boolean> {
    return this.touch(id, '', []);
  }

  /** Lets any process take it up again. */
  async release(id: string): Promise<void> {
    await this.dataSource.query(`UPDATE hosted_videos SET lease_until = NULL WHERE id = $1`, [id]);
  }

  async remove(id: string): Promise<void> {
    await this.dataSource.query(`DELETE FROM hosted_videos WHERE id = $1`, [id]);
  }

  private async touch(id: string, also: string, parameters: string[]): Promise<boolean> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE hosted_videos SET ${also} lease_until = now() + $2 * interval '1 second'
       WHERE id = $1 AND job_id IS NOT NULL RETURNING id`,
      [id, LEASE_SECONDS, ...parameters],
    );
    return rows.length > 0;
  }
}
