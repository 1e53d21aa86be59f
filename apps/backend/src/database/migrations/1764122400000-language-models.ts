import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls of language models with what they cost, their answers, pauses of their providers, and what each step decided. */
export class LanguageModels1764122400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE model_calls (
        id uuid NOT NULL,
        job_id uuid,
        user_id text,
        step text NOT NULL,
        billed_to text NOT NULL,
        tokens integer NOT NULL,
        micro_usd integer NOT NULL,
        call jsonb,
        reserved_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT model_calls_pkey PRIMARY KEY (id),
        CONSTRAINT model_calls_job_fkey FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE SET NULL,
        CONSTRAINT model_calls_user_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL
      );
      CREATE INDEX model_calls_job_idx ON model_calls (job_id);
      CREATE INDEX model_calls_user_reserved_at_idx ON model_calls (user_id, reserved_at);
      CREATE INDEX model_calls_reserved_at_idx ON model_calls (reserved_at);
      CREATE TABLE model_answers (
        content_hash text NOT NULL,
        answer text NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT model_answers_pkey PRIMARY KEY (content_hash)
      );
      CREATE INDEX model_answers_expires_at_idx ON model_answers (expires_at);
      CREATE TABLE model_pauses (
        provider_key text NOT NULL,
        until timestamptz NOT NULL,
        CONSTRAINT model_pauses_pkey PRIMARY KEY (provider_key)
      );
      ALTER TABLE job_steps ADD COLUMN decisions jsonb NOT NULL DEFAULT '[]';
    `);
  }

  /** What was spent today is forgotten, so the caps of the day begin anew. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE job_steps DROP COLUMN decisions;
      DROP TABLE model_pauses, model_answers, model_calls;
    `);
  }
}
