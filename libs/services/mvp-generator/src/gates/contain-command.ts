import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Program {
  command: string;
  args: readonly string[];
}

// One file of 2 GB (in blocks of 512 bytes) is more than a production build writes.
const fileBlocks = 4_194_304;
// Of one process; a production build of eight entities takes 40 s in all of its processes.
const cpuSeconds = 600;
const ip = ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip'].find((path) => existsSync(path));
const loopback = ip ? `${ip} link set lo up || exit 125; ` : '';
const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

/** The same program, ended by the system when the process that started it ends in whatever way, kill -9 too. */
const withParent = (program: Program): Program =>
  setpriv
    ? {
        command: setpriv,
        args: ['--pdeathsig', 'KILL', '--', program.command, ...program.args],
      }
    : program;

/** What a contained program can reach of the file system. */
export interface Sandbox {
  /** The only folders that it can write to. */
  writable: readonly string[];
  /** Folders and files of which it sees nothing: secrets, other people's work. */
  hidden: readonly string[];
}

const quote = (path: string): string => `'${path.replaceAll("'", `'\\''`)}'`;

// Something empty lies over a path that exists; what is gone by then needs no cover.
const hide = (path: string): string =>
  `if [ -d ${path} ]; then mount -t tmpfs -o ro,size=4k,mode=700 none ${path} || exit 125; elif [ -e ${path} ]; then mount --bind /dev/null ${path} || exit 125; fi; `;

/**
 * Shell that makes every mount read-only but the folders that are named; what the kernel itself shows stays as it is.
 * A mount that does not let itself be changed is left, unless it is the one that holds the first writable folder: then
 * nothing runs.
 */
function isolate({ writable, hidden }: Sandbox): string {
  // The kernel names mounts by where links lead.
  const names = writable.map((folder) => quote(realpathSync(folder)));
  const kept = [...names, '/proc', '/proc/*', '/dev', '/dev/*', '/sys', '/sys/*'].join('|');
  const bound = names.map((name) => `mount --bind ${name} ${name} || exit 125; `).join('');
  // The kernel writes a space in the name of a mount as \\040, which printf %b reads.
  const closed = `while read -r _ at _; do at=$(printf '%b' "$at"); case "$at" in ${kept}) ;; *) mount -o remount,bind,ro "$at" 2>/dev/null || : ;; esac; done < /proc/self/mounts; `;
  const outside = quote(join(dirname(writable[0] ?? '/'), '.outside'));
  const proof = `if ( : > ${outside} ) 2>/dev/null; then rm -f ${outside}; exit 125; fi; `;
  // The folder that it stands in is the one below, until it steps into it again.
  const enter = `cd ${names[0] ?? '/'} || exit 125; `;
  return bound + hidden.map(quote).map(hide).join('') + closed + proof + enter;
}

// With them a program could undo what is done here.
const withoutPrivileges = setpriv
  ? `${setpriv} --bounding-set=-all --inh-caps=-all --no-new-privs -- `
  : '';

function wrap(program: Program, namespaces: string[], before: string): Program {
  const limits = `ulimit -c 0; ulimit -f ${String(fileBlocks)}; ulimit -t ${String(cpuSeconds)}`;
  const script = `${before}${limits}; unset PWD OLDPWD; exec ${withoutPrivileges}"$@"`;
  const flags = ['--pid', '--fork', '--kill-child', '--mount-proc', ...namespaces];
  return withParent({
    command: '/usr/bin/unshare',
    args: [...flags, '--', '/bin/sh', '-c', script, 'sh', program.command, ...program.args],
  });
}

let permitted: boolean | undefined;

/** Whether this system lets a program be put into process and network namespaces of its own (Linux, as root). */
export function canContain(): boolean {
  permitted ??=
    process.platform === 'linux' &&
    ip !== undefined &&
    existsSync('/usr/bin/unshare') &&
    trial(wrap({ command: '/bin/true', args: [] }, ['--net'], loopback));
  return permitted;
}

const trial = ({ command, args }: Program): boolean =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 5000, env: {} }).status === 0;

/**
 * The program inside namespaces of its own: it sees no process but its own (and so no environment of another),
 * none outlives it or us, it has no privilege, reaches of the file system what `sandbox` leaves it, and its only network
 * is its own loopback; `host` keeps the network for a server that is asked from outside. Where Linux does not permit
 * namespaces it still ends with us; elsewhere it is unchanged.
 */
export function containCommand(
  program: Program,
  network: 'none' | 'host',
  sandbox: Sandbox,
): Program {
  if (!canContain()) return process.platform === 'linux' ? withParent(program) : program;
  const before = isolate(sandbox);
  return network === 'none'
    ? wrap(program, ['--net'], loopback + before)
    : wrap(program, [], before);
}
