// `npm run admin -- create you@example.com`: the backend's own command, on the database of `npm start`.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';
import { reportError } from './clear-error.mjs';
import { startPostgres } from './postgres/start-postgres.mjs';
import { exitLike } from './process/exit-like.mjs';
import { checkDataFolder } from './supervisor/check-data-folder.mjs';
import { loadEnvFile, readSettings } from './supervisor/settings.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

try {
  loadEnvFile(root);
  await administer(readSettings(root, process.env));
} catch (error) {
  reportError(error);
  process.exit();
}

/** @param {import('./supervisor/settings.mjs').Settings} settings */
async function administer({ dataDir, databaseUrl, port }) {
  const logs = checkDataFolder(dataDir);
  const logFile = path.join(logs, 'admin-build.log');
  fs.rmSync(logFile, { force: true });
  await buildAll(root, { logFile, projects: '@hatchr/backend' });
  const database = databaseUrl ? undefined : await startDatabase(dataDir, logs);
  const env = {
    DATABASE_URL: databaseUrl ?? database?.url,
    HATCHR_DATA: dataDir,
    PORT: String(port),
  };
  try {
    const [code, signal] = await runCommand(env);
    process.exitCode = code ?? undefined;
    await database?.stop();
    exitLike(code, signal);
  } finally {
    await database?.stop();
  }
}

/**
 * Adopts the server of a running Hatchr, which then goes on running.
 * @param {string} dataDir
 * @param {string} logs
 */
async function startDatabase(dataDir, logs) {
  const baseDir = path.join(dataDir, 'postgres');
  const postgres = await startPostgres({ baseDir, logFile: path.join(logs, 'postgres.log') });
  return {
    url: postgres.url,
    stop: async () => (postgres.isAdopted ? undefined : postgres.stop()),
  };
}

/**
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<[number | null, NodeJS.Signals | null]>}
 */
function runCommand(env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['dist/admin-command.js', ...process.argv.slice(2)], {
      cwd: path.join(root, 'apps/backend'),
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve([code, signal]));
  });
}
