import type { FeatureReport } from './feature-report';

export interface RecurringItem {
  id: string;
  title: string;
  href: string;
  /** Minor units of one period. */
  amount: number;
  monthsPerPeriod: number;
  /** Calendar date of the next renewal, YYYY-MM-DD. */
  renewsOn: string;
  isEnded: boolean;
}

export interface Renewals {
  /** Minor units a month over everything that runs. */
  monthly: number;
  due: (RecurringItem & { days: number })[];
}

const AHEAD_DAYS = 30;
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** What everything costs or brings a month, and what renews or lapsed within the next 30 days. */
export function planRenewals(items: readonly RecurringItem[], today: string): Renewals {
  const running = items.filter((item) => !item.isEnded);
  return {
    monthly: Math.round(
      running.reduce((sum, item) => sum + item.amount / Math.max(1, item.monthsPerPeriod), 0),
    ),
    due: running
      .map((item) => ({ ...item, days: daysBetween(today, item.renewsOn) }))
      .filter((item) => item.days <= AHEAD_DAYS)
      .sort((a, b) => a.days - b.days || a.title.localeCompare(b.title)),
  };
}

export function describeRenewals(
  renewals: Renewals,
  money: (amount: number) => string,
): FeatureReport {
  const lapsed = renewals.due.filter((item) => item.days < 0).length;
  return {
    headline:
      renewals.due.length === 0
        ? 'Nothing renews in the next 30 days.'
        : `${renewals.due.length} ${renewals.due.length === 1 ? 'renewal' : 'renewals'} in the next 30 days or past.`,
    facts: [
      { label: 'A month', value: money(renewals.monthly) },
      { label: 'A year', value: money(renewals.monthly * 12) },
      { label: 'Lapsed', value: String(lapsed) },
    ],
    rows: renewals.due.map((item) => ({
      id: item.id,
      title: item.title,
      href: item.href,
      detail: `${money(item.amount)} ${item.days < 0 ? `was due ${-item.days} days ago` : item.days === 0 ? 'today' : `in ${item.days} days`}`,
      badge: item.days < 0 ? 'Lapsed' : 'Renews',
      tone: item.days < 0 ? 'danger' : 'brand',
    })),
    empty: 'Renewals appear a month ahead.',
  };
}
