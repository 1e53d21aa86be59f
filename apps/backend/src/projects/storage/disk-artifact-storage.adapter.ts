import { AppError } from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  access,
  constants,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  stat,
  type FileHandle,
} from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { ArtifactStorage, type StoredBlob } from './artifact-storage.port.js';

/**
 * Artifacts on the local disk: `ab/abcdef…` under one folder. A file appears whole or not at all (temporary
 * file, fsync, rename), whatever kills the process.
 */
@Injectable()
export class DiskArtifactStorage extends ArtifactStorage {
  constructor(private readonly folder: string) {
    super();
  }

  async put(bytes: Uint8Array | Readable): Promise<StoredBlob> {
    try {
      return bytes instanceof Readable ? await this.putStream(bytes) : await this.putBytes(bytes);
    } catch (error) {
      throw translate(error);
    }
  }

  async open(sha256: string, range?: { start: number; end: number }): Promise<Readable> {
    const file = this.fileOf(sha256);
    await access(file, constants.R_OK).catch((cause: unknown) => {
      throw new AppError('artifact.not_found', { cause });
    });
    return createReadStream(file, range);
  }

  async read(sha256: string): Promise<Buffer> {
    return readFile(this.fileOf(sha256)).catch((cause: unknown) => {
      throw new AppError('artifact.not_found', { cause });
    });
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.fileOf(sha256), { force: true });
  }

  async check(): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true });
      await access(this.folder, constants.W_OK);
    } catch (error) {
      throw translate(error);
    }
  }

  private async putBytes(bytes: Uint8Array): Promise<StoredBlob> {
    const blob = {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.byteLength,
    };
    if (await this.has(blob)) return blob;
    await this.writeWhole(async (handle) => {
      await handle.writeFile(bytes);
      return blob.sha256;
    });
    return blob;
  }

  private async putStream(stream: Readable): Promise<StoredBlob> {
    const hash = createHash('sha256');
    let size = 0;
    let sha256 = '';
    await this.writeWhole(async (handle) => {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        hash.update(chunk);
        size += chunk.byteLength;
        await handle.writeFile(chunk);
      }
      sha256 = hash.digest('hex');
      return sha256;
    });
    return { sha256, size };
  }

  /** A file of the right size under its hash is whole, because it was renamed into place. */
  private async has(blob: StoredBlob): Promise<boolean> {
    const found = await stat(this.fileOf(blob.sha256)).catch(() => null);
    return found?.size === blob.size;
  }

  private async writeWhole(write: (handle: FileHandle) => Promise<string>): Promise<void> {
    const drafts = path.join(this.folder, 'tmp');
    await mkdir(drafts, { recursive: true });
    const draft = path.join(drafts, randomBytes(12).toString('hex'));
    const handle = await open(draft, 'wx', 0o644);
    try {
      const sha256 = await write(handle);
      await handle.sync();
      await handle.close();
      const file = this.fileOf(sha256);
      await mkdir(path.dirname(file), { recursive: true });
      await rename(draft, file);
    } catch (error) {
      await handle.close().catch(() => undefined);
      await rm(draft, { force: true });
      throw error;
    }
  }

  private fileOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new AppError('artifact.not_found');
    return path.join(this.folder, sha256.slice(0, 2), sha256);
  }
}

/** Errors of the file system as ours; ENOSPC and EDQUOT are the user's disk, the rest is permission or hardware. */
function translate(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('storage.full', { cause: error });
  if (code && ['EACCES', 'EPERM', 'EROFS', 'EIO', 'EMFILE', 'ENOTDIR'].includes(code)) {
    return new AppError('storage.unavailable', { cause: error });
  }
  return error;
}
