// What memory the browser takes that this process started, with all its processes, seen from outside.
import fs from 'node:fs';
import process from 'node:process';

const EVERY_MS = 200;
const FIRST_FIELDS = 2;

/**
 * Samples while the work runs.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<{ result: T, peak: number }>} MB (10^6 bytes) of resident memory, what is shared counted once for
 *   each process (PSS where the system tells it, and a little too much where not); 0 where there is no /proc
 */
export async function sampleBrowserMemory(work) {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, childMemory());
  }, EVERY_MS);
  try {
    return { result: await work(), peak };
  } finally {
    clearInterval(timer);
  }
}

/** Of everything that descends from this process. */
function childMemory() {
  const parents = readParents();
  const family = new Set([process.pid]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  family.delete(process.pid);
  return [...family].reduce((sum, pid) => sum + memoryOf(pid), 0);
}

/** @returns {Map<number, number>} */
function readParents() {
  /** @type {Map<number, number>} */
  const parents = new Map();
  for (const name of fs.existsSync('/proc') ? fs.readdirSync('/proc') : []) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readText(`/proc/${name}/stat`);
    // proc(5): `PID (name) state parent ...`; a name may hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + FIRST_FIELDS).split(' ');
    parents.set(Number(name), Number(fields[1]));
  }
  return parents;
}

/** @param {number} pid */
function memoryOf(pid) {
  const shared = /^Pss:\s+(\d+) kB/m.exec(readText(`/proc/${pid}/smaps_rollup`))?.[1];
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(readText(`/proc/${pid}/status`))?.[1];
  return (Number(shared ?? resident ?? 0) * 1024) / 1e6;
}

/** @param {string} file of a process that may be gone by now */
function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
