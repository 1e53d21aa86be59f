import { describe, expect, it } from 'vitest';
import {
  describeReviews,
  planReviews,
  reschedule,
  type ReviewCard,
} from '@/features/spaced-repetition';

const today = '2026-03-10';
const card = (id: string, dueOn: string | null, intervalDays = 1): ReviewCard => ({
  id,
  title: id,
  href: `/cards/${id}`,
  answer: 'Because',
  dueOn,
  intervalDays,
});

describe('reschedule', () => {
  it('brings a forgotten card back tomorrow, whatever its gap was', () => {
    expect(reschedule(120, 'again', today)).toEqual({ intervalDays: 1, dueOn: '2026-03-11' });
  });
  it('lets a known card wait longer each time, an easy one longest', () => {
    expect(reschedule(4, 'good', today)).toEqual({ intervalDays: 8, dueOn: '2026-03-18' });
    expect(reschedule(4, 'easy', today).intervalDays).toBe(12);
  });
  it('starts a new card and never plans beyond a year', () => {
    expect(reschedule(0, 'good', today).intervalDays).toBe(1);
    expect(reschedule(0, 'easy', today).intervalDays).toBe(4);
    expect(reschedule(300, 'easy', today).intervalDays).toBe(365);
  });
  it('counts over the end of a month and of a leap day', () => {
    expect(reschedule(1, 'good', '2028-02-28').dueOn).toBe('2028-03-01');
  });
});

describe('planReviews', () => {
  it('asks what is due, late before today before new, and leaves the future out', () => {
    const plan = planReviews(
      [
        card('new', null),
        card('today', today),
        card('late', '2026-03-01'),
        card('later', '2026-03-12'),
      ],
      today,
    );
    expect(plan.due.map((item) => item.id)).toEqual(['late', 'today', 'new']);
    expect(plan.ahead[1]).toEqual({ date: '2026-03-12', count: 1 });
  });
  it('offers three answers for each card and hides the solution', () => {
    const row = describeReviews(planReviews([card('a', today)], today), today).rows[0];
    expect(row?.actions?.map((action) => action.name)).toEqual(['again', 'good', 'easy']);
    expect(row?.reveal?.text).toBe('Because');
    expect(row?.badge).toBe('Today');
    const late = planReviews([card('b', '2026-03-09')], today);
    expect(describeReviews(late, today).rows[0]?.badge).toBe('1 day late');
  });
});
