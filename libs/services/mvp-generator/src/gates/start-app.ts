import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BuildSlot } from './build-slot.js';
import { canContain, containCommand } from './contain-command.js';
import { databaseFolder } from './ensure-kit.js';
import { cleanEnvironment, killGroup } from './run-command.js';
import { defaultLimits, watchProcesses } from './watch-processes.js';

export interface StartRequest {
  slot: BuildSlot;
  kitFolder: string;
  /** Until the app answers; aborting it later does not stop the app. */
  signal: AbortSignal;
  /** Settings of the app beside the clean ones, such as the address of a model. */
  env?: Readonly<Record<string, string>>;
}

export interface RunningApp {
  /** `http://127.0.0.1:<port>` */
  base: string;
  /** The end of what it printed. */
  output(): string;
  stop(): Promise<void>;
}

/** The app ended or did not answer; the message is the end of what it printed. */
export class StartFailure extends Error {}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

async function isUp(base: string, signal: AbortSignal): Promise<boolean> {
  try {
    return (
      await fetch(`${base}/api/health`, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(2000)]),
      })
    ).ok;
  } catch {
    return false;
  }
}

/**
 * Starts the built app of a slot on a port of its own with a database in the slot's scratch folder, and waits until
 * it answers. Throws `StartFailure` when it ends before, and the reason of `signal` on abort; nothing is left
 * running then.
 */
export async function startApp(request: StartRequest): Promise<RunningApp> {
  const { slot, signal } = request;
  const port = await freePort();
  const base = `http://127.0.0.1:${String(port)}`;
  const next = join(request.kitFolder, 'node_modules', 'next', 'dist', 'bin', 'next');
  const program = containCommand(
    { command: process.execPath, args: [next, 'start', '-p', String(port), '-H', '127.0.0.1'] },
    'host',
    { writable: [slot.folder, slot.scratch], hidden: slot.hidden },
  );
  const dataDir = join(slot.scratch, 'data');
  const database = databaseFolder(request.kitFolder);
  // The empty database that the app would make, but for the two seconds that making it takes.
  if (database && !existsSync(dataDir))
    await cp(database, join(dataDir, 'pglite'), { recursive: true });
  const app = spawn(program.command, program.args, {
    cwd: slot.folder,
    env: cleanEnvironment(slot.scratch, { ...request.env, DATA_DIR: dataDir }),
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (data: Buffer): void => {
    output = (output + data.toString('utf8')).slice(-8000);
  };
  app.stdout.on('data', collect);
  app.stderr.on('data', collect);
  const endWatch = watchProcesses(app.pid, [slot.scratch, slot.folder], defaultLimits, (reason) => {
    output += `\nStopped: ${reason}`;
    killGroup(app.pid, 'SIGKILL');
  });
  const ended = new Promise<void>((resolve) => {
    app.on('close', () => {
      resolve();
    });
    app.on('error', () => {
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    killGroup(app.pid, canContain() ? 'SIGKILL' : 'SIGTERM');
    const force = setTimeout(() => {
      killGroup(app.pid, 'SIGKILL');
    }, 1500);
    await ended;
    clearTimeout(force);
    killGroup(app.pid, 'SIGKILL');
    endWatch();
  };
  try {
    while (!(await isUp(base, signal))) {
      if (app.exitCode !== null)
        throw new StartFailure(`The app ended while it started.\n${output}`);
      await delay(50, undefined, { signal });
    }
    return { base, output: () => output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
