// What memory and time a process takes, from outside.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

const EVERY_MS = 100;

/**
 * Resident memory of one process, without its children, in MB (10^6 bytes).
 * @param {number} pid
 */
export function residentMemory(pid) {
  return (readKiB(pid) * 1024) / 1e6;
}

/** @param {number} pid */
function readKiB(pid) {
  try {
    // proc(5): VmRSS in kB, which are KiB.
    return Number(/^VmRSS:\s*(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  }
}

/**
 * Time that a process has spent on a core since it began. Unlike its pace, that hardly changes when the machine has
 * other work.
 * @param {number} pid
 * @returns {number | undefined} milliseconds; undefined where the system does not tell
 */
export function processorTime(pid) {
  try {
    const line = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc(5): after the bracketed name, utime and stime are the 12th and 13th field, in ticks of 10 ms (USER_HZ).
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

/**
 * Samples while the work runs.
 * @template T
 * @param {number} pid
 * @param {() => Promise<T>} work
 * @returns {Promise<{ result: T, samples: number[] }>} MB, at least one
 */
export async function sampleMemory(pid, work) {
  const samples = [residentMemory(pid)];
  const timer = setInterval(() => samples.push(residentMemory(pid)), EVERY_MS);
  try {
    return { result: await work(), samples };
  } finally {
    clearInterval(timer);
  }
}
