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
 * @throws AppError range.not_satisfiable
 */
export async function sendArtifact(
  request: Request,
  response: Response,
  options: SendOptions,
): Promise<void> {
  const { storage, record } = options;
  const etag = `"${record.sha256}"`;
  response.set({
    ETag: etag,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-cache',
    'Content-Type': record.mediaType.startsWith('text/')
      ? `${record.mediaType}; charset=utf-8`
      : record.mediaType,
    'Content-Disposition': disposition(record, options.isDownload),
    'Content-Security-Policy':
      "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:",
    'X-Content-Type-Options': 'nosniff',
  });
  if (request.headers['if-none-match']?.includes(etag)) {
    response.status(304).end();
    return;
  }
  const ifRange = request.headers['if-range'];
  const range =
    ifRange === undefined || ifRange === etag ? rangeOf(request, response, record) : null;
  const length = range ? range.end - range.start + 1 : record.size;
  response.set('Content-Length', String(length));
  if (range) {
    response.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${record.size}`);
  }
  if (request.method === 'HEAD' || length === 0) {
    response.end();
    return;
  }
  const stream = await storage.open(record.sha256, range ?? undefined);
  await pipeline(stream, response).catch((error: unknown) => {
    // The person closed the tab or lost the line; there is nobody to tell.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

function rangeOf(
  request: Request,
  response: Response,
  record: ArtifactRecord,
): { start: number; end: number } | null {
  const ranges = request.range(record.size, { combine: true });
  if (ranges === undefined || ranges === -2) return null;
  if (ranges === -1) {
    response.set('Content-Range', `bytes */${record.size}`);
    throw new AppError('range.not_satisfiable');
  }
  const [range] = ranges;
  // Several ranges at once would need a multipart answer; a server may send the whole instead (RFC 9110, 14.2).
  return ranges.type === 'bytes' && ranges.length === 1 && range ? range : null;
}

function disposition(record: ArtifactRecord, isDownload: boolean): string {
  const name = path.posix.basename(record.path);
  const kind = isDownload || !SHOWN_INLINE.has(record.mediaType) ? 'attachment' : 'inline';
  const ascii = name.replace(/[^\w.-]/g, '_');
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
