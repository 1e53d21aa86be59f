import type { FeatureReport } from './feature-report';

export interface AmountItem {
  id: string;
  title: string;
  href: string;
  /** Minor units. */
  amount: number;
  /** What a person reads; rows are added up by it. */
  status: string;
  isClosed: boolean;
}

export interface Totals {
  all: number;
  open: number;
  byStatus: { status: string; amount: number; count: number }[];
  /** The largest open rows. */
  largest: AmountItem[];
}

/** Adds amounts up: over all, what is open, and by status. */
export function addUp(items: readonly AmountItem[]): Totals {
  const sum = (list: readonly AmountItem[]) => list.reduce((total, item) => total + item.amount, 0);
  const open = items.filter((item) => !item.isClosed);
  const statuses = [...new Set(items.map((item) => item.status))];
  return {
    all: sum(items),
    open: sum(open),
    byStatus: statuses
      .map((status) => items.filter((item) => item.status === status))
      .map((list) => ({ status: list[0]!.status, amount: sum(list), count: list.length })),
    largest: [...open]
      .sort((a, b) => b.amount - a.amount || a.title.localeCompare(b.title))
      .slice(0, 10),
  };
}

export function describeTotals(totals: Totals, money: (amount: number) => string): FeatureReport {
  return {
    headline: `${money(totals.open)} of ${money(totals.all)} is open.`,
    facts: totals.byStatus.map(({ status, amount }) => ({ label: status, value: money(amount) })),
    rows: totals.largest.map((item) => ({
      id: item.id,
      title: item.title,
      href: item.href,
      detail: item.status,
      badge: money(item.amount),
      tone: 'brand',
    })),
    empty: 'Nothing is open.',
  };
}
