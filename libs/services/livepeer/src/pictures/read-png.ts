/** A PNG with its size in pixels. */
export interface Picture {
  source: Uint8Array;
  pixels: { width: number; height: number };
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** A picture with a longer side is none of a kit, and could take gigabytes once it is unpacked. */
const longestSide = 4096;

/** Reads the size from the first chunk, IHDR (PNG, third edition, 11.2.1); null for anything else than a PNG. */
export function readPng(source: Buffer): Picture | null {
  if (source.length < 33 || !source.subarray(0, 8).equals(signature)) return null;
  if (source.toString('latin1', 12, 16) !== 'IHDR') return null;
  const [width, height] = [source.readUInt32BE(16), source.readUInt32BE(20)];
  if (width < 1 || height < 1 || width > longestSide || height > longestSide) return null;
  return { source, pixels: { width, height } };
}
