import { describe, expect, it } from 'vitest';
import { computeTrends } from '@/features/trend';

const at = (series: string, on: string, value: number) => ({
  id: series + on,
  title: series,
  href: '/',
  series,
  on,
  value,
});

describe('computeTrends', () => {
  it('compares the newer half with the older half, whatever the order of entry', () => {
    const [trend] = computeTrends([
      at('w', '2026-03-04', 16),
      at('w', '2026-03-01', 10),
      at('w', '2026-03-03', 14),
      at('w', '2026-03-02', 12),
    ]);
    expect(trend).toMatchObject({
      change: 4,
      average: 13,
      lowest: 10,
      highest: 16,
      latest: { value: 16 },
    });
  });
  it('keeps series apart and sees no change in a single entry', () => {
    expect(
      computeTrends([at('a', '2026-03-01', 1), at('b', '2026-03-01', 9)]).map((trend) => [
        trend.series,
        trend.change,
      ]),
    ).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
  });
});
