import { daysBetween } from '@/lib/time';
import type { FeatureReport } from './feature-report';

export interface Perishable {
  id: string;
  title: string;
  href: string;
  /** Calendar date, YYYY-MM-DD; the last day on which it is good. */
  expiresOn: string;
  /** null where no number is kept. */
  quantity: number | null;
  isClosed: boolean;
}

export interface Expiry extends Perishable {
  /** Negative once it has expired. */
  daysLeft: number;
}

const SOON_DAYS = 7;
const HORIZON_DAYS = 60;

/** What has expired or will within two months, the earliest first. What is used up does not count. */
export function watchExpiry(items: readonly Perishable[], today: string): Expiry[] {
  return items
    .filter((item) => !item.isClosed && item.quantity !== 0)
    .map((item) => ({ ...item, daysLeft: daysBetween(today, item.expiresOn) }))
    .filter((item) => item.daysLeft <= HORIZON_DAYS)
    .sort((a, b) => a.daysLeft - b.daysLeft || a.title.localeCompare(b.title));
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;
const stateOf = (daysLeft: number): string =>
  daysLeft < 0 ? `${days(-daysLeft)} ago` : daysLeft === 0 ? 'Last day' : `${days(daysLeft)} left`;

export function describeExpiry(expiries: readonly Expiry[]): FeatureReport {
  const gone = expiries.filter((item) => item.daysLeft < 0);
  const soon = expiries.filter((item) => item.daysLeft >= 0 && item.daysLeft <= SOON_DAYS);
  return {
    headline:
      gone.length + soon.length === 0
        ? 'Nothing expires this week.'
        : `${gone.length} expired, ${soon.length} within a week.`,
    facts: [
      { label: 'Expired', value: String(gone.length) },
      { label: 'Next 7 days', value: String(soon.length) },
      { label: 'Next 60 days', value: String(expiries.length - gone.length) },
    ],
    rows: expiries.map((item) => ({
      id: item.id,
      title: item.title,
      href: item.href,
      detail: [item.quantity === null ? '' : `${item.quantity} left`, item.expiresOn]
        .filter(Boolean)
        .join(', '),
      badge: stateOf(item.daysLeft),
      tone: gone.includes(item) ? 'danger' : soon.includes(item) ? 'warning' : 'neutral',
      ...(item.quantity === null ? {} : { actions: [{ name: 'use', label: 'Use one' }] }),
    })),
    empty: 'Nothing expires in the next two months.',
  };
}
