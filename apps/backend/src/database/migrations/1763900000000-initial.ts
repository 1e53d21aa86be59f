import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first schema: people, jobs with their steps and events, projects, artifacts, the proof log. */
export class Initial1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createUsers(runner);
    await this.createJobs(runner);
    await this.createProjects(runner);
    await this.createProofLog(runner);
  }

  /** better-auth's four tables under its own column names (better-auth 1.7, "Core Schema"). */
  private async createUsers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE users (
        id text CONSTRAINT users_pkey PRIMARY KEY,
        name text NOT NULL,
        email text NOT NULL,
        "emailVerified" boolean NOT NULL DEFAULT false,
        image text,
        "isAnonymous" boolean DEFAULT false,
        role text NOT NULL DEFAULT 'user',
        "createdAt" timestamptz NOT NULL DEFAULT now(),
        "updatedAt" timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX users_email_key ON users (email);
      CREATE TABLE sessions (
        id text PRIMARY KEY,
        "userId" text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        token text NOT NULL UNIQUE,
        "expiresAt" timestamptz NOT NULL,
        "ipAddress" text,
        "userAgent" text,
        "createdAt" timestamptz NOT NULL DEFAULT now(),
        "updatedAt" timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX sessions_user_idx ON sessions ("userId");
      CREATE TABLE accounts (
        id text PRIMARY KEY,
        "accountId" text NOT NULL,
        "providerId" text NOT NULL,
        "userId" text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        "accessToken" text,
        "refreshToken" text,
        "idToken" text,
        "accessTokenExpiresAt" timestamptz,
        "refreshTokenExpiresAt" timestamptz,
        scope text,
        password text,
        "createdAt" timestamptz NOT NULL DEFAULT now(),
        "updatedAt" timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX accounts_user_idx ON accounts ("userId");
      CREATE TABLE verifications (
        id text PRIMARY KEY,
        identifier text NOT NULL,
        value text NOT NULL,
        "expiresAt" timestamptz NOT NULL,
        "createdAt" timestamptz NOT NULL DEFAULT now(),
        "updatedAt" timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX verifications_identifier_idx ON verifications (identifier);
    `);
  }

  private async createJobs(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE jobs (
        id uuid CONSTRAINT jobs_pkey PRIMARY KEY,
        owner_id text NOT NULL,
        prompt text NOT NULL,
        status text NOT NULL DEFAULT 'queued',
        progress real NOT NULL DEFAULT 0,
        idempotency_key text,
        lease_epoch integer NOT NULL DEFAULT 0,
        lease_until timestamptz,
        last_seq integer NOT NULL DEFAULT 0,
        project_id uuid,
        error jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz,
        CONSTRAINT jobs_owner_fkey FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE CASCADE
      );
      CREATE INDEX jobs_owner_created_idx ON jobs (owner_id, created_at, id);
      CREATE INDEX jobs_status_created_idx ON jobs (status, created_at);
      CREATE INDEX jobs_created_idx ON jobs (created_at, id);
      CREATE UNIQUE INDEX jobs_idempotency_key ON jobs (owner_id, idempotency_key)
        WHERE idempotency_key IS NOT NULL;
      CREATE TABLE job_steps (
        job_id uuid NOT NULL,
        key text NOT NULL,
        status text NOT NULL DEFAULT 'pending',
        attempts integer NOT NULL DEFAULT 0,
        fraction real NOT NULL DEFAULT 0,
        activity text,
        output jsonb,
        started_at timestamptz,
        finished_at timestamptz,
        CONSTRAINT job_steps_pkey PRIMARY KEY (job_id, key),
        CONSTRAINT job_steps_job_fkey FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE
      );
      CREATE TABLE job_events (
        job_id uuid NOT NULL,
        seq integer NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        step text,
        level text NOT NULL,
        message text NOT NULL,
        data jsonb,
        CONSTRAINT job_events_pkey PRIMARY KEY (job_id, seq),
        CONSTRAINT job_events_job_fkey FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE
      );
    `);
  }

  private async createProjects(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE projects (
        id uuid CONSTRAINT projects_pkey PRIMARY KEY,
        job_id uuid NOT NULL,
        owner_id text NOT NULL,
        name text NOT NULL,
        slug text NOT NULL,
        tagline text NOT NULL,
        prompt text NOT NULL,
        detail jsonb NOT NULL,
        manifest_digest text NOT NULL,
        share_token text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT projects_job_fkey FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE,
        CONSTRAINT projects_owner_fkey FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX projects_job_key ON projects (job_id);
      CREATE INDEX projects_owner_created_idx ON projects (owner_id, created_at, id);
      CREATE UNIQUE INDEX projects_share_token_key ON projects (share_token) WHERE share_token IS NOT NULL;
      CREATE TABLE artifacts (
        job_id uuid NOT NULL,
        path text NOT NULL,
        kind text NOT NULL,
        media_type text NOT NULL,
        mode integer NOT NULL DEFAULT 420,
        size bigint NOT NULL,
        sha256 text NOT NULL,
        CONSTRAINT artifacts_pkey PRIMARY KEY (job_id, path),
        CONSTRAINT artifacts_job_fkey FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE
      );
      CREATE INDEX artifacts_sha256_idx ON artifacts (sha256);
    `);
  }

  private async createProofLog(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE proof_log_entries (
        "index" integer CONSTRAINT proof_log_entries_pkey PRIMARY KEY,
        digest text NOT NULL,
        recorded_at text NOT NULL,
        previous_hash text NOT NULL,
        entry_hash text NOT NULL,
        signature text NOT NULL,
        key_id text NOT NULL
      );
      CREATE UNIQUE INDEX proof_log_entries_digest_key ON proof_log_entries (digest);
      CREATE FUNCTION proof_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the proof log is append-only';
      END $$;
      CREATE TRIGGER proof_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON proof_log_entries
        FOR EACH STATEMENT EXECUTE FUNCTION proof_log_is_append_only();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE proof_log_entries, artifacts, projects, job_events, job_steps, jobs;
      DROP FUNCTION proof_log_is_append_only();
      DROP TABLE verifications, accounts, sessions, users;
    `);
  }
}
