import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a program of a generated app may use with all its children together. */
export interface ProcessLimits {
  processes: number;
  memoryMb: number;
  /** In the folder that is its HOME. */
  diskMb: number;
}

// A production build of eight entities has 12 processes and peaks below 2 GB; its home stays nearly empty.
export const defaultLimits: ProcessLimits = { processes: 64, memoryMb: 5000, diskMb: 500 };

const intervalMs = 200;
const pageBytes = 4096;

interface ProcessRow {
  parent: number;
  /** Ticks since the system began; with the number it names one process for ever. */
  started: string;
}

function readRow(pid: string): ProcessRow | null {
  try {
    // The name in brackets may hold spaces and brackets itself. Fields: man 5 proc_pid_stat.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
    return { parent: Number(fields[1]), started: fields[19] ?? '' };
  } catch {
    return null;
  }
}

function memoryOf(pid: number): number {
  try {
    const statm = readFileSync(`/proc/${String(pid)}/statm`, 'utf8').split(' ');
    return (Number(statm[1]) - Number(statm[2])) * pageBytes;
  } catch {
    return 0;
  }
}

function bytesOf(folder: string): number {
  try {
    return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
      const path = join(folder, entry.name);
      return sum + (entry.isDirectory() ? bytesOf(path) : entry.isFile() ? statSync(path).size : 0);
    }, 0);
  } catch {
    // A file that vanishes while it is counted takes no room.
    return 0;
  }
}

/** All processes below one, with it. */
function family(root: number): Map<number, string> {
  const rows = new Map<number, ProcessRow>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    const row = readRow(name);
    if (row) rows.set(Number(name), row);
  }
  const found = new Map<number, string>();
  const open = [root];
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    const row = rows.get(pid);
    if (!row || found.has(pid)) continue;
    found.set(pid, row.started);
    for (const [child, { parent }] of rows) if (parent === pid) open.push(child);
  }
  return found;
}

function excess(pids: Iterable<number>, home: string, limits: ProcessLimits): string | null {
  const all = [...pids];
  if (all.length > limits.processes)
    return `It started more than ${String(limits.processes)} processes.`;
  const memory = all.reduce((sum, pid) => sum + memoryOf(pid), 0) / 1e6;
  if (memory > limits.memoryMb) return `It used more than ${String(limits.memoryMb)} MB of memory.`;
  if (bytesOf(home) / 1e6 > limits.diskMb)
    return `It wrote more than ${String(limits.diskMb)} MB to disk.`;
  return null;
}

/**
 * Looks at a program and all its children five times a second (on Linux, elsewhere never) and calls `stop` with
 * a sentence when they use more than they may. The function that it gives ends the watch and every process that
 * was seen and still lives, also those that left their group.
 */
export function watchProcesses(
  root: number | undefined,
  home: string,
  limits: ProcessLimits,
  stop: (reason: string) => void,
): () => void {
  if (process.platform !== 'linux' || root === undefined) return () => undefined;
  const seen = new Map<number, string>();
  const timer = setInterval(() => {
    const found = family(root);
    for (const [pid, started] of found) seen.set(pid, started);
    const reason = excess(found.keys(), home, limits);
    if (reason) stop(reason);
  }, intervalMs);
  return () => {
    clearInterval(timer);
    for (const [pid, started] of seen)
      if (readRow(String(pid))?.started === started) endProcess(pid);
  };
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
