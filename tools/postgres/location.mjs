// Where the cluster of a base folder is: inside it, or outside when its account cannot get there.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { linkIfAbsent } from '../process/link-if-absent.mjs';
import { canEnter, chooseAccount } from './account.mjs';

/** Readable by every account; only root writes here, and only when the checkout is closed to others. */
export const SHARED_FOLDER = '/var/lib/hatchr';

/**
 * @typedef {{ baseDir: string, cluster: string, account: import('./account.mjs').Account,
 *   password: string, hadPassword: boolean }} Location
 */

/**
 * Creates the base folder, chooses the account and reads (or makes) the password, which is random per base
 * folder and readable by its owner only.
 * @param {string} baseDir absolute
 * @returns {Location}
 */
export function prepareLocation(baseDir) {
  fs.mkdirSync(baseDir, { recursive: true });
  const cluster = clusterOf(baseDir);
  const account = chooseAccount(cluster);
  const passwordFile = path.join(baseDir, 'password');
  const hadPassword = writeOnce(passwordFile, crypto.randomBytes(24).toString('hex'));
  return { baseDir, cluster, account, password: readLine(passwordFile), hadPassword };
}

/** @param {string} baseDir */
function clusterOf(baseDir) {
  const inside = path.join(baseDir, 'pgdata');
  const account = chooseAccount(inside);
  if (account.uid === undefined || canEnter(baseDir, account)) return inside;
  // The name is kept in the base folder: who deletes that gets a fresh database, as with a cluster inside.
  const pointer = path.join(baseDir, 'cluster-location');
  writeOnce(pointer, path.join(SHARED_FOLDER, crypto.randomBytes(8).toString('hex'), 'pgdata'));
  const outside = readLine(pointer);
  fs.mkdirSync(path.dirname(outside), { recursive: true, mode: 0o755 });
  return outside;
}

/**
 * Writes a private file unless it exists; whole or not at all, and never over that of another process.
 * @param {string} file
 * @param {string} line
 * @returns {boolean} whether it was there before
 */
function writeOnce(file, line) {
  if (fs.existsSync(file)) return true;
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, `${line}\n`, { mode: 0o600 });
  const isMine = linkIfAbsent(draft, file);
  fs.rmSync(draft, { force: true });
  return !isMine;
}

/** @param {string} file */
const readLine = (file) => fs.readFileSync(file, 'utf8').trim();
