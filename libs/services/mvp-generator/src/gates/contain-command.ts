import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

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

// Every mount but the folders that are named becomes read-only; what the kernel itself shows stays as it is.
const readOnly = (writable: readonly string[]): string => {
  const names = writable.map((folder) => `'${folder.replaceAll("'", `'\\''`)}'`);
  const kept = [...names, '/proc', '/proc/*', '/dev', '/dev/*', '/sys', '/sys/*'].join('|');
  const bound = names.map((name) => `mount --bind ${name} ${name} || exit 125; `).join('');
  return `${bound}while read -r _ at _; do case "$at" in ${kept}) ;; *) mount -o remount,bind,ro "$at" || exit 125 ;; esac; done < /proc/self/mounts; `;
};

function wrap(program: Program, namespaces: string[], before: string): Program {
  const limits = `ulimit -c 0; ulimit -f ${String(fileBlocks)}; ulimit -t ${String(cpuSeconds)}`;
  const script = `${before}${limits}; unset PWD; exec "$@"`;
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
 * none outlives it or us, and its only network is its own loopback; `host` keeps the network for a server that is
 * asked from outside; with `writable` it can write to these folders alone. Where Linux does not permit namespaces it still ends with us; elsewhere it is unchanged.
 */
export function containCommand(
  program: Program,
  network: 'none' | 'host',
  writable: readonly string[] | null = null,
): Program {
  if (!canContain()) return process.platform === 'linux' ? withParent(program) : program;
  const before = writable ? readOnly(writable) : '';
  return network === 'none'
    ? wrap(program, ['--net'], loopback + before)
    : wrap(program, [], before);
}
