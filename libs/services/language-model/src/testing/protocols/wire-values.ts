import type { IncomingHttpHeaders } from 'node:http';

/** One server-sent event, before it is framed. */
export interface WireEvent {
  type: string;
  [key: string]: unknown;
}

/** The value where it is an object, an empty one otherwise. */
export const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

/** The text of a string, or of a list of messages or parts with text in them; empty for anything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  return value
    .map((part) => {
      const { text, content } = asRecord(part);
      return textOf(text ?? content);
    })
    .join('\n');
}

export const bearerOf = ({ authorization }: IncomingHttpHeaders): string | null =>
  /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? null;

/** A text in the pieces in which a model would write it: cut anywhere, in the middle of words and of JSON. */
export const piecesOf = (text: string): string[] =>
  // Long answers in fewer pieces, or a server of tests would spend its time on frames.
  text.match(new RegExp(`[^]{1,${Math.max(7, Math.ceil(text.length / 500))}}`, 'gu')) ?? [];
