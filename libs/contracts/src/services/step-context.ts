import type { JobEventLevel } from '../jobs/job.schema.js';
import type { Decision } from '../models/model-call.schema.js';
import type { PlanPreview } from '../spec/plan-preview.schema.js';

/** What a service may say and must obey while it works. Services know no job, no database and no HTTP of ours. */
export interface StepContext {
  /** Aborted on cancel, time limit or shutdown. A service stops soon after and leaves no process behind. */
  signal: AbortSignal;
  /** A sub-step begins or moves on. `fraction` is 0 to 1 of this service's whole work and never falls. */
  progress(fraction: number, substep: string): void;
  /** One line for the live log. `data` is shown, so it holds no secret. */
  log(level: JobEventLevel, message: string, data?: Record<string, unknown>): void;
  /** What will be built is known: shown to whoever watches, long before it is built. */
  plan?(preview: PlanPreview): void;
  /** A part of the kit was decided, by a model, the embedded engine or the owner: kept with the step and told in the kit. */
  decide?(decision: Decision): void;
}

/** A context for scripts and tests: nothing is reported, only `signal` is obeyed. */
export function silentStepContext(signal: AbortSignal = new AbortController().signal): StepContext {
  return { signal, progress: () => undefined, log: () => undefined };
}

/**
 * The same context for a part of the work: its progress from 0 to 1 is the whole's from `from` to `to`. Members are
 * passed on by name, since a context may be an object of a class, whose methods a spread leaves behind.
 */
export function partOf(context: StepContext, from: number, to: number): StepContext {
  return {
    signal: context.signal,
    progress: (fraction, substep) => {
      context.progress(from + (to - from) * fraction, substep);
    },
    log: (level, message, data) => {
      context.log(level, message, data);
    },
    plan: (preview) => context.plan?.(preview),
    decide: (decision) => context.decide?.(decision),
  };
}
