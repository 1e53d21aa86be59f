import type { FeatureReport } from './feature-report';

export interface QueuedJob {
  id: string;
  title: string;
  href: string;
  machine: string;
  minutes: number;
  /** Higher goes first; equal ones keep the order in which they were asked for. */
  priority: number;
  /** ISO instant. */
  askedAt: string;
  isRunning: boolean;
  isClosed: boolean;
}

export interface PlannedJob extends QueuedJob {
  /** ISO instants at which it starts and ends when every machine goes on without a break. */
  startsAt: string;
  endsAt: string;
}

const MINUTE = 60_000;

/** The queue of every machine: what runs, then by priority and by age, one after the other from now on. */
export function planQueue(jobs: readonly QueuedJob[], now: string): PlannedJob[] {
  const free = new Map<string, number>();
  return jobs
    .filter((job) => !job.isClosed)
    .sort(
      (a, b) =>
        a.machine.localeCompare(b.machine) ||
        Number(b.isRunning) - Number(a.isRunning) ||
        b.priority - a.priority ||
        a.askedAt.localeCompare(b.askedAt),
    )
    .map((job) => {
      const start = free.get(job.machine) ?? Date.parse(now);
      const end = start + job.minutes * MINUTE;
      free.set(job.machine, end);
      return {
        ...job,
        startsAt: new Date(start).toISOString(),
        endsAt: new Date(end).toISOString(),
      };
    });
}

export function describeQueue(
  queue: readonly PlannedJob[],
  time: (iso: string) => string,
  length: (minutes: number) => string,
): FeatureReport {
  const machines = [...new Set(queue.map((job) => job.machine))];
  const minutesOf = (machine: string) =>
    queue.filter((job) => job.machine === machine).reduce((sum, job) => sum + job.minutes, 0);
  const last = queue
    .map((job) => job.endsAt)
    .sort()
    .at(-1);
  return {
    headline: last
      ? `${queue.length} in the queue, the last one is done by ${time(last)}.`
      : 'The queue is empty.',
    facts: [
      { label: 'Waiting', value: String(queue.filter((job) => !job.isRunning).length) },
      { label: 'Running', value: String(queue.filter((job) => job.isRunning).length) },
      { label: 'Work', value: length(queue.reduce((sum, job) => sum + job.minutes, 0)) },
    ],
    chart: {
      title: 'Work for each machine',
      kind: 'bars',
      points: machines.map((machine) => ({
        label: machine,
        value: minutesOf(machine),
        text: length(minutesOf(machine)),
      })),
    },
    rows: queue.map((job) => ({
      id: job.id,
      title: job.title,
      href: job.href,
      detail: `${job.machine}, ${length(job.minutes)}, done by ${time(job.endsAt)}`,
      badge: job.isRunning ? 'Running' : `From ${time(job.startsAt)}`,
      tone: job.isRunning ? 'brand' : 'neutral',
      actions: [{ name: 'finish', label: 'Done' }],
    })),
    empty: 'Jobs that wait for a machine appear here with the time at which they are done.',
  };
}
