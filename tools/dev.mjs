// `npm run dev`: the product with reload. The backend is compiled on every change and restarted, the
// frontend runs under `next dev`, the database is the one of `npm start`. The address is the same, too.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';
import { reportError } from './clear-error.mjs';
import { findFreePort } from './process/free-port.mjs';
import { onStopRequest } from './process/stop-signals.mjs';
import { watchParent } from './process/watch-parent.mjs';
import { say } from './progress.mjs';
import { checkDataFolder } from './supervisor/check-data-folder.mjs';
import { checkPort } from './supervisor/check-port.mjs';
import { runPostgres } from './supervisor/guard-postgres.mjs';
import { lockDataFolder } from './supervisor/instance-lock.mjs';
import { loadEnvFile, readSettings } from './supervisor/settings.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const SWC = ['src', '-d', 'dist', '--strip-leading-paths', '--config-file', '../../.swcrc'];
const STOP_MS = 10_000;

try {
  loadEnvFile(root);
  await develop(readSettings(root, process.env));
} catch (error) {
  reportError(error);
}
process.exit();

/** @param {import('./supervisor/settings.mjs').Settings} settings */
async function develop(settings) {
  const logs = checkDataFolder(settings.dataDir);
  await checkPort(settings);
  const lock = lockDataFolder(settings);
  if ('pid' in lock) return say(`a Hatchr (process ${lock.pid}) already runs: ${settings.address}`);
  const stopped = new Promise((resolve) => {
    onStopRequest(() => resolve(undefined));
    watchParent(() => resolve(undefined));
  });
  const database = await startDatabase(settings, logs);
  try {
    say('building the libraries and the backend');
    const logFile = path.join(logs, 'build.log');
    fs.rmSync(logFile, { force: true });
    await buildAll(root, { logFile, projects: '@hatchr/backend' });
    const children = startChildren(settings, database.url, await findFreePort());
    say(`${settings.address} (the first page takes a while; Ctrl-C stops)`);
    await Promise.race([stopped, ...children.map(endOf)]);
    await Promise.all(children.map(stop));
  } finally {
    await database.stop();
    lock.release();
  }
}

/**
 * @param {import('./supervisor/settings.mjs').Settings} settings
 * @param {string} logs
 */
async function startDatabase({ databaseUrl, dataDir }, logs) {
  if (databaseUrl) return { url: databaseUrl, stop: async () => undefined };
  const where = {
    baseDir: path.join(dataDir, 'postgres'),
    logFile: path.join(logs, 'postgres.log'),
  };
  return runPostgres(where, { say, onGiveUp: say });
}

/**
 * @param {import('./supervisor/settings.mjs').Settings} settings
 * @param {string} databaseUrl
 * @param {number} frontendPort
 */
function startChildren(settings, databaseUrl, frontendPort) {
  const env = {
    ...process.env,
    NODE_ENV: /** @type {const} */ ('development'),
    DATABASE_URL: databaseUrl,
    PORT: String(settings.port),
    HATCHR_HOST: settings.host,
    HATCHR_DATA: settings.dataDir,
    FRONTEND_URL: `http://127.0.0.1:${frontendPort}`,
  };
  const bin = (/** @type {string} */ file) => path.join(root, 'node_modules', file);
  const run = (/** @type {string} */ app, /** @type {string[]} */ args) =>
    spawn(process.execPath, args, {
      cwd: path.join(root, 'apps', app),
      env,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  const next = [bin('next/dist/bin/next'), 'dev', '-p', String(frontendPort), '-H', '127.0.0.1'];
  return [
    run('backend', [bin('@swc/cli/bin/swc.js'), ...SWC, '--ignore', '**/*.spec.ts', '--watch']),
    run('backend', ['--enable-source-maps', '--watch', '--watch-preserve-output', 'dist/main.js']),
    run('frontend', next),
  ];
}

/** @param {import('node:child_process').ChildProcess} child */
function endOf(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(undefined);
    child.once('exit', resolve);
  });
}

/**
 * SIGTERM to the whole group, then SIGKILL.
 * @param {import('node:child_process').ChildProcess} child
 */
async function stop(child) {
  const signal = (/** @type {NodeJS.Signals} */ name) => {
    try {
      process.kill(-Number(child.pid), name);
    } catch {
      // Nothing of the group is left.
    }
  };
  const timer = setTimeout(() => signal('SIGKILL'), STOP_MS);
  signal('SIGTERM');
  await endOf(child);
  clearTimeout(timer);
}
