import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lock } from 'proper-lockfile';
import { AppError } from '@hatchr/contracts';
import { lockFolder } from '../writer/static-files.js';
import { runCommand, type CommandResult } from './run-command.js';

/** The shared dependencies of all apps: one installation for one lockfile. */
export type Kit = { status: 'ready'; folder: string } | { status: 'unavailable'; reason: string };

export interface KitOptions {
  signal: AbortSignal;
  /** Time for one `npm ci`. */
  timeoutMs: number;
  /** Program and first arguments; `['npm']` unless given. */
  npmCommand?: readonly string[];
  /** For npm alone, see `pickInstallEnvironment`. */
  environment?: Readonly<Record<string, string>>;
  log?: (message: string) => void;
}

// `../..` of a module in src/gates and in dist/gates alike is the project folder.
const toolsFolder = fileURLToPath(new URL('../../template/kit/', import.meta.url));
const databaseScript = fileURLToPath(
  new URL('../../template/gates/make-database.mjs', import.meta.url),
);
const imageName = 'database.tar';
const databaseName = 'database';

const completeMarker = '.complete';
// A holder that has not touched its lock for this long is dead; an install keeps its event loop free.
const staleMs = 30_000;

/** Name of the kit's folder: it changes with the lockfile and with the system whose binaries it holds. */
async function kitName(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(lockFolder, 'package-lock.json')));
  hash.update(await readFile(join(toolsFolder, 'package-lock.json')));
  hash.update(await readFile(databaseScript));
  hash.update(`${process.platform} ${process.arch}`);
  return hash.digest('hex').slice(0, 16);
}

/** Runs `npm ci` in a folder that holds a package.json and its lockfile. */
function installPackages(
  folder: string,
  home: string,
  kitDir: string,
  options: KitOptions,
): Promise<CommandResult> {
  const [command = 'npm', ...first] = options.npmCommand ?? ['npm'];
  // No install script runs: none of the pinned packages needs one, and this is code from outside.
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return runCommand({
    command,
    args: [...first, 'ci', ...flags, '--prefer-offline'],
    cwd: folder,
    home,
    env: {
      // The registry that the person's npm uses is the one that the rest of the product came from.
      ...options.environment,
      NODE_ENV: 'development',
      npm_config_cache: join(kitDir, 'npm-cache'),
      npm_config_userconfig:
        options.environment?.['npm_config_userconfig'] ?? join(homedir(), '.npmrc'),
    },
    signal: options.signal,
    timeoutMs: options.timeoutMs,
    trusted: true,
  });
}

/** Faster programs for the gates alone; without them the gates use what the app itself has. */
async function addTools(
  kitFolder: string,
  home: string,
  kitDir: string,
  options: KitOptions,
): Promise<void> {
  const folder = join(kitFolder, 'tools');
  await cp(toolsFolder, folder, { recursive: true });
  const result = await installPackages(folder, home, kitDir, options);
  if (result.code === 0) return;
  await rm(folder, { recursive: true, force: true });
  options.log?.('The native compiler is not there; type-checks use the slower one of the app.');
}

/** An empty database that tests and probes start from; without it each makes its own. */
async function addDatabase(kitFolder: string, home: string, options: KitOptions): Promise<void> {
  const image = join(kitFolder, imageName);
  const folder = join(kitFolder, databaseName);
  const result = await runCommand({
    command: process.execPath,
    args: [databaseScript, image, folder],
    cwd: kitFolder,
    home,
    signal: options.signal,
    timeoutMs: options.timeoutMs,
  });
  if (result.code === 0) return;
  await rm(image, { force: true });
  await rm(folder, { recursive: true, force: true });
  options.log?.('No empty database could be prepared; each test makes its own.');
}

/** The dump of an empty database that came with the kit, when there is one. */
export function databaseImage(kitFolder: string): string | undefined {
  const image = join(kitFolder, imageName);
  return existsSync(image) ? image : undefined;
}

/** The folder of the same database as it lies on disk, when there is one. */
export function databaseFolder(kitFolder: string): string | undefined {
  const folder = join(kitFolder, databaseName);
  return existsSync(folder) ? folder : undefined;
}

async function install(target: string, kitDir: string, options: KitOptions): Promise<Kit> {
  const temporary = await mkdtemp(join(kitDir, 'installing-'));
  const home = await mkdtemp(join(tmpdir(), 'kit-home-'));
  try {
    for (const file of ['package.json', 'package-lock.json']) {
      const text = await readFile(join(lockFolder, file), 'utf8');
      await writeFile(join(temporary, file), text.replaceAll('__SLUG__', 'app-kit'));
    }
    const result = await installPackages(temporary, home, kitDir, options);
    if (result.outcome === 'aborted') throw new AppError('job.cancelled');
    if (result.outcome === 'timed_out')
      return {
        status: 'unavailable',
        reason: 'Installing the shared dependencies took longer than allowed.',
      };
    if (result.code !== 0)
      return {
        status: 'unavailable',
        reason: `The shared dependencies could not be installed: ${lastLine(result.output)}`,
      };
    await addTools(temporary, home, kitDir, options);
    await addDatabase(temporary, home, options);
    options.signal.throwIfAborted();
    await writeFile(join(temporary, completeMarker), '');
    await rm(target, { recursive: true, force: true });
    await rename(temporary, target);
    return { status: 'ready', folder: target };
  } finally {
    await rm(temporary, { recursive: true, force: true });
    await rm(home, { recursive: true, force: true });
  }
}

const lastLine = (output: string): string =>
  (
    output
      .split('\n')
      .filter((line) => /error|ERR/u.test(line))
      .at(0) ??
    output.split('\n').at(-1) ??
    ''
  ).slice(0, 300);

/** Remains of installations that were killed half-way. */
async function removeLeftovers(kitDir: string): Promise<void> {
  const names = await readdir(kitDir);
  await Promise.all(
    names
      .filter((name) => name.startsWith('installing-'))
      .map((name) => rm(join(kitDir, name), { recursive: true, force: true })),
  );
}

/**
 * The shared dependencies, installed on the first call (half a minute) and found at once afterwards. Several
 * processes may call it at the same time: one installs, the others wait. A half-finished installation is never
 * used. Gives a reason instead of a folder when there is no network; throws `job.cancelled` on abort.
 */
export async function ensureKit(kitDir: string, options: KitOptions): Promise<Kit> {
  const target = join(kitDir, await kitName());
  if (existsSync(join(target, completeMarker))) return { status: 'ready', folder: target };
  await mkdir(kitDir, { recursive: true });
  const retries = {
    retries: Math.ceil(options.timeoutMs / 1000),
    factor: 1,
    minTimeout: 1000,
    maxTimeout: 1000,
  };
  const release = await lock(kitDir, {
    stale: staleMs,
    retries,
    lockfilePath: join(kitDir, 'kit.lock'),
  });
  try {
    if (existsSync(join(target, completeMarker))) return { status: 'ready', folder: target };
    await removeLeftovers(kitDir);
    options.log?.('Installing the shared dependencies of generated apps. This happens once.');
    return await install(target, kitDir, options);
  } finally {
    await release();
  }
}
