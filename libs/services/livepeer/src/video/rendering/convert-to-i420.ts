/**
 * RGBA pixels as I420 (luma in full, colour at half width and height) in BT.709, limited range, which is what players
 * expect of high-definition video (ITU-R BT.709-6, items 3.2 to 3.4; coefficients as fixed-point numbers of 16 bits).
 * Width and height must be even; `target` holds width * height * 3 / 2 bytes. Where `target` holds the picture
 * `before` already, only the rows that differ from it are converted.
 */
export function convertToI420(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  target: Uint8Array,
  before?: Uint8ClampedArray,
): void {
  const pairBytes = width * 8;
  for (let row = 0; row < height; row += 2) {
    const from = row * width * 4;
    if (before && isEqual(rgba, before, from, from + pairBytes)) continue;
    convertRowPair(rgba, width, height, row, target);
  }
}

function isEqual(a: Uint8ClampedArray, b: Uint8ClampedArray, from: number, to: number): boolean {
  const view = (all: Uint8ClampedArray): Buffer =>
    Buffer.from(all.buffer, all.byteOffset + from, to - from);
  return view(a).equals(view(b));
}

/** Written out pixel by pixel: this is the innermost loop of a video, and each shorter form takes half as long again. */
function convertRowPair(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  row: number,
  target: Uint8Array,
): void {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  const blueAt = width * height;
  const redAt = blueAt + blueAt / 4;
  const end = (row + 1) * width;
  let chroma = (row / 2) * (width / 2);
  for (let top = row * width, low = end; top < end; top += 2, low += 2, chroma++) {
    // A canvas is little-endian here: red in the lowest byte.
    const a = pixels[top] ?? 0;
    const b = pixels[top + 1] ?? 0;
    const c = pixels[low] ?? 0;
    const d = pixels[low + 1] ?? 0;
    let red = a & 255;
    let green = (a >>> 8) & 255;
    let blue = (a >>> 16) & 255;
    const luma = lumaOf(red, green, blue);
    target[top] = luma;
    if (a === b && b === c && c === d) {
      // Most of a drawn picture is flat.
      target[top + 1] = target[low] = target[low + 1] = luma;
      red *= 4;
      green *= 4;
      blue *= 4;
    } else {
      target[top + 1] = lumaOf(b & 255, (b >>> 8) & 255, (b >>> 16) & 255);
      target[low] = lumaOf(c & 255, (c >>> 8) & 255, (c >>> 16) & 255);
      target[low + 1] = lumaOf(d & 255, (d >>> 8) & 255, (d >>> 16) & 255);
      red += (b & 255) + (c & 255) + (d & 255);
      green += ((b >>> 8) & 255) + ((c >>> 8) & 255) + ((d >>> 8) & 255);
      blue += ((b >>> 16) & 255) + ((c >>> 16) & 255) + ((d >>> 16) & 255);
    }
    target[blueAt + chroma] =
      128 + ((-red * 6_596 - green * 22_189 + blue * 28_784 + 131_072) >> 18);
    target[redAt + chroma] = 128 + ((red * 28_784 - green * 26_145 - blue * 2_639 + 131_072) >> 18);
  }
}

function lumaOf(red: number, green: number, blue: number): number {
  return 16 + ((red * 11_966 + green * 40_254 + blue * 4_064 + 32_768) >> 16);
}
