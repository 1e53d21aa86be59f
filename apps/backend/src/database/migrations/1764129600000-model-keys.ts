import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of people at providers of language models, sealed. */
export class ModelKeys1764129600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE model_keys (
        id uuid CONSTRAINT model_keys_pkey PRIMARY KEY,
        user_id text NOT NULL,
        provider text NOT NULL,
        sealed bytea NOT NULL,
        set_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT model_keys_user_provider_key UNIQUE (user_id, provider),
        CONSTRAINT model_keys_user_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      );
    `);
  }

  /** People have to give their keys again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE model_keys');
  }
}
