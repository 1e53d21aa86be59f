import { readdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a program of a generated app may use with all its children together. */
export interface ProcessLimits {
  processes: number;
  memoryMb: number;
  /** Written since it began, in the folders that it writes to. */
  diskMb: number;
  /** Of processor time, all processes that were seen together. */
  cpuSeconds: number;
}

// A production build of eight entities has 12 processes, peaks below 2 GB, writes 150 MB beside its sources and
// takes 40 s of processor time.
export const defaultLimits: ProcessLimits = {
  processes: 64,
  memoryMb: 5000,
  diskMb: 1000,
  cpuSeconds: 600,
};

const intervalMs = 200;
const diskEvery = 5;
// USER_HZ, which Linux fixes for all that /proc shows (man 7 time).
const ticksPerSecond = 100;
const pageBytes = 4096;

interface ProcessRow {
  parent: number;
  /** Ticks since the system began; with the number it names one process for ever. */
  started: string;
  cpuSeconds: number;
}

function readRow(pid: string): ProcessRow | null {
  try {
    // The name in brackets may hold spaces and brackets itself. Fields: man 5 proc_pid_stat.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
    const cpuSeconds = (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
    return { parent: Number(fields[1]), started: fields[19] ?? '', cpuSeconds };
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

/** Bytes of the files below a folder that changed at or after a time in milliseconds; 0 when it is not there. */
export function bytesOf(folder: string, since = 0): number {
  // What vanishes while it is counted takes no room.
  const sizeOf = (path: string): number => {
    const file = statSync(path, { throwIfNoEntry: false });
    return file && file.ctimeMs >= since ? file.size : 0;
  };
  try {
    return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
      const path = join(folder, entry.name);
      return sum + (entry.isDirectory() ? bytesOf(path, since) : entry.isFile() ? sizeOf(path) : 0);
    }, 0);
  } catch {
    return 0;
  }
}

let table = { readAt: -Infinity, rows: new Map<number, ProcessRow>() };

/** Every process of the system; gates that run side by side look at the same reading. */
function processTable(): ReadonlyMap<number, ProcessRow> {
  if (performance.now() - table.readAt < intervalMs / 2) return table.rows;
  const rows = new Map<number, ProcessRow>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    const row = readRow(name);
    if (row) rows.set(Number(name), row);
  }
  table = { readAt: performance.now(), rows };
  return rows;
}

/** All processes below one, with it. */
function family(root: number): Map<number, ProcessRow> {
  const rows = processTable();
  const found = new Map<number, ProcessRow>();
  const open = [root];
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    const row = rows.get(pid);
    if (!row || found.has(pid)) continue;
    found.set(pid, row);
    for (const [child, { parent }] of rows) if (parent === pid) open.push(child);
  }
  return found;
}

function excess(pids: Iterable<number>, limits: ProcessLimits): string | null {
  const all = [...pids];
  if (all.length > limits.processes)
    return `It started more than ${String(limits.processes)} processes.`;
  const memory = all.reduce((sum, pid) => sum + memoryOf(pid), 0) / 1e6;
  return memory > limits.memoryMb
    ? `It used more than ${String(limits.memoryMb)} MB of memory.`
    : null;
}

/** Megabytes taken on the file system of a folder, by whomever; 0 when a program has removed the folder. */
function takenMb(folder: string): number {
  try {
    const { blocks, bfree, bsize } = statfsSync(folder);
    return ((blocks - bfree) * bsize) / 1e6;
  } catch {
    return 0;
  }
}

/**
 * Tells megabytes that were written to the folders since it was made. A slot has thousands of files with the caches,
 * so they are read only once the file system itself has so much less room.
 */
function watchDisk(folders: readonly string[], limitMb: number): () => number {
  const startedAt = Date.now();
  const least = folders.map(takenMb);
  return () => {
    const grown = folders.map((folder, index) => {
      const taken = takenMb(folder);
      // What others remove meanwhile must not hide what is written here.
      least[index] = Math.min(least[index] ?? 0, taken);
      return taken - least[index];
    });
    return Math.max(...grown) * folders.length <= limitMb
      ? 0
      : folders.reduce((sum, folder) => sum + bytesOf(folder, startedAt), 0) / 1e6;
  };
}

/**
 * Looks at a program and all its children five times a second (on Linux, elsewhere never) and calls `stop` with
 * a sentence when they use more than they may; `folders` are those that it writes to. The function that it gives
 * ends the watch and every process that was seen and still lives, also those that left their group.
 */
export function watchProcesses(
  root: number | undefined,
  folders: readonly string[],
  limits: ProcessLimits,
  stop: (reason: string) => void,
): () => void {
  if (process.platform !== 'linux' || root === undefined) return () => undefined;
  // A process is named for ever by its number and when it began; what it used counts also after its end.
  const seen = new Map<string, { pid: number; row: ProcessRow }>();
  const writtenMb = watchDisk(folders, limits.diskMb);
  let looks = 0;
  const look = (): string | null => {
    const found = family(root);
    for (const [pid, row] of found) seen.set(`${String(pid)} ${row.started}`, { pid, row });
    const cpu = [...seen.values()].reduce((sum, { row }) => sum + row.cpuSeconds, 0);
    if (cpu > limits.cpuSeconds)
      return `It used more than ${String(limits.cpuSeconds)} s of processor time.`;
    looks += 1;
    if (looks % diskEvery === 0 && writtenMb() > limits.diskMb)
      return `It wrote more than ${String(limits.diskMb)} MB to disk.`;
    return excess(found.keys(), limits);
  };
  const timer = setInterval(() => {
    const reason = look();
    if (reason) stop(reason);
  }, intervalMs);
  return () => {
    clearInterval(timer);
    for (const { pid, row } of seen.values())
      if (readRow(String(pid))?.started === row.started) endProcess(pid);
  };
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
