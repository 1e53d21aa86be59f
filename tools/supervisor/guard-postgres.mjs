// Keeps the embedded database running: when it dies it is started again on the same port, so that the
// backend's connections find it again.
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from '../postgres/start-postgres.mjs';

const POLL_MS = 500;
const RESTARTS = 5;
const WINDOW_MS = 60_000;

/** @typedef {import('../postgres/start-postgres.mjs').Postgres} Postgres */

/**
 * @param {{ baseDir: string, logFile: string }} where
 * @param {{ say: (text: string) => void, onGiveUp: (problem: string) => void }} report
 * @returns {Promise<{ url: string, isAdopted: boolean, stop: (options?: { isImmediate?: boolean }) => Promise<void> }>}
 */
export async function runPostgres(where, { say, onGiveUp }) {
  let postgres = await startPostgres({ ...where, log: say });
  const { url, isAdopted } = postgres;
  const stopping = new AbortController();
  const guard = watch();
  return {
    url,
    isAdopted,
    async stop(options) {
      stopping.abort();
      if (!options?.isImmediate) await guard;
      await postgres.stop(options);
    },
  };

  async function watch() {
    /** @type {number[]} */
    let deaths = [];
    while (!stopping.signal.aborted) {
      await sleep(POLL_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted || postgres.isRunning()) continue;
      deaths = [...deaths.filter((time) => Date.now() - time < WINDOW_MS), Date.now()];
      if (deaths.length > RESTARTS) return onGiveUp('The database died again and again.');
      say('the database died; restarting it');
      try {
        postgres = await startPostgres({ ...where, preferredPort: postgres.port });
      } catch (error) {
        return onGiveUp(
          `The database cannot be restarted: ${/** @type {Error} */ (error).message}`,
        );
      }
      if (postgres.url !== url) return onGiveUp('The port of the database was taken meanwhile.');
      say('the database runs again');
    }
  }
}
