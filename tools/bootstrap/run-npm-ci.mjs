import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { ClearError } from '../clear-error.mjs';
import { say } from '../progress.mjs';
import { explainNpmFailure, isRegistryUnreachable } from './explain-npm-failure.mjs';
import { countInstalled } from './install-state.mjs';
import { watchDisk } from './watch-disk.mjs';

const LIFELINE = new URL('../process/lifeline.mjs', import.meta.url).href;
const PROGRESS_MS = 5000;
// NODE_ENV=production in the environment would leave out what builds the product.
const EVERYTHING = ['--include=dev', '--include=optional'];
// npm's default waits up to two minutes for a registry that is not there; this gives up after 7 s.
const ARGS = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...EVERYTHING];
const RETRY = ['--fetch-retries=3', '--fetch-retry-mintimeout=1000', '--fetch-retry-factor=2'];

/**
 * How to call npm: the one that runs us where there is one, so that PATH does not matter.
 * @returns {{ file: string, args: string[] }}
 */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && path.basename(script) === 'npm-cli.js')
    return { file: process.execPath, args: [`--import=${LIFELINE}`, script] };
  return process.platform === 'win32'
    ? { file: 'cmd.exe', args: ['/d', '/s', '/c', 'npm'] }
    : { file: 'npm', args: [] };
}

/**
 * Installs exactly what package-lock.json says; without a network, from npm's cache if that holds everything.
 * @param {string} root
 * @throws {ClearError} naming the reason and the next step
 */
export async function runNpmCi(root) {
  const { total } = countInstalled(root);
  say(`installing ${total} packages (npm ci; about a minute, only when they change)`);
  let { output, ending } = await npm(root, [...ARGS, ...RETRY]);
  if (ending && isRegistryUnreachable(output)) {
    say('the npm registry cannot be reached; trying the npm cache');
    const offline = await npm(root, [...ARGS, '--offline']);
    if (!offline.ending) ending = undefined;
  }
  if (ending) throw explainNpmFailure(output, ending);
  say('dependencies installed');
}

/**
 * @param {string} root
 * @param {string[]} args
 * @returns {Promise<{ output: string, ending: string | undefined }>} ending is undefined on success
 */
function npm(root, args) {
  const command = npmCommand();
  return new Promise((resolve, reject) => {
    const child = spawn(command.file, [...command.args, ...args], {
      cwd: root,
      // The lifeline: an install must not go on beside the one that repairs it.
      env: { ...process.env, HATCHR_SUPERVISOR: String(process.pid) },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const stop = stopWith(child);
    const ticker = setInterval(() => reportProgress(root), PROGRESS_MS);
    let output = '';
    const endWatch = watchDisk(root, () => {
      output = 'ENOSPC: no space left on device';
      child.kill('SIGKILL');
    });
    const keep = (/** @type {Buffer} */ chunk) => (output = (output + chunk).slice(-20_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (cause) =>
      reject(new ClearError('npm cannot be started.', 'reinstall Node.js with npm.', { cause })),
    );
    child.once('close', (code, signal) => {
      clearInterval(ticker);
      endWatch();
      stop();
      resolve({
        output,
        ending: code === 0 ? undefined : signal ? `stopped by ${signal}` : `exit code ${code}`,
      });
    });
  });
}

/** @param {string} root */
function reportProgress(root) {
  const { present, total } = countInstalled(root);
  say(`  ${present} of ${total} packages`);
}

/**
 * Passes a stop on to npm and then ends: an install that outlives the command would surprise.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} takes the handlers off again
 */
function stopWith(child) {
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    child.kill(signal);
    child.once('close', () => process.exit(130));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return () => process.off('SIGINT', stop).off('SIGTERM', stop);
}
