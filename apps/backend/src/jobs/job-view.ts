import {
  visibleSteps,
  type Job,
  type JobEvent,
  type JobStatus,
  type PlanPreview,
  type PublicError,
  type StepKey,
  type StepStatus,
} from '@hatchr/contracts';

/** A job with its steps and latest events, as one query reads it. Times are ISO 8601 text. */
export interface JobRow {
  id: string;
  prompt: string;
  status: JobStatus;
  progress: number;
  last_seq: number;
  project_id: string | null;
  revision_of: string | null;
  plan: PlanPreview | null;
  error: PublicError | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
  steps: StepRow[];
  events: JobEvent[];
}

export interface StepRow {
  key: StepKey;
  status: StepStatus;
  attempts: number;
  fraction: number;
  activity: string | null;
  started_at: string | null;
  finished_at: string | null;
}

const stepTitles: Record<StepKey, string> = {
  discovery: 'Competitors',
  mvp: 'Product and code',
  marketing: 'Launch kit',
  packaging: 'ZIP',
  identity: 'Proof',
};

/** What part of its visible step each unit is; the parts of a visible step add up to 1. */
const shareOfVisibleStep: Record<StepKey, number> = {
  discovery: 1,
  mvp: 1,
  marketing: 0.7,
  packaging: 0.2,
  identity: 0.1,
};

/** The job as a person sees it: five memoised units shown as three steps. */
export function toJob(row: JobRow): Job {
  const byKey = new Map(row.steps.map((step) => [step.key, step]));
  return {
    jobId: row.id,
    prompt: row.prompt,
    status: row.status,
    progress: Math.round(row.progress),
    steps: visibleSteps.map((visible) => {
      const units = visible.steps.flatMap((key) => byKey.get(key) ?? []);
      const done = units.reduce(
        (sum, unit) => sum + shareOfVisibleStep[unit.key] * unit.fraction,
        0,
      );
      return {
        key: visible.key,
        title: visible.title,
        status: statusOf(units),
        progress: Math.round(done * 100),
        substeps: units.map((unit) => ({
          key: unit.key,
          title: stepTitles[unit.key],
          status: unit.status,
          activity: unit.activity,
          attempts: unit.attempts,
          startedAt: unit.started_at,
          finishedAt: unit.finished_at,
        })),
      };
    }),
    events: row.events,
    lastSeq: row.last_seq,
    projectId: row.project_id,
    revisionOf: row.revision_of,
    plan: row.plan,
    error: row.error,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    canCancel: row.status === 'queued' || row.status === 'processing',
    canRetry: row.status === 'failed' || row.status === 'cancelled',
  };
}

/** Where the progress bar stands when `fraction` (0 to 1) of a unit is done. */
export function overallProgress(key: StepKey, fraction: number): number {
  for (const visible of visibleSteps) {
    let before = 0;
    for (const unit of visible.steps as readonly StepKey[]) {
      const share = shareOfVisibleStep[unit];
      if (unit === key) {
        return (
          visible.from +
          (visible.to - visible.from) * (before + share * Math.min(1, Math.max(0, fraction)))
        );
      }
      before += share;
    }
  }
  return 0;
}

function statusOf(units: StepRow[]): StepStatus {
  const has = (status: StepStatus): boolean => units.some((unit) => unit.status === status);
  if (has('failed')) return 'failed';
  if (has('cancelled')) return 'cancelled';
  if (units.every((unit) => unit.status === 'completed')) return 'completed';
  return has('in_progress') || has('completed') ? 'in_progress' : 'pending';
}
