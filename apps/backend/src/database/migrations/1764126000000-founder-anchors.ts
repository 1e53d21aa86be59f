import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Transactions that founders sign with their own accounts, and those among them that the operator pays for. */
export class FounderAnchors1764126000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE founder_anchors (
        digest text NOT NULL,
        genesis_hash text NOT NULL,
        transaction_hash text NOT NULL,
        network text NOT NULL,
        sender text NOT NULL,
        status text NOT NULL DEFAULT 'sent',
        problem text,
        paid_micro_ccd bigint,
        block_hash text,
        block_time timestamptz,
        reported_at timestamptz NOT NULL DEFAULT now(),
        checked_at timestamptz,
        CONSTRAINT founder_anchors_pkey PRIMARY KEY (digest, genesis_hash, transaction_hash)
      );
      CREATE UNIQUE INDEX founder_anchors_one_key ON founder_anchors (digest, genesis_hash) WHERE status <> 'failed';
      CREATE INDEX founder_anchors_live_idx ON founder_anchors (genesis_hash, reported_at)
        WHERE status IN ('sent', 'committed');
      CREATE TABLE founder_sponsorships (
        digest text NOT NULL,
        genesis_hash text NOT NULL,
        founder text NOT NULL,
        transaction text NOT NULL,
        expires_at timestamptz NOT NULL,
        issued_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT founder_sponsorships_pkey PRIMARY KEY (digest, genesis_hash, expires_at)
      );
      CREATE INDEX founder_sponsorships_issued_at_idx ON founder_sponsorships (genesis_hash, issued_at);
    `);
  }

  /** What is on the chain stays there; only our memory of it goes. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE founder_sponsorships; DROP TABLE founder_anchors');
  }
}
