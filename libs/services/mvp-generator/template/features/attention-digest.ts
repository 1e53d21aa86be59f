import type { FeatureReport } from './feature-report';

export interface AttentionItem {
  id: string;
  title: string;
  href: string;
  /** Calendar date (YYYY-MM-DD) by which it matters, if it has one. */
  date: string | null;
  isClosed: boolean;
  /** Calendar date of the last change. */
  changedOn: string;
}

export interface AttentionEntry extends AttentionItem {
  reason: 'overdue' | 'today' | 'soon' | 'quiet';
  days: number;
}

// A week ahead is as far as most people plan; two weeks without a change is when things are forgotten.
const SOON_DAYS = 7;
const QUIET_DAYS = 14;
const order = ['overdue', 'today', 'soon', 'quiet'] as const;

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

function reasonOf(item: AttentionItem, today: string): AttentionEntry | null {
  if (item.isClosed) return null;
  if (item.date) {
    const days = daysBetween(today, item.date);
    if (days < 0) return { ...item, reason: 'overdue', days };
    if (days === 0) return { ...item, reason: 'today', days };
    if (days <= SOON_DAYS) return { ...item, reason: 'soon', days };
  }
  const quiet = daysBetween(item.changedOn, today);
  return quiet >= QUIET_DAYS ? { ...item, reason: 'quiet', days: quiet } : null;
}

/** What needs attention now: late first, then today, then the next week, then what nobody has touched for long. */
export function findAttention(items: readonly AttentionItem[], today: string): AttentionEntry[] {
  return items
    .flatMap((item) => reasonOf(item, today) ?? [])
    .sort(
      (a, b) =>
        order.indexOf(a.reason) - order.indexOf(b.reason) ||
        (a.reason === 'quiet' ? b.days - a.days : a.days - b.days) ||
        a.title.localeCompare(b.title),
    );
}

const words: Record<AttentionEntry['reason'], (days: number) => string> = {
  overdue: (days) => `${-days} ${days === -1 ? 'day' : 'days'} past its date`,
  today: () => 'Today',
  soon: (days) => `In ${days} ${days === 1 ? 'day' : 'days'}`,
  quiet: (days) => `No change for ${days} days`,
};
const tones = { overdue: 'danger', today: 'warning', soon: 'brand', quiet: 'neutral' } as const;
const badges = { overdue: 'Late', today: 'Today', soon: 'Soon', quiet: 'Quiet' } as const;

export function describeAttention(entries: readonly AttentionEntry[]): FeatureReport {
  const count = (reason: AttentionEntry['reason']) =>
    String(entries.filter((entry) => entry.reason === reason).length);
  return {
    headline:
      entries.length === 0
        ? 'Nothing needs you at the moment.'
        : `${entries.length} ${entries.length === 1 ? 'row needs' : 'rows need'} a look, the most pressing first.`,
    facts: [
      { label: 'Late', value: count('overdue') },
      { label: 'Today', value: count('today') },
      { label: 'Next 7 days', value: count('soon') },
    ],
    rows: entries.map((entry) => ({
      id: entry.id,
      title: entry.title,
      href: entry.href,
      detail: words[entry.reason](entry.days),
      badge: badges[entry.reason],
      tone: tones[entry.reason],
    })),
    empty: 'Rows with a date that is near or past appear here.',
  };
}
