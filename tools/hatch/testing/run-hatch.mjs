// Runs the command line as a program would, with a data folder of its own.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { testEnvironment } from '../../testing/test-environment.mjs';

const script = fileURLToPath(new URL('../../hatch.mjs', import.meta.url));

/** @typedef {{ code: number | null, stdout: string, stderr: string }} Ending */

/** A folder for the data and the kits of one test file. */
export function createWorkspace() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hatchr-cli-'));
  return {
    folder,
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
    /**
     * @param {string[]} args
     * @param {{ input?: string, env?: NodeJS.ProcessEnv,
     *   onStderr?: (text: string, child: import('node:child_process').ChildProcess) => void }} [options]
     * @returns {Promise<Ending>}
     */
    run: (args, { input = '', env = {}, onStderr = () => undefined } = {}) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [script, ...args], {
          cwd: folder,
          env: { ...testEnvironment(), HATCHR_DATA: path.join(folder, 'data'), ...env },
        });
        const out = { stdout: '', stderr: '' };
        child.stdout.on('data', (chunk) => (out.stdout += chunk));
        child.stderr.on('data', (chunk) => {
          out.stderr += chunk;
          onStderr(out.stderr, child);
        });
        child.stdin.on('error', () => undefined);
        child.stdin.end(input);
        child.once('error', reject);
        child.once('close', (code) => resolve({ code, ...out }));
      }),
  };
}
