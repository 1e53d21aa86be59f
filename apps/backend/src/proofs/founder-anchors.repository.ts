import {
  explorerUrlOf,
  FounderAnchoringService,
  type ReportedOutcome,
  type ReportedTransaction,
} from '@hatchr/concordium';
import {
  AppError,
  errorCatalogue,
  type AnchorStatus,
  type ChainAnchor,
  type ChainNetwork,
  type ErrorCode,
} from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

interface FounderRow {
  status: AnchorStatus;
  network: ChainNetwork;
  genesisHash: string;
  sender: string;
  transactionHash: string;
  blockHash: string | null;
  blockTime: Date | null;
  paidMicroCcd: string | null;
  problem: ErrorCode | null;
}

/** What founders' wallets say they have sent, and what the chain said of it. */
@Injectable()
export class FounderAnchorsRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly anchoring: FounderAnchoringService,
  ) {}

  /**
   * Takes a transaction down; the same one again changes nothing.
   *
   * @throws AppError proof.founder_pending when another one of this digest is on its way or final
   */
  async report(
    reported: Omit<ReportedTransaction, 'reportedAt'>,
    chain: { network: ChainNetwork; genesisHash: string },
  ): Promise<void> {
    const { digest, sender, transactionHash } = reported;
    const key = [digest, chain.genesisHash, transactionHash];
    const made: unknown[] = await this.dataSource.query(
      `INSERT INTO founder_anchors (digest, genesis_hash, transaction_hash, network, sender) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [...key, chain.network, sender],
    );
    if (made.length > 0) return;
    const known: unknown[] = await this.dataSource.query(
      'SELECT 1 FROM founder_anchors WHERE digest = $1 AND genesis_hash = $2 AND transaction_hash = $3',
      key,
    );
    if (known.length === 0) throw new AppError('proof.founder_pending');
  }

  /** The transaction of a digest that got farthest, the newest of several; null where there is none. */
  async find(digest: string): Promise<ChainAnchor | null> {
    const rows: FounderRow[] = await this.dataSource.query(
      `SELECT status, network, genesis_hash AS "genesisHash", sender, transaction_hash AS "transactionHash",
         block_hash AS "blockHash", block_time AS "blockTime", paid_micro_ccd AS "paidMicroCcd", problem
       FROM founder_anchors WHERE digest = $1
       ORDER BY status = 'finalized' DESC, genesis_hash = $2 DESC NULLS LAST, status <> 'failed' DESC, reported_at DESC
       LIMIT 1`,
      [digest, this.anchoring.chain?.genesisHash ?? null],
    );
    const [row] = rows;
    if (!row) return null;
    return {
      ...row,
      merkle: this.anchoring.merkleOf(digest),
      blockTime: row.blockTime?.toISOString() ?? null,
      estimatedMicroCcd: null,
      explorerUrl: explorerUrlOf(row, row.transactionHash),
      problem: row.problem && errorCatalogue[row.problem].message,
    };
  }

  /** Those whose fate is not final and that were not looked at lately: the older, the more seldom. */
  listDue(genesisHash: string): Promise<ReportedTransaction[]> {
    return this.dataSource.query(
      `SELECT digest, sender, transaction_hash AS "transactionHash", reported_at AS "reportedAt" FROM founder_anchors
       WHERE genesis_hash = $1 AND status IN ('sent', 'committed')
         AND (checked_at IS NULL OR checked_at < now() - least(interval '1 minute', (now() - reported_at) / 10))
       ORDER BY checked_at NULLS FIRST LIMIT 100`,
      [genesisHash],
    );
  }

  async save(
    genesisHash: string,
    { digest, transactionHash }: ReportedTransaction,
    outcome: ReportedOutcome,
  ): Promise<void> {
    const found = 'found' in outcome ? outcome.found : null;
    await this.dataSource.query(
      `UPDATE founder_anchors SET status = $4, problem = $5, block_hash = $6, block_time = $7, paid_micro_ccd = $8,
         checked_at = now()
       WHERE digest = $1 AND genesis_hash = $2 AND transaction_hash = $3 AND status IN ('sent', 'committed')`,
      [
        ...[digest, genesisHash, transactionHash, outcome.status, outcome.problem],
        ...[found?.blockHash ?? null, found?.blockTime ?? null],
        found ? String(found.costMicroCcd) : null,
      ],
    );
  }

  /** Why the chain could not be asked about it; it is asked again. */
  async saveProblem(
    genesisHash: string,
    { digest, transactionHash }: ReportedTransaction,
    problem: ErrorCode,
  ): Promise<void> {
    await this.dataSource.query(
      `UPDATE founder_anchors SET problem = $4, checked_at = now()
       WHERE digest = $1 AND genesis_hash = $2 AND transaction_hash = $3 AND status IN ('sent', 'committed')`,
      [digest, genesisHash, transactionHash, problem],
    );
  }
}
