/**
 * RGBA pixels as I420 (luma in full, colour at half width and height) in BT.709, limited range, which is what players
 * expect of high-definition video (ITU-R BT.709-6, items 3.2 to 3.4; coefficients as fixed-point numbers of 16 bits).
 * Width and height must be even; `target` holds width * height * 3 / 2 bytes. `rgba` holds the rows from `top` on, which
 * must be even as well; the other rows of `target` stay as they are.
 */
export function convertToI420(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  target: Uint8Array,
  top = 0,
): void {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4);
  const rows = pixels.length / width;
  for (let row = 0; row < rows; row += 2) convertRowPair(pixels, width, height, row, top, target);
}

/** Written out pixel by pixel: this is the innermost loop of a video, and each shorter form takes half as long again. */
function convertRowPair(
  pixels: Uint32Array,
  width: number,
  height: number,
  row: number,
  top: number,
  target: Uint8Array,
): void {
  const blueAt = width * height;
  const redAt = blueAt + blueAt / 4;
  const end = (row + 1) * width;
  /** From a place among the pixels to the same one in the target. */
  const ahead = top * width;
  let chroma = ((row + top) / 2) * (width / 2);
  for (let high = row * width, low = end; high < end; high += 2, low += 2, chroma++) {
    // A canvas is little-endian here: red in the lowest byte.
    const a = pixels[high] ?? 0;
    const b = pixels[high + 1] ?? 0;
    const c = pixels[low] ?? 0;
    const d = pixels[low + 1] ?? 0;
    let red = a & 255;
    let green = (a >>> 8) & 255;
    let blue = (a >>> 16) & 255;
    const luma = lumaOf(red, green, blue);
    target[high + ahead] = luma;
    if (a === b && b === c && c === d) {
      // Most of a drawn picture is flat.
      target[high + ahead + 1] = target[low + ahead] = target[low + ahead + 1] = luma;
      red *= 4;
      green *= 4;
      blue *= 4;
    } else {
      target[high + ahead + 1] = lumaOf(b & 255, (b >>> 8) & 255, (b >>> 16) & 255);
      target[low + ahead] = lumaOf(c & 255, (c >>> 8) & 255, (c >>> 16) & 255);
      target[low + ahead + 1] = lumaOf(d & 255, (d >>> 8) & 255, (d >>> 16) & 255);
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
