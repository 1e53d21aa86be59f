import { describe, expect, it } from 'vitest';
import { describeLowStock, findLowStock } from '@/features/low-stock';

const item = (id: string, quantity: number, reorderLevel: number) => ({
  id,
  title: id,
  href: '/',
  quantity,
  reorderLevel,
});

describe('findLowStock', () => {
  it('lists what is at or below its level, the emptiest first', () => {
    expect(
      findLowStock([
        item('fine', 9, 5),
        item('low', 4, 5),
        item('out', 0, 5),
        item('at', 5, 5),
      ]).map((entry) => entry.id),
    ).toEqual(['out', 'low', 'at']);
  });
  it('suggests enough to reach twice the level, and at least one', () => {
    expect(
      findLowStock([item('a', 2, 5), item('b', 0, 0)])
        .map((entry) => entry.suggested)
        .sort(),
    ).toEqual([1, 8]);
  });
  it('offers to add exactly what it suggests', () => {
    const report = describeLowStock(findLowStock([item('a', 2, 5)]), 1);
    expect(report.rows[0]?.actions).toEqual([{ name: 'reorder', label: 'Add 8' }]);
  });
});
