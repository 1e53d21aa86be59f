import { daysBetween } from '@/lib/time';
import type { FeatureReport } from './feature-report';

export interface Loan {
  id: string;
  title: string;
  href: string;
  item: string;
  /** Calendar date (YYYY-MM-DD) by which it comes back. */
  dueOn: string;
  isReturned: boolean;
}

export interface OpenLoan extends Loan {
  /** Negative once it is late. */
  daysLeft: number;
}

const SOON_DAYS = 3;

/** What is still out, the latest first. */
export function findOpenLoans(loans: readonly Loan[], today: string): OpenLoan[] {
  return loans
    .filter((loan) => !loan.isReturned)
    .map((loan) => ({ ...loan, daysLeft: daysBetween(today, loan.dueOn) }))
    .sort((a, b) => a.daysLeft - b.daysLeft || a.title.localeCompare(b.title));
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;
const stateOf = (daysLeft: number): string =>
  daysLeft < 0
    ? `${days(-daysLeft)} late`
    : daysLeft === 0
      ? 'Due today'
      : `${days(daysLeft)} left`;

export function describeLoans(open: readonly OpenLoan[], total: number): FeatureReport {
  const late = open.filter((loan) => loan.daysLeft < 0);
  const soon = open.filter((loan) => loan.daysLeft >= 0 && loan.daysLeft <= SOON_DAYS);
  return {
    headline:
      late.length > 0
        ? `${late.length} ${late.length === 1 ? 'is' : 'are'} late. Ask for ${late.length === 1 ? 'it' : 'them'} back.`
        : 'Nothing is late.',
    facts: [
      { label: 'Out', value: String(open.length) },
      { label: 'Late', value: String(late.length) },
      { label: 'Back', value: String(total - open.length) },
    ],
    rows: open.map((loan) => ({
      id: loan.id,
      title: loan.title,
      href: loan.href,
      detail: [loan.item === loan.title ? '' : loan.item, `due ${loan.dueOn}`]
        .filter(Boolean)
        .join(', '),
      badge: stateOf(loan.daysLeft),
      tone: late.includes(loan) ? 'danger' : soon.includes(loan) ? 'warning' : 'neutral',
      actions: [{ name: 'returned', label: 'Returned' }],
    })),
    empty: 'Everything is back.',
  };
}
