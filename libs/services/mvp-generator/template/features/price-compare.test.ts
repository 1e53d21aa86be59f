import { describe, expect, it } from 'vitest';
import { compareOffers, describeComparison, type Offer } from '@/features/price-compare';

const offer = (item: string, supplier: string, price: number): Offer => ({
  id: `${item}-${supplier}`,
  title: item,
  href: '/offers/1',
  item,
  supplier,
  price,
});

describe('compareOffers', () => {
  it('finds the cheapest of each item and what it saves', () => {
    const [flour] = compareOffers([offer('Flour', 'Mill', 300), offer('Flour', 'Market', 250)]);
    expect(flour).toMatchObject({ saving: 50 });
    expect(flour?.best.supplier).toBe('Market');
  });
  it('takes the same item typed differently as one', () => {
    expect(compareOffers([offer('Oak board ', 'A', 1), offer('oak  board', 'B', 2)])).toHaveLength(
      1,
    );
  });
  it('puts the largest saving first', () => {
    const items = compareOffers([
      offer('Salt', 'A', 100),
      offer('Salt', 'B', 110),
      offer('Oil', 'A', 900),
      offer('Oil', 'B', 500),
    ]);
    expect(items.map((item) => item.item)).toEqual(['Oil', 'Salt']);
  });
});

describe('describeComparison', () => {
  it('counts no win where there was nothing to compare with', () => {
    const report = describeComparison(compareOffers([offer('Salt', 'A', 100)]), String);
    expect(report.chart?.points).toEqual([]);
    expect(report.rows[0]?.detail).toBe('Only A, 100');
  });
});
