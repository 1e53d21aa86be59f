// A lock file that dies with its owner: it names the process, and a lock whose process is gone is taken over.
import fs from 'node:fs';
import process from 'node:process';
import { linkIfAbsent } from './link-if-absent.mjs';
import { isAlive, processIdentity } from './process-identity.mjs';

/**
 * @typedef {{ pid: number, identity: string, note?: Record<string, unknown> }} LockOwner
 */

/**
 * Takes the lock.
 * @param {string} file its folder must exist
 * @param {Record<string, unknown>} [note] anything others should know about the owner
 * @returns {{ release: () => void } | { owner: LockOwner }} the lock, or the live owner who has it
 */
export function takeLock(file, note) {
  const mine = { pid: process.pid, identity: processIdentity(process.pid), note };
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(mine));
  try {
    for (;;) {
      if (linkIfAbsent(draft, file)) return { release: () => releaseLock(file, mine) };
      const owner = readLiveOwner(file);
      if (owner) return { owner };
      removeStale(file);
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/**
 * The process that holds the lock now, if it still lives.
 * @param {string} file
 * @returns {LockOwner | undefined}
 */
export function readLiveOwner(file) {
  const owner = readOwner(file);
  if (!owner || !isAlive(owner.pid)) return undefined;
  return owner.identity === processIdentity(owner.pid) ? owner : undefined;
}

/**
 * Moves the lock aside before looking again: of two that find it stale, one must not remove the other's new one.
 * @param {string} file
 */
function removeStale(file) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  if (readLiveOwner(aside)) linkIfAbsent(aside, file);
  fs.rmSync(aside, { force: true });
}

/**
 * @param {string} file
 * @param {LockOwner} mine
 */
function releaseLock(file, mine) {
  const owner = readOwner(file);
  if (owner?.pid === mine.pid && owner.identity === mine.identity) fs.rmSync(file, { force: true });
}

/**
 * @param {string} file
 * @returns {LockOwner | undefined} undefined when there is none or it is not readable as a lock
 */
function readOwner(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
