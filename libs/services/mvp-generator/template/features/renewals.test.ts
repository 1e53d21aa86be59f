import { describe, expect, it } from 'vitest';
import { planRenewals } from '@/features/renewals';

const item = (
  id: string,
  amount: number,
  monthsPerPeriod: number,
  renewsOn: string,
  isEnded = false,
) => ({ id, title: id, href: '/', amount, monthsPerPeriod, renewsOn, isEnded });

describe('planRenewals', () => {
  it('adds months and years up to one monthly figure', () => {
    expect(
      planRenewals(
        [
          item('month', 1000, 1, '2027-01-01'),
          item('year', 12_000, 12, '2027-01-01'),
          item('ended', 9999, 1, '2027-01-01', true),
        ],
        '2026-03-10',
      ).monthly,
    ).toBe(2000);
  });
  it('lists what lapsed and what renews within 30 days', () => {
    const { due } = planRenewals(
      [
        item('far', 1, 1, '2026-05-01'),
        item('soon', 1, 1, '2026-03-20'),
        item('lapsed', 1, 1, '2026-03-01'),
      ],
      '2026-03-10',
    );
    expect(due.map((entry) => [entry.id, entry.days])).toEqual([
      ['lapsed', -9],
      ['soon', 10],
    ]);
  });
});
