import type { FeatureReport } from './feature-report';

export interface Shift {
  id: string;
  title: string;
  href: string;
  /** ISO instant. */
  startsAt: string;
  minutes: number;
  /** null while nobody has it. */
  person: string | null;
  isCancelled: boolean;
}

export interface Coverage {
  /** Shifts to come that nobody has, the next one first. */
  uncovered: Shift[];
  /** Pairs of shifts of one person that overlap. */
  doubled: [Shift, Shift][];
  /** Minutes to come of each person, the busiest first. */
  load: { person: string; shifts: number; minutes: number }[];
}

const MINUTE = 60_000;
const startOf = (shift: Shift): number => Date.parse(shift.startsAt);
const endOf = (shift: Shift): number => startOf(shift) + shift.minutes * MINUTE;

function loadOf(shifts: readonly Shift[]): Coverage['load'] {
  const load = new Map<string, Coverage['load'][number]>();
  for (const { person, minutes } of shifts) {
    if (person === null) continue;
    const known = load.get(person) ?? { person, shifts: 0, minutes: 0 };
    load.set(person, { person, shifts: known.shifts + 1, minutes: known.minutes + minutes });
  }
  return [...load.values()].sort(
    (a, b) => b.minutes - a.minutes || a.person.localeCompare(b.person),
  );
}

/** Holes, double bookings and load of the shifts that have not ended at `now` (ISO instant). */
export function checkCoverage(shifts: readonly Shift[], now: string): Coverage {
  const coming = shifts
    .filter((shift) => !shift.isCancelled && endOf(shift) > Date.parse(now))
    .sort((a, b) => startOf(a) - startOf(b) || a.title.localeCompare(b.title));
  const doubled = coming.flatMap((first, index) =>
    coming
      .slice(index + 1)
      .filter((other) => first.person !== null && other.person === first.person)
      .filter((other) => startOf(other) < endOf(first))
      .map((other): [Shift, Shift] => [first, other]),
  );
  return {
    uncovered: coming.filter((shift) => shift.person === null),
    doubled,
    load: loadOf(coming),
  };
}

export function describeCoverage(
  { uncovered, doubled, load }: Coverage,
  show: (iso: string) => string,
): FeatureReport {
  const hours = (minutes: number) => `${Math.round(minutes / 6) / 10} h`;
  return {
    headline:
      uncovered.length + doubled.length === 0
        ? 'Every shift to come is covered, and nobody is in two places.'
        : `${uncovered.length} without a person, ${doubled.length} double ${doubled.length === 1 ? 'booking' : 'bookings'}.`,
    facts: [
      { label: 'Uncovered', value: String(uncovered.length) },
      { label: 'Double bookings', value: String(doubled.length) },
      { label: 'People', value: String(load.length) },
    ],
    chart: {
      title: 'Hours to come',
      kind: 'bars',
      points: load.map(({ person, minutes }) => ({
        label: person,
        value: minutes,
        text: hours(minutes),
      })),
    },
    rows: [
      ...doubled.map(([first, second]) => ({
        id: `${first.id}-${second.id}`,
        title: `${first.person ?? ''}: ${first.title} and ${second.title}`,
        detail: `Both at ${show(second.startsAt)}`,
        href: second.href,
        badge: 'Double',
        tone: 'danger' as const,
      })),
      ...uncovered.map((shift) => ({
        id: shift.id,
        title: shift.title,
        detail: `${show(shift.startsAt)}, ${hours(shift.minutes)}`,
        href: `${shift.href}/edit`,
        badge: 'Nobody yet',
        tone: 'warning' as const,
      })),
    ],
    empty: 'Shifts that nobody has appear here.',
  };
}
