import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Live streams at a service that redraws video, so that every one of them is ended. */
export class RestyleSessions1764112000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE restyle_sessions (
        id uuid NOT NULL,
        owner_id text NOT NULL,
        stream_id text NOT NULL,
        whep_url text,
        ends_at timestamptz NOT NULL,
        lease_until timestamptz,
        CONSTRAINT restyle_sessions_pkey PRIMARY KEY (id)
      );
      CREATE INDEX restyle_sessions_ends_at_idx ON restyle_sessions (ends_at);
    `);
  }

  /** Streams that run are ended by the service itself when no pictures come. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE restyle_sessions');
  }
}
