import type { FeatureReport } from './feature-report';

export interface BusyTime {
  id: string;
  title: string;
  href: string;
  /** ISO instant. */
  startsAt: string;
  minutes: number;
  isCancelled: boolean;
}

export interface SlotRequest {
  busy: readonly BusyTime[];
  /** ISO instant from which to look. */
  from: string;
  /** Length of the wanted slot. */
  minutes: number;
  limit: number;
  /** Working hours on weekdays as minutes after midnight of the time zone. */
  opensAt?: number;
  closesAt?: number;
  /** Turns the wall clock of the workspace (YYYY-MM-DDTHH:MM) into an ISO instant. */
  toInstant: (wallClock: string) => string;
  today: string;
}

const STEP_MINUTES = 30;
const HORIZON_DAYS = 21;
const MINUTE = 60_000;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const interval = (item: BusyTime) => ({
  start: Date.parse(item.startsAt),
  end: Date.parse(item.startsAt) + item.minutes * MINUTE,
});

/** The next start times (ISO) inside working hours on weekdays that touch no live booking. */
export function findFreeSlots(request: SlotRequest): string[] {
  const { minutes, limit, opensAt = 9 * 60, closesAt = 17 * 60 } = request;
  const taken = request.busy.filter((item) => !item.isCancelled).map(interval);
  const found: string[] = [];
  for (let day = 0; day < HORIZON_DAYS; day++) {
    const date = new Date(Date.parse(`${request.today}T00:00:00Z`) + day * 86_400_000);
    if (date.getUTCDay() === 0 || date.getUTCDay() === 6) continue;
    for (let at = opensAt; at + minutes <= closesAt; at += STEP_MINUTES) {
      if (found.length >= limit) return found;
      const start = Date.parse(
        request.toInstant(`${date.toISOString().slice(0, 10)}T${clock(at)}`),
      );
      const end = start + minutes * MINUTE;
      if (
        start < Date.parse(request.from) ||
        taken.some((other) => start < other.end && end > other.start)
      )
        continue;
      found.push(new Date(start).toISOString());
      at += Math.max(0, Math.ceil(minutes / STEP_MINUTES) - 1) * STEP_MINUTES;
    }
  }
  return found;
}

/** Pairs of live bookings that overlap in time. Touching ends do not clash. */
export function findClashes(busy: readonly BusyTime[]): [BusyTime, BusyTime][] {
  const live = busy
    .filter((item) => !item.isCancelled)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  return live.flatMap((first, index) =>
    live
      .slice(index + 1)
      .filter((second) => interval(second).start < interval(first).end)
      .map((second): [BusyTime, BusyTime] => [first, second]),
  );
}

export function describeSlots(
  slots: readonly string[],
  clashes: readonly [BusyTime, BusyTime][],
  newHref: (iso: string) => string,
  show: (iso: string) => string,
): FeatureReport {
  return {
    headline:
      clashes.length > 0
        ? `${clashes.length} ${clashes.length === 1 ? 'pair overlaps' : 'pairs overlap'}. Move one of each.`
        : 'No overlaps. These are the next free times in working hours.',
    facts: [
      { label: 'Overlaps', value: String(clashes.length) },
      { label: 'Next free', value: slots[0] ? show(slots[0]) : 'None in 3 weeks' },
    ],
    rows: [
      ...clashes.map(([first, second]) => ({
        id: `${first.id}-${second.id}`,
        title: `${first.title} and ${second.title}`,
        detail: show(second.startsAt),
        href: second.href,
        badge: 'Overlap',
        tone: 'danger' as const,
      })),
      ...slots.map((slot) => ({
        id: slot,
        title: show(slot),
        detail: '',
        href: newHref(slot),
        badge: 'Free, book it',
        tone: 'good' as const,
      })),
    ],
    empty: 'No free time was found in the next three weeks.',
  };
}
