import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Decision, GeneratedFile } from '@hatchr/contracts';
import { lock } from 'proper-lockfile';
import { bytesOf } from './watch-processes.js';

/** A folder inside the kit in which one app at a time is built; `node_modules` is found in the folder above. */
export interface BuildSlot {
  folder: string;
  /** HOME and database of the app while it is proven; thrown away with the slot. */
  scratch: string;
  /** What programs in the slot see nothing of. */
  hidden: readonly string[];
  /** Whether what the tools have cached for one app serves the next one. */
  keepsCache: boolean;
  release(): Promise<void>;
}

// More builds at once than this only wait for each other's processor and memory.
const slotCount = 4;
const waitMs = 500;
// The bundler's cache grows by 5 MB with every app and is read as a whole: measured on two cores, a build takes 10 s with
// one app in it (52 MB), 13.5 s with fifty (271 MB), and 15 s without one.
const maxCacheBytes = 150_000_000;
const staleMs = 30_000;

async function tryLock(folder: string): Promise<(() => Promise<void>) | null> {
  await mkdir(folder, { recursive: true });
  try {
    return await lock(folder, { stale: staleMs, retries: 0, lockfilePath: `${folder}.lock` });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ELOCKED') return null;
    throw error;
  }
}

/** The path, or where the kit lies in it everything in it that does not lead to the kit. */
async function around(kitFolder: string, path: string): Promise<string[]> {
  const way = relative(path, kitFolder);
  if (way === '' || way.startsWith('..') || isAbsolute(way)) return way === '' ? [] : [path];
  const [next = ''] = way.split(sep);
  const beside = (await readdir(path)).filter((name) => name !== next);
  return [
    ...beside.map((name) => join(path, name)),
    ...(await around(kitFolder, join(path, next))),
  ];
}

// Removing the thousand names of an app takes longer than renaming its uppermost twenty, and can wait.
const oldPrefix = (folder: string): string => `${folder}.old-`;

/** Apps that were taken out of a slot and are not removed yet. */
async function oldApps(folder: string): Promise<string[]> {
  const parent = dirname(folder);
  const paths = (await readdir(parent)).map((name) => join(parent, name));
  return paths.filter((path) => path.startsWith(oldPrefix(folder)));
}

/**
 * Takes a free slot of the kit; waits while all are in use, until the signal aborts. Programs in it see nothing of
 * `privatePaths`, but of the kit where it lies in one of them. Apps with code of a model have slots of their own that
 * keep no cache: their programs can write to it, and what they leave there must not serve the proof of another app.
 */
export async function acquireSlot(
  kitFolder: string,
  signal: AbortSignal,
  privatePaths: readonly string[] = [],
  codeBy: Decision['by'] = 'embedded',
): Promise<BuildSlot> {
  const prefix = codeBy === 'model' ? 'model-slot-' : 'slot-';
  for (;;) {
    signal.throwIfAborted();
    for (let number = 1; number <= slotCount; number++) {
      const folder = join(kitFolder, 'apps', `${prefix}${String(number)}`);
      const unlock = await tryLock(folder);
      if (!unlock) continue;
      const scratch = await mkdtemp(join(tmpdir(), 'app-scratch-'));
      return {
        folder,
        scratch,
        keepsCache: codeBy === 'embedded',
        hidden: (await Promise.all(privatePaths.map((path) => around(kitFolder, path)))).flat(),
        release: async () => {
          await rm(scratch, { recursive: true, force: true });
          const old = await oldApps(folder);
          await unlock();
          // Nobody waits for it; what a process that ends leaves behind, the next one removes.
          void Promise.allSettled(old.map((path) => rm(path, { recursive: true, force: true })));
        },
      };
    }
    await delay(waitMs, undefined, { signal });
  }
}

async function takeOut(slot: BuildSlot, folder: string, stays: readonly string[]): Promise<void> {
  const names = (await readdir(folder)).filter((name) => !stays.includes(name));
  if (names.length === 0) return;
  const old = await mkdtemp(oldPrefix(slot.folder));
  for (const name of names) await rename(join(folder, name), join(old, name));
}

/**
 * Puts an app into a slot in place of the one before. The compiler's cache is all that stays: everything else
 * of `.next` would carry routes and types of another app over. The app's lockfile stays out, because the
 * nearest lockfile decides which folder the bundler takes as its root, and that must be the kit.
 */
export async function fillSlot(slot: BuildSlot, files: readonly GeneratedFile[]): Promise<void> {
  const next = join(slot.folder, '.next');
  await takeOut(slot, slot.folder, ['.next']);
  const keepsCache = slot.keepsCache && bytesOf(join(next, 'cache')) <= maxCacheBytes;
  if (existsSync(next)) await takeOut(slot, next, keepsCache ? ['cache'] : []);
  const kept = files.filter((file) => file.path !== 'package-lock.json');
  const folders = new Set(kept.map((file) => dirname(join(slot.folder, file.path))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  await Promise.all(kept.map((file) => writeFile(join(slot.folder, file.path), file.content)));
}
