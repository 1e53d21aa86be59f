import { describe, expect, it } from 'vitest';
import { describePayouts, owedTo, splitSales, type Sale } from '@/features/payout-split';

const sale = (id: string, owner: string, price: number, more: Partial<Sale> = {}): Sale => ({
  id,
  title: id,
  href: `/items/${id}`,
  owner,
  price,
  share: 60,
  isSold: true,
  isPaidOut: false,
  ...more,
});

describe('splitSales', () => {
  it('gives the owner the agreed share and never more than the price', () => {
    const payouts = splitSales([sale('coat', 'ada', 999), sale('lamp', 'bo', 500, { share: 130 })]);
    expect(payouts.map(({ amount }) => amount)).toEqual([599, 500]);
  });
  it('owes nothing for what is not sold', () => {
    expect(splitSales([sale('coat', 'ada', 999, { isSold: false })])).toEqual([]);
  });
});

describe('owedTo', () => {
  it('adds up what is open for each owner, the most first', () => {
    const payouts = splitSales([
      sale('coat', 'ada', 1_000),
      sale('hat', 'ada', 500),
      sale('lamp', 'bo', 2_000),
      sale('rug', 'bo', 9_000, { isPaidOut: true }),
    ]);
    expect(owedTo(payouts)).toEqual([
      { owner: 'bo', amount: 1_200 },
      { owner: 'ada', amount: 900 },
    ]);
  });
});

describe('describePayouts', () => {
  it('keeps the two parts of every sale together', () => {
    const report = describePayouts(splitSales([sale('coat', 'ada', 999)]), String);
    expect(report.facts.map(({ value }) => value)).toEqual(['999', '400', '0']);
    expect(report.rows[0]?.actions?.[0]?.name).toBe('pay');
  });
  it('says so when everybody has been paid', () => {
    const paid = splitSales([sale('coat', 'ada', 999, { isPaidOut: true })]);
    expect(describePayouts(paid, String).headline).toBe('Everybody has been paid.');
  });
});
