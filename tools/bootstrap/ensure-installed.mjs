// Brings node_modules in line with package-lock.json, and repairs an install that was cut off.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ClearError, explainSystemError } from '../clear-error.mjs';
import { takeLock } from '../process/exclusive-lock.mjs';
import { say } from '../progress.mjs';
import {
  fingerprintInstall,
  isInstalledByHand,
  isMarkedInstalled,
  markInstalled,
  unmarkInstalled,
} from './install-state.mjs';
import { npmCommand, runNpmCi } from './run-npm-ci.mjs';

// node_modules takes 950 MB and npm's cache 400 MB (measured); the rest is room for npm's temporary copies.
const INSTALL_BYTES = 2e9;
const OLDEST_NPM = 9;

/**
 * @param {string} root of the checkout
 * @throws {ClearError} when the dependencies cannot be installed
 */
export async function ensureInstalled(root) {
  const fingerprint = fingerprintInstall(root);
  if (isMarkedInstalled(root, fingerprint)) return;
  assertWritable(root);
  const work = path.join(root, '.nx');
  fs.mkdirSync(work, { recursive: true });
  const lock = await waitForLock(path.join(work, 'install.lock'));
  try {
    // Somebody else may have installed while we waited.
    if (!isMarkedInstalled(root, fingerprint)) await install(root, fingerprint);
  } finally {
    lock.release();
  }
}

/**
 * @param {string} root
 * @param {string} fingerprint
 */
async function install(root, fingerprint) {
  // Outside node_modules, because npm empties that folder: while this file is there, an install was cut off.
  const unfinished = path.join(root, '.nx/install-unfinished');
  const wasCutOff = fs.existsSync(unfinished);
  if (wasCutOff || !isInstalledByHand(root)) {
    assertNpm();
    assertSpace(root);
    unmarkInstalled(root);
    fs.writeFileSync(unfinished, '');
    if (wasCutOff) say('the last install was cut off; installing again');
    await runNpmCi(root);
    fs.rmSync(unfinished, { force: true });
  }
  markInstalled(root, fingerprint);
}

/** @param {string} root */
function assertWritable(root) {
  for (const folder of ['.', 'node_modules', '.nx', 'apps', 'libs']) {
    const full = path.join(root, folder);
    try {
      if (fs.existsSync(full)) fs.accessSync(full, fs.constants.W_OK);
    } catch (cause) {
      throw new ClearError(
        `No permission to write in ${full}; dependencies and builds are kept inside the checkout.`,
        `make yourself its owner (sudo chown -R $(id -u) ${root}) or clone Hatchr into a folder of yours.`,
        { cause },
      );
    }
  }
}

function assertNpm() {
  const { file, args } = npmCommand();
  const result = spawnSync(file, [...args, '--version'], { encoding: 'utf8' });
  if (result.error || result.status !== 0)
    throw new ClearError(
      'npm was not found.',
      'install Node.js with npm from https://nodejs.org (on Debian: also the package npm).',
    );
  const version = result.stdout.trim();
  if (Number(version.split('.')[0]) < OLDEST_NPM)
    throw new ClearError(
      `npm ${version} is too old; Hatchr needs npm ${OLDEST_NPM} or newer.`,
      'run `npm install -g npm@latest`.',
    );
}

/** @param {string} root */
function assertSpace(root) {
  const { bavail, bsize } = fs.statfsSync(root);
  const free = bavail * bsize;
  if (free < INSTALL_BYTES)
    throw new ClearError(
      `The dependencies need about ${INSTALL_BYTES / 1e9} GB; the disk of ${root} has ${(free / 1e9).toFixed(1)} GB free.`,
      'free some space, or clone Hatchr onto a larger disk.',
    );
}

/**
 * Two commands in one fresh checkout: the second waits for the first one's install.
 * @param {string} file
 */
async function waitForLock(file) {
  for (let announced = false; ; announced = true) {
    const result = tryLock(file);
    if ('release' in result) return result;
    if (!announced)
      say(`waiting for another Hatchr command to install (process ${result.owner.pid})`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** @param {string} file */
function tryLock(file) {
  try {
    return takeLock(file);
  } catch (error) {
    throw explainSystemError(error) ?? error;
  }
}
