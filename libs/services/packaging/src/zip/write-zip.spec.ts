import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { AppError, silentStepContext, type StepContext } from '@hatchr/contracts';
import { MemorySink, sha256Hex, sourceOf } from '../testing/kit-fixture.js';
import { readZip } from '../testing/read-zip.js';
import { runInChild } from '../testing/run-in-child.js';
import { wholeFileLimit } from './choose-compression.js';
import { writeZip } from './write-zip.js';
import type { ZipSource, ZipSummary } from './zip-source.js';

async function pack(
  files: ZipSource[],
  context: StepContext = silentStepContext(),
): Promise<{ bytes: Buffer; summary: ZipSummary }> {
  const sink = new MemorySink();
  const summary = await writeZip({ slug: 'recaller', files }, sink, context);
  return { bytes: sink.bytes, summary };
}

/** Streamed rather than read whole, and compressible. */
const large = Buffer.alloc(wholeFileLimit + 100_000, 'four score and seven years ago ');
const kit = (): ZipSource[] => [
  sourceOf('verify.mjs', 'console.log(1);\n', { mode: 0o700 }),
  sourceOf('README.md', '# Recaller\n'.repeat(100)),
  sourceOf('launch/Überblick.png', Buffer.alloc(2000, 7)),
  sourceOf('src/app/[id]/page.tsx', '', { mode: 0o600 }),
  sourceOf('launch/video.mp4', large),
];

describe('writeZip', () => {
  it('puts every file under one folder, sorted, with its bytes, a fixed mode and a fixed date', async () => {
    const { bytes, summary } = await pack(kit());
    const entries = await readZip(bytes);
    expect(entries.map(({ name, mode }) => [name, mode.toString(8)])).toEqual([
      ['recaller/README.md', '100644'],
      ['recaller/launch/video.mp4', '100644'],
      ['recaller/launch/Überblick.png', '100644'],
      ['recaller/src/app/[id]/page.tsx', '100644'],
      ['recaller/verify.mjs', '100755'],
    ]);
    for (const entry of entries) {
      const source = kit().find((file) => entry.name === `recaller/${file.path}`);
      expect(sha256Hex(entry.content)).toBe(source?.sha256);
      // 1 February 1980, midnight.
      expect([entry.dosDate, entry.dosTime]).toEqual([(1 << 0) | (2 << 5), 0]);
    }
    expect(summary).toEqual({ size: bytes.length, sha256: sha256Hex(bytes), fileCount: 5 });
  });

  it('marks names that are not ASCII as UTF-8', async () => {
    const entries = await readZip((await pack(kit())).bytes);
    expect(entries.find((entry) => entry.name.endsWith('.png'))?.isUtf8).toBe(true);
  });

  it('stores media as they are, deflates the rest, and never stores without the size in front', async () => {
    const entries = await readZip((await pack(kit())).bytes);
    const methods = Object.fromEntries(entries.map((entry) => [entry.name.slice(9), entry.method]));
    expect(methods).toMatchObject({ 'README.md': 8, 'launch/Überblick.png': 0 });
    for (const entry of entries)
      if (entry.method === 0) expect(entry.hasDataDescriptor).toBe(false);
  });

  it('reads the same in yauzl, unzip and python: names, modes and every byte', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'packaging-zip-'));
    try {
      const path = join(folder, 'kit.zip');
      const { bytes } = await pack(kit());
      await writeFile(path, bytes);
      const expected = (await readZip(bytes)).map(({ name, mode, content }) => [
        name,
        (mode & 0o777).toString(8),
        sha256Hex(content),
      ]);
      expect(expected.map(([, , sha256]) => sha256).sort()).toEqual(
        kit()
          .map((file) => file.sha256)
          .sort(),
      );
      // Where neither is installed yauzl alone has read it.
      if (isInstalled('python3')) expect(readInPython(path)).toEqual(expected);
      if (isInstalled('unzip')) {
        expect(run('unzip', ['-t', path])).toContain('No errors detected');
        run('unzip', ['-q', path, '-d', folder]);
        expect(await readUnpacked(folder, expected)).toEqual(expected);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('gives the same bytes for another order, other chunks and another moment', async () => {
    const first = await pack(kit());
    const inPieces = kit()
      .reverse()
      .map((file) => ({
        ...file,
        open: async () => Readable.from(pieces(await file.open()), { objectMode: false }),
      }));
    expect((await pack(inPieces)).summary).toEqual(first.summary);
  });

  it('gives the same bytes in another time zone', async () => {
    const script = `
      import { silentStepContext } from '@hatchr/contracts';
      import { MemorySink, sourceOf } from './src/testing/kit-fixture.js';
      import { writeZip } from './src/zip/write-zip.js';
      const files = [sourceOf('a.txt', 'hello'), sourceOf('b.png', 'x')];
      const { sha256 } = await writeZip({ slug: 'kit', files }, new MemorySink(), silentStepContext());
      console.log(sha256, new Date(0).getTimezoneOffset());`;
    const zones = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'];
    const runs = await Promise.all(zones.map((TZ) => runInChild(script, { env: { TZ } })));
    const [digests, offsets] = [0, 1].map(
      (part) => new Set(runs.map((line) => line.trim().split(' ')[part])),
    );
    expect(digests?.size).toBe(1);
    expect(offsets?.size).toBe(3);
  }, 30_000);

  it('packs 5,000 small files, at most eight of them being read at a time', async () => {
    let open = 0;
    let mostOpen = 0;
    const files = Array.from({ length: 5000 }, (_unused, index) => {
      const source = sourceOf(`data/${index}.txt`, `row ${index}\n`.repeat(20));
      return {
        ...source,
        read: async () => {
          mostOpen = Math.max(mostOpen, ++open);
          await setImmediate();
          open--;
          return source.read();
        },
      };
    });
    const { bytes, summary } = await pack(files);
    expect(summary.fileCount).toBe(5000);
    expect(await readZip(bytes)).toHaveLength(5000);
    expect([mostOpen, open]).toEqual([8, 0]);
  }, 60_000);

  it('reads no more ahead than 8 MiB', async () => {
    let waiting = 0;
    let mostWaiting = 0;
    const size = 3 * 1024 * 1024;
    const files = Array.from({ length: 6 }, (_unused, index) => {
      const content = Buffer.alloc(size, index);
      const source = sourceOf(`launch/images/${index}.png`, content);
      return {
        ...source,
        read: async () => {
          waiting += size;
          mostWaiting = Math.max(mostWaiting, waiting);
          await setImmediate();
          waiting -= size;
          return content;
        },
      };
    });
    await pack(files);
    expect(mostWaiting).toBeGreaterThan(size);
    expect(mostWaiting).toBeLessThanOrEqual(wholeFileLimit);
  });

  it('packs 500 MB in a heap of 40 MB and little memory beside it', async () => {
    const script = `
      import { createHash } from 'node:crypto';
      import { Readable, Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
      import { silentStepContext } from '@hatchr/contracts';
      import { writeZip } from './src/zip/write-zip.js';
      const part = Buffer.alloc(1024 * 1024, 'a part of a large file ');
      const hash = createHash('sha256');
      for (let index = 0; index < 500; index++) hash.update(part);
      function* parts() {
        for (let index = 0; index < 500; index++) yield Buffer.from(part);
      }
      const file = { path: 'launch/raw.bin', size: 500 * part.length, sha256: hash.digest('hex'),
        read: () => Promise.reject(new Error('read whole')),
        open: () => Readable.from(parts(), { objectMode: false }) };
      const output = new Writable({ write: (_chunk, _encoding, done) => done() });
      const { fileCount } = await writeZip({ slug: 'kit', files: [file] }, output, silentStepContext());
      console.log(JSON.stringify({ fileCount, peakMiB: process.resourceUsage().maxRSS / 1024 }));`;
    const output = await runInChild(script, { nodeArguments: ['--max-old-space-size=40'] });
    const { fileCount, peakMiB } = JSON.parse(output) as { fileCount: number; peakMiB: number };
    expect(fileCount).toBe(1);
    expect(peakMiB).toBeLessThan(250);
  }, 120_000);

  it('reports progress by bytes, never falling, up to 1', async () => {
    const reports: number[] = [];
    const context = { ...silentStepContext(), progress: (part: number) => reports.push(part) };
    await pack(kit(), context);
    expect(reports.at(-1)).toBe(1);
    expect(reports.length).toBeGreaterThan(10);
    expect(reports).toEqual([...reports].sort((a, b) => a - b));
  });

  it('gives a valid ZIP of nothing but empty files', async () => {
    const { bytes } = await pack([sourceOf('a', ''), sourceOf('b', '')]);
    expect((await readZip(bytes)).map((entry) => entry.content.length)).toEqual([0, 0]);
  });
});

describe('writeZip refuses', () => {
  const refused = async (files: ZipSource[], code: string): Promise<MemorySink> => {
    const sink = new MemorySink();
    const outcome = writeZip({ slug: 'recaller', files }, sink, silentStepContext());
    await expect(outcome).rejects.toMatchObject({ code });
    expect(sink.destroyed).toBe(true);
    return sink;
  };

  it.each([['../a'], ['/a'], ['a\\b'], ['NUL'], ['a\0']])(
    'the unsafe path %j before a byte is written',
    async (path) => {
      const sink = await refused(
        [sourceOf('ok', 'x'), sourceOf(path, 'x')],
        'packaging.unsafe_path',
      );
      expect(sink.bytes).toHaveLength(0);
    },
  );

  it('two files that meet on a file system without case', async () => {
    await refused([sourceOf('A', 'x'), sourceOf('a', 'x')], 'packaging.unsafe_path');
  });

  it.each(['../up', 'Upper', '', 'a/b'])('the slug %j', async (slug) => {
    const outcome = writeZip({ slug, files: [] }, new MemorySink(), silentStepContext());
    await expect(outcome).rejects.toMatchObject({ code: 'input.invalid' });
  });

  it('a slug that Windows reserves', async () => {
    const outcome = writeZip({ slug: 'con', files: [] }, new MemorySink(), silentStepContext());
    await expect(outcome).rejects.toMatchObject({ code: 'packaging.unsafe_path' });
  });

  it.each([
    ['another sha256', { sha256: sha256Hex('other') }],
    ['too few bytes', { size: 6 }],
    ['too many bytes', { size: 4 }],
    ['a read error', { read: () => readFile('/nonexistent/file') }],
  ])('a small source with %s', async (_name, overrides) => {
    await refused([sourceOf('a', 'hello', overrides)], 'artifact.corrupt');
  });

  it('a source that storage does not have, by the name that storage gives it', async () => {
    const read = (): Promise<Buffer> => Promise.reject(new AppError('artifact.not_found'));
    await refused([sourceOf('a', 'hello', { read })], 'artifact.not_found');
  });

  it.each([
    ['another sha256', { sha256: sha256Hex('other') }],
    ['too few bytes', { size: large.length + 1 }],
    ['too many bytes', { size: large.length - 1 }],
    ['a read error half way', { open: () => Readable.from(failing(), { objectMode: false }) }],
  ])('a streamed source with %s', async (_name, overrides) => {
    await refused([sourceOf('large.bin', large, overrides)], 'artifact.corrupt');
  });

  it('to write on when the disk is full, and names it', async () => {
    const full = new Writable({
      write: (_chunk, _encoding, done) => {
        done(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
      },
    });
    const source = tracked(sourceOf('large.bin', large));
    const outcome = writeZip({ slug: 'kit', files: [source] }, full, silentStepContext());
    await expect(outcome).rejects.toMatchObject({ code: 'storage.full' });
    await source.closed();
  });
});

describe('writeZip stops when the signal aborts', () => {
  it('in the middle of a source that never delivers, and closes all', async () => {
    const controller = new AbortController();
    const stalled = tracked(
      sourceOf('stalled.bin', large, { open: () => new Readable({ read: () => undefined }) }),
    );
    const sink = new MemorySink();
    const outcome = writeZip(
      { slug: 'kit', files: [sourceOf('a', 'x'), stalled] },
      sink,
      silentStepContext(controller.signal),
    );
    await stalled.opened;
    controller.abort();
    await expect(outcome).rejects.toMatchObject({ code: 'job.cancelled' });
    await stalled.closed();
    expect(sink.destroyed).toBe(true);
  });

  it('while a source is still being opened, and closes it when it arrives', async () => {
    const controller = new AbortController();
    const late = new Readable({ read: () => undefined });
    let arrive = (): void => undefined;
    const slow = sourceOf('slow.bin', large, {
      open: () =>
        new Promise((resolve) => {
          arrive = () => {
            resolve(late);
          };
          controller.abort();
        }),
    });
    const context = silentStepContext(controller.signal);
    const outcome = writeZip({ slug: 'kit', files: [slow] }, new MemorySink(), context);
    await expect(outcome).rejects.toMatchObject({ code: 'job.cancelled' });
    const closed = new Promise((resolve) => late.once('close', resolve));
    arrive();
    await closed;
  });

  it('while the output does not drain, with the reason that the signal carries', async () => {
    const controller = new AbortController();
    const noise = tracked(sourceOf('large.bin', large));
    const stuck = new Writable({ write: () => undefined });
    const context = silentStepContext(controller.signal);
    const outcome = writeZip({ slug: 'kit', files: [noise] }, stuck, context);
    await noise.opened;
    controller.abort(new AppError('step.timeout'));
    await expect(outcome).rejects.toMatchObject({ code: 'step.timeout' });
    await noise.closed();
    expect(stuck.destroyed).toBe(true);
  });

  it('while a small source is being read that never answers', async () => {
    const controller = new AbortController();
    const read = (): Promise<Buffer> => {
      controller.abort();
      return new Promise(() => undefined);
    };
    const context = silentStepContext(controller.signal);
    const files = [sourceOf('a', 'x', { read })];
    const outcome = writeZip({ slug: 'kit', files }, new MemorySink(), context);
    await expect(outcome).rejects.toMatchObject({ code: 'job.cancelled' });
  });

  it('before it opens anything when it was aborted already', async () => {
    const source = sourceOf('a', 'x', {
      read: () => {
        throw new Error('read');
      },
    });
    const context = silentStepContext(AbortSignal.abort());
    const outcome = writeZip({ slug: 'kit', files: [source] }, new MemorySink(), context);
    await expect(outcome).rejects.toMatchObject({ code: 'job.cancelled' });
  });
});

function readInPython(path: string): string[][] {
  const script = [
    'import hashlib, json, sys, zipfile',
    'kit = zipfile.ZipFile(sys.argv[1])',
    'assert kit.testzip() is None',
    'row = lambda e: [e.filename, oct(e.external_attr >> 16 & 0o777)[2:], hashlib.sha256(kit.read(e)).hexdigest()]',
    'print(json.dumps([row(e) for e in kit.infolist()]))',
  ].join('\n');
  return JSON.parse(run('python3', ['-c', script, path])) as string[][];
}

/** The files that lie in `folder`, under the names of `entries`. */
async function readUnpacked(folder: string, entries: string[][]): Promise<string[][]> {
  return Promise.all(
    entries.map(async ([name = '']) => {
      const { mode } = await stat(join(folder, name));
      return [name, (mode & 0o777).toString(8), sha256Hex(await readFile(join(folder, name)))];
    }),
  );
}

const run = (command: string, parameters: string[]): string =>
  execFileSync(command, parameters, { encoding: 'utf8' });

function isInstalled(command: string): boolean {
  try {
    execFileSync(command, [command === 'unzip' ? '-v' : '--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function* pieces(stream: Readable): AsyncGenerator<Buffer> {
  for await (const chunk of stream as AsyncIterable<Buffer>)
    for (let at = 0; at < chunk.length; at += 7777) yield chunk.subarray(at, at + 7777);
}

function* failing(): Generator<Buffer> {
  yield large.subarray(0, 1000);
  throw new Error('the disk went away');
}

/** A source that tells when it was opened; `closed` waits for its end, until the time limit of the test. */
function tracked(
  source: ZipSource,
): ZipSource & { opened: Promise<void>; closed: () => Promise<unknown> } {
  let stream: Readable | undefined;
  let announce = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    announce = resolve;
  });
  return {
    ...source,
    opened,
    open: async () => {
      stream = await source.open();
      announce();
      return stream;
    },
    closed: async () => {
      expect(stream).toBeDefined();
      if (stream?.closed === false) await new Promise((resolve) => stream?.once('close', resolve));
    },
  };
}
