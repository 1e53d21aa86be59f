import { describe, expect, it } from 'vitest';
import { describeTurns, nextDate, nextPerson, type Turn } from '@/features/turn-rotation';

const today = '2026-03-10';
const order = ['ada', 'bo', 'cy'];
const turn = (id: string, person: string | null, dueOn: string): Turn => ({
  id,
  title: id,
  href: `/chores/${id}`,
  person,
  dueOn,
});

describe('nextPerson', () => {
  it('goes round the circle', () => {
    expect(order.map((person) => nextPerson(person, order))).toEqual(['bo', 'cy', 'ada']);
  });
  it('starts with the first for nobody and for who has left', () => {
    expect(nextPerson(null, order)).toBe('ada');
    expect(nextPerson('gone', order)).toBe('ada');
  });
  it('stays with the only one and knows an empty circle', () => {
    expect(nextPerson('ada', ['ada'])).toBe('ada');
    expect(nextPerson('ada', [])).toBeNull();
  });
});

describe('nextDate', () => {
  it('keeps the rhythm when done in time and starts anew when late', () => {
    expect(nextDate('2026-03-12', 7, today)).toBe('2026-03-19');
    expect(nextDate('2026-02-01', 7, today)).toBe('2026-03-17');
  });
  it('always moves on', () => {
    expect(nextDate(today, 0, today)).toBe('2026-03-11');
  });
});

describe('describeTurns', () => {
  it('shows the most pressing first and who follows', () => {
    const report = describeTurns(
      [turn('bins', 'bo', '2026-03-11'), turn('stairs', 'cy', '2026-03-09')],
      order,
      today,
      (person) => person.toUpperCase(),
    );
    expect(report.rows.map((row) => [row.title, row.badge])).toEqual([
      ['stairs', '1 day late'],
      ['bins', 'Tomorrow'],
    ]);
    expect(report.rows[0]?.detail).toBe('CY, then ADA');
  });
});
