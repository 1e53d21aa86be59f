import { describe, expect, it } from 'vitest';
import { summariseRatings } from '@/features/rating-summary';

const rated = (id: string, rating: number) => ({ id, title: id, href: '/', rating, text: '' });

describe('summariseRatings', () => {
  it('averages to one digit and counts each rating', () => {
    const summary = summariseRatings([rated('a', 5), rated('b', 4), rated('c', 4)]);
    expect(summary.average).toBe(4.3);
    expect(summary.spread.map(({ count }) => count)).toEqual([1, 2, 0, 0, 0]);
  });
  it('puts the lowest forward for an answer', () => {
    expect(
      summariseRatings([rated('two', 2), rated('one', 1), rated('three', 3)]).toAnswer.map(
        (item) => item.id,
      ),
    ).toEqual(['one', 'two']);
  });
  it('has no average without ratings', () => {
    expect(summariseRatings([]).average).toBe(0);
  });
});
