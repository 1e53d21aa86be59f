import { describe, expect, it } from 'vitest';
import { describePayoff, payOff, type Debt } from '@/features/debt-payoff';

const debt = (id: string, balance: number, yearlyRate: number, minimum: number): Debt => ({
  id,
  title: id,
  href: `/debts/${id}`,
  balance,
  yearlyRate,
  minimum,
});
const debts = [debt('loan', 100_000, 4, 5_000), debt('card', 200_000, 24, 6_000)];

describe('payOff', () => {
  it('pays what costs no interest in equal parts', () => {
    expect(payOff([debt('aunt', 10_000, 0, 1_000)], 1_500, 'snowball')).toEqual({
      ended: [{ id: 'aunt', months: 4 }],
      interest: 0,
      months: 4,
    });
  });
  it('charges a month of interest before the payment', () => {
    expect(payOff([debt('card', 10_000, 12, 10_100)], 0, 'avalanche')).toMatchObject({
      interest: 100,
      months: 1,
    });
  });
  it('ends the smallest first in a snowball, and pays less interest in an avalanche', () => {
    const snowball = payOff(debts, 10_000, 'snowball');
    const avalanche = payOff(debts, 10_000, 'avalanche');
    expect(snowball.ended[0]?.id).toBe('loan');
    expect(avalanche.interest).toBeLessThan(snowball.interest);
  });
  it('passes on what an ended debt took', () => {
    const alone = payOff([debt('b', 100_000, 0, 5_000)], 0, 'snowball').months ?? 0;
    const together = payOff(
      [debt('a', 10_000, 0, 5_000), debt('b', 100_000, 0, 5_000)],
      0,
      'snowball',
    );
    expect(alone).toBe(20);
    expect(together.months).toBe(11);
  });
  it('says that payments below the interest never end it', () => {
    expect(payOff([debt('card', 100_000, 24, 1_000)], 0, 'avalanche').months).toBeNull();
  });
});

describe('describePayoff', () => {
  it('names the month of the last payment and where the extra goes', () => {
    const report = describePayoff([debt('aunt', 10_000, 0, 1_000)], 1_500, '2026-11-20', String);
    expect(report.headline).toBe('Free of debt in 2027-03.');
    expect(report.rows[0]).toMatchObject({ badge: 'Pay extra here', tone: 'brand' });
  });
  it('knows when nothing is owed', () => {
    expect(describePayoff([], 0, '2026-11-20', String).headline).toBe('Nothing is owed.');
  });
});
