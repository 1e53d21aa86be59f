import { AppError } from '@hatchr/contracts';
import type { Request, Response } from 'express';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ArtifactRecord } from '../../projects/artifacts.repository.js';
import type { ArtifactStorage } from '../../projects/storage/artifact-storage.port.js';

interface SendOptions {
  storage: ArtifactStorage;
  record: ArtifactRecord;
  /** Whether the browser saves it rather than shows it. */
  isDownload: boolean;
}

/** Shown in the page as pictures, documents and video; everything else is saved, never run on this origin. */
const SHOWN_INLINE = new Set([
  'image/png',
  'image/svg+xml',
  'image/jpeg',
  'application/pdf',
  'video/mp4',
  'video/webm',
  'text/vtt',
]);

/**
 * Streams a file with a strong ETag (its sha256), `If-None-Match`, `Range` and `If-Range` (RFC 9110), so that a
 * broken download goes on where it stopped. Generated files run no script here: they are sandboxed by CSP.
 * @throws AppError range.not_satisfiable | artifact.not_found
 */
export async function sendArtifact(
  request: Request,
  response: Response,
  options: SendOptions,
): Promise<void> {
  const { storage, record } = options;
  const etag = `"${record.sha256}"`;
  response.set('Cache-Control', 'private, no-cache');
  if (isKnown(request.headers['if-none-match'], etag)) {
    response.status(304).set('ETag', etag).end();
    return;
  }
  const range = rangeOf(request, response, record, etag);
  const length = range ? range.end - range.start + 1 : record.size;
  // Opened before the answer is described, so that a file that is gone is answered by an error alone: with the tag of
  // the file, a cache would keep the error and be told later that it still holds.
  const isWithoutBody = request.method === 'HEAD' || length === 0;
  const stream = isWithoutBody ? null : await storage.open(record.sha256, range ?? undefined);
  response.set({
    ETag: etag,
    'Accept-Ranges': 'bytes',
    ...descriptionOf(record, options.isDownload),
    'Content-Length': String(length),
  });
  if (range) {
    response.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${record.size}`);
  }
  if (!stream) {
    response.end();
    return;
  }
  await pipeline(stream, response).catch((error: unknown) => {
    // The person closed the tab or lost the line; there is nobody to tell.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

function descriptionOf(record: ArtifactRecord, isDownload: boolean): Record<string, string> {
  return {
    'Content-Type': record.mediaType.startsWith('text/')
      ? `${record.mediaType}; charset=utf-8`
      : record.mediaType,
    'Content-Disposition': disposition(record, isDownload),
    'Content-Security-Policy':
      "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:",
    'X-Content-Type-Options': 'nosniff',
  };
}

/** Weak comparison, as RFC 9110 (13.1.2) has it for this header: a cache on the way may have made the tag weak. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.trim() === '*' || ifNoneMatch.includes(etag);
}

/**
 * The one range that is to be sent; null for the whole file: without a range, for HEAD (RFC 9110, 14.2), for units
 * that are not bytes, for a broken header, for several ranges at once, and when `If-Range` names another file.
 */
function rangeOf(
  request: Request,
  response: Response,
  { size }: ArtifactRecord,
  etag: string,
): { start: number; end: number } | null {
  const { range: header = '', 'if-range': ifRange } = request.headers;
  if (request.method !== 'GET' || (ifRange !== undefined && ifRange !== etag)) return null;
  const [, first = '', last = ''] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header) ?? [];
  if (first === '' && last === '') return null;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  // Without a first byte it is the last so many bytes, and all where there are fewer (RFC 9110, 14.1.2).
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start <= end) return { start, end };
  response.set('Content-Range', `bytes */${size}`);
  throw new AppError('range.not_satisfiable');
}

/** By RFC 6266: the name in ASCII for old programs, and as it is, encoded by RFC 8187, for all others. */
function disposition(record: ArtifactRecord, isDownload: boolean): string {
  const name = path.posix.basename(record.path);
  const kind = isDownload || !SHOWN_INLINE.has(record.mediaType) ? 'attachment' : 'inline';
  const ascii = name.replace(/[^\w.-]/gu, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
