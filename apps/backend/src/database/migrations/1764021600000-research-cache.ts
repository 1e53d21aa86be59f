import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers of search services and robots.txt files, kept until they expire. */
export class ResearchCache1764021600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE research_cache (
        key text NOT NULL,
        value jsonb NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT research_cache_pkey PRIMARY KEY (key)
      );
      CREATE INDEX research_cache_expires_at_idx ON research_cache (expires_at);
    `);
  }

  /** What was kept is asked again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE research_cache');
  }
}
