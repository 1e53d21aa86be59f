import { AppError } from '@hatchr/contracts';
import { z } from 'zod';

/** Where a page by key ended: lists are ordered by time and id, newest first. */
export interface PageCursor {
  at: Date;
  id: string;
}

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** An opaque text for the client. */
export function encodeCursor(cursor: PageCursor): string {
  return Buffer.from(JSON.stringify([cursor.at.toISOString(), cursor.id])).toString('base64url');
}

/** @throws AppError input.invalid for a text that `encodeCursor` never made. */
export function decodeCursor(text: string | undefined): PageCursor | null {
  if (text === undefined) return null;
  try {
    const [at, id] = cursorSchema.parse(
      JSON.parse(Buffer.from(text, 'base64url').toString('utf8')),
    );
    return { at: new Date(at), id };
  } catch (cause) {
    throw new AppError('input.invalid', {
      details: { issues: [{ field: 'cursor', message: 'Unknown cursor.' }] },
      cause,
    });
  }
}
