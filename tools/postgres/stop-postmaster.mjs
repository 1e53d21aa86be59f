import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { isPostmasterOf } from './postmaster-lock.mjs';

const FAST_MS = 30_000;
const IMMEDIATE_MS = 5_000;

/**
 * Stops the server: fast shutdown (open transactions are rolled back, data is flushed), then immediate, then
 * a kill. Does nothing when it is gone.
 * @param {number} pid
 * @param {string} cluster
 * @param {{ isImmediate?: boolean }} [options]
 */
export async function stopPostmaster(pid, cluster, { isImmediate = false } = {}) {
  // The signals are Postgres's own (documentation, "Shutting Down the Server").
  if (!isImmediate && (await signalAndWait('SIGINT', FAST_MS))) return;
  if (await signalAndWait('SIGQUIT', IMMEDIATE_MS)) return;
  await signalAndWait('SIGKILL', IMMEDIATE_MS);

  /**
   * @param {NodeJS.Signals} signal
   * @param {number} milliseconds
   */
  async function signalAndWait(signal, milliseconds) {
    if (!isPostmasterOf(pid, cluster)) return true;
    process.kill(pid, signal);
    for (const until = Date.now() + milliseconds; Date.now() < until; await sleep(30))
      if (!isPostmasterOf(pid, cluster)) return true;
    return false;
  }
}
