import { createHash } from 'node:crypto';
import { addAbortSignal, type Readable } from 'node:stream';
import { AppError } from '@hatchr/contracts';
import type { ZipSource } from './zip-source.js';

/** All chunks have this size but the last, so that the ZIP does not depend on how a source happens to deliver. */
const chunkSize = 64 * 1024;

const corrupt = (source: ZipSource, cause: unknown): AppError =>
  new AppError('artifact.corrupt', {
    cause: new Error(`${source.path} is not what was recorded`, { cause }),
  });

async function* rawChunks(source: ZipSource, signal: AbortSignal): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of await opened(source, signal)) yield chunk as Buffer;
  } catch (error) {
    if (signal.aborted || error instanceof AppError) throw error;
    throw corrupt(source, error);
  }
}

/** The opened source, destroyed on abort. Does not wait for an opening that hangs when `signal` aborts. */
function opened(source: ZipSource, signal: AbortSignal): Promise<Readable> {
  const opening = Promise.resolve(source.open()).then((stream) => {
    // The reader gets every error; this is for a stream that arrives when nobody reads any more.
    stream.on('error', () => undefined);
    return addAbortSignal(signal, stream);
  });
  return unlessAborted(opening, signal);
}

/** What `work` gives, or a rejection as soon as `signal` aborts. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stopWaiting = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stopWaiting = () => {
      reject(new Error('aborted while a source was being read', { cause: signal.reason }));
    };
    signal.addEventListener('abort', stopWaiting);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stopWaiting);
  }
}

/**
 * All bytes of a small source, checked against its declared size and sha256. Does not wait for a read that hangs
 * when `signal` aborts.
 *
 * @throws AppError `artifact.corrupt` when it cannot be read or is other than declared.
 */
export async function readWhole(source: ZipSource, signal: AbortSignal): Promise<Buffer> {
  let bytes: Uint8Array;
  try {
    signal.throwIfAborted();
    bytes = await unlessAborted(source.read(), signal);
  } catch (error) {
    if (signal.aborted || error instanceof AppError) throw error;
    throw corrupt(source, error);
  }
  if (bytes.length !== source.size)
    throw corrupt(source, `${bytes.length} of ${source.size} bytes`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== source.sha256) throw corrupt(source, 'another sha256');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/**
 * The bytes of a large source in chunks of 64 KiB, checked against its declared size and sha256. The source is closed
 * when the reader stops, at an error and when `signal` aborts.
 *
 * @throws AppError `artifact.corrupt` when it cannot be read, is too long, too short or other than declared.
 */
export async function* readVerified(
  source: ZipSource,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let size = 0;
  let waiting: Buffer[] = [];
  let waitingSize = 0;
  for await (const chunk of rawChunks(source, signal)) {
    size += chunk.length;
    if (size > source.size) throw corrupt(source, `more than ${source.size} bytes`);
    hash.update(chunk);
    waiting.push(chunk);
    waitingSize += chunk.length;
    if (waitingSize < chunkSize) continue;
    const joined = waiting.length === 1 ? chunk : Buffer.concat(waiting, waitingSize);
    const whole = waitingSize - (waitingSize % chunkSize);
    for (let at = 0; at < whole; at += chunkSize) yield joined.subarray(at, at + chunkSize);
    waiting = whole < waitingSize ? [joined.subarray(whole)] : [];
    waitingSize -= whole;
  }
  if (size !== source.size) throw corrupt(source, `${size} of ${source.size} bytes`);
  if (hash.digest('hex') !== source.sha256) throw corrupt(source, 'another sha256');
  if (waitingSize > 0) yield Buffer.concat(waiting, waitingSize);
}
