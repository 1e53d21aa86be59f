// How much memory a process has, from outside.
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
