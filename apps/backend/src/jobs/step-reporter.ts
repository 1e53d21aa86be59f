import type { Decision, JobEventLevel, PlanPreview, StepContext, StepKey } from '@hatchr/contracts';
import { overallProgress } from './job-view.js';
import { JobLeaseRepository, type JobLease, type PendingEvent } from './job-lease.repository.js';

/** Reports are gathered this long, so that a chatty step costs a few writes a second and not hundreds. */
const GATHER_MS = 120;

/** A step may not fill the database with its log. */
const MAX_EVENTS_PER_STEP = 500;
const MAX_MESSAGE = 1_000;
const MAX_DECISIONS = 100;

/** The StepContext of a running step: gathers what it says and writes it in order, under the job's lease. */
export class StepReporter implements StepContext {
  /** What was decided so far, to be stored with the step's output. */
  readonly decisions: Decision[] = [];
  private pending: PendingEvent[] = [];
  private fraction = 0;
  private activity: string | null = null;
  private planned: PlanPreview | null = null;
  private isDirty = false;
  private count = 0;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly repository: JobLeaseRepository,
    private readonly lease: JobLease,
    private readonly key: StepKey,
    readonly signal: AbortSignal,
    /** Called when a write fails, most often because the lease is lost. */
    private readonly onFailure: (error: unknown) => void,
  ) {}

  progress(fraction: number, substep: string): void {
    this.fraction = Math.max(this.fraction, Math.min(1, fraction));
    if (substep !== this.activity) this.log('info', substep);
    this.activity = substep.slice(0, MAX_MESSAGE);
    this.touch();
  }

  log(level: JobEventLevel, message: string, data?: Record<string, unknown>): void {
    this.count += 1;
    if (this.count > MAX_EVENTS_PER_STEP) return;
    const isLast = this.count === MAX_EVENTS_PER_STEP;
    this.pending.push({
      at: new Date().toISOString(),
      step: this.key,
      level: isLast ? 'warn' : level,
      message: isLast
        ? 'The step said more than its log holds; the rest is left out.'
        : clean(message),
      data: isLast ? undefined : data,
    });
    this.touch();
  }

  plan(preview: PlanPreview): void {
    this.planned = preview;
    this.touch();
  }

  decide({ subject, by, model, reason }: Decision): void {
    if (this.decisions.length >= MAX_DECISIONS) return;
    this.decisions.push({ subject: clean(subject), by, model, reason: clean(reason) });
  }

  /** Writes what is left. @throws AppError job.lease_lost */
  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.write();
    await this.writing;
  }

  private touch(): void {
    this.isDirty = true;
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.write();
      this.writing.catch(this.onFailure);
    }, GATHER_MS);
  }

  private write(): void {
    if (!this.isDirty) return;
    this.isDirty = false;
    const events = this.pending;
    this.pending = [];
    const plan = this.planned;
    this.planned = null;
    const update = {
      events,
      fraction: this.fraction,
      activity: this.activity,
      plan,
      progress: overallProgress(this.key, this.fraction),
    };
    this.writing = this.writing.then(() => this.repository.report(this.lease, this.key, update));
  }
}

/** Postgres stores no NUL in text; the page shows no control characters. */
function clean(message: string): string {
  // eslint-disable-next-line no-control-regex -- finding control characters is the point
  return message.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\ufffd').slice(0, MAX_MESSAGE);
}
