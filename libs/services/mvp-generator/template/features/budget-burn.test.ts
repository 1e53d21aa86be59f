import { describe, expect, it } from 'vitest';
import { computeBurn, describeBurn, type Spending } from '@/features/budget-burn';

const spend = (category: string, amount: number, on: string): Spending => ({
  id: category + on,
  href: '/s/1',
  category,
  amount,
  on,
});

describe('computeBurn', () => {
  it('adds up the month and projects it by the days that are gone', () => {
    const [food] = computeBurn(
      [spend('Food', 1000, '2026-04-02'), spend('Food', 500, '2026-03-31')],
      '2026-04-10',
    );
    expect(food).toEqual({
      category: 'Food',
      spent: 1000,
      before: 500,
      projected: 3000,
      budget: null,
    });
  });
  it('looks back over the turn of a year and knows a leap February', () => {
    expect(computeBurn([spend('Food', 700, '2025-12-30')], '2026-01-05')[0]?.before).toBe(700);
    expect(computeBurn([spend('Food', 100, '2028-02-01')], '2028-02-29')[0]?.projected).toBe(100);
  });
  it('counts nothing that lies in the future', () => {
    expect(computeBurn([spend('Food', 100, '2026-04-30')], '2026-04-10')).toEqual([]);
  });
  it('shows a budget that nothing was spent of', () => {
    expect(computeBurn([], '2026-04-10', new Map([['Travel', 9000]]))[0]).toMatchObject({
      spent: 0,
      budget: 9000,
    });
  });
});

describe('describeBurn', () => {
  it('warns of what will pass its budget, before it has', () => {
    const burns = computeBurn(
      [spend('Food', 1000, '2026-04-02')],
      '2026-04-10',
      new Map([['Food', 2000]]),
    );
    expect(describeBurn(burns, String).rows[0]?.tone).toBe('warning');
    expect(describeBurn(burns, String).headline).toContain('1 on the way');
  });
});
