import { describe, expect, it } from '@jest/globals';
import { separateDots } from './separate-dots';

const placesOf = (...points: [x: number, y: number][]) =>
  separateDots(points.map(([x, y]) => ({ x, y }))).map(({ x, y }) => [Number(x.toFixed(2)), y]);

describe('the dots of a map', () => {
  it('stay where they are when each has room', () => {
    expect(placesOf([0, 0], [0.5, 0], [0.5, 1])).toEqual([
      [0, 0],
      [0.5, 0],
      [0.5, 1],
    ]);
  });

  it('stand side by side where several have one place', () => {
    expect(placesOf([0.5, 1], [0.5, 1], [0.5, 1])).toEqual([
      [0.5, 1],
      [0.61, 1],
      [0.39, 1],
    ]);
  });

  it('stay within the frame, and eight of one place cover none', () => {
    const dots = placesOf(...Array.from({ length: 8 }, (): [number, number] => [1, 0]));
    const across = dots.map(([x = 0]) => x).toSorted((a, b) => a - b);
    expect(across.at(-1)).toBe(1);
    expect(across[0]).toBeGreaterThanOrEqual(0);
    expect(new Set(across).size).toBe(8);
  });
});
