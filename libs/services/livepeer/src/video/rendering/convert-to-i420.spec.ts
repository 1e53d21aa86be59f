import { describe, expect, it } from '@jest/globals';
import { convertToI420 } from './convert-to-i420.js';

/** Luma and the two colour differences of a plain colour. */
function convert(red: number, green: number, blue: number): number[] {
  const rgba = new Uint8ClampedArray(
    Array.from({ length: 4 }, () => [red, green, blue, 255]).flat(),
  );
  const target = new Uint8Array(6);
  convertToI420(rgba, 2, 2, target);
  expect(new Set(target.subarray(0, 4)).size).toBe(1);
  return [target[0] ?? 0, target[4] ?? 0, target[5] ?? 0];
}

describe('converting to I420', () => {
  // ITU-R BT.709-6: Y = 16 + 219 (0.2126 R + 0.7152 G + 0.0722 B), differences around 128 with a span of 224.
  it.each([
    ['black', [0, 0, 0], [16, 128, 128]],
    ['white', [255, 255, 255], [235, 128, 128]],
    ['red', [255, 0, 0], [63, 102, 240]],
    ['green', [0, 255, 0], [173, 42, 26]],
    ['blue', [0, 0, 255], [32, 240, 118]],
  ] as const)('gives the BT.709 values of %s', (_, [red, green, blue], expected) => {
    expect(convert(red, green, blue)).toEqual(expected);
  });

  it('converts some rows of a picture, and leaves the others as they are', () => {
    const [width, height] = [8, 6];
    const picture = Uint8ClampedArray.from(
      { length: width * height * 4 },
      (_, at) => (at * 217) % 251,
    );
    const [whole, parts] = [new Uint8Array(72), new Uint8Array(72)];
    convertToI420(picture, width, height, whole);
    convertToI420(picture.slice(2 * width * 4, 4 * width * 4), width, height, parts, 2);
    expect(parts.subarray(0, 16)).toEqual(new Uint8Array(16));
    expect(parts.subarray(16, 32)).toEqual(whole.subarray(16, 32));
    convertToI420(picture.slice(0, 2 * width * 4), width, height, parts, 0);
    convertToI420(picture.slice(4 * width * 4), width, height, parts, 4);
    expect(parts).toEqual(whole);
  });
});
