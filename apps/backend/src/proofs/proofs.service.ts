import {
  AppError,
  digestSchema,
  type LogEntry,
  type Proof,
  type ProofApi,
  type ProofVerification,
} from '@hatchr/contracts';
import { AnchoringService, ConcordiumService, withChain } from '@hatchr/concordium';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AnchorsRepository } from './anchors.repository.js';

/** Any constant: only one process may append to the log at a time. */
const LOG_LOCK = 727_002;
const PAGE = 1_000;

const COLUMNS = `"index", digest, recorded_at AS "recordedAt", previous_hash AS "previousHash",
  entry_hash AS "entryHash", signature, key_id AS "keyId"`;

/** The local transparency log in Postgres: appends, looks up, and checks itself at start. */
@Injectable()
export class ProofsService implements ProofApi, OnApplicationBootstrap {
  private readonly logger = new Logger(ProofsService.name);
  private brokenAt: number | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly concordium: ConcordiumService,
    private readonly anchoring: AnchoringService,
    private readonly anchors: AnchorsRepository,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const result = await this.concordium.verifyChain(this.entries());
    if (result.isIntact) return;
    this.brokenAt = result.brokenAt;
    this.logger.error(
      `the transparency log is broken at entry ${result.brokenAt}: ${result.reason}`,
    );
  }

  /** Whether the log verified when this process started; null when it did. */
  get firstBrokenEntry(): number | null {
    return this.brokenAt;
  }

  /**
   * The proof of a digest; appended when it is new, found when it is not, so it may be asked for again. Where there is
   * an account, its way to the chain begins here and goes on in the background.
   * @throws AppError proof.log_broken
   */
  async record(digest: string): Promise<Proof> {
    if (this.brokenAt !== null) throw new AppError('proof.log_broken');
    digestSchema.parse(digest);
    const entry = await this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [LOG_LOCK]);
      const { sender } = this.anchoring;
      if (sender) await this.anchors.request(manager, digest, sender.genesisHash);
      return (await this.findEntry(manager, digest)) ?? (await this.append(manager, digest));
    });
    return this.toProof(entry);
  }

  async find(digest: string): Promise<Proof | null> {
    const entry = await this.findEntry(this.dataSource.manager, digest);
    return entry ? this.toProof(entry) : null;
  }

  /**
   * Sends every digest of the log to the chain that is not on it: those recorded before there was an account, and those
   * whose transaction the chain refused. Returns how many there are; they share transactions.
   *
   * @throws AppError proof.no_account
   */
  async anchorEarlier(): Promise<number> {
    const { sender } = this.anchoring;
    if (!sender) throw new AppError('proof.no_account');
    return this.anchors.requestEarlier(sender.genesisHash);
  }

  async verify(digest: string): Promise<ProofVerification> {
    const proof = await this.find(digest);
    if (proof) {
      const verification = this.concordium.verifyProof(proof, digest);
      if (!proof.anchor) return verification;
      return withChain(verification, await this.anchoring.verifyAnchor(proof.anchor, digest));
    }
    return {
      outcome: 'unknown',
      statement:
        'This instance has no record of these bytes. They may have been made elsewhere, or changed since they were packaged.',
      checks: [],
      proof: null,
    };
  }

  private async toProof(entry: LogEntry): Promise<Proof> {
    const anchor = await this.anchors.find(entry.digest, this.anchoring.sender);
    return this.concordium.toProof(entry, anchor);
  }

  private async findEntry(manager: EntityManager, digest: string): Promise<LogEntry | null> {
    const rows: LogEntry[] = await manager.query(
      `SELECT ${COLUMNS} FROM proof_log_entries WHERE digest = $1`,
      [digest],
    );
    return rows[0] ?? null;
  }

  private async append(manager: EntityManager, digest: string): Promise<LogEntry> {
    const heads: LogEntry[] = await manager.query(
      `SELECT ${COLUMNS} FROM proof_log_entries ORDER BY "index" DESC LIMIT 1`,
    );
    const entry = this.concordium.nextEntry(heads[0] ?? null, digest, new Date());
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

  private async *entries(): AsyncIterable<LogEntry> {
    for (let next = 0; ; next += PAGE) {
      const rows: LogEntry[] = await this.dataSource.query(
        `SELECT ${COLUMNS} FROM proof_log_entries WHERE "index" >= $1 ORDER BY "index" LIMIT $2`,
        [next, PAGE],
      );
      yield* rows;
      if (rows.length < PAGE) return;
    }
  }
}
