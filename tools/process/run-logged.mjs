import { spawn } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';

const LIFELINE = new URL('./lifeline.mjs', import.meta.url).href;

/**
 * Runs a program to its end with its output appended to a file. Aborting, or our own death, kills
 * the program and all it started.
 * @param {string[]} args of node
 * @param {{ cwd: string, logFile: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal }} options
 * @returns {Promise<number>} the exit code; 1 when a signal ended it
 */
export function runLogged(args, { cwd, logFile, env = process.env, signal }) {
  const log = fs.openSync(logFile, 'a', 0o600);
  const child = spawn(process.execPath, [`--import=${LIFELINE}`, ...args], {
    cwd,
    env: { ...env, HATCHR_SUPERVISOR: String(process.pid) },
    detached: process.platform !== 'win32',
    stdio: ['pipe', log, log],
  });
  child.stdin?.on('error', () => undefined);
  fs.closeSync(log);
  const kill = () => {
    if (child.pid === undefined) return;
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    } catch {
      // It ended in the same moment.
    }
  };
  signal?.addEventListener('abort', kill, { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      signal?.removeEventListener('abort', kill);
      // Whatever it started and left behind.
      kill();
      resolve(code ?? 1);
    });
  });
}

/**
 * The last lines of a text file.
 * @param {string} file
 * @param {number} count
 */
export function readLastLines(file, count) {
  return fs.readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}
