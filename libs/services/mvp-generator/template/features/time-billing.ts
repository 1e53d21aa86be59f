import { addDays } from '@/lib/time';
import type { FeatureReport } from './feature-report';

export interface TimeEntry {
  id: string;
  title: string;
  href: string;
  /** Who or what it is billed to. */
  client: string;
  minutes: number;
  /** Calendar date, YYYY-MM-DD. */
  on: string;
  /** Minor units for an hour; null where no rate is kept. */
  rate: number | null;
  isBilled: boolean;
}

export interface ClientTime {
  client: string;
  minutes: number;
  /** Minor units of what has a rate. */
  amount: number;
  entries: TimeEntry[];
}

const priceOf = (entry: TimeEntry): number => Math.round(((entry.rate ?? 0) * entry.minutes) / 60);

/** Time that is not billed yet, for each client, the most time first. */
export function collectUnbilled(entries: readonly TimeEntry[]): ClientTime[] {
  const clients = new Map<string, ClientTime>();
  for (const entry of entries) {
    if (entry.isBilled) continue;
    const known = clients.get(entry.client) ?? {
      client: entry.client,
      minutes: 0,
      amount: 0,
      entries: [],
    };
    clients.set(entry.client, {
      client: entry.client,
      minutes: known.minutes + entry.minutes,
      amount: known.amount + priceOf(entry),
      entries: [...known.entries, entry],
    });
  }
  return [...clients.values()].sort(
    (a, b) => b.amount - a.amount || b.minutes - a.minutes || a.client.localeCompare(b.client),
  );
}

/** Minutes of each of the seven days that end today. */
export function lastDays(
  entries: readonly TimeEntry[],
  today: string,
): { date: string; minutes: number }[] {
  return Array.from({ length: 7 }, (_, index) => {
    const date = addDays(today, index - 6);
    const minutes = entries
      .filter((entry) => entry.on === date)
      .reduce((sum, entry) => sum + entry.minutes, 0);
    return { date, minutes };
  });
}

export function describeTime(
  entries: readonly TimeEntry[],
  today: string,
  money: (minorUnits: number) => string,
  span: (minutes: number) => string,
): FeatureReport {
  const clients = collectUnbilled(entries);
  const days = lastDays(entries, today);
  const minutes = clients.reduce((sum, client) => sum + client.minutes, 0);
  const amount = clients.reduce((sum, client) => sum + client.amount, 0);
  const week = days.reduce((sum, day) => sum + day.minutes, 0);
  const hasRates = entries.some((entry) => entry.rate !== null);
  return {
    headline: minutes === 0 ? 'Everything is billed.' : `${span(minutes)} are not billed yet.`,
    facts: [
      { label: 'Not billed', value: span(minutes) },
      ...(hasRates ? [{ label: 'Worth', value: money(amount) }] : []),
      { label: 'Last 7 days', value: span(week) },
    ],
    chart: {
      title: 'Time in the last 7 days',
      kind: 'line',
      points: days.map((day) => ({ label: day.date, value: day.minutes, text: span(day.minutes) })),
    },
    rows: clients.map((client) => ({
      id: client.client,
      title: client.client,
      href: client.entries[0]?.href,
      detail: `${client.entries.length} ${client.entries.length === 1 ? 'entry' : 'entries'}, ${span(client.minutes)}`,
      badge: hasRates ? money(client.amount) : span(client.minutes),
      tone: 'brand',
    })),
    empty: 'Time that is not billed appears here.',
  };
}
