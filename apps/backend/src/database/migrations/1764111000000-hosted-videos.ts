import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Launch videos at a hosting service, and how far their hosting has come. */
export class HostedVideos1764111000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE hosted_videos (
        id uuid NOT NULL,
        job_id uuid,
        name text NOT NULL,
        sha256 text NOT NULL,
        state jsonb NOT NULL,
        lease_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT hosted_videos_pkey PRIMARY KEY (id),
        CONSTRAINT hosted_videos_job_fkey FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE SET NULL
      );
      CREATE UNIQUE INDEX hosted_videos_job_key ON hosted_videos (job_id);
    `);
  }

  /** What is hosted stays with the service, under its name there. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE hosted_videos');
  }
}
