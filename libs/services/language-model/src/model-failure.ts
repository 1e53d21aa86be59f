import { AppError, type AppErrorOptions, type ErrorCode, type ModelUsage } from '@hatchr/contracts';

/** A call that failed: an AppError that also knows what it cost and how long its provider asks to be left alone. */
export class ModelFailure extends AppError {
  constructor(
    code: ErrorCode,
    readonly billed: ModelUsage | null,
    /** Milliseconds that the provider asked for with a 429 or 529; null where it did not. */
    readonly retryAfterMs: number | null = null,
    options: AppErrorOptions = {},
  ) {
    super(code, options);
    this.name = 'ModelFailure';
  }
}
