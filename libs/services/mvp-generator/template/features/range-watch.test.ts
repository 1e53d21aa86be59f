import { describe, expect, it } from 'vitest';
import {
  describeRanges,
  distanceFrom,
  watchRanges,
  type RangeReading,
} from '@/features/range-watch';

const reading = (
  series: string,
  value: number,
  on: string,
  more: Partial<RangeReading> = {},
): RangeReading => ({
  id: `${series}-${on}`,
  href: '/tests/1',
  series,
  value,
  on,
  low: 6.5,
  high: 7.5,
  ...more,
});

describe('distanceFrom', () => {
  it('counts the ends of the range as inside', () => {
    expect([6.5, 7.5].map((value) => distanceFrom(value, 6.5, 7.5))).toEqual([0, 0]);
  });
  it('knows a range that is open on one side', () => {
    expect(distanceFrom(40, null, 25)).toBe(15);
    expect(distanceFrom(-40, null, 25)).toBe(0);
    expect(distanceFrom(1, 3, null)).toBe(-2);
    expect(distanceFrom(1, null, null)).toBe(0);
  });
});

describe('watchRanges', () => {
  it('judges the latest reading only, and puts what is outside first', () => {
    const states = watchRanges([
      reading('Acidity', 7, '2026-03-02'),
      reading('Acidity', 9, '2026-03-01'),
      reading('Nitrate', 60, '2026-03-01', { low: null, high: 25 }),
    ]);
    expect(states.map(({ series, off, before }) => [series, off, before])).toEqual([
      ['Nitrate', 35, null],
      ['Acidity', 0, 9],
    ]);
  });
});

describe('describeRanges', () => {
  it('names the first that is outside and says which way', () => {
    const report = describeRanges(watchRanges([reading('Acidity', 6, '2026-03-02')]));
    expect(report.headline).toBe('Acidity is too low.');
    expect(report.rows[0]).toMatchObject({
      badge: '6',
      tone: 'danger',
      detail: 'Should be 6.5 to 7.5; first reading, 2026-03-02',
    });
  });
  it('is quiet while all is well', () => {
    expect(describeRanges(watchRanges([reading('Acidity', 7, '2026-03-02')])).headline).toBe(
      'Everything is within its range.',
    );
  });
});
