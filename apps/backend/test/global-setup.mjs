import { chmodSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../../tools/postgres/start-postgres.mjs';

/** One real Postgres for the whole run. `TEST_DATABASE_URL` names another where there is one already. */
export default async function globalSetup() {
  if (process.env.TEST_DATABASE_URL) return;
  const baseDir = mkdtempSync(path.join(os.tmpdir(), 'hatchr-test-'));
  // Postgres refuses to run as root and then runs as another account, which must get in here.
  chmodSync(baseDir, 0o755);
  // A test database may be lost with the machine; it need not wait for the disk.
  const flags = ['fsync', 'synchronous_commit', 'full_page_writes'].flatMap((name) => [
    '-c',
    `${name}=off`,
  ]);
  const postgres = await startPostgres({ baseDir, flags });
  process.env.TEST_DATABASE_URL = postgres.url;
  globalThis.__HATCHR_TEST_POSTGRES__ = { postgres, baseDir };
}
