// Builds everything through Nx, which skips what has not changed.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ClearError } from './clear-error.mjs';
import { findFailedTasks } from './find-failed-tasks.mjs';
import { readLastLines, runLogged } from './process/run-logged.mjs';

/**
 * The arguments of node that run Nx.
 * @param {string} root of the checkout
 * @param {string[]} args
 */
export const nxArguments = (root, ...args) => [
  path.join(root, 'node_modules/nx/dist/bin/nx.js'),
  ...args,
  '--output-style=static',
];

/**
 * @param {string} root of the checkout
 * @param {{ logFile: string, signal?: AbortSignal, projects?: string }} options projects in Nx's notation
 * @throws {ClearError} with the last lines of the build
 */
export async function buildAll(root, { logFile, signal, projects }) {
  const only = projects ? [`--projects=${projects}`] : [];
  const args = nxArguments(root, 'run-many', '-t', 'build', '--parallel=2', ...only);
  // Next builds for production unless NODE_ENV says otherwise; here it must not.
  const { NODE_ENV: _, ...env } = process.env;
  const code = await runLogged(args, { cwd: root, logFile, env, signal });
  if (code === 0) return;
  const why = findFailedTasks(fs.readFileSync(logFile, 'utf8')) || readLastLines(logFile, 40);
  throw new ClearError(`The build failed:\n${why}`, `read the whole output in ${logFile}.`);
}
