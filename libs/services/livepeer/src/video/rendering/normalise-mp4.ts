/** Boxes that hold other boxes on the way to those with a time (ISO/IEC 14496-12, 8). */
const containers = new Set(['moov', 'trak', 'mdia']);
/** Boxes that begin with the times of creation and of the last change. */
const timed = new Set(['mvhd', 'tkhd', 'mdhd']);

/** Sets the times of creation and change to zero ("not known"), in place, so that equal videos have equal bytes. */
export function normaliseMp4(file: Uint8Array): void {
  walk(file, 0, file.length);
}

function walk(file: Uint8Array, from: number, to: number): void {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = from; at + 8 <= to;) {
    const { kind, size, body } = readBoxHeader(view, at, to);
    if (containers.has(kind)) walk(file, body, at + size);
    // A version and three bytes of flags come first; version 1 has times of 64 bits.
    if (timed.has(kind)) file.fill(0, body + 4, body + 4 + (file[body] === 1 ? 16 : 8));
    at += size;
  }
}

/** Kind and size of the box at `at`, and where its content begins. A size of 0 reaches to the end. */
export function readBoxHeader(
  view: DataView,
  at: number,
  to: number,
): { kind: string; size: number; body: number } {
  const short = view.getUint32(at);
  const kind = String.fromCharCode(...[4, 5, 6, 7].map((offset) => view.getUint8(at + offset)));
  if (short === 1) return { kind, size: Number(view.getBigUint64(at + 8)), body: at + 16 };
  return { kind, size: short === 0 ? to - at : Math.max(short, 8), body: at + 8 };
}
