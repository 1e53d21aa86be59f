// Database and backend for the time of one job: what `npm start` starts, without the pages.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildAll } from '../build.mjs';
import { ClearError } from '../clear-error.mjs';
import { findFreePort } from '../process/free-port.mjs';
import { checkDataFolder } from '../supervisor/check-data-folder.mjs';
import { runPostgres } from '../supervisor/guard-postgres.mjs';
import { lockDataFolder } from '../supervisor/instance-lock.mjs';
import { openRotatingLog } from '../supervisor/rotating-log.mjs';
import { Service } from '../supervisor/service.mjs';
import { readSettings } from '../supervisor/settings.mjs';
import { waitForHttp } from '../supervisor/wait-for-http.mjs';
import { LOCAL } from './find-server.mjs';
import { cancelledError, HatchError } from './hatch-error.mjs';
import { BACKEND_ARGS, BACKEND_ENV } from '../supervisor/backend-program.mjs';

const READY_MS = 180_000;

/** @typedef {(() => Promise<unknown> | void)[]} Undo in the order in which things were started */
/** @typedef {{ url: string, stop: (options?: { isImmediate?: boolean }) => Promise<void> }} Database */
/**
 * @typedef {import('./find-server.mjs').Server & { pid: () => number | undefined, databaseUrl: string }} OwnServer
 *   pid is the backend's
 */

/**
 * Starts a Hatchr on a free port and on the data folder of the settings.
 * @param {object} options
 * @param {string} options.root of the checkout
 * @param {string} options.dataDir
 * @param {string | undefined} options.databaseUrl undefined: the embedded Postgres
 * @param {AbortSignal} options.signal
 * @param {(text: string) => void} options.say
 * @param {NodeJS.ProcessEnv} [options.env] more settings of the backend
 * @returns {Promise<OwnServer | undefined>} undefined: another Hatchr took the data folder in the meantime
 * @throws {ClearError} noServer, cancelled
 */
export async function startOwnServer({ root, dataDir, databaseUrl, signal, say, env = {} }) {
  const environment = { HATCHR_DATA: dataDir, PORT: String(await findFreePort()) };
  const settings = { ...readSettings(root, environment), databaseUrl };
  const logs = checkDataFolder(dataDir);
  const lock = tryLock(settings);
  if (!lock) return undefined;
  /** @type {Undo} */
  const undo = [() => lock.release()];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const database = await prepare({ root, settings, logs, signal, say, undo });
    const { url } = database;
    const service = await startBackend({ root, settings, logs, signal, say, url, env, undo });
    return {
      address: settings.address,
      jarName: LOCAL,
      stop,
      hurry: async () => {
        service.kill();
        await database.stop({ isImmediate: true });
        lock.release();
      },
      pid: () => service.pid,
      databaseUrl: url,
    };
  } catch (error) {
    await stop();
    if (signal.aborted) throw cancelledError();
    throw error;
  }
}

/** @param {import('../supervisor/settings.mjs').Settings} settings */
function tryLock(settings) {
  try {
    const lock = lockDataFolder(settings);
    return 'release' in lock ? lock : undefined;
  } catch (error) {
    if (error instanceof ClearError) return undefined;
    throw error;
  }
}

/**
 * Builds what has changed and starts the database, both at once.
 * @param {{ root: string, settings: import('../supervisor/settings.mjs').Settings, logs: string,
 *   signal: AbortSignal, say: (text: string) => void, undo: Undo }} options
 * @returns {Promise<Database>}
 */
async function prepare({ root, settings, logs, signal, say, undo }) {
  const logFile = path.join(logs, 'build.log');
  fs.rmSync(logFile, { force: true });
  say('starting a Hatchr for this job');
  const [build, database] = await Promise.allSettled([
    buildAll(root, { logFile, signal, projects: '@hatchr/backend' }),
    startDatabase(settings, logs, say),
  ]);
  if (database.status === 'fulfilled') undo.push(() => database.value.stop());
  if (build.status === 'rejected') throw build.reason;
  if (database.status === 'rejected') throw database.reason;
  return database.value;
}

/**
 * @param {import('../supervisor/settings.mjs').Settings} settings
 * @param {string} logs
 * @param {(text: string) => void} say
 * @returns {Promise<Database>}
 */
async function startDatabase({ databaseUrl, dataDir }, logs, say) {
  if (databaseUrl) return { url: databaseUrl, stop: async () => undefined };
  const where = {
    baseDir: path.join(dataDir, 'postgres'),
    logFile: path.join(logs, 'postgres.log'),
  };
  return runPostgres(where, { say, onGiveUp: say });
}

/**
 * @param {{ root: string, settings: import('../supervisor/settings.mjs').Settings, logs: string, url: string,
 *   signal: AbortSignal, say: (text: string) => void, env: NodeJS.ProcessEnv, undo: Undo }} options
 */
async function startBackend({ root, settings, logs, url, signal, say, env, undo }) {
  const log = openRotatingLog(path.join(logs, 'backend.log'));
  const dead = new AbortController();
  const service = new Service({
    name: 'backend',
    args: BACKEND_ARGS,
    cwd: path.join(root, 'apps/backend'),
    env: {
      ...BACKEND_ENV,
      ...process.env,
      ...env,
      NODE_ENV: 'production',
      DATABASE_URL: url,
      PORT: String(settings.port),
      HATCHR_HOST: settings.host,
      HATCHR_DATA: settings.dataDir,
      HATCHR_ROLE: 'all',
      // It serves this command on this machine, whatever origin and pages the real one has.
      PUBLIC_URL: '',
      FRONTEND_URL: '',
    },
    log,
    say,
    onGiveUp: (problem) => dead.abort(problem),
  });
  service.start();
  undo.push(() => service.stop());
  const waiting = { timeoutMs: READY_MS, signal: AbortSignal.any([signal, dead.signal]) };
  if (await waitForHttp(`${settings.probe}/health/ready`, waiting)) {
    service.markReady();
    return service;
  }
  if (signal.aborted) throw cancelledError();
  const problem = dead.signal.reason ?? `The backend was not ready in ${READY_MS / 1000} s.`;
  const quote = log.lastLines().map((line) => `\n  | ${line}`);
  throw new HatchError('noServer', `${problem}${quote.join('')}`, `the whole log is ${log.file}.`);
}
