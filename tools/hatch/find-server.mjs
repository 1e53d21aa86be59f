// Which Hatchr does the job: the one that was named, one that runs, or one that is started for it.
import { setTimeout as sleep } from 'node:timers/promises';
import { findRunningInstance } from '../supervisor/instance-lock.mjs';
import { cancelledError, HatchError } from './hatch-error.mjs';

const ANSWER_MS = 10_000;
// `npm start` on a fresh checkout builds for a minute before it answers.
const RUNNING_MS = 180_000;

/**
 * @typedef {object} Server
 * @property {string} address the origin
 * @property {string} jarName file name of its session
 * @property {() => Promise<void>} stop does nothing where the server is not ours
 * @property {() => Promise<void>} hurry stops what is ours without waiting for its work
 */
/**
 * @typedef {object} Search
 * @property {string | undefined} url
 * @property {import('../supervisor/settings.mjs').Settings} settings
 * @property {AbortSignal} signal
 * @property {(text: string) => void} say
 * @property {() => Promise<Server | undefined>} startOwn undefined: another call was faster
 */

/**
 * @param {Search} search
 * @returns {Promise<Server>}
 * @throws {import('../clear-error.mjs').ClearError} noServer, cancelled
 */
export async function findServer(search) {
  const { url, settings, signal, say, startOwn } = search;
  if (url !== undefined) return named(url, settings.dataDir, signal);
  const isTaken = findRunningInstance(settings.dataDir) !== undefined;
  if (!isTaken && (await probe(settings.address, signal)) === undefined)
    return notOurs(settings.address, nameOf(settings.address));
  for (const until = Date.now() + RUNNING_MS; Date.now() < until; await sleep(300)) {
    if (signal.aborted) throw cancelledError();
    const running = findRunningInstance(settings.dataDir);
    if (!running) {
      const own = await startOwn();
      if (own) return own;
    } else if ((await probe(running.address, signal)) === undefined) {
      say(`using the Hatchr at ${running.address}`);
      return notOurs(running.address, LOCAL);
    }
  }
  throw new HatchError(
    'noServer',
    `A Hatchr has the data folder ${settings.dataDir}, but does not answer.`,
    'stop it (its process is named in hatchr.lock there) and run the command again.',
  );
}

/** The Hatchr of the data folder has one session, whatever port it has today. */
export const LOCAL = 'local';

/**
 * @param {string} url
 * @param {string} dataDir
 * @param {AbortSignal} signal
 */
async function named(url, dataDir, signal) {
  const address = new URL(url).origin;
  const reason = await probe(address, signal);
  if (signal.aborted) throw cancelledError();
  if (reason !== undefined)
    throw new HatchError(
      'noServer',
      `No Hatchr answers at ${address}: ${reason}.`,
      'check the address, or leave --url out to use or start one on this machine.',
    );
  const isLocal = findRunningInstance(dataDir)?.address === address;
  return notOurs(address, isLocal ? LOCAL : nameOf(address));
}

/**
 * @param {string} address
 * @param {string} jarName
 * @returns {Server}
 */
const notOurs = (address, jarName) => ({
  address,
  jarName,
  stop: async () => undefined,
  hurry: async () => undefined,
});

/** @param {string} address */
const nameOf = (address) => encodeURIComponent(address).replaceAll('*', '%2A');

/**
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<string | undefined>} why it is no Hatchr that is ready; undefined when it is one
 */
export async function probe(address, signal) {
  try {
    const response = await fetch(`${address}/health/ready`, {
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
    });
    const body = /** @type {any} */ (await response.json().catch(() => undefined));
    if (response.ok && body?.status === 'ok' && body.database === 'ok') return undefined;
    return `it answered /health/ready with status ${response.status}, but not as Hatchr does when it is ready`;
  } catch (error) {
    const { cause, message } = /** @type {Error & { cause?: NodeJS.ErrnoException }} */ (error);
    return cause?.code ?? cause?.message ?? message;
  }
}
