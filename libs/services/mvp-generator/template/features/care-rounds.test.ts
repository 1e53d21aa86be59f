import { describe, expect, it } from 'vitest';
import { describeCare, planCare, type Cared } from '@/features/care-rounds';

const today = '2026-03-29';
const item = (id: string, everyDays: number, lastOn: string | null, isClosed = false): Cared => ({
  id,
  title: id,
  href: `/plants/${id}`,
  place: 'Window',
  everyDays,
  lastOn,
  isClosed,
});

describe('planCare', () => {
  it('counts from the last time and puts the latest first', () => {
    const states = planCare(
      [item('fern', 3, '2026-03-28'), item('cactus', 14, '2026-03-01'), item('new', 7, null)],
      today,
    );
    expect(states.map(({ id, daysLeft }) => [id, daysLeft])).toEqual([
      ['cactus', -14],
      ['new', 0],
      ['fern', 2],
    ]);
  });
  it('leaves out what is given up and never comes round twice a day', () => {
    expect(planCare([item('dead', 3, today, true)], today)).toEqual([]);
    expect(planCare([item('odd', 0, today)], today)[0]?.dueOn).toBe('2026-03-30');
  });
});

describe('describeCare', () => {
  it('names what is due', () => {
    const report = describeCare(planCare([item('fern', 3, '2026-03-26')], today));
    expect(report.headline).toBe('1 is due: fern.');
    expect(report.rows[0]).toMatchObject({ badge: 'Today', tone: 'warning' });
    expect(report.rows[0]?.actions?.[0]?.name).toBe('done');
  });
  it('looks ahead when nothing is due', () => {
    expect(describeCare(planCare([item('fern', 3, today)], today)).headline).toBe(
      'Nothing is due. Next: fern, in 3 days.',
    );
  });
});
