/**
 * RGBA pixels as I420 (luma in full, colour at half width and height) in BT.709, limited range, which is what players
 * expect of high-definition video (ITU-R BT.709-6, items 3.2 to 3.4; coefficients as fixed-point numbers of 16 bits).
 * Width and height must be even; `target` holds width * height * 3 / 2 bytes.
 */
export function convertToI420(
  rgba: Uint8ClampedArray | Uint8Array,
  width: number,
  height: number,
  target: Uint8Array,
): void {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  const blueAt = width * height;
  const redAt = blueAt + blueAt / 4;
  let chroma = 0;
  for (let row = 0; row < height; row += 2) {
    for (let column = 0; column < width; column += 2) {
      const first = row * width + column;
      let [r, g, b] = [0, 0, 0];
      for (let part = 0; part < 4; part++) {
        const index = first + (part & 1) + (part >> 1) * width;
        // A canvas is little-endian here: red in the lowest byte.
        const pixel = pixels[index] ?? 0;
        const red = pixel & 255;
        const green = (pixel >>> 8) & 255;
        const blue = (pixel >>> 16) & 255;
        target[index] = 16 + ((red * 11_966 + green * 40_254 + blue * 4_064 + 32_768) >> 16);
        r += red;
        g += green;
        b += blue;
      }
      target[blueAt + chroma] = 128 + ((-r * 6_596 - g * 22_189 + b * 28_784 + 131_072) >> 18);
      target[redAt + chroma] = 128 + ((r * 28_784 - g * 26_145 - b * 2_639 + 131_072) >> 18);
      chroma++;
    }
  }
}
