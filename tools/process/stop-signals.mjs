import process from 'node:process';

// One Ctrl-C arrives up to three times: from the terminal, from npm and from run.mjs.
const SAME_MS = 400;

/**
 * Calls back for every request to stop this process, once per request.
 * @param {(count: number) => void} onRequest gets 1 for the first request, 2 for the second
 */
export function onStopRequest(onRequest) {
  let count = 0;
  let last = -Infinity;
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals)
    process.on(signal, () => {
      const now = Date.now();
      if (now - last < SAME_MS) return;
      last = now;
      onRequest(++count);
    });
}
