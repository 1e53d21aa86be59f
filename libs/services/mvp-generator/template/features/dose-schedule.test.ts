import { describe, expect, it } from 'vitest';
import { describeDoses, planDoses, readTimes, type Dose } from '@/features/dose-schedule';

const dose = (id: string, times: string, isEnded = false): Dose => ({
  id,
  title: id,
  href: `/doses/${id}`,
  recipient: 'Biscuit',
  times,
  isEnded,
});

describe('readTimes', () => {
  it('finds the times in what a person types, in order and once', () => {
    expect(readTimes('20:00 and 8:00, again 8:00')).toEqual(['08:00', '20:00']);
  });
  it('takes nothing that is no time of day', () => {
    expect(readTimes('25:00, 12:75, twice a day')).toEqual([]);
  });
});

describe('planDoses', () => {
  it('starts with the next one and carries the earlier ones over to tomorrow', () => {
    const plan = planDoses([dose('a', '08:00, 20:00'), dose('b', '09:30')], '09:00');
    expect(plan.map(({ id, at, isTomorrow }) => [id, at, isTomorrow])).toEqual([
      ['b', '09:30', false],
      ['a', '20:00', false],
      ['a', '08:00', true],
    ]);
    expect(plan[2]?.minutesLeft).toBe(23 * 60);
  });
  it('shows a dose that is due this minute and none that has ended', () => {
    const plan = planDoses([dose('now', '09:00'), dose('over', '10:00', true)], '09:00');
    expect(plan.map(({ id, minutesLeft }) => [id, minutesLeft])).toEqual([['now', 0]]);
  });
  it('gives every time of one row a place of its own', () => {
    const { rows } = describeDoses(planDoses([dose('a', '08:00 20:00')], '00:00'), String);
    expect(new Set(rows.map((row) => row.id)).size).toBe(2);
  });
});
