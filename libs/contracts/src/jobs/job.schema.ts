import { z } from 'zod';
import { planPreviewSchema } from '../spec/plan-preview.schema.js';
import { promptSchema } from './prompt.schema.js';

/** queued → processing → completed | failed | cancelled; failed and cancelled may be queued again by a retry. */
export const jobStatuses = ['queued', 'processing', 'completed', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof jobStatuses)[number];

/** The memoised units of a job, in the order in which they run. */
export const stepKeys = ['discovery', 'mvp', 'marketing', 'packaging', 'identity'] as const;
export type StepKey = (typeof stepKeys)[number];

export const stepStatuses = ['pending', 'in_progress', 'completed', 'failed', 'cancelled'] as const;
export type StepStatus = (typeof stepStatuses)[number];

/** The three steps that a person watches, and the part of the progress bar that each owns. */
export const visibleSteps = [
  { key: 'competitors', title: 'Finding competitors', from: 0, to: 33, steps: ['discovery'] },
  { key: 'mvp', title: 'Building MVP', from: 33, to: 66, steps: ['mvp'] },
  {
    key: 'package',
    title: 'Packaging startup',
    from: 66,
    to: 100,
    steps: ['marketing', 'packaging', 'identity'],
  },
] as const satisfies { key: string; title: string; from: number; to: number; steps: StepKey[] }[];
export type VisibleStepKey = (typeof visibleSteps)[number]['key'];

export const jobEventLevels = ['debug', 'info', 'warn', 'error'] as const;
export type JobEventLevel = (typeof jobEventLevels)[number];

export const jobEventSchema = z.object({
  /** Rises by one an event within a job; a watcher resumes after the last one it saw. */
  seq: z.number().int(),
  at: z.string(),
  step: z.enum(stepKeys).nullable(),
  level: z.enum(jobEventLevels),
  message: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
});
export type JobEvent = z.output<typeof jobEventSchema>;

const publicErrorSchema = z.object({
  kind: z.string(),
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});

export const jobStepSchema = z.object({
  key: z.enum(['competitors', 'mvp', 'package']),
  title: z.string(),
  status: z.enum(stepStatuses),
  /** 0 to 100 of this step alone. */
  progress: z.number(),
  substeps: z.array(
    z.object({
      key: z.enum(stepKeys),
      title: z.string(),
      status: z.enum(stepStatuses),
      /** What it is doing now, or did last. */
      activity: z.string().nullable(),
      attempts: z.number().int(),
      startedAt: z.string().nullable(),
      finishedAt: z.string().nullable(),
    }),
  ),
});

export const jobSchema = z.object({
  jobId: z.string(),
  prompt: z.string(),
  status: z.enum(jobStatuses),
  /** 0 to 100, never falls while the job runs. */
  progress: z.number().min(0).max(100),
  steps: z.array(jobStepSchema),
  /** The latest events, oldest first. */
  events: z.array(jobEventSchema),
  lastSeq: z.number().int(),
  projectId: z.string().nullable(),
  /** The project that it makes a new revision of; null for a job that hatches an idea. */
  revisionOf: z.string().nullable(),
  /** What is being built; null until it is planned. */
  plan: planPreviewSchema.nullable(),
  error: publicErrorSchema.nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  canCancel: z.boolean(),
  canRetry: z.boolean(),
});
export type Job = z.output<typeof jobSchema>;

export const jobSummarySchema = jobSchema.pick({
  jobId: true,
  prompt: true,
  status: true,
  progress: true,
  projectId: true,
  createdAt: true,
  finishedAt: true,
});
export type JobSummary = z.output<typeof jobSummarySchema>;

/** What a watcher receives: the event, and the state of the job right after it. */
export const jobUpdateSchema = z.object({
  event: jobEventSchema,
  job: jobSchema.omit({ events: true }),
});
export type JobUpdate = z.output<typeof jobUpdateSchema>;

export const generateInputSchema = z.object({
  prompt: promptSchema,
  /** The same key by the same person always answers with the same job. */
  idempotencyKey: z.string().min(1).max(128).optional(),
});
export type GenerateInput = z.output<typeof generateInputSchema>;

export const generateOutputSchema = z.object({ jobId: z.string(), status: z.enum(jobStatuses) });
export type GenerateOutput = z.output<typeof generateOutputSchema>;

export const jobIdInputSchema = z.object({ jobId: z.uuid() });

/** Lists page by key: pass the `nextCursor` of one page to get the next. */
export const pageInputSchema = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(100).default(20),
});
export type PageInput = z.output<typeof pageInputSchema>;

export const jobPageSchema = z.object({
  items: z.array(jobSummarySchema),
  nextCursor: z.string().nullable(),
});
export type JobPage = z.output<typeof jobPageSchema>;
