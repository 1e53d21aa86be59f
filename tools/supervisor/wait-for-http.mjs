import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks an address until it answers with success or a redirect.
 * @param {string} url
 * @param {{ timeoutMs: number, signal: AbortSignal }} options the signal ends the wait early
 * @returns {Promise<boolean>} false: not in time
 */
export async function waitForHttp(url, { timeoutMs, signal }) {
  for (const until = Date.now() + timeoutMs; Date.now() < until; await sleep(100)) {
    if (signal.aborted) return false;
    try {
      const response = await fetch(url, {
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
      });
      await response.body?.cancel();
      if (response.status < 400) return true;
    } catch {
      // Not listening yet.
    }
  }
  return false;
}
