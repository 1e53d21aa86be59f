import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts on the Concordium chain that people have shown to be theirs, and what was asked of them for it. */
export class ConcordiumAccounts1764115200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE concordium_accounts (
        user_id text CONSTRAINT concordium_accounts_pkey PRIMARY KEY,
        genesis_hash text NOT NULL,
        address text NOT NULL,
        verified_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT concordium_accounts_user_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      );
      CREATE TABLE concordium_sign_ins (
        nonce text CONSTRAINT concordium_sign_ins_pkey PRIMARY KEY,
        user_id text NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT concordium_sign_ins_user_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      );
      CREATE INDEX concordium_sign_ins_user_idx ON concordium_sign_ins (user_id);
      CREATE INDEX concordium_sign_ins_expires_at_idx ON concordium_sign_ins (expires_at);
    `);
  }

  /** Who was verified has to show it again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE concordium_sign_ins; DROP TABLE concordium_accounts');
  }
}
