// Three restarts in a minute ride out a passing trouble; more would hide a real one.
const WINDOW_MS = 60_000;
const DELAYS_MS = [500, 1500, 4000];

/**
 * How long to wait before a dead service is started again.
 * @param {number[]} deaths times in ms, this one included
 * @param {number} now time in ms
 * @returns {number | undefined} ms, or undefined to give up
 */
export function nextRestartDelay(deaths, now) {
  const recent = deaths.filter((time) => now - time < WINDOW_MS).length;
  return DELAYS_MS[recent - 1];
}
