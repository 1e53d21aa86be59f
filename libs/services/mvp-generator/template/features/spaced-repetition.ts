import { addDays, daysBetween } from '@/lib/time';
import type { FeatureReport } from './feature-report';

export const grades = ['again', 'good', 'easy'] as const;
export type Grade = (typeof grades)[number];

export interface ReviewCard {
  id: string;
  title: string;
  href: string;
  answer: string | null;
  /** Calendar date (YYYY-MM-DD) of the next review; null for a card that was never reviewed. */
  dueOn: string | null;
  intervalDays: number;
}

// What is remembered with little effort can wait longer; a year is as far as a plan for a card goes.
const growth = { good: 2, easy: 3 };
const first = { good: 1, easy: 4 };
const LONGEST_DAYS = 365;

/** When a card comes back after an answer: tomorrow when it was forgotten, later each time it was known. */
export function reschedule(
  intervalDays: number,
  grade: Grade,
  today: string,
): { intervalDays: number; dueOn: string } {
  const next =
    grade === 'again'
      ? 1
      : Math.min(LONGEST_DAYS, Math.max(first[grade], Math.round(intervalDays * growth[grade])));
  return { intervalDays: next, dueOn: addDays(today, next) };
}

export interface ReviewPlan {
  due: ReviewCard[];
  /** Cards that come back on each of the next seven days. */
  ahead: { date: string; count: number }[];
  total: number;
}

/** The cards to answer now, the longest overdue first and new ones last, and the load of the week. */
export function planReviews(cards: readonly ReviewCard[], today: string): ReviewPlan {
  const due = cards
    .filter((card) => card.dueOn === null || card.dueOn <= today)
    .sort(
      (a, b) =>
        (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.title.localeCompare(b.title),
    );
  const ahead = Array.from({ length: 7 }, (_, index) => {
    const date = addDays(today, index + 1);
    return { date, count: cards.filter((card) => card.dueOn === date).length };
  });
  return { due, ahead, total: cards.length };
}

const labels: Record<Grade, string> = { again: 'Again', good: 'Good', easy: 'Easy' };

export function describeReviews(plan: ReviewPlan, today: string): FeatureReport {
  const waited = ({ dueOn }: ReviewCard) => {
    if (dueOn === null) return 'New';
    const days = daysBetween(dueOn, today);
    return days === 0 ? 'Today' : `${days} ${days === 1 ? 'day' : 'days'} late`;
  };
  return {
    headline:
      plan.due.length === 0
        ? 'Nothing to review today.'
        : `${plan.due.length} ${plan.due.length === 1 ? 'card is' : 'cards are'} due.`,
    facts: [
      { label: 'Due now', value: String(plan.due.length) },
      { label: 'Tomorrow', value: String(plan.ahead[0]?.count ?? 0) },
      { label: 'All', value: String(plan.total) },
    ],
    chart: {
      title: 'Coming back in the next 7 days',
      kind: 'bars',
      points: plan.ahead.map(({ date, count }) => ({
        label: date,
        value: count,
        text: String(count),
      })),
    },
    rows: plan.due.map((card) => ({
      id: card.id,
      title: card.title,
      href: card.href,
      detail: card.intervalDays > 0 ? `Last gap ${card.intervalDays} days` : '',
      badge: waited(card),
      tone: card.dueOn !== null && card.dueOn < today ? 'warning' : 'brand',
      ...(card.answer ? { reveal: { label: 'Show the answer', text: card.answer } } : {}),
      actions: grades.map((name) => ({ name, label: labels[name] })),
    })),
    empty: 'Every card has been answered. New ones appear here at once.',
  };
}
