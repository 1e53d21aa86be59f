import type { FeatureReport } from './feature-report';

export interface Stop {
  id: string;
  title: string;
  href: string;
  route: string;
  /** Place in the order that a person gave; later ones where it is the same. */
  position: number;
  /** HH:MM, the window in which somebody is there; null where any time is good. */
  earliest: string | null;
  latest: string | null;
  /** Minutes of driving to it, and at it. */
  drive: number;
  work: number;
  isClosed: boolean;
}

export interface PlannedStop extends Stop {
  /** Minutes of the day. */
  arrival: number;
  /** Minutes spent waiting for the window to open. */
  wait: number;
  isLate: boolean;
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The open stops of each route in their order, with the time of arrival when it starts at `start` (HH:MM). */
export function planRoutes(stops: readonly Stop[], start: string): PlannedStop[] {
  const ready = new Map<string, number>();
  return stops
    .filter((stop) => !stop.isClosed)
    .sort(
      (a, b) =>
        a.route.localeCompare(b.route) ||
        a.position - b.position ||
        (a.latest ?? '24:00').localeCompare(b.latest ?? '24:00') ||
        a.title.localeCompare(b.title),
    )
    .map((stop) => {
      const there = (ready.get(stop.route) ?? minutesOf(start)) + stop.drive;
      const arrival = Math.max(there, stop.earliest === null ? 0 : minutesOf(stop.earliest));
      ready.set(stop.route, arrival + stop.work);
      return {
        ...stop,
        arrival,
        wait: arrival - there,
        isLate: stop.latest !== null && arrival > minutesOf(stop.latest),
      };
    });
}

function windowOf({ earliest, latest }: Stop): string {
  if (earliest && latest) return `between ${earliest.slice(0, 5)} and ${latest.slice(0, 5)}`;
  if (latest) return `before ${latest.slice(0, 5)}`;
  return earliest ? `from ${earliest.slice(0, 5)}` : 'any time';
}

export function describeRoutes(stops: readonly PlannedStop[]): FeatureReport {
  const late = stops.filter((stop) => stop.isLate);
  const routes = new Set(stops.map((stop) => stop.route));
  const end = Math.max(0, ...stops.map((stop) => stop.arrival + stop.work));
  const sum = (pick: (stop: PlannedStop) => number) =>
    stops.reduce((total, stop) => total + pick(stop), 0);
  return {
    headline:
      stops.length === 0
        ? 'No stop is open.'
        : late.length > 0
          ? `${late.length} of ${stops.length} stops would be reached too late.`
          : `${stops.length} ${stops.length === 1 ? 'stop' : 'stops'} on ${routes.size} ${routes.size === 1 ? 'route' : 'routes'}, done by ${clock(end)}.`,
    facts: [
      { label: 'Too late', value: String(late.length) },
      { label: 'Driving', value: `${sum((stop) => stop.drive)} min` },
      { label: 'Waiting', value: `${sum((stop) => stop.wait)} min` },
    ],
    rows: stops.map((stop) => ({
      id: stop.id,
      title: stop.title,
      href: stop.href,
      detail: [stop.route, windowOf(stop), stop.wait > 0 ? `${stop.wait} min too early` : '']
        .filter(Boolean)
        .join(', '),
      badge: clock(stop.arrival),
      tone: stop.isLate ? 'danger' : stop.wait > 0 ? 'warning' : 'neutral',
      actions: [{ name: 'arrive', label: 'Done' }],
    })),
    empty: 'Add the stops of a route in their order.',
  };
}
