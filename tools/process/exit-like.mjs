import os from 'node:os';
import process from 'node:process';

/**
 * Ends this process the way a child ended: same code, or 128 + signal number as shells report it.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitLike(code, signal) {
  process.exit(code ?? 128 + (signal ? (os.constants.signals[signal] ?? 0) : 0));
}
