import { spawn } from 'node:child_process';
import process from 'node:process';
import { timeOf } from './measure.mjs';

/**
 * Runs a program to its end, from its start to its exit.
 * @param {string[]} command program and arguments
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, signal: AbortSignal }} options env adds to our own
 * @returns {Promise<number>} milliseconds
 * @throws {Error} with what it printed, when it fails
 */
export function runTimed([program = '', ...args], { cwd, env, signal }) {
  return timeOf(
    () =>
      new Promise((resolve, reject) => {
        const child = spawn(program, args, {
          cwd,
          env: { ...process.env, ...env },
          signal,
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        let output = '';
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (text) => (output += text));
        child.once('error', reject);
        child.once('close', (code) => {
          if (code === 0) resolve(undefined);
          else reject(new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output}`));
        });
      }),
  );
}
