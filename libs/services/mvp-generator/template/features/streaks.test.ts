import { describe, expect, it } from 'vitest';
import { computeStreaks } from '@/features/streaks';

const of = (days: string[]) =>
  computeStreaks([{ id: 'a', title: 'a', href: '/', days }], '2026-03-10')[0];

describe('computeStreaks', () => {
  it('counts days in a row up to today', () => {
    expect(
      of(['2026-03-10', '2026-03-09', '2026-03-09', '2026-03-08', '2026-03-05']),
    ).toMatchObject({ current: 3, longest: 3, isDoneToday: true });
  });
  it('keeps a streak alive until the day is over, and not longer', () => {
    expect(of(['2026-03-09', '2026-03-08'])).toMatchObject({ current: 2, isDoneToday: false });
    expect(of(['2026-03-08', '2026-03-07', '2026-03-06'])).toMatchObject({
      current: 0,
      longest: 3,
    });
  });
  it('is not fooled by days to come or by the end of a month', () => {
    expect(of(['2026-02-28', '2026-03-01', '2026-03-12'])).toMatchObject({
      current: 0,
      longest: 2,
    });
  });
});
