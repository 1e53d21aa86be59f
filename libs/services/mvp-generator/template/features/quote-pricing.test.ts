import { describe, expect, it } from 'vitest';
import { describeQuotes, priceQuotes, type QuoteLine } from '@/features/quote-pricing';

const line = (quote: string, unitPrice: number, quantity: number, isClosed = false): QuoteLine => ({
  id: `${quote}-${unitPrice}`,
  title: `${quote}-${unitPrice}`,
  href: '/lines/1',
  quote,
  unitPrice,
  quantity,
  isClosed,
});

describe('priceQuotes', () => {
  it('multiplies, adds up and puts the largest quote first', () => {
    const quotes = priceQuotes([line('Roof', 1000, 2), line('Hall', 900, 5), line('Roof', 500, 1)]);
    expect(quotes.map(({ quote, total }) => [quote, total])).toEqual([
      ['Hall', 4500],
      ['Roof', 2500],
    ]);
  });
  it('rounds each line once, so that the sum is the sum of what is printed', () => {
    const [quote] = priceQuotes([line('A', 3333, 1 / 3), line('A', 1000, 0.3335)]);
    expect(quote?.lines.map(({ total }) => total)).toEqual([1111, 334]);
    expect(quote?.total).toBe(1445);
  });
  it('keeps a line that costs nothing', () => {
    expect(priceQuotes([line('A', 0, 3)])[0]?.total).toBe(0);
  });
});

describe('describeQuotes', () => {
  it('tells what is open from what is closed', () => {
    const report = describeQuotes(
      priceQuotes([line('A', 100, 1), line('B', 200, 1, true)]),
      (amount) => `$${amount}`,
    );
    expect(report.facts.map((fact) => fact.value)).toEqual(['$300', '$100', '$150']);
    expect(report.rows[0]?.badge).toBe('$200');
  });
});
