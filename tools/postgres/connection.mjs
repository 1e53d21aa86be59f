import pg from 'pg';
import { USER } from './create-cluster.mjs';

/** @typedef {{ port: number, password: string }} Access */

/**
 * True when the server answers a query. A server that is going down may still accept a connection.
 * @param {Access} access
 */
export async function answers(access) {
  try {
    await withClient(access, 1000, (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}

/**
 * Creates the database unless it exists.
 * @param {Access} access
 * @param {string} database
 */
export async function ensureDatabase(access, database) {
  await withClient(access, 10_000, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount) return;
    try {
      await client.query(`create database ${pg.escapeIdentifier(database)}`);
    } catch (error) {
      // Two starts at once: the other one made it (42P04 duplicate_database, or 23505 in the same instant).
      const { code } = /** @type {{ code?: string }} */ (error);
      if (code !== '42P04' && code !== '23505') throw error;
    }
  });
}

/**
 * @param {Access} access
 * @param {string} database
 */
export function urlOf({ port, password }, database) {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * @template T
 * @param {Access} access
 * @param {number} timeoutMs for connecting and for each query
 * @param {(client: pg.Client) => Promise<T>} use
 */
async function withClient({ port, password }, timeoutMs, use) {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: USER,
    password,
    database: 'postgres',
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
  });
  // A connection that breaks while idle reports it as an event, which would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
