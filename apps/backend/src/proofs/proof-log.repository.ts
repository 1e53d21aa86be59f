import { ConcordiumService } from '@hatchr/concordium';
import type { LogEntry } from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** Any constant: only one process may append to the log at a time. */
const LOG_LOCK = 727_002;
const PAGE = 1_000;

const COLUMNS = `"index", digest, recorded_at AS "recordedAt", previous_hash AS "previousHash",
  entry_hash AS "entryHash", signature, key_id AS "keyId"`;

/** The rows of the local transparency log. */
@Injectable()
export class ProofLogRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly concordium: ConcordiumService,
  ) {}

  /** The entry of a digest, appended when it is new. `alsoWrites` belongs to the same transaction. */
  async ensure(
    digest: string,
    alsoWrites: (manager: EntityManager) => Promise<void>,
  ): Promise<LogEntry> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [LOG_LOCK]);
      await alsoWrites(manager);
      return (await this.find(digest, manager)) ?? (await this.append(manager, digest));
    });
  }

  async find(digest: string, manager = this.dataSource.manager): Promise<LogEntry | null> {
    const rows: LogEntry[] = await manager.query(
      `SELECT ${COLUMNS} FROM proof_log_entries WHERE digest = $1`,
      [digest],
    );
    return rows[0] ?? null;
  }

  async findLast(manager = this.dataSource.manager): Promise<LogEntry | null> {
    const rows: LogEntry[] = await manager.query(
      `SELECT ${COLUMNS} FROM proof_log_entries ORDER BY "index" DESC LIMIT 1`,
    );
    return rows[0] ?? null;
  }

  /** In their order, from `from` on. */
  listPage(from: number, limit = PAGE): Promise<LogEntry[]> {
    return this.dataSource.query(
      `SELECT ${COLUMNS} FROM proof_log_entries WHERE "index" >= $1 ORDER BY "index" LIMIT $2`,
      [from, limit],
    );
  }

  /** All of them, oldest first, a page at a time. */
  async *entries(from = 0): AsyncIterable<LogEntry> {
    for (let next = from; ; next += PAGE) {
      const rows = await this.listPage(next);
      yield* rows;
      if (rows.length < PAGE) return;
    }
  }

  private async append(manager: EntityManager, digest: string): Promise<LogEntry> {
    const entry = this.concordium.nextEntry(await this.findLast(manager), digest, new Date());
    await manager.query(
      `INSERT INTO proof_log_entries ("index", digest, recorded_at, previous_hash, entry_hash, signature, key_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        entry.index,
        entry.digest,
        entry.recordedAt,
        entry.previousHash,
        entry.entryHash,
        entry.signature,
        entry.keyId,
      ],
    );
    return entry;
  }
}
