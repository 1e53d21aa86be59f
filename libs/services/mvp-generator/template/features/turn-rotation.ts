import { addDays, daysBetween } from '@/lib/time';
import type { FeatureReport } from './feature-report';

export interface Turn {
  id: string;
  title: string;
  href: string;
  /** Whose turn it is: an id, or a name. */
  person: string | null;
  /** Calendar date, YYYY-MM-DD. */
  dueOn: string;
}

/** Who comes after this person in the order; the first one where the person is not in it, null for nobody. */
export function nextPerson(person: string | null, order: readonly string[]): string | null {
  const at = person === null ? -1 : order.indexOf(person);
  return order[(at + 1) % Math.max(1, order.length)] ?? null;
}

/** The date of the next turn: one interval on, and from today when this turn was late. */
export function nextDate(dueOn: string, intervalDays: number, today: string): string {
  return addDays(dueOn < today ? today : dueOn, Math.max(1, intervalDays));
}

export function sortTurns(turns: readonly Turn[]): Turn[] {
  return [...turns].sort(
    (a, b) => a.dueOn.localeCompare(b.dueOn) || a.title.localeCompare(b.title),
  );
}

function stateOf(
  dueOn: string,
  today: string,
): { badge: string; tone: 'danger' | 'brand' | 'neutral' } {
  const days = daysBetween(today, dueOn);
  if (days < 0) return { badge: `${-days} ${days === -1 ? 'day' : 'days'} late`, tone: 'danger' };
  if (days === 0) return { badge: 'Today', tone: 'brand' };
  return { badge: days === 1 ? 'Tomorrow' : `In ${days} days`, tone: 'neutral' };
}

export function describeTurns(
  turns: readonly Turn[],
  order: readonly string[],
  today: string,
  nameOf: (person: string) => string,
): FeatureReport {
  const sorted = sortTurns(turns);
  const name = (person: string | null) => (person === null ? 'Nobody' : nameOf(person));
  const first = sorted[0];
  return {
    headline: first ? `${first.title}: ${name(first.person)} is next.` : 'Nothing is in turn yet.',
    facts: [
      { label: 'Late', value: String(sorted.filter((turn) => turn.dueOn < today).length) },
      { label: 'Today', value: String(sorted.filter((turn) => turn.dueOn === today).length) },
      { label: 'People', value: String(order.length) },
    ],
    chart: {
      title: 'Turns of each person',
      kind: 'bars',
      points: order.map((person) => {
        const count = turns.filter((turn) => turn.person === person).length;
        return { label: nameOf(person), value: count, text: String(count) };
      }),
    },
    rows: sorted.map((turn) => ({
      id: turn.id,
      title: turn.title,
      href: turn.href,
      detail: `${name(turn.person)}, then ${name(nextPerson(turn.person, order))}`,
      ...stateOf(turn.dueOn, today),
      actions: [{ name: 'done', label: 'Done' }],
    })),
    empty: 'Add something that people take turns at.',
  };
}
