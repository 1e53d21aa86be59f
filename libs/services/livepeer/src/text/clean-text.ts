/**
 * What no XML 1.0 document, slide or post may hold: control characters, bidirectional overrides (they reorder
 * text on screen), lone surrogates and the two noncharacters that XML forbids.
 */
const forbidden =
  // eslint-disable-next-line no-control-regex -- finding control characters is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** One line of clean text: NFC, forbidden characters removed, every run of white space one space. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(forbidden, '').replace(/\s+/gu, ' ').trim();
}

/** A copy of plain JSON-like data with every string cleaned; its shape and types stay the same, bytes are left alone. */
export function cleanDeep<T>(value: T): T {
  return cleanUnknown(value) as T;
}

function cleanUnknown(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanUnknown);
  if (value !== null && typeof value === 'object' && !ArrayBuffer.isView(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, cleanUnknown(entry)]),
    );
  return value;
}
