import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipArchive } from 'archiver';
import { AppError, slugSchema, type StepContext } from '@hatchr/contracts';
import { assertSafePaths, compareByBytes } from '../paths/assert-safe-path.js';
import { ByteMeter } from './byte-meter.js';
import { deflateLevel, isStored } from './choose-compression.js';
import { readAhead } from './read-ahead.js';
import { readVerified } from './read-verified.js';
import { toPackagingError } from './to-packaging-error.js';
import type { ZipInput, ZipSource, ZipSummary } from './zip-source.js';

// A ZIP has no time zone and begins in 1980. February, as Gradle has it, so that no reader's zone makes it 1979.
const entryDate = new Date(Date.UTC(1980, 1, 1));
/** Above this an entry would need ZIP64 headers, which cannot be written ahead of a stream. */
const maxFileSize = 0xffff_fffe;
/** Bytes that archiver may hold unpacked, so that it has the next small file at hand when it is done with one. */
const heldLimit = 1024 * 1024;

interface EntryData {
  name: string;
  date: Date;
  mode: number;
  /** Whether it goes in as it is. */
  store: boolean;
}

/**
 * Writes the kit as a ZIP: everything under `<slug>/`, sorted by bytes, fixed dates and modes, so that the same
 * files give the same bytes. A few sources are open at a time and memory stays bounded whatever the sizes. `output`
 * is ended; when anything fails it is destroyed, the open sources as well, and what was written is to be discarded.
 *
 * @throws AppError `packaging.unsafe_path`; `input.invalid` for a bad slug or size; `artifact.corrupt` for a source
 *   that is not what it declares; `storage.full` or `storage.unavailable` when `output` fails; when `signal` aborts
 *   its reason if that is an AppError, `job.cancelled` otherwise.
 */
export async function writeZip(
  input: ZipInput,
  output: Writable,
  context: StepContext,
): Promise<ZipSummary> {
  // The failure is reported by the promise. Both streams may emit it once more when nothing else listens.
  output.on('error', ignore);
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  try {
    const files = plan(input);
    signal.throwIfAborted();
    const archive = new ZipArchive({ zlib: { level: deflateLevel } });
    const meter = new ByteMeter();
    archive.on('error', ignore);
    const delivery = pipeline(archive, meter, output, { signal });
    await Promise.race([appendAll(archive, input.slug, files, signal, context), delivery]);
    await Promise.all([archive.finalize(), delivery]);
    context.progress(1, 'The ZIP is complete');
    return { size: meter.size, sha256: meter.digest(), fileCount: files.length };
  } catch (error) {
    const failure = toPackagingError(error, context.signal);
    stop.abort(failure);
    output.destroy(failure);
    throw failure;
  }
}

const ignore = (): void => undefined;

function plan(input: ZipInput): ZipSource[] {
  if (!slugSchema.safeParse(input.slug).success) throw new AppError('input.invalid');
  const files = [...input.files].sort((a, b) => compareByBytes(a.path, b.path));
  assertSafePaths([input.slug]);
  assertSafePaths(files.map((file) => file.path));
  for (const { size } of files) {
    if (!Number.isInteger(size) || size < 0 || size > maxFileSize)
      throw new AppError('input.invalid', {
        details: { reason: 'A file has an impossible size.' },
      });
  }
  return files;
}

async function appendAll(
  archive: ZipArchive,
  slug: string,
  files: readonly ZipSource[],
  signal: AbortSignal,
  context: StepContext,
): Promise<void> {
  const onBytes = reportBytes(files, context);
  const append = appender(archive);
  const held: { size: number; packed: Promise<void> }[] = [];
  let heldSize = 0;
  for await (const { file, whole } of readAhead(files, signal)) {
    signal.throwIfAborted();
    const packed = append(whole ?? streamOf(file, signal, onBytes), {
      name: `${slug}/${file.path}`,
      date: entryDate,
      mode: (file.mode ?? 0) & 0o111 ? 0o755 : 0o644,
      store: isStored(file.path, file.size),
    });
    // Awaited below, when its turn has come; until then its failure must not count as unhandled.
    packed.catch(ignore);
    held.push({ size: file.size, packed });
    heldSize += file.size;
    if (whole) onBytes(whole.length);
    for (let first = held[0]; first && heldSize > heldLimit; first = held[0]) {
      await first.packed;
      heldSize -= first.size;
      held.shift();
    }
  }
}

function streamOf(file: ZipSource, signal: AbortSignal, onBytes: (size: number) => void): Readable {
  return Readable.from(counted(readVerified(file, signal), onBytes), { objectMode: false });
}

/**
 * Appends an entry. Settles when archiver has packed it; a failing stream rejects, which archiver itself would not.
 * Archiver packs in the order of appending, so the first that waits is the one it reports.
 */
function appender(
  archive: ZipArchive,
): (source: Buffer | Readable, entry: EntryData) => Promise<void> {
  const waiting: (() => void)[] = [];
  archive.on('entry', () => waiting.shift()?.());
  return (source, entry) =>
    new Promise((resolve, reject) => {
      waiting.push(resolve);
      if (source instanceof Readable) source.once('error', reject);
      archive.append(source, entry);
    });
}

async function* counted(
  chunks: AsyncIterable<Buffer>,
  onBytes: (size: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** Progress by bytes read, at most one report a percent: a watcher gains nothing from more. */
function reportBytes(files: readonly ZipSource[], context: StepContext): (size: number) => void {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  let done = 0;
  let reported = 0;
  return (size) => {
    done += size;
    const percent = Math.floor((done / total) * 100);
    if (percent <= reported) return;
    reported = percent;
    context.progress(percent / 100, `Writing the ZIP of ${files.length} files`);
  };
}
