import { AppError, type ArtifactKind } from '@hatchr/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Param, Query, Req, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { execFile, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ArtifactRecord } from '../../projects/artifacts.repository.js';
import { DiskArtifactStorage } from '../../projects/storage/disk-artifact-storage.adapter.js';
import { AppErrorFilter } from './app-error.filter.js';
import { sendArtifact } from './send-artifact.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'hatchr-download-'));
const storage = new DiskArtifactStorage(path.join(folder, 'storage'));
const bytes = randomBytes(3_000_000);
const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const sha256 = sha256Of(bytes);
const etag = `"${sha256}"`;
const records = new Map<string, ArtifactRecord>();

@Controller()
class FilesController {
  @Get('files/:name')
  async file(
    @Param('name') name: string,
    @Req() request: Request,
    @Res() response: Response,
    @Query('download') download?: string,
  ): Promise<void> {
    const record = records.get(name);
    if (!record) throw new AppError('artifact.not_found');
    await sendArtifact(request, response, { storage, record, isDownload: download !== undefined });
  }
}

@Module({ controllers: [FilesController] })
class FilesModule {}

/** A line that breaks: the connection is closed once more than so many bytes of the body went out. */
function cutAfterHeader(request: Request, response: Response, next: NextFunction): void {
  const limit = Number(request.headers['x-cut-after'] ?? Infinity);
  const write = response.write.bind(response) as (chunk: Buffer) => boolean;
  let sent = 0;
  response.write = ((chunk: Buffer) => {
    sent += chunk.length;
    if (sent <= limit) return write(chunk);
    response.socket?.destroy();
    return false;
  }) as Response['write'];
  next();
}

let app: NestExpressApplication;
let url: string;
beforeAll(async () => {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and documents literals
  app = await NestFactory.create<NestExpressApplication>(FilesModule, { logger: false });
  app.use(cutAfterHeader);
  app.useGlobalFilters(new AppErrorFilter());
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
  await storage.put(bytes);
  await storage.put(Buffer.alloc(0));
  const add = (name: string, filePath: string, mediaType: string, content: Buffer): void => {
    const kind: ArtifactKind = 'launch';
    const stored = { size: content.length, sha256: sha256Of(content) };
    records.set(name, { path: filePath, kind, mediaType, mode: 0o644, ...stored });
  };
  add('kit', 'kit.zip', 'application/zip', bytes);
  add('empty', 'empty.txt', 'text/plain', Buffer.alloc(0));
  add('gone', 'gone.png', 'image/png', Buffer.from('never stored'));
  add('named', 'launch/Überblick (日本) ’s „x“.png', 'image/png', bytes);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (name: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${url}/files/${name}`, { method, headers });
const bodyOf = async (response: globalThis.Response): Promise<Buffer> =>
  Buffer.from(await response.arrayBuffer());

describe('a download', () => {
  it('comes whole, with its sha256 as strong tag and its length', async () => {
    const response = await ask('kit');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      etag,
      'accept-ranges': 'bytes',
      'content-length': String(bytes.length),
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="kit.zip"; filename*=UTF-8''kit.zip`,
    });
    expect(sha256Of(await bodyOf(response))).toBe(sha256);
  });

  it.each([
    ['a range', 'bytes=100-199', 100, 199],
    ['the first byte', 'bytes=0-0', 0, 0],
    ['everything from a place', 'bytes=2999990-', 2_999_990, 2_999_999],
    ['the last bytes', 'bytes=-10', 2_999_990, 2_999_999],
    ['more last bytes than there are', 'bytes=-9000000', 0, 2_999_999],
    ['an end behind the end', 'bytes=2999990-9999999', 2_999_990, 2_999_999],
  ])('gives %s', async (_name, range, start, end) => {
    const response = await ask('kit', { range });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/${bytes.length}`);
    expect(response.headers.get('content-length')).toBe(String(end - start + 1));
    expect(response.headers.get('etag')).toBe(etag);
    expect(sha256Of(await bodyOf(response))).toBe(sha256Of(bytes.subarray(start, end + 1)));
  });

  it.each([
    ['two ranges apart', 'bytes=0-9,100-109'],
    ['a range that ends before it starts', 'bytes=20-10'],
    ['words', 'bytes=all'],
    ['another unit', 'lines=99999999-'],
  ])('comes whole for %s, which no one has to understand', async (_name, range) => {
    const response = await ask('kit', { range });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-range')).toBeNull();
    await response.body?.cancel();
  });

  it.each([['bytes=3000000-'], ['bytes=-0']])('answers 416 with the size for %s', async (range) => {
    const response = await ask('kit', { range });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe(`bytes */${bytes.length}`);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.json()).toMatchObject({ error: { code: 'range.not_satisfiable' } });
  });

  it('goes on only where the file is still the same', async () => {
    const range = 'bytes=10-19';
    const same = await ask('kit', { range, 'if-range': etag });
    expect(same.status).toBe(206);
    await same.body?.cancel();
    for (const ifRange of ['"other"', `W/${etag}`, new Date().toUTCString()]) {
      const other = await ask('kit', { range, 'if-range': ifRange });
      expect([ifRange, other.status]).toEqual([ifRange, 200]);
      await other.body?.cancel();
    }
  });

  it.each([[etag], [`W/${etag}`], [`"other", ${etag}`], ['*']])(
    'is not sent again to whoever has %s',
    async (known) => {
      const response = await ask('kit', { 'if-none-match': known, range: 'bytes=0-9' });
      expect(response.status).toBe(304);
      expect(response.headers.get('etag')).toBe(etag);
      expect(await bodyOf(response)).toHaveLength(0);
    },
  );

  it('tells all but the bytes on HEAD, of the whole file', async () => {
    const response = await ask('kit', { range: 'bytes=0-9' }, 'HEAD');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect(response.headers.get('etag')).toBe(etag);
  });

  it('gives an empty file', async () => {
    const response = await ask('empty');
    expect([response.status, response.headers.get('content-length')]).toEqual([200, '0']);
  });

  it('says that bytes are gone, and nothing about a file', async () => {
    const response = await ask('gone');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-disposition')).toBeNull();
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('etag')).not.toBe(`"${records.get('gone')?.sha256 ?? ''}"`);
  });

  it('carries a name in any script, and one in ASCII for old programs', async () => {
    const shown = await ask('named');
    const header = shown.headers.get('content-disposition') ?? '';
    await shown.body?.cancel();
    const [, ascii, encoded = ''] =
      /^inline; filename="([\w.-]+)"; filename\*=UTF-8''([\w.%~!-]+)$/.exec(header) ?? [];
    expect(ascii).toBe('_berblick_______s__x_.png');
    expect(decodeURIComponent(encoded)).toBe('Überblick (日本) ’s „x“.png');
    const saved = await ask('named?download');
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; /);
    await saved.body?.cancel();
  });

  it('goes on after a broken line, byte for byte', async () => {
    const cut = await ask('kit', { 'x-cut-after': '1000000' });
    const parts: Uint8Array[] = [];
    await expect(async () => {
      for await (const part of cut.body as unknown as AsyncIterable<Uint8Array>) parts.push(part);
    }).rejects.toThrow();
    const first = Buffer.concat(parts);
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(bytes.length);
    const rest = await ask('kit', { range: `bytes=${first.length}-`, 'if-range': etag });
    expect(sha256Of(Buffer.concat([first, await bodyOf(rest)]))).toBe(sha256);
  });

  const hasCurl = spawnSync('curl', ['--version']).status === 0;
  (hasCurl ? it : it.skip)('is taken up again by curl to the same sha256', async () => {
    const file = path.join(folder, 'kit.zip');
    const curl = (...more: string[]): Promise<number> =>
      new Promise((resolve) => {
        const child = execFile('curl', ['-sS', '-o', file, ...more, `${url}/files/kit`]);
        child.once('close', (code) => {
          resolve(code ?? -1);
        });
      });
    // 18: the transfer ended with bytes outstanding; 56: the connection was reset.
    expect([18, 56]).toContain(await curl('-H', 'X-Cut-After: 1500000'));
    expect(statSync(file).size).toBeLessThan(bytes.length);
    expect(await curl('-C', '-')).toBe(0);
    expect(sha256Of(readFileSync(file))).toBe(sha256);
  });
});
