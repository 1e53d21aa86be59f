import { explorerUrlOf, type AnchorLedger } from '@hatchr/concordium';
import {
  errorCatalogue,
  type AnchorStatus,
  type ChainAnchor,
  type ChainNetwork,
  type ErrorCode,
} from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PostgresAnchorLedger, type Sender } from './postgres-anchor-ledger.adapter.js';

interface AnchorRow {
  status: AnchorStatus | null;
  network: ChainNetwork | null;
  genesisHash: string;
  sender: string | null;
  transactionHash: string | null;
  root: string | null;
  size: number | null;
  leafIndex: number | null;
  path: string[] | null;
  blockHash: string | null;
  blockTime: Date | null;
  estimatedMicroCcd: string | null;
  paidMicroCcd: string | null;
  problem: ErrorCode | null;
}

/** What is to be on the chain, and how far it is. */
@Injectable()
export class AnchorsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Lets a digest wait for its transaction; nothing when it has been asked for already. */
  async request(manager: EntityManager, digest: string, genesisHash: string): Promise<void> {
    await manager.query(
      `INSERT INTO proof_anchor_leaves (digest, genesis_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
      [digest, genesisHash],
    );
  }

  /**
   * Lets every digest of the log wait that never was, and those again whose transaction the chain refused.
   * Returns how many there are.
   */
  async requestEarlier(genesisHash: string): Promise<number> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE proof_anchor_leaves l SET anchor_id = NULL, leaf_index = NULL, path = NULL
       FROM proof_anchors a WHERE a.id = l.anchor_id AND a.status = 'failed' AND l.genesis_hash = $1
       RETURNING 1`,
      [genesisHash],
    );
    const made: unknown[] = await this.dataSource.query(
      `INSERT INTO proof_anchor_leaves (digest, genesis_hash, requested_at)
       SELECT digest, $1, recorded_at::timestamptz FROM proof_log_entries ON CONFLICT DO NOTHING RETURNING 1`,
      [genesisHash],
    );
    return rows.length + made.length;
  }

  /**
   * Where a digest is on its way to a chain, on that of `sender` or, without one, wherever it got farthest; null when
   * it never was to go to one.
   */
  async find(digest: string, sender: Sender | null): Promise<ChainAnchor | null> {
    const rows: AnchorRow[] = await this.dataSource.query(
      `SELECT a.status, a.network, l.genesis_hash AS "genesisHash", a.sender, a.transaction_hash AS "transactionHash",
         a.root, a.size, l.leaf_index AS "leafIndex", l.path, a.block_hash AS "blockHash", a.block_time AS "blockTime",
         a.estimated_micro_ccd AS "estimatedMicroCcd", a.paid_micro_ccd AS "paidMicroCcd",
         CASE WHEN a.status IN ('finalized', 'failed') THEN NULL ELSE COALESCE(a.problem, s.problem) END AS problem
       FROM proof_anchor_leaves l LEFT JOIN proof_anchors a ON a.id = l.anchor_id
         LEFT JOIN proof_anchor_senders s ON s.genesis_hash = l.genesis_hash AND s.sender = COALESCE(a.sender, $3)
       WHERE l.digest = $1
       ORDER BY a.status = 'finalized' DESC NULLS LAST, l.genesis_hash = $2 DESC NULLS LAST LIMIT 1`,
      [digest, sender?.genesisHash ?? null, sender?.sender ?? null],
    );
    const [row] = rows;
    return row ? toAnchor(row, sender) : null;
  }

  /** Whether anything waits, or is sent and not final. */
  async hasWork(of: Sender): Promise<boolean> {
    const rows: { hasWork: boolean }[] = await this.dataSource.query(
      `SELECT EXISTS (SELECT FROM proof_anchor_leaves WHERE genesis_hash = $1 AND anchor_id IS NULL)
         OR EXISTS (SELECT FROM proof_anchors
           WHERE genesis_hash = $1 AND sender = $2 AND status IN ('signed', 'sent', 'committed')) AS "hasWork"`,
      [of.genesisHash, of.sender],
    );
    return rows[0]?.hasWork ?? false;
  }

  /** Runs `work` as the only one in all processes for this sender; null, at once, when another is at it. */
  async withSender<T>(of: Sender, work: (ledger: AnchorLedger) => Promise<T>): Promise<T | null> {
    const runner = this.dataSource.createQueryRunner();
    const key = `proof-anchors ${of.genesisHash} ${of.sender}`;
    try {
      await runner.connect();
      const rows = (await runner.query(
        'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS "isMine"',
        [key],
      )) as { isMine: boolean }[];
      if (!rows[0]?.isMine) return null;
      try {
        return await work(new PostgresAnchorLedger(runner, of));
      } finally {
        await runner
          .query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key])
          .catch(() => undefined);
      }
    } finally {
      await runner.release();
    }
  }

  async saveProblem(of: Sender, problem: ErrorCode | null): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO proof_anchor_senders (genesis_hash, sender, problem, checked_at) VALUES ($1, $2, $3, now())
       ON CONFLICT (genesis_hash, sender) DO UPDATE SET problem = EXCLUDED.problem, checked_at = EXCLUDED.checked_at`,
      [of.genesisHash, of.sender, problem],
    );
  }
}

function toAnchor(row: AnchorRow, configured: Sender | null): ChainAnchor | null {
  const { genesisHash, root, size, leafIndex, path, problem } = row;
  const network = row.network ?? configured?.network;
  const sender = row.sender ?? configured?.sender;
  // It waits for an account that is configured no longer.
  if (!network || !sender || (row.status === null && genesisHash !== configured?.genesisHash))
    return null;
  const hasPath = root !== null && size !== null && leafIndex !== null && path !== null;
  return {
    status: row.status ?? 'waiting',
    network,
    genesisHash,
    sender,
    transactionHash: row.transactionHash,
    merkle: hasPath ? { root, size, index: leafIndex, path } : null,
    blockHash: row.blockHash,
    blockTime: row.blockTime?.toISOString() ?? null,
    estimatedMicroCcd: row.estimatedMicroCcd,
    paidMicroCcd: row.paidMicroCcd,
    explorerUrl: explorerUrlOf({ network, genesisHash }, row.transactionHash),
    problem: problem && errorCatalogue[problem].message,
  };
}
