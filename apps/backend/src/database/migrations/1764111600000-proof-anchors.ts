import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Transactions on the Concordium chain, and the digests that each of them anchors. */
export class ProofAnchors1764111600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE proof_anchors (
        id uuid CONSTRAINT proof_anchors_pkey PRIMARY KEY,
        genesis_hash text NOT NULL,
        network text NOT NULL,
        sender text NOT NULL,
        nonce bigint NOT NULL,
        transaction_hash text NOT NULL,
        block_item text NOT NULL,
        energy bigint NOT NULL,
        root text NOT NULL,
        size integer NOT NULL,
        expires_at timestamptz NOT NULL,
        status text NOT NULL DEFAULT 'signed',
        problem text,
        estimated_micro_ccd bigint,
        paid_micro_ccd bigint,
        block_hash text,
        block_time timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX proof_anchors_transaction_key ON proof_anchors (transaction_hash);
      CREATE UNIQUE INDEX proof_anchors_nonce_key ON proof_anchors (genesis_hash, sender, nonce)
        WHERE status NOT IN ('expired', 'nonce_taken');
      CREATE INDEX proof_anchors_live_idx ON proof_anchors (genesis_hash, sender, nonce)
        WHERE status IN ('signed', 'sent', 'committed');
      CREATE TABLE proof_anchor_leaves (
        digest text NOT NULL,
        genesis_hash text NOT NULL,
        anchor_id uuid,
        leaf_index integer,
        path jsonb,
        requested_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT proof_anchor_leaves_pkey PRIMARY KEY (digest, genesis_hash),
        CONSTRAINT proof_anchor_leaves_anchor_fkey FOREIGN KEY (anchor_id) REFERENCES proof_anchors (id)
      );
      CREATE INDEX proof_anchor_leaves_anchor_idx ON proof_anchor_leaves (anchor_id);
      CREATE INDEX proof_anchor_leaves_waiting_idx ON proof_anchor_leaves (genesis_hash, requested_at)
        WHERE anchor_id IS NULL;
      CREATE TABLE proof_anchor_senders (
        genesis_hash text NOT NULL,
        sender text NOT NULL,
        problem text,
        checked_at timestamptz NOT NULL,
        CONSTRAINT proof_anchor_senders_pkey PRIMARY KEY (genesis_hash, sender)
      );
    `);
  }

  /** What is on the chain stays there; only our memory of it goes. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE proof_anchor_senders; DROP TABLE proof_anchor_leaves; DROP TABLE proof_anchors',
    );
  }
}
