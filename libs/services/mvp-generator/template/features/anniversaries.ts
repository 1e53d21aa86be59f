import { addDays, daysBetween } from '@/lib/time';
import type { FeatureReport } from './feature-report';

export interface Remembered {
  id: string;
  title: string;
  href: string;
  /** Calendar date on which it began: a birth, a wedding, a first day. */
  on: string;
}

export interface Anniversary extends Remembered {
  /** The next time it comes round, today included. */
  next: string;
  daysLeft: number;
  /** How many years it will be; 0 where the date is still to come for the first time. */
  years: number;
}

/** The day in a year; 29 February falls on the last day of February where the year has none. */
function inYear(on: string, year: number): string {
  const date = `${String(year).padStart(4, '0')}${on.slice(4)}`;
  if (on.slice(5) !== '02-29') return date;
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return isLeap ? date : addDays(`${date.slice(0, 4)}-03-01`, -1);
}

/** When each comes round again, the nearest first. */
export function findAnniversaries(items: readonly Remembered[], today: string): Anniversary[] {
  const year = Number(today.slice(0, 4));
  return items
    .map((item) => {
      const thisYear = inYear(item.on, year);
      const next =
        item.on > today ? item.on : thisYear >= today ? thisYear : inYear(item.on, year + 1);
      return {
        ...item,
        next,
        daysLeft: daysBetween(today, next),
        years: Number(next.slice(0, 4)) - Number(item.on.slice(0, 4)),
      };
    })
    .sort((a, b) => a.daysLeft - b.daysLeft || a.title.localeCompare(b.title));
}

const inDays = (days: number): string =>
  days === 0 ? 'Today' : days === 1 ? 'Tomorrow' : `In ${days} days`;

export function describeAnniversaries(list: readonly Anniversary[]): FeatureReport {
  const [next] = list;
  const month = list.filter((item) => item.daysLeft <= 30);
  const round = list.filter((item) => item.years > 0 && item.years % 10 === 0);
  const count = (item: Anniversary) =>
    item.years === 0
      ? 'for the first time'
      : `${item.years} ${item.years === 1 ? 'year' : 'years'}`;
  return {
    headline: next
      ? `${next.title}: ${inDays(next.daysLeft).toLowerCase()}, ${count(next)}.`
      : 'No day to remember yet.',
    facts: [
      { label: 'Within 30 days', value: String(month.length) },
      { label: 'Round ones', value: String(round.length) },
      { label: 'All', value: String(list.length) },
    ],
    rows: list.map((item) => ({
      id: item.id,
      title: item.title,
      href: item.href,
      detail: `${item.next}, ${count(item)} since ${item.on}`,
      badge: inDays(item.daysLeft),
      tone: item.daysLeft <= 7 ? 'warning' : round.includes(item) ? 'brand' : 'neutral',
    })),
    empty: 'Add a date and see when it comes round.',
  };
}
