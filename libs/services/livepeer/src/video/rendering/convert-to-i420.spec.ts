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
});
