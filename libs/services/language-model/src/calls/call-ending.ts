import type { ModelCall, ModelUsage } from '@hatchr/contracts';
import { ModelFailure } from '../model-failure.js';

/** No tokens at all. */
export const NOTHING: ModelUsage = { input: 0, cached: 0, output: 0, reasoning: 0 };

/** How a call ended. */
export interface Ended {
  usage: ModelUsage;
  outcome: ModelCall['outcome'];
  errorCode: string | null;
  /** Whether the provider may have billed more than anybody told us: then the worst case counts. */
  isUnsure?: boolean;
}

export const CACHED: Ended = { usage: NOTHING, outcome: 'from_cache', errorCode: null };

/** A stream whose reader has gone. */
export const ABANDONED = new ModelFailure('job.cancelled', null, null, {
  details: { reason: 'stopped' },
});

/** How a call ended that failed with `error`. */
export function endOf(error: ModelFailure): Ended {
  const { reason } = error.details ?? {};
  const isStopped = reason === 'stopped';
  return {
    usage: error.billed ?? NOTHING,
    outcome: isStopped ? 'cancelled' : error.billed ? 'unusable' : 'failed',
    errorCode: error.code,
    isUnsure: error.billed === null && (isStopped || reason === 'timeout'),
  };
}
