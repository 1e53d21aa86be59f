import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DiskArtifactStorage } from './disk-artifact-storage.adapter.js';

describe('artifacts on disk', () => {
  let folder: string;
  let storage: DiskArtifactStorage;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'hatchr-artifacts-'));
    storage = new DiskArtifactStorage(folder);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const bytes = randomBytes(200_000);
  const sha256 = createHash('sha256').update(bytes).digest('hex');

  it('gives back what it was given, whole or in part', async () => {
    expect(await storage.put(bytes)).toEqual({ sha256, size: bytes.length });
    expect(await storage.read(sha256)).toEqual(bytes);
    expect(await buffer(await storage.open(sha256, { start: 10, end: 19 }))).toEqual(
      bytes.subarray(10, 20),
    );
  });

  it('stores a stream under the same address as the bytes', async () => {
    const chunks = Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000)]);
    expect(await storage.put(chunks)).toEqual({ sha256, size: bytes.length });
    expect(await storage.read(sha256)).toEqual(bytes);
  });

  it('stores the same bytes once, also when asked ten times at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => storage.put(bytes)));
    expect(readdirSync(path.join(folder, sha256.slice(0, 2)))).toEqual([sha256]);
  });

  it('leaves nothing behind when a stream breaks', async () => {
    const broken = Readable.from(
      (function* () {
        yield bytes;
        throw new Error('line lost');
      })(),
    );
    await expect(storage.put(broken)).rejects.toThrow('line lost');
    expect(readdirSync(path.join(folder, 'tmp'))).toEqual([]);
  });

  it('refuses addresses that are no hash, and says what is not there', async () => {
    await expect(storage.read('../../etc/passwd')).rejects.toMatchObject({
      code: 'artifact.not_found',
    });
    await expect(storage.open(sha256)).rejects.toMatchObject({ code: 'artifact.not_found' });
  });

  it('says that the folder cannot be written, with what to do', async () => {
    // Root may write anywhere, so a file in the place of the folder stands in for a missing permission.
    const blocked = path.join(folder, 'blocked');
    writeFileSync(blocked, '');
    chmodSync(blocked, 0o444);
    await expect(
      new DiskArtifactStorage(path.join(blocked, 'store')).put(bytes),
    ).rejects.toMatchObject({
      code: 'storage.unavailable',
    });
  });
});
