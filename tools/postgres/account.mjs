// Postgres refuses to run as root, so root hands it to an account without privileges.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';
import { ClearError } from '../clear-error.mjs';

/** @typedef {{ uid?: number, gid?: number }} Account empty: whoever we are */

/**
 * The account that runs Postgres. A cluster that exists belongs to its owner; a new one goes to "postgres" or
 * "nobody" (initdb looks its user up in /etc/passwd, so a bare number would not do).
 * @param {string} cluster the data folder, which may not exist yet
 * @returns {Account}
 */
export function chooseAccount(cluster) {
  if (process.getuid?.() !== 0) return {};
  const owner = fs.statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const entry = accounts.find((fields) => fields[0] === name);
    if (entry) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new ClearError(
    'Postgres does not run as root, and neither the account "postgres" nor "nobody" exists.',
    'run `useradd --system postgres`, or start Hatchr as another user.',
  );
}

/**
 * True when the account can enter the folder; a checkout below /root (0700) it cannot.
 * @param {string} folder
 * @param {Account} account
 */
export function canEnter(folder, account) {
  return succeeds('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], account);
}

/**
 * True when the account can run the program.
 * @param {string} program
 * @param {Account} account
 */
export function canRun(program, account) {
  return succeeds(program, ['--version'], account);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Account} account
 */
function succeeds(program, args, account) {
  try {
    execFileSync(program, args, { ...account, stdio: 'ignore', cwd: '/' });
    return true;
  } catch {
    return false;
  }
}
