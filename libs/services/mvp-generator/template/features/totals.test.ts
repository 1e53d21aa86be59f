import { describe, expect, it } from 'vitest';
import { addUp } from '@/features/totals';

const item = (id: string, amount: number, status: string, isClosed = false) => ({
  id,
  title: id,
  href: '/',
  amount,
  status,
  isClosed,
});

describe('addUp', () => {
  it('adds up over all, open and by status', () => {
    const totals = addUp([
      item('a', 100, 'Open'),
      item('b', 250, 'Open'),
      item('c', 50, 'Paid', true),
    ]);
    expect(totals).toMatchObject({
      all: 400,
      open: 350,
      byStatus: [
        { status: 'Open', amount: 350, count: 2 },
        { status: 'Paid', amount: 50, count: 1 },
      ],
    });
    expect(totals.largest.map((entry) => entry.id)).toEqual(['b', 'a']);
  });
  it('is nothing for no rows', () => {
    expect(addUp([])).toEqual({ all: 0, open: 0, byStatus: [], largest: [] });
  });
});
