// Installs what is missing and hands over to tools/<command>.mjs on the pinned Node.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ClearError, reportError } from '../clear-error.mjs';
import { commandStartedAt, sayOn } from '../progress.mjs';
import { exitLike } from '../process/exit-like.mjs';
import { watchLauncher } from '../process/watch-parent.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { findNode } from './find-node.mjs';

const COMMANDS = ['start', 'test', 'hatch', 'bench', 'admin', 'dev'];
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Runs a command to its end; the exit code of this process is the command's.
 * @param {string | undefined} command one of COMMANDS
 * @param {string[]} args passed on unchanged
 */
export async function bootstrap(command, args) {
  // Also while installing: npm's death must not leave an install behind.
  watchLauncher(() => process.kill(process.pid, 'SIGTERM'));
  try {
    const script = scriptOf(command);
    // What `hatch --json` and `bench` print is read by programs.
    if (command === 'hatch' || command === 'bench') sayOn(process.stderr);
    await ensureInstalled(root);
    runScript(script, args);
  } catch (error) {
    reportError(error);
  }
}

/** @param {string | undefined} command */
function scriptOf(command) {
  if (!command || !COMMANDS.includes(command))
    throw new ClearError(
      `Unknown command ${JSON.stringify(command ?? '')}.`,
      `use one of: ${COMMANDS.join(', ')}.`,
    );
  const script = path.join(root, 'tools', `${command}.mjs`);
  if (!fs.existsSync(script))
    throw new ClearError(`${script} is missing.`, 'restore it with `git checkout -- tools`.');
  return script;
}

/**
 * @param {string} script
 * @param {string[]} args
 */
function runScript(script, args) {
  const binaries = path.join(root, 'node_modules/.bin');
  const child = spawn(findNode(root), [script, ...args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      HATCHR_STARTED_AT: String(commandStartedAt()),
      PATH: binaries + path.delimiter + (process.env.PATH ?? ''),
      NX_DAEMON: 'false',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  });
  child.once('error', reportError);
  child.once('exit', exitLike);
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
}
