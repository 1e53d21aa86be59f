import {
  AnchorLedger,
  type FinalizedTransaction,
  type LiveAnchor,
  type NewAnchor,
} from '@hatchr/concordium';
import type { ChainAnchor, ErrorCode } from '@hatchr/contracts';
import { randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';

/** An account on a chain. */
export type Sender = Pick<ChainAnchor, 'network' | 'genesisHash' | 'sender'>;

interface LiveRow extends Record<'id' | 'nonce' | 'blockItem' | 'hash' | 'energy', string> {
  expiresAt: Date;
}

/**
 * The ledger of one sender, on the very connection that holds its lock: whoever loses the lock has lost the connection
 * too, so nobody can store a transaction who may not send one.
 */
export class PostgresAnchorLedger extends AnchorLedger {
  constructor(
    private readonly runner: QueryRunner,
    private readonly of: Sender,
  ) {
    super();
  }

  override async listLive(): Promise<LiveAnchor[]> {
    const rows = (await this.runner.query(
      `SELECT id, nonce, block_item AS "blockItem", transaction_hash AS hash, energy, expires_at AS "expiresAt"
       FROM proof_anchors
       WHERE genesis_hash = $1 AND sender = $2 AND status IN ('signed', 'sent', 'committed') ORDER BY nonce`,
      [this.of.genesisHash, this.of.sender],
    )) as LiveRow[];
    return rows.map((row) => ({ ...row, nonce: BigInt(row.nonce), energy: BigInt(row.energy) }));
  }

  override async listWaiting(limit: number): Promise<string[]> {
    const rows = (await this.runner.query(
      `SELECT digest FROM proof_anchor_leaves WHERE genesis_hash = $1 AND anchor_id IS NULL
       ORDER BY requested_at, digest LIMIT $2`,
      [this.of.genesisHash, limit],
    )) as { digest: string }[];
    return rows.map(({ digest }) => digest);
  }

  override async store(anchor: NewAnchor): Promise<LiveAnchor> {
    const id = randomUUID();
    await this.runner.startTransaction();
    try {
      await this.runner.query(
        `INSERT INTO proof_anchors (id, genesis_hash, network, sender, nonce, transaction_hash, block_item, energy,
           root, size, expires_at, estimated_micro_ccd)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          id,
          this.of.genesisHash,
          this.of.network,
          this.of.sender,
          String(anchor.nonce),
          anchor.hash,
          anchor.blockItem,
          String(anchor.energy),
          anchor.root,
          anchor.leaves.length,
          anchor.expiresAt,
          anchor.estimatedMicroCcd === null ? null : String(anchor.estimatedMicroCcd),
        ],
      );
      const leaves = anchor.leaves.map(({ digest, merkle: { index, path } }) => ({
        ...{ digest, index, path },
      }));
      await this.runner.query(
        `UPDATE proof_anchor_leaves l SET anchor_id = $1, leaf_index = n."index", path = n.path
         FROM jsonb_to_recordset($2::jsonb) AS n (digest text, "index" integer, path jsonb)
         WHERE l.digest = n.digest AND l.genesis_hash = $3`,
        [id, JSON.stringify(leaves), this.of.genesisHash],
      );
      await this.runner.commitTransaction();
    } catch (error) {
      await this.runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
    return { ...anchor, id };
  }

  override async markProgress(
    id: string,
    status: string,
    problem: ErrorCode | null,
  ): Promise<void> {
    await this.runner.query(`UPDATE proof_anchors SET status = $2, problem = $3 WHERE id = $1`, [
      id,
      status,
      problem,
    ]);
  }

  override async markFinal(
    id: string,
    status: string,
    transaction: FinalizedTransaction,
  ): Promise<void> {
    await this.runner.query(
      `UPDATE proof_anchors SET status = $2, problem = NULL, block_hash = $3, block_time = $4, paid_micro_ccd = $5
       WHERE id = $1`,
      [id, status, transaction.blockHash, transaction.blockTime, String(transaction.costMicroCcd)],
    );
  }

  override async release(id: string, reason: string): Promise<void> {
    // One statement: nobody may see the digests without an anchor while the anchor still counts.
    await this.runner.query(
      `WITH released AS (UPDATE proof_anchors SET status = $2 WHERE id = $1)
       UPDATE proof_anchor_leaves SET anchor_id = NULL, leaf_index = NULL, path = NULL WHERE anchor_id = $1`,
      [id, reason],
    );
  }
}
