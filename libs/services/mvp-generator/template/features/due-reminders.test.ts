import { describe, expect, it } from 'vitest';
import { planReminders, type DueItem } from '@/features/due-reminders';

const item = (id: string, dueOn: string, change: Partial<DueItem> = {}): DueItem => ({
  id,
  title: id,
  href: `/x/${id}`,
  dueOn,
  isClosed: false,
  recipient: null,
  ...change,
});

describe('planReminders', () => {
  it('escalates from ahead to final and puts the latest first', () => {
    const plan = planReminders(
      [
        item('ahead', '2026-03-12'),
        item('due', '2026-03-10'),
        item('late', '2026-03-08'),
        item('final', '2026-02-20'),
      ],
      '2026-03-10',
    );
    expect(plan.map((reminder) => [reminder.id, reminder.stage])).toEqual([
      ['final', 'final'],
      ['late', 'late'],
      ['due', 'due'],
      ['ahead', 'ahead'],
    ]);
  });
  it('reminds nobody of what is closed or far away', () => {
    expect(
      planReminders(
        [item('closed', '2026-03-01', { isClosed: true }), item('far', '2026-05-01')],
        '2026-03-10',
      ),
    ).toEqual([]);
  });
  it('writes the name and the days into the text', () => {
    expect(
      planReminders([item('Invoice 7', '2026-03-09', { recipient: 'Ada' })], '2026-03-10')[0]?.text,
    ).toBe('Hello Ada, “Invoice 7” was due 1 day ago.');
  });
});
