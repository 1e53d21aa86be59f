import { AppError, type ErrorCode } from '@hatchr/contracts';

const codeOfErrno: Record<string, ErrorCode> = {
  ENOSPC: 'storage.full',
  EDQUOT: 'storage.full',
};

/** What a failed ZIP is called: a cancel by its reason, a failing output by what the file system says. */
export function toPackagingError(error: unknown, signal: AbortSignal): AppError {
  if (signal.aborted) {
    const reason: unknown = signal.reason;
    return reason instanceof AppError ? reason : new AppError('job.cancelled', { cause: error });
  }
  if (error instanceof AppError) return error;
  const errno = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof errno !== 'string') return AppError.from(error);
  return new AppError(codeOfErrno[errno] ?? 'storage.unavailable', { cause: error });
}
