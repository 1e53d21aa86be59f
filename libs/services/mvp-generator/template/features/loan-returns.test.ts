import { describe, expect, it } from 'vitest';
import { describeLoans, findOpenLoans, type Loan } from '@/features/loan-returns';

const today = '2026-03-29';
const loan = (id: string, dueOn: string, isReturned = false): Loan => ({
  id,
  title: id,
  href: `/loans/${id}`,
  item: 'Ladder',
  dueOn,
  isReturned,
});

describe('findOpenLoans', () => {
  it('lists what is out, the latest first, and counts whole days over a change of clocks', () => {
    const open = findOpenLoans(
      [loan('soon', '2026-03-30'), loan('late', '2026-03-27'), loan('back', '2026-03-01', true)],
      today,
    );
    expect(open.map(({ id, daysLeft }) => [id, daysLeft])).toEqual([
      ['late', -2],
      ['soon', 1],
    ]);
  });
  it('does not call late what is due today', () => {
    const report = describeLoans(findOpenLoans([loan('a', today)], today), 1);
    expect(report.rows[0]).toMatchObject({ badge: 'Due today', tone: 'warning' });
    expect(report.headline).toBe('Nothing is late.');
  });
  it('offers to mark each one returned', () => {
    const report = describeLoans(findOpenLoans([loan('a', '2026-03-01')], today), 3);
    expect(report.rows[0]?.actions?.[0]?.name).toBe('returned');
    expect(report.facts[2]?.value).toBe('2');
  });
});
