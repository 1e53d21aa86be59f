// Tells a process from a later one that got the same number.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';

/**
 * True while the process runs. A zombie (ended, not yet collected by its parent) counts as gone: containers
 * without an init process keep zombies for ever.
 * @param {number} pid
 */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false;
  }
  return readStat(pid)?.[0] !== 'Z';
}

/**
 * What stays the same for the life of a process and differs for the next one with its number: the boot and
 * the start time. Empty where the system does not tell, then only the number counts.
 * @param {number} pid
 */
export function processIdentity(pid) {
  const startTicks = readStat(pid)?.[19];
  if (startTicks !== undefined) {
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}:${startTicks}`;
  }
  if (process.platform === 'win32') return '';
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/**
 * The fields of /proc/<pid>/stat from the state on (proc(5): field 3 is the state, field 22 the start time).
 * The name before them may hold spaces and brackets, so the last bracket ends it.
 * @param {number} pid
 */
function readStat(pid) {
  try {
    const line = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
