import type { ProjectPage } from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, encodeCursor } from '../database/page-cursor.js';
import type { ProjectDetail } from '../database/entities/project-revision.entity.js';

/** Who asks, and by what right: as the owner, or through a shared link. */
export interface ProjectReader {
  userId: string;
  shareToken?: string | undefined;
}

/** A project with one of its revisions. */
export interface ProjectRow {
  id: string;
  ownerId: string;
  prompt: string;
  shareToken: string | null;
  sharesDownloads: boolean;
  createdAt: Date;
  jobId: string;
  number: number;
  total: number;
  name: string;
  slug: string;
  tagline: string;
  detail: ProjectDetail;
  manifestDigest: string;
}

/** A readable project that has no such revision, or none that this reader may see. */
type NoSuchRevision = 'no_such_revision';

/** Projects. Whether the reader may see one is part of each query, so it cannot be forgotten. */
@Injectable()
export class ProjectsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The current revision unless `number` names another, which only the owner may read. */
  async findReadable(
    reader: ProjectReader,
    projectId: string,
    number?: number,
  ): Promise<ProjectRow | NoSuchRevision | null> {
    const rows: (Omit<ProjectRow, 'jobId'> & { jobId: string | null })[] =
      await this.dataSource.query(
        // NULL equals nothing, so a project that is not shared is opened by no token.
        `SELECT p.id, p.owner_id AS "ownerId", p.prompt, p.share_token AS "shareToken",
           p.shares_downloads AS "sharesDownloads", p.created_at AS "createdAt", r.job_id AS "jobId", r.number, r.name, r.slug, r.tagline, r.detail,
           r.manifest_digest AS "manifestDigest",
           (SELECT count(*)::int FROM project_revisions c WHERE c.project_id = p.id) AS total
         FROM projects p LEFT JOIN project_revisions r ON r.project_id = p.id
           AND ($4::int IS NULL AND r.job_id = p.job_id
             OR r.number = $4 AND (p.owner_id = $2 OR r.job_id = p.job_id))
         WHERE p.id = $1 AND (p.owner_id = $2 OR p.share_token = $3)`,
        [projectId, reader.userId, reader.shareToken ?? null, number ?? null],
      );
    const row = rows[0];
    if (!row) return null;
    return row.jobId === null ? 'no_such_revision' : { ...row, jobId: row.jobId };
  }

  /** Newest first. */
  async list(
    ownerId: string,
    page: { cursor?: string | undefined; limit: number },
  ): Promise<ProjectPage> {
    const after = decodeCursor(page.cursor);
    const rows: {
      id: string;
      job_id: string;
      name: string;
      slug: string;
      tagline: string;
      prompt: string;
      created_at: Date;
    }[] = await this.dataSource.query(
      `SELECT p.id, p.job_id, r.name, r.slug, r.tagline, p.prompt, p.created_at
       FROM projects p JOIN project_revisions r ON r.job_id = p.job_id
       WHERE p.owner_id = $1 AND ($2::timestamptz IS NULL OR (p.created_at, p.id) < ($2, $3::uuid))
       ORDER BY p.created_at DESC, p.id DESC LIMIT $4`,
      [ownerId, after?.at ?? null, after?.id ?? null, page.limit + 1],
    );
    const items = rows.slice(0, page.limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => ({
        projectId: row.id,
        jobId: row.job_id,
        name: row.name,
        slug: row.slug,
        tagline: row.tagline,
        prompt: row.prompt,
        createdAt: row.created_at.toISOString(),
      })),
      nextCursor:
        rows.length > page.limit && last
          ? encodeCursor({ at: last.created_at, id: last.id })
          : null,
    };
  }

  /**
   * A project that is shared keeps its token; null takes the link back, and what it opened besides the pitch. False
   * when the caller does not own such a project.
   */
  async setSharing(
    ownerId: string,
    projectId: string,
    { token, includesDownloads }: { token: string | null; includesDownloads: boolean },
  ): Promise<boolean> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE projects SET share_token = CASE WHEN $3::text IS NULL THEN NULL ELSE COALESCE(share_token, $3) END,
         shares_downloads = $3::text IS NOT NULL AND $4
       WHERE id = $1 AND owner_id = $2 RETURNING id`,
      [projectId, ownerId, token, includesDownloads],
    );
    return rows.length > 0;
  }

  /** Deletes the project with all jobs that made or make it, their events and file rows; returns the files' hashes. */
  async delete(ownerId: string, projectId: string): Promise<string[] | null> {
    return this.dataSource.transaction(async (manager) => {
      const owned: unknown[] = await manager.query(
        `SELECT 1 FROM projects WHERE id = $1 AND owner_id = $2`,
        [projectId, ownerId],
      );
      if (owned.length === 0) return null;
      // Jobs are locked before their project, as by a job that completes: the other way round the two would deadlock.
      const jobs: { id: string }[] = await manager.query(
        `SELECT id FROM jobs WHERE revision_of = $1
           OR id IN (SELECT job_id FROM project_revisions WHERE project_id = $1) ORDER BY id FOR UPDATE`,
        [projectId],
      );
      const jobIds = jobs.map((job) => job.id);
      const files: { sha256: string }[] = await manager.query(
        `SELECT DISTINCT sha256 FROM artifacts WHERE job_id = ANY($1::uuid[])`,
        [jobIds],
      );
      // The project goes with its current job: each of the two refers to the other.
      await manager.query(`DELETE FROM jobs WHERE id = ANY($1::uuid[])`, [jobIds]);
      // A worker that still runs one of them hears of it, as watchers do, and finds its lease gone.
      await manager.query(
        `SELECT pg_notify('job_events', id), pg_notify('job_events', 'cancel:' || id) FROM unnest($1::text[]) AS id`,
        [jobIds],
      );
      return files.map((file) => file.sha256);
    });
  }
}
