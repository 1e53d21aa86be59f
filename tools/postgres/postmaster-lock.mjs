// postmaster.pid: who serves the cluster. Postgres itself believes any live process with the number in it,
// also a later, unrelated one, and then refuses to start.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isAlive } from '../process/process-identity.mjs';

/**
 * The file's lines that we use (Postgres source, miscadmin.h: 1 pid, 4 port, 8 status).
 * @param {string} cluster
 * @returns {{ pid: number, port: number, isReady: boolean } | undefined}
 */
export function readPostmaster(cluster) {
  try {
    const lines = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return {
      pid: Number(lines[0]),
      port: Number(lines[3]),
      isReady: lines[7]?.trim() === 'ready',
    };
  } catch {
    return undefined;
  }
}

/**
 * True when the process is the Postgres server of exactly this cluster.
 * @param {number} pid
 * @param {string} cluster
 */
export function isPostmasterOf(pid, cluster) {
  if (!isAlive(pid)) return false;
  const command = commandLine(pid);
  return command.includes('postgres') && command.includes(` ${cluster} `);
}

/**
 * Removes the lock of a process that is gone.
 * @param {string} cluster
 * @param {number} pid the process that the lock named when it was judged
 */
export function removeStaleLock(cluster, pid) {
  if (readPostmaster(cluster)?.pid === pid)
    fs.rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
}

/** @param {number} pid */
function commandLine(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    try {
      return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
    } catch {
      return '';
    }
  }
}
