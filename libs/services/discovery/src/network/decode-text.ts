import { decodeBuffer } from 'encoding-sniffer';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text, where the bytes are UTF-8 that goes beyond ASCII. Other encodings practically never look so. */
function decodeEvidentUtf8(body: Buffer): string | null {
  if (!body.some((byte) => byte > 0x7f)) return null;
  try {
    return utf8.decode(body);
  } catch {
    return null;
  }
}

/**
 * The text of a page or file: by its bytes where they are evidently UTF-8 (many servers name another charset
 * by mistake), else by byte order mark, header, and what the document says of itself, else windows-1252.
 * @param contentType the header, with or without a charset
 */
export function decodeText(body: Buffer, contentType?: string): string {
  const evident = decodeEvidentUtf8(body);
  if (evident !== null) return evident;
  const label = /charset\s*=\s*["']?([\w.:-]+)/iu.exec(contentType ?? '')?.[1];
  return decodeBuffer(body, { ...(label ? { transportLayerEncodingLabel: label } : {}) });
}
