import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../src/database/data-source.js';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of its own on the real server of the run; dropped with everything that still uses it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  // eslint-disable-next-line no-restricted-properties -- set by global-setup.mjs, which runs in another module world
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run the tests through Jest');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A migrated connection to it. */
export async function connect(url: string): Promise<DataSource> {
  const dataSource = await new DataSource(dataSourceOptions(url, 5)).initialize();
  await migrate(dataSource);
  return dataSource;
}

/** Someone to own jobs. Returns their id. */
export async function insertUser(
  dataSource: DataSource,
  id: string = randomBytes(6).toString('hex'),
): Promise<string> {
  await dataSource.query(
    `INSERT INTO users (id, name, email) VALUES ($1, 'Test', $1 || '@example.com')`,
    [id],
  );
  return id;
}
