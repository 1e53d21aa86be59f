export const MAX_FILE_BYTES = 5_000_000;
/** What the file control offers; the bytes decide. */
export const ACCEPTED = '.png,.jpg,.jpeg,.webp,.gif,.pdf,.txt,.csv,.mp3,.m4a,.wav,.ogg';
export const TAKEN = 'Pictures, PDF, audio, text and CSV files of up to 5 MB.';

const starts: [string, number[]][] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['audio/ogg', [0x4f, 0x67, 0x67, 0x53]],
  ['audio/mpeg', [0x49, 0x44, 0x33]],
  ['audio/mpeg', [0xff, 0xfb]],
];
const hasAt = (bytes: Uint8Array, offset: number, wanted: readonly number[]) =>
  wanted.every((byte, index) => bytes[offset + index] === byte);

/** The type of a file by its bytes, or null for one that is not taken. What the browser calls it counts for text only. */
export function fileType(bytes: Uint8Array, name: string): string | null {
  const known = starts.find(([, start]) => hasAt(bytes, 0, start))?.[0];
  if (known) return known;
  if (hasAt(bytes, 0, [0x52, 0x49, 0x46, 0x46])) {
    if (hasAt(bytes, 8, [0x57, 0x45, 0x42, 0x50])) return 'image/webp';
    if (hasAt(bytes, 8, [0x57, 0x41, 0x56, 0x45])) return 'audio/wav';
  }
  if (hasAt(bytes, 4, [0x66, 0x74, 0x79, 0x70, 0x4d, 0x34, 0x41])) return 'audio/mp4';
  const isText = !bytes.includes(0);
  if (isText && /\.csv$/i.test(name)) return 'text/csv';
  return isText && /\.txt$/i.test(name) ? 'text/plain' : null;
}
