import type { FeatureReport } from './feature-report';

export interface Request {
  id: string;
  title: string;
  href: string;
  /** ISO instant. */
  receivedAt: string;
  /** Word of its priority. */
  priority: string;
  isClosed: boolean;
}

export interface ClockedRequest extends Request {
  targetHours: number;
  /** Hours until the target; negative once it is missed. */
  hoursLeft: number;
}

// Hours to an answer. Change them to what you promise your customers.
const targets: [RegExp, number][] = [
  [/urgent|critical|emergency|highest|p0|p1/i, 4],
  [/high|major|p2/i, 8],
  [/low|minor|p4/i, 72],
];
const USUAL_HOURS = 24;
const HOUR = 3_600_000;

export const targetHours = (priority: string): number =>
  targets.find(([pattern]) => pattern.test(priority))?.[1] ?? USUAL_HOURS;

/** Open requests by the time that is left for each, the most pressing first. `now` is an ISO instant. */
export function runClocks(requests: readonly Request[], now: string): ClockedRequest[] {
  return requests
    .filter((request) => !request.isClosed)
    .map((request) => {
      const target = targetHours(request.priority);
      const used = (Date.parse(now) - Date.parse(request.receivedAt)) / HOUR;
      return { ...request, targetHours: target, hoursLeft: Math.round((target - used) * 10) / 10 };
    })
    .sort((a, b) => a.hoursLeft - b.hoursLeft || a.title.localeCompare(b.title));
}

const span = (hours: number): string =>
  Math.abs(hours) >= 48 ? `${Math.round(Math.abs(hours) / 24)} days` : `${Math.abs(hours)} h`;

export function describeClocks(
  clocks: readonly ClockedRequest[],
  canClose: boolean,
): FeatureReport {
  const missed = clocks.filter((clock) => clock.hoursLeft < 0);
  const near = clocks.filter(
    (clock) => clock.hoursLeft >= 0 && clock.hoursLeft <= clock.targetHours / 4,
  );
  return {
    headline:
      missed.length > 0
        ? `${missed.length} ${missed.length === 1 ? 'has' : 'have'} waited longer than promised.`
        : 'Nothing has waited longer than promised.',
    facts: [
      { label: 'Past the target', value: String(missed.length) },
      { label: 'Nearly there', value: String(near.length) },
      { label: 'Open', value: String(clocks.length) },
    ],
    rows: clocks.map((clock) => ({
      id: clock.id,
      title: clock.title,
      href: clock.href,
      detail: [clock.priority, `answer within ${clock.targetHours} h`].filter(Boolean).join(', '),
      badge: `${span(clock.hoursLeft)} ${clock.hoursLeft < 0 ? 'late' : 'left'}`,
      tone: missed.includes(clock) ? 'danger' : near.includes(clock) ? 'warning' : 'good',
      ...(canClose ? { actions: [{ name: 'close', label: 'Close' }] } : {}),
    })),
    empty: 'Nothing is waiting for an answer.',
  };
}
