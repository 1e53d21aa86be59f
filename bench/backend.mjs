// The real backend with a Postgres of its own, in a data folder that is thrown away.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { loadContracts } from '../tools/hatch/load-contracts.mjs';
import { openSession } from '../tools/hatch/session.mjs';
import { startOwnServer } from '../tools/hatch/start-own-server.mjs';
import { CookieJar } from '../tools/hatch/cookie-jar.mjs';
import { readSettings } from '../tools/supervisor/settings.mjs';

/**
 * @typedef {object} BenchBackend
 * @property {string} address
 * @property {string} databaseUrl
 * @property {number} pid
 * @property {import('../tools/hatch/session.mjs').Session} session of a guest
 * @property {string} cookie of that guest
 */

/**
 * @template T
 * @param {import('./measure.mjs').BenchContext} context
 * @param {(backend: BenchBackend) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withBackend({ root, say, signal }, use) {
  const contracts = await loadContracts(root, signal);
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'hatchr-bench-'));
  // mkdtemp closes the folder to others, and as root Postgres runs as another account.
  fs.chmodSync(dataDir, 0o755);
  try {
    const env = { GENERATOR_KIT_DIR: kitDir(root), LOG_LEVEL: 'warn', DISCOVERY_NETWORK: 'off' };
    const options = { root, dataDir, databaseUrl: undefined, signal, say, env };
    const server = await startOwnServer(options);
    if (!server) throw new Error(`${dataDir} is in use.`);
    try {
      const session = await openSession({ server, dataDir, contracts, say });
      const cookie = new CookieJar(path.join(dataDir, 'cli', `${server.jarName}.json`)).header();
      const { address, databaseUrl } = server;
      return await use({ address, databaseUrl, session, cookie, pid: pidOf(server) });
    } finally {
      await server.stop();
    }
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * Where the installed dependencies of generated apps are: with those of `npm start`, since installing them is
 * a matter of once a machine and not of a job.
 * @param {string} root
 */
export const kitDir = (root) =>
  process.env.GENERATOR_KIT_DIR || path.join(readSettings(root, process.env).dataDir, 'kit');

/** @param {import('../tools/hatch/start-own-server.mjs').OwnServer} server */
function pidOf(server) {
  const pid = server.pid();
  if (pid === undefined) throw new Error('The backend is gone.');
  return pid;
}
