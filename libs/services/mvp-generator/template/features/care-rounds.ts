import { addDays, daysBetween } from '@/lib/time';
import type { FeatureReport } from './feature-report';

export interface Cared {
  id: string;
  title: string;
  href: string;
  /** Where or whose it is; empty where nothing is said. */
  place: string;
  everyDays: number;
  /** Calendar date of the last time; null when it has never been done. */
  lastOn: string | null;
  isClosed: boolean;
}

export interface CareState extends Cared {
  dueOn: string;
  /** Negative when it is late. */
  daysLeft: number;
}

/** What comes round when, counted from the last time it was done; the latest first. */
export function planCare(items: readonly Cared[], today: string): CareState[] {
  return items
    .filter((item) => !item.isClosed)
    .map((item) => {
      const dueOn =
        item.lastOn === null ? today : addDays(item.lastOn, Math.max(1, item.everyDays));
      return { ...item, dueOn, daysLeft: daysBetween(today, dueOn) };
    })
    .sort(
      (a, b) =>
        a.daysLeft - b.daysLeft || a.place.localeCompare(b.place) || a.title.localeCompare(b.title),
    );
}

function badgeOf(days: number): string {
  if (days < 0) return `${-days} ${days === -1 ? 'day' : 'days'} late`;
  return days === 0 ? 'Today' : days === 1 ? 'Tomorrow' : `In ${days} days`;
}

export function describeCare(states: readonly CareState[]): FeatureReport {
  const due = states.filter((state) => state.daysLeft <= 0);
  const week = states.filter((state) => state.daysLeft > 0 && state.daysLeft < 7);
  const next = states.find((state) => state.daysLeft > 0);
  return {
    headline:
      due.length > 0
        ? `${due.length} ${due.length === 1 ? 'is' : 'are'} due: ${due
            .slice(0, 3)
            .map((state) => state.title)
            .join(', ')}${due.length > 3 ? ' and more' : ''}.`
        : next
          ? `Nothing is due. Next: ${next.title}, ${badgeOf(next.daysLeft).toLowerCase()}.`
          : 'Nothing comes round yet.',
    facts: [
      { label: 'Due', value: String(due.length) },
      { label: 'This week', value: String(week.length) },
      { label: 'All', value: String(states.length) },
    ],
    rows: states.map((state) => ({
      id: state.id,
      title: state.title,
      href: state.href,
      detail: [
        state.place === state.title ? '' : state.place,
        `every ${state.everyDays} ${state.everyDays === 1 ? 'day' : 'days'}`,
        state.lastOn === null ? 'never done' : `last ${state.lastOn}`,
      ]
        .filter(Boolean)
        .join(', '),
      badge: badgeOf(state.daysLeft),
      tone: state.daysLeft < 0 ? 'danger' : state.daysLeft === 0 ? 'warning' : 'neutral',
      actions: [{ name: 'done', label: 'Done today' }],
    })),
    empty: 'Add something that comes round, with how often.',
  };
}
