import type { Job, StepStatus } from '@hatchr/contracts';

const words = {
  pending: 'waiting',
  in_progress: 'in progress',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
} as const satisfies Record<StepStatus, string>;

/** What a screen reader hears: changes only when a step changes, not with every per cent. */
export function announceSteps(job: Job): string {
  const begun = job.steps.filter((step) => step.status !== 'pending');
  return begun.map((step) => `${step.title}: ${words[step.status]}.`).join(' ');
}

/** What the tab says: the per cent first, because tabs are narrow. */
export function titleOfJob(job: Job): string {
  const current = job.steps.find((step) => step.status === 'in_progress');
  const place = {
    queued: 'Queued',
    processing: `${String(Math.round(job.progress))}% · ${current?.title ?? 'Hatching'}`,
    completed: 'Hatched',
    failed: 'Failed',
    cancelled: 'Cancelled',
  }[job.status];
  return `${place} · Hatchr`;
}

/** The heading of the progress page. */
export const headingOfStatus = {
  queued: 'Waiting for a worker',
  processing: 'Hatching your startup',
  completed: 'Your startup has hatched',
  failed: 'The job stopped',
  cancelled: 'The job was cancelled',
} as const satisfies Record<Job['status'], string>;

/** Milliseconds from the start to the end, or to now. Waiting in the queue counts: it is what the person waits. */
export function elapsedOf(job: Job, now: number): number {
  const end = job.finishedAt ? new Date(job.finishedAt).getTime() : now;
  return Math.max(0, end - new Date(job.createdAt).getTime());
}
