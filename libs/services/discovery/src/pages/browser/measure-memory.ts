import { readdirSync, readFileSync } from 'node:fs';

function parentOf(pid: string): string {
  // `PID (name) state parent …`; a name may hold spaces and parentheses.
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? '';
}

/** Resident memory without what is shared with other processes, or else every copy of the program would count. */
function ownBytes(pid: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(status)?.[1] ?? 0);
  return (kilobytes('RssAnon') + kilobytes('RssShmem')) * 1024;
}

/**
 * Memory of a process and all that it started, in bytes: resident, without mapped files.
 * @returns null where there is no /proc (macOS, Windows)
 */
export function measureMemory(root: number): number | null {
  let pids: string[];
  try {
    pids = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  } catch {
    return null;
  }
  const parents = new Map<string, string>();
  for (const pid of pids)
    try {
      parents.set(pid, parentOf(pid));
    } catch {
      // It ended between the two looks.
    }
  const family = new Set([String(root)]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  let bytes = 0;
  for (const pid of family)
    try {
      bytes += ownBytes(pid);
    } catch {
      // Likewise.
    }
  return bytes;
}
