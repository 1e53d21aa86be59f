// One Postgres for all integration tests; each test makes its own databases on it.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../postgres/start-postgres.mjs';

/** Nothing of a test survives a crash of the machine, so it need not be flushed to the disk. */
const FLAGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'].flatMap((flag) => [
  '-c',
  flag,
]);

/**
 * @template T
 * @param {{ env: NodeJS.ProcessEnv }} context a TEST_DATABASE_URL in it is used as it is
 * @param {(url: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withTestDatabase({ env }, use) {
  if (env.TEST_DATABASE_URL) return use(env.TEST_DATABASE_URL);
  const baseDir = fs.mkdtempSync(path.join(os.tmpdir(), 'hatchr-test-'));
  // mkdtemp closes the folder to others, and as root the server runs as another account.
  fs.chmodSync(baseDir, 0o755);
  const postgres = await startPostgres({ baseDir, flags: FLAGS });
  try {
    return await use(postgres.url);
  } finally {
    await postgres.stop({ isImmediate: true });
    fs.rmSync(postgres.cluster, { recursive: true, force: true });
    fs.rmSync(baseDir, { recursive: true, force: true });
  }
}
