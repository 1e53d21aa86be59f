import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { canContain, containCommand } from './contain-command.js';
import { defaultLimits, watchProcesses, type ProcessLimits } from './watch-processes.js';

export interface CommandRequest {
  command: string;
  args: readonly string[];
  cwd: string;
  /** HOME of the child: a folder that is thrown away. */
  home: string;
  /** Settings beside the fixed clean ones; never secrets. */
  env?: Readonly<Record<string, string>>;
  signal: AbortSignal;
  timeoutMs: number;
  /** For npm alone: it keeps the network and is not limited. */
  trusted?: true;
  /** What it sees nothing of, where the system permits namespaces. It can write to `cwd` and `home` alone. */
  hidden?: readonly string[];
  /** `defaultLimits` unless given. */
  limits?: ProcessLimits;
}

export interface CommandResult {
  outcome: 'exited' | 'timed_out' | 'aborted' | 'limited';
  code: number | null;
  /** The end of what it printed, both streams, at most `outputLimit` characters. */
  output: string;
  durationMs: number;
}

// Enough for the errors that matter, which compilers and test runners print last; a loop that prints for ever
// costs no memory.
const outputLimit = 24_000;
// Between asking a process group to end and ending it.
const graceMs = 1500;
// A build of eight entities peaks below 1 GB; above this something is wrong.
const maxOldSpaceMb = 2048;

/** The whole environment of a child: what Node needs to run and nothing of ours. */
export function cleanEnvironment(
  home: string,
  extra: Readonly<Record<string, string>> = {},
): NodeJS.ProcessEnv {
  const systemPaths =
    process.platform === 'win32'
      ? ['C:\\Windows\\System32', 'C:\\Windows']
      : ['/usr/local/bin', '/usr/bin', '/bin'];
  return {
    PATH: [dirname(process.execPath), ...systemPaths].join(delimiter),
    HOME: home,
    ...(process.platform === 'win32'
      ? { USERPROFILE: home, SystemRoot: 'C:\\Windows', TEMP: home, TMP: home }
      : { TMPDIR: home }),
    NODE_ENV: 'production',
    NODE_OPTIONS: `--max-old-space-size=${String(maxOldSpaceMb)}`,
    NEXT_TELEMETRY_DISABLED: '1',
    ...extra,
  };
}

/** Ends a detached child with everything that it started; does nothing when it is gone. */
export function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // The group has ended already.
  }
}

// Colours and cursor movements, which make a log unreadable.
// eslint-disable-next-line no-control-regex -- terminal sequences begin with a control character
const terminalCodes = /\u001b\[[0-9;?]*[a-zA-Z]/gu;

/**
 * Runs a program in its own process group with a clean environment. It always settles: at the exit, at the time
 * limit, at the abort or when it uses more than `limits`, and then no process of it is left. It is contained as
 * `containCommand` says. Rejects only when it cannot be started.
 */
export function runCommand(request: CommandRequest): Promise<CommandResult> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const writable = [...new Set([request.cwd, request.home])];
    const program = request.trusted
      ? request
      : containCommand(request, 'none', { writable, hidden: request.hidden ?? [] });
    const child = spawn(program.command, program.args, {
      cwd: request.cwd,
      env: cleanEnvironment(request.home, request.env),
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let outcome: CommandResult['outcome'] = 'exited';
    const collect = (data: Buffer): void => {
      output = (output + data.toString('utf8')).slice(-outputLimit);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    let force: NodeJS.Timeout | undefined;
    const stop = (why: CommandResult['outcome']): void => {
      if (outcome !== 'exited') return;
      outcome = why;
      // The first process of a namespace hears no SIGTERM that it does not handle, and all of it ends with that one.
      killGroup(child.pid, !request.trusted && canContain() ? 'SIGKILL' : 'SIGTERM');
      force = setTimeout(() => {
        killGroup(child.pid, 'SIGKILL');
      }, graceMs);
    };
    const endWatch = request.trusted
      ? () => undefined
      : watchProcesses(
          child.pid,
          [request.home, request.cwd],
          request.limits ?? defaultLimits,
          (reason) => {
            output += `\nStopped: ${reason}`;
            stop('limited');
            killGroup(child.pid, 'SIGKILL');
          },
        );
    const limit = setTimeout(() => {
      stop('timed_out');
    }, request.timeoutMs);
    const abort = (): void => {
      stop('aborted');
    };
    const settle = (): void => {
      clearTimeout(limit);
      clearTimeout(force);
      request.signal.removeEventListener('abort', abort);
      // A program may have left children of its own behind.
      killGroup(child.pid, 'SIGKILL');
      endWatch();
    };
    request.signal.addEventListener('abort', abort, { once: true });
    if (request.signal.aborted) abort();
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('exit', () => {
      // Whoever inherited its output would keep it open.
      killGroup(child.pid, 'SIGKILL');
      endWatch();
    });
    child.on('close', (code) => {
      settle();
      resolve({
        outcome,
        code,
        output: output.replace(terminalCodes, '').trim(),
        durationMs: Math.round(performance.now() - started),
      });
    });
  });
}
