import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { GeneratedFile } from '@hatchr/contracts';
import { acquireSlot, fillSlot } from './build-slot.js';

const fileOf = (path: string, content: string): GeneratedFile => ({ path, content });
const { signal } = new AbortController();

describe('a slot', () => {
  let kit: string;
  beforeEach(async () => {
    kit = await mkdtemp(join(tmpdir(), 'kit-'));
  });
  afterEach(async () => {
    await rm(kit, { recursive: true, force: true });
  });

  it('holds one app alone, and keeps nothing of the one before but what the compiler has cached', async () => {
    const slot = await acquireSlot(kit, signal);
    await fillSlot(slot, [fileOf('src/old.ts', 'old'), fileOf('shared.ts', 'old')]);
    await mkdir(join(slot.folder, '.next/cache'), { recursive: true });
    await writeFile(join(slot.folder, '.next/cache/kept'), 'compiled');
    await writeFile(join(slot.folder, '.next/routes'), 'of the old app');
    await fillSlot(slot, [fileOf('shared.ts', 'new'), fileOf('package-lock.json', '{}')]);
    const names = await readdir(slot.folder, { recursive: true });
    expect(names.sort()).toEqual(['.next', '.next/cache', '.next/cache/kept', 'shared.ts']);
    expect(await readFile(join(slot.folder, 'shared.ts'), 'utf8')).toBe('new');
    await slot.release();
  });

  it('with code of a model is one of its own, and caches nothing for the app that comes after', async () => {
    const own = await acquireSlot(kit, signal);
    const slot = await acquireSlot(kit, signal, [], 'model');
    expect(slot.folder).not.toBe(own.folder);
    await own.release();
    await mkdir(join(slot.folder, '.next/cache'), { recursive: true });
    await writeFile(join(slot.folder, '.next/cache/poisoned'), 'by the app');
    await slot.release();
    const next = await acquireSlot(kit, signal, [], 'model');
    expect(next.folder).toBe(slot.folder);
    await fillSlot(next, [fileOf('shared.ts', 'new')]);
    expect((await readdir(next.folder, { recursive: true })).sort()).toEqual([
      '.next',
      'shared.ts',
    ]);
    await next.release();
  });

  it('is removed with what was taken out of it, also by a process that ended before it could', async () => {
    const slot = await acquireSlot(kit, signal);
    await mkdir(`${slot.folder}.old-left/src`, { recursive: true });
    await fillSlot(slot, [fileOf('a.ts', '1')]);
    await fillSlot(slot, [fileOf('a.ts', '2')]);
    await slot.release();
    const left = async (): Promise<string[]> =>
      (await readdir(join(kit, 'apps'))).filter((name) => name.includes('.old-'));
    while ((await left()).length > 0) await delay(10);
    expect(existsSync(slot.scratch)).toBe(false);
  });

  it('is another one while the first is in use', async () => {
    const first = await acquireSlot(kit, signal);
    const second = await acquireSlot(kit, signal);
    expect(second.folder).not.toBe(first.folder);
    await Promise.all([first.release(), second.release()]);
  });

  it('hides what is private around the kit, but not the way to it', async () => {
    const data = join(kit, '..');
    for (const name of ['secrets', 'files']) await mkdir(join(data, name), { recursive: true });
    const elsewhere = join(tmpdir(), 'settings-of-somebody');
    const slot = await acquireSlot(kit, signal, [data, elsewhere]);
    expect(slot.hidden).toEqual(
      expect.arrayContaining([join(data, 'secrets'), join(data, 'files'), elsewhere]),
    );
    expect(slot.hidden.some((path) => kit.startsWith(path))).toBe(false);
    await slot.release();
  });
});
