import type { JobSummary } from '@hatchr/contracts';

/** Whether a job is on its way: waiting for a worker or in one. */
export const isActiveJob = (job: Pick<JobSummary, 'status'>): boolean =>
  job.status === 'queued' || job.status === 'processing';

/** How often a list with an active job in it asks again, in ms; the job's own page is live. */
export const activeJobsPollMs = 3000;
