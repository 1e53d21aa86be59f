// A real Postgres server from npm's binaries, for one data folder. It outlives its starter: a crash of the
// application never takes the database with it, and the next start adopts it.
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './binaries.mjs';
import { ensureDatabase, answers, urlOf } from './connection.mjs';
import { createCluster, resetPassword } from './create-cluster.mjs';
import { launchPostmaster } from './launch-postmaster.mjs';
import { prepareLocation } from './location.mjs';
import { isPostmasterOf, readPostmaster, removeStaleLock } from './postmaster-lock.mjs';
import { stopPostmaster } from './stop-postmaster.mjs';

// Two starts at once, or children of a killed server that still hold its memory, settle within seconds.
const ATTEMPTS = 8;
const ADOPTION_MS = 10_000;

/**
 * @typedef {object} Postgres
 * @property {string} url with user and password; the database exists
 * @property {number} port on 127.0.0.1
 * @property {number} pid of the server
 * @property {string} cluster absolute path of its data
 * @property {boolean} isNew whether this start created the cluster
 * @property {boolean} isAdopted whether the server was running already
 * @property {() => boolean} isRunning
 * @property {(options?: { isImmediate?: boolean }) => Promise<void>} stop fast shutdown, or immediate
 *   (like a crash, recovered at the next start)
 */

/**
 * Starts the server of a data folder, or adopts the one that runs there. Repairs what a crash left behind.
 * @param {object} options
 * @param {string} options.baseDir absolute; holds the cluster, the password and the log
 * @param {number} [options.preferredPort] used if free; otherwise any free port
 * @param {string} [options.database]
 * @param {string[]} [options.flags] more arguments for postgres, such as `-c fsync=off` for tests
 * @param {string} [options.logFile] where the server writes
 * @param {(line: string) => void} [options.log] progress in words
 * @returns {Promise<Postgres>}
 * @throws {import('../clear-error.mjs').ClearError} on a platform without binaries or without an account
 */
export async function startPostgres({
  baseDir,
  preferredPort,
  database = 'hatchr',
  flags = [],
  logFile = `${baseDir}/postgres.log`,
  log = () => undefined,
}) {
  const location = prepareLocation(baseDir);
  const binaries = await findBinaries(location.account);
  const isNew = await createCluster(location, binaries.initdb);
  if (isNew) log(`database created in ${location.cluster}`);
  else if (!location.hadPassword && !readPostmaster(location.cluster))
    resetPassword(location, binaries.postgres);

  for (let attempt = 1; ; attempt++) {
    try {
      const running = await adopt(location, log);
      const server =
        running ??
        (await launchPostmaster({
          postgres: binaries.postgres,
          location,
          preferredPort,
          flags,
          logFile,
        }));
      const access = { port: server.port, password: location.password };
      await ensureDatabase(access, database);
      return describe(server, location, { isNew, isAdopted: Boolean(running), database });
    } catch (error) {
      if (attempt >= ATTEMPTS) throw error;
      await sleep(250 * attempt);
    }
  }
}

/**
 * @param {import('./location.mjs').Location} location
 * @param {(line: string) => void} log
 * @returns {Promise<{ pid: number, port: number } | undefined>}
 */
async function adopt({ cluster, password }, log) {
  const found = readPostmaster(cluster);
  if (!found) return undefined;
  const until = Date.now() + ADOPTION_MS;
  while (isPostmasterOf(found.pid, cluster)) {
    const { port } = readPostmaster(cluster) ?? found;
    if (await answers({ port, password })) return { pid: found.pid, port };
    if (Date.now() > until)
      throw new Error(`Postgres (process ${found.pid}) serves ${cluster} but does not answer.`);
    await sleep(200);
  }
  removeStaleLock(cluster, found.pid);
  log('the database was not shut down properly; recovering it');
  return undefined;
}

/**
 * @param {{ pid: number, port: number }} server
 * @param {import('./location.mjs').Location} location
 * @param {{ isNew: boolean, isAdopted: boolean, database: string }} about
 * @returns {Postgres}
 */
function describe({ pid, port }, { cluster, password }, { isNew, isAdopted, database }) {
  return {
    url: urlOf({ port, password }, database),
    port,
    pid,
    cluster,
    isNew,
    isAdopted,
    isRunning: () => isPostmasterOf(pid, cluster),
    stop: (options) => stopPostmaster(pid, cluster, options),
  };
}
