import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';

export interface RestyleSession {
  id: string;
  streamId: string;
  whepUrl: string | null;
  endsAt: Date;
}

const COLUMNS = `id, stream_id AS "streamId", whep_url AS "whepUrl", ends_at AS "endsAt"`;

/** A stream whose ending failed is tried again after so long. */
const AGAIN_SECONDS = 30;

/** Live streams that are redrawn. */
@Injectable()
export class RestyleSessionsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The only session of its owner that runs: those before it end now. */
  async add(ownerId: string, streamId: string, seconds: number): Promise<RestyleSession> {
    return this.dataSource.transaction(async (manager) => {
      // Of two that start at once neither would see the other, and both would run.
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `restyle-sessions ${ownerId}`,
      ]);
      await manager.query(
        `UPDATE restyle_sessions SET ends_at = now() WHERE owner_id = $1 AND ends_at > now()`,
        [ownerId],
      );
      const rows: RestyleSession[] = await manager.query(
        `INSERT INTO restyle_sessions (id, owner_id, stream_id, ends_at)
         VALUES ($1, $2, $3, now() + $4 * interval '1 second') RETURNING ${COLUMNS}`,
        [randomUUID(), ownerId, streamId, seconds],
      );
      const session = rows[0];
      if (!session) throw new Error('an inserted row came back as none');
      return session;
    });
  }

  /** The session while it runs; null for one that has ended or belongs to someone else. */
  async find(ownerId: string, id: string): Promise<RestyleSession | null> {
    const rows: RestyleSession[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM restyle_sessions WHERE id = $1 AND owner_id = $2 AND ends_at > now()`,
      [id, ownerId],
    );
    return rows[0] ?? null;
  }

  async setWhepUrl(id: string, whepUrl: string): Promise<void> {
    await this.dataSource.query(`UPDATE restyle_sessions SET whep_url = $2 WHERE id = $1`, [
      id,
      whepUrl,
    ]);
  }

  /** Lets a session of an owner end now. */
  async end(ownerId: string, id: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE restyle_sessions SET ends_at = now() WHERE owner_id = $1 AND id = $2 AND ends_at > now()`,
      [ownerId, id],
    );
  }

  /** Sessions whose time is over, for the caller to end with the service; come up again until they are removed. */
  async takeEnded(): Promise<RestyleSession[]> {
    const [rows] = await this.dataSource.query<[RestyleSession[], number]>(
      `UPDATE restyle_sessions SET lease_until = now() + $1 * interval '1 second'
       WHERE id IN (SELECT id FROM restyle_sessions
         WHERE ends_at <= now() AND (lease_until IS NULL OR lease_until < now()) FOR UPDATE SKIP LOCKED)
       RETURNING ${COLUMNS}`,
      [AGAIN_SECONDS],
    );
    return rows;
  }

  async remove(id: string): Promise<void> {
    await this.dataSource.query(`DELETE FROM restyle_sessions WHERE id = $1`, [id]);
  }
}
