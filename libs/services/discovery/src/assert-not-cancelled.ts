import { AppError } from '@hatchr/contracts';

/**
 * Stops the work when the step was cancelled, timed out or shut down.
 * @throws AppError the signal's own reason where that is one, `job.cancelled` otherwise
 */
export function assertNotCancelled(signal: AbortSignal): void {
  if (!signal.aborted) return;
  if (signal.reason instanceof AppError) throw signal.reason;
  throw new AppError('job.cancelled', { cause: signal.reason });
}
