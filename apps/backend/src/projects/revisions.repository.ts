import type { ProductSpec, Revision } from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A revision as a comparison needs it. */
export interface ComparedRevision {
  number: number;
  jobId: string;
  spec: ProductSpec;
}

/** Revisions of projects. Every query names the owner: nobody else reads or moves them. */
@Injectable()
export class RevisionsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first; empty for a project that is not the owner's, as a project of theirs has one at least. */
  async list(ownerId: string, projectId: string): Promise<Revision[]> {
    const rows: (Omit<Revision, 'createdAt'> & { createdAt: Date })[] = await this.dataSource.query(
      // The ZIP and the proof lie beside the kit, not in it.
      `SELECT r.number, r.created_at AS "createdAt", r.note, r.job_id = p.job_id AS "isCurrent",
         r.job_id AS "jobId", r.name, r.manifest_digest AS "manifestDigest",
         CASE WHEN r.detail #>> '{verification,outcome}' = 'failed' THEN 'failed' ELSE 'passed' END AS verification,
         (SELECT count(*)::int FROM artifacts a
           WHERE a.job_id = r.job_id AND a.kind NOT IN ('zip', 'proof')) AS "fileCount"
       FROM project_revisions r JOIN projects p ON p.id = r.project_id
       WHERE p.id = $1 AND p.owner_id = $2 ORDER BY r.number DESC`,
      [projectId, ownerId],
    );
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  }

  /** Those of the numbers that the owner's project has. */
  async listNumbers(
    ownerId: string,
    projectId: string,
    numbers: number[],
  ): Promise<ComparedRevision[]> {
    return this.dataSource.query(
      `SELECT r.number, r.job_id AS "jobId", r.detail -> 'spec' AS spec
       FROM project_revisions r JOIN projects p ON p.id = r.project_id
       WHERE p.id = $1 AND p.owner_id = $2 AND r.number = ANY($3::int[])`,
      [projectId, ownerId, numbers],
    );
  }

  async owns(ownerId: string, projectId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM projects WHERE id = $1 AND owner_id = $2`,
      [projectId, ownerId],
    );
    return rows.length > 0;
  }

  /** Points the owner's project at the revision. False when there is no such revision of it. */
  async makeCurrent(ownerId: string, projectId: string, number: number): Promise<boolean> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE projects p SET job_id = r.job_id FROM project_revisions r
       WHERE p.id = $1 AND p.owner_id = $2 AND r.project_id = p.id AND r.number = $3 RETURNING p.id`,
      [projectId, ownerId, number],
    );
    return rows.length > 0;
  }
}
