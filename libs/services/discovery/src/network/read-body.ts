import { pipeline, Transform, type Readable, type TransformCallback } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { NetworkError } from './network.errors.js';

export interface BodyLimits {
  /** Bytes on the wire. */
  maxBytes: number;
  /** Bytes after decompression. */
  maxDecodedBytes: number;
}

const decoders: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

function countUpTo(limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      bytes += chunk.length;
      if (bytes > limit)
        done(new NetworkError('too_large', `The answer is larger than ${limit} bytes.`));
      else done(null, chunk);
    },
  });
}

function decoderOf(contentEncoding: string | undefined): Transform[] {
  const name = contentEncoding?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'identity') return [];
  // One layer only: layers multiply the size that a few bytes can grow to.
  const create = Object.hasOwn(decoders, name) ? decoders[name] : undefined;
  if (!create)
    throw new NetworkError('malformed', 'The answer is compressed in a way that was not offered.');
  return [create()];
}

/**
 * Reads a body to its end, or until it passes a limit: a bomb is left while it is still unpacking, and an
 * endless body while it is still arriving.
 * @throws NetworkError `too_large` or `malformed`; errors of the stream itself as they are
 */
export async function readBody(
  body: Readable,
  contentEncoding: string | undefined,
  limits: BodyLimits,
): Promise<Buffer> {
  const stages = [
    countUpTo(limits.maxBytes),
    ...decoderOf(contentEncoding),
    countUpTo(limits.maxDecodedBytes),
  ];
  const chunks: Buffer[] = [];
  await new Promise<void>((resolve, reject) => {
    const last = pipeline([body, ...stages], (error) => {
      if (error) reject(toNetworkError(error));
      else resolve();
    });
    last.on('data', (chunk: Buffer) => chunks.push(chunk));
  });
  return Buffer.concat(chunks);
}

/** What zlib and Brotli call a body that they cannot unpack. (A DOMException has a number for a code.) */
const unpackErrors = /^(?:Z_|ERR_.*(?:FORMAT|BROTLI))/u;

function toNetworkError(error: NodeJS.ErrnoException): Error {
  if (unpackErrors.test(String(error.code)))
    return new NetworkError('malformed', 'The compressed answer does not unpack.', {
      cause: error,
    });
  return error;
}
