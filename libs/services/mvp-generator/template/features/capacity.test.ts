import { describe, expect, it } from 'vitest';
import { computeOccupancy } from '@/features/capacity';

const place = (id: string, capacity: number) => ({ id, title: id, href: '/', capacity });

describe('computeOccupancy', () => {
  it('counts sign-ups and puts the fullest first', () => {
    const list = computeOccupancy(
      [place('roomy', 5), place('full', 1)],
      ['full', 'roomy', 'unknown'],
    );
    expect(list.map((entry) => [entry.id, entry.taken, entry.left])).toEqual([
      ['full', 1, 0],
      ['roomy', 1, 4],
    ]);
  });
  it('says when more came than fit', () => {
    expect(computeOccupancy([place('small', 1)], ['small', 'small'])[0]).toMatchObject({
      left: 0,
      isOverbooked: true,
    });
  });
});
