import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people have shown of the identity behind their Concordium account. It goes with the account. */
export class IdentityAttributes1764133200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity_attributes (
        user_id text NOT NULL,
        attribute text NOT NULL,
        value text NOT NULL,
        shown_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT identity_attributes_pkey PRIMARY KEY (user_id, attribute),
        CONSTRAINT identity_attributes_account_fkey FOREIGN KEY (user_id)
          REFERENCES concordium_accounts (user_id) ON DELETE CASCADE ON UPDATE CASCADE
      );
    `);
  }

  /** Who has shown something has to show it again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity_attributes');
  }
}
