import { describe, expect, it } from 'vitest';
import { describeExpiry, watchExpiry, type Perishable } from '@/features/expiry-watch';

const today = '2026-03-10';
const item = (
  id: string,
  expiresOn: string,
  quantity: number | null = 2,
  isClosed = false,
): Perishable => ({
  id,
  title: id,
  href: `/items/${id}`,
  expiresOn,
  quantity,
  isClosed,
});

describe('watchExpiry', () => {
  it('lists the earliest first and leaves out what is far away', () => {
    const found = watchExpiry(
      [item('far', '2026-12-01'), item('soon', '2026-03-12'), item('gone', '2026-03-09')],
      today,
    );
    expect(found.map(({ id, daysLeft }) => [id, daysLeft])).toEqual([
      ['gone', -1],
      ['soon', 2],
    ]);
  });
  it('passes over what is used up or closed', () => {
    expect(watchExpiry([item('none', today, 0), item('closed', today, 3, true)], today)).toEqual(
      [],
    );
  });
  it('is still good on its last day', () => {
    const report = describeExpiry(watchExpiry([item('a', today)], today));
    expect(report.rows[0]).toMatchObject({ badge: 'Last day', tone: 'warning' });
    expect(report.facts[0]?.value).toBe('0');
  });
  it('offers to use one only where a number is kept', () => {
    const rows = describeExpiry(
      watchExpiry([item('a', today), item('b', today, null)], today),
    ).rows;
    expect(rows.map((row) => row.actions?.length ?? 0)).toEqual([1, 0]);
  });
});
