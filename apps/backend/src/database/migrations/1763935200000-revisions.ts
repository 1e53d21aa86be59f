import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Revisions of projects, the plan that a watcher sees, and the specification that an owner gives. */
export class Revisions1763935200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE project_revisions (
        project_id uuid NOT NULL,
        number integer NOT NULL,
        job_id uuid NOT NULL,
        note text,
        name text NOT NULL,
        slug text NOT NULL,
        tagline text NOT NULL,
        detail jsonb NOT NULL,
        manifest_digest text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT project_revisions_pkey PRIMARY KEY (project_id, number),
        CONSTRAINT project_revisions_project_fkey FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT project_revisions_job_fkey FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX project_revisions_job_key ON project_revisions (job_id);
      INSERT INTO project_revisions (project_id, number, job_id, name, slug, tagline, detail, manifest_digest, created_at)
        SELECT id, 1, job_id, name, slug, tagline, detail, manifest_digest, created_at FROM projects;
      ALTER TABLE projects DROP name, DROP slug, DROP tagline, DROP detail, DROP manifest_digest;
      ALTER TABLE jobs
        ADD plan jsonb,
        ADD revision_of uuid,
        ADD given_spec jsonb,
        ADD note text,
        ADD CONSTRAINT jobs_revision_of_fkey FOREIGN KEY (revision_of) REFERENCES projects (id) ON DELETE CASCADE;
      CREATE INDEX jobs_revision_of_idx ON jobs (revision_of) WHERE revision_of IS NOT NULL;
      CREATE UNIQUE INDEX jobs_one_revision_at_once ON jobs (revision_of)
        WHERE revision_of IS NOT NULL AND status IN ('queued', 'processing');
    `);
  }

  /** Later revisions and their jobs are lost: the first schema has no place for them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE projects ADD name text, ADD slug text, ADD tagline text, ADD detail jsonb, ADD manifest_digest text;
      UPDATE projects p SET job_id = r.job_id, name = r.name, slug = r.slug, tagline = r.tagline,
          detail = r.detail, manifest_digest = r.manifest_digest
        FROM project_revisions r WHERE r.project_id = p.id AND r.number = 1;
      ALTER TABLE projects ALTER name SET NOT NULL, ALTER slug SET NOT NULL, ALTER tagline SET NOT NULL,
        ALTER detail SET NOT NULL, ALTER manifest_digest SET NOT NULL;
      DELETE FROM jobs WHERE revision_of IS NOT NULL;
      DROP TABLE project_revisions;
      ALTER TABLE jobs DROP plan, DROP revision_of, DROP given_spec, DROP note;
    `);
  }
}
