import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { connect, createTestDatabase, type TestDatabase } from '../../../test/test-database.js';
import { dataSourceOptions, migrate } from '../data-source.js';

describe('the migrations', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    await database.drop();
  });

  it('leave exactly the schema that the entities describe', async () => {
    const dataSource = await connect(database.url);
    const drift = await dataSource.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map((query) => query.query)).toEqual([]);
    await dataSource.destroy();
  });

  it('go back to an empty database and forth again', async () => {
    const dataSource = await connect(database.url);
    const countMigrations = (): Promise<unknown[]> => dataSource.query('SELECT 1 FROM migrations');
    while ((await countMigrations()).length > 0) await dataSource.undoLastMigration();
    const left: unknown = await dataSource.query(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
    );
    expect(left).toEqual([]);
    await migrate(dataSource);
    await dataSource.destroy();
  });

  it('make the first revision of every project there is, and give it back', async () => {
    const dataSource = await new DataSource(dataSourceOptions(database.url, 2)).initialize();
    const [initial] = dataSource.migrations;
    if (!initial) throw new Error('there is no migration');
    const later = dataSource.migrations.splice(1);
    await dataSource.runMigrations();
    await dataSource.query(`
      INSERT INTO users (id, name, email) VALUES ('u', 'Test', 'u@example.com');
      INSERT INTO jobs (id, owner_id, prompt, status)
        VALUES ('00000000-0000-4000-8000-000000000001', 'u', 'Seed swap', 'completed');
      INSERT INTO projects (id, job_id, owner_id, name, slug, tagline, prompt, detail, manifest_digest)
        VALUES ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'u',
          'Seedling', 'seedling', 'Swap seeds', 'Seed swap', '{"spec": {"name": "Seedling"}}', 'abc')`);
    const before: unknown = await dataSource.query('SELECT * FROM projects');
    dataSource.migrations.push(...later);
    await dataSource.runMigrations();
    expect(
      await dataSource.query('SELECT number, name, detail, manifest_digest FROM project_revisions'),
    ).toEqual([
      {
        number: 1,
        name: 'Seedling',
        detail: { spec: { name: 'Seedling' } },
        manifest_digest: 'abc',
      },
    ]);
    for (const _migration of later) await dataSource.undoLastMigration();
    expect(await dataSource.query('SELECT * FROM projects')).toEqual(before);
    await dataSource.destroy();
  });

  it('run once when four processes start together', async () => {
    const sources = await Promise.all(
      Array.from({ length: 4 }, () =>
        new DataSource(dataSourceOptions(database.url, 2)).initialize(),
      ),
    );
    await Promise.all(sources.map((source) => migrate(source)));
    const first = sources[0];
    const rows: unknown = await first?.query('SELECT count(*)::int AS count FROM migrations');
    expect(rows).toEqual([{ count: first?.migrations.length }]);
    await Promise.all(sources.map((source) => source.destroy()));
  });

  it('protect the proof log from being rewritten', async () => {
    const dataSource = await connect(database.url);
    await dataSource.query(
      `INSERT INTO proof_log_entries VALUES (0, repeat('a', 64), '2026-01-01T00:00:00.000Z', repeat('0', 64), repeat('b', 64), 's', 'k')`,
    );
    await expect(
      dataSource.query(`UPDATE proof_log_entries SET digest = repeat('c', 64)`),
    ).rejects.toThrow('append-only');
    await expect(dataSource.query(`DELETE FROM proof_log_entries`)).rejects.toThrow('append-only');
    await dataSource.destroy();
  });
});
