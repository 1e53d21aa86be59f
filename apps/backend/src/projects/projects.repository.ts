import type { ProjectPage } from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, encodeCursor } from '../database/page-cursor.js';
import { ProjectEntity } from '../database/entities/project.entity.js';

/** Who asks, and by what right: as the owner, or through a shared link. */
export interface ProjectReader {
  userId: string;
  shareToken?: string | undefined;
}

/** Projects. Whether the reader may see one is part of each query, so it cannot be forgotten. */
@Injectable()
export class ProjectsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findReadable(reader: ProjectReader, projectId: string): Promise<ProjectEntity | null> {
    return this.dataSource
      .getRepository(ProjectEntity)
      .createQueryBuilder('p')
      .where('p.id = :projectId', { projectId })
      .andWhere('(p.owner_id = :userId OR p.share_token = :shareToken)', {
        userId: reader.userId,
        // NULL equals nothing, so a project that is not shared is opened by no token.
        shareToken: reader.shareToken ?? null,
      })
      .getOne();
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
      `SELECT id, job_id, name, slug, tagline, prompt, created_at FROM projects
       WHERE owner_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $4`,
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

  /** False when the caller does not own such a project. */
  async setShareToken(ownerId: string, projectId: string, token: string | null): Promise<boolean> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE projects SET share_token = CASE WHEN $3::text IS NULL THEN NULL ELSE COALESCE(share_token, $3) END
       WHERE id = $1 AND owner_id = $2 RETURNING id`,
      [projectId, ownerId, token],
    );
    return rows.length > 0;
  }

  /** Deletes the project with its job, events and file rows; returns the hashes its files had. */
  async delete(ownerId: string, projectId: string): Promise<string[] | null> {
    return this.dataSource.transaction(async (manager) => {
      const owned: { job_id: string }[] = await manager.query(
        `SELECT job_id FROM projects WHERE id = $1 AND owner_id = $2 FOR UPDATE`,
        [projectId, ownerId],
      );
      const jobId = owned[0]?.job_id;
      if (!jobId) return null;
      const files: { sha256: string }[] = await manager.query(
        `SELECT sha256 FROM artifacts WHERE job_id = $1`,
        [jobId],
      );
      await manager.query(`DELETE FROM jobs WHERE id = $1`, [jobId]);
      await manager.query(`SELECT pg_notify('job_events', $1)`, [jobId]);
      return files.map((file) => file.sha256);
    });
  }
}
