import type { ArtifactKind, GeneratedFile } from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { mediaTypeOf } from './media-types.js';
import { ArtifactStorage } from './storage/artifact-storage.port.js';

export interface ArtifactRecord {
  path: string;
  kind: ArtifactKind;
  mediaType: string;
  mode: number;
  size: number;
  sha256: string;
}

/** Each write waits for its fsync, so several wait together; more than this gains nothing on one disk. */
const WRITES_AT_ONCE = 8;

const COLUMNS = `path, kind, media_type AS "mediaType", mode, size::float8 AS size, sha256`;

/** The files of jobs: rows here, bytes in the artifact storage. */
@Injectable()
export class ArtifactsRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: ArtifactStorage,
  ) {}

  /** Stores the bytes first, so that a row never points at nothing. Nothing is recorded yet. */
  async store(
    files: GeneratedFile[],
    kind: ArtifactKind,
    signal: AbortSignal,
  ): Promise<ArtifactRecord[]> {
    const queue = [...files];
    const records: ArtifactRecord[] = [];
    const storeRest = async (): Promise<void> => {
      for (let file = queue.pop(); file; file = queue.pop()) {
        signal.throwIfAborted();
        const bytes =
          typeof file.content === 'string' ? Buffer.from(file.content, 'utf8') : file.content;
        const blob = await this.storage.put(bytes);
        records.push({
          path: file.path,
          kind,
          mediaType: mediaTypeOf(file.path),
          mode: file.mode ?? 0o644,
          ...blob,
        });
      }
    };
    await Promise.all(Array.from({ length: WRITES_AT_ONCE }, storeRest));
    return records;
  }

  /** Replaces the job's files of these kinds by the given ones: a step that runs again leaves nothing behind. */
  async replace(
    manager: EntityManager,
    jobId: string,
    kinds: ArtifactKind[],
    records: ArtifactRecord[],
  ): Promise<void> {
    await manager.query(`DELETE FROM artifacts WHERE job_id = $1 AND kind = ANY($2::text[])`, [
      jobId,
      kinds,
    ]);
    await manager.query(
      `INSERT INTO artifacts (job_id, path, kind, media_type, mode, size, sha256)
       SELECT $1, r.path, r.kind, r."mediaType", r.mode, r.size, r.sha256
       FROM jsonb_to_recordset($2::jsonb)
         AS r(path text, kind text, "mediaType" text, mode int, size bigint, sha256 text)`,
      [jobId, JSON.stringify(records)],
    );
  }

  async list(jobId: string): Promise<ArtifactRecord[]> {
    return this.dataSource.query(
      `SELECT ${COLUMNS} FROM artifacts WHERE job_id = $1 ORDER BY path COLLATE "C"`,
      [jobId],
    );
  }

  async find(jobId: string, path: string): Promise<ArtifactRecord | null> {
    const rows: ArtifactRecord[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM artifacts WHERE job_id = $1 AND path = $2`,
      [jobId, path],
    );
    return rows[0] ?? null;
  }

  /** Those of the hashes that no file refers to any more. */
  async listUnreferenced(hashes: string[]): Promise<string[]> {
    const rows: { sha256: string }[] = await this.dataSource.query(
      `SELECT h AS sha256 FROM unnest($1::text[]) AS h
       WHERE NOT EXISTS (SELECT 1 FROM artifacts a WHERE a.sha256 = h)`,
      [[...new Set(hashes)]],
    );
    return rows.map((row) => row.sha256);
  }
}
