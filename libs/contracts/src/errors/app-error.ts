import {
  errorCatalogue,
  isRetriedKind,
  type ErrorCode,
  type ErrorKind,
} from './error-catalogue.js';

export interface AppErrorOptions {
  /** Replaces the catalogue's public message where a more exact one helps; must be safe to show. */
  message?: string;
  /** Facts for the caller (field names, limits). Shown to the user, so never a secret or a path. */
  details?: Record<string, unknown>;
  cause?: unknown;
}

/** What a caller sees of an error, over every transport. */
export interface PublicError {
  kind: ErrorKind;
  code: ErrorCode;
  message: string;
  details?: Record<string, unknown>;
}

/**
 * The one error class of Hatchr. `code` says what happened (stable, matched by clients), `kind` decides
 * tRPC code, HTTP status and retry, and `message` is public and says what to do next.
 */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly details: Record<string, unknown> | undefined;

  constructor(
    readonly code: ErrorCode,
    options: AppErrorOptions = {},
  ) {
    super(options.message ?? errorCatalogue[code].message, { cause: options.cause });
    this.name = 'AppError';
    this.kind = errorCatalogue[code].kind;
    this.details = options.details;
  }

  /** Whether a worker may repeat the failed step by itself. */
  get isRetried(): boolean {
    return isRetriedKind[this.kind];
  }

  /** The part that may leave the process; the cause never does. */
  toPublic(): PublicError {
    return {
      kind: this.kind,
      code: this.code,
      message: this.message,
      ...(this.details ? { details: this.details } : {}),
    };
  }

  /** Any thrown value as an AppError; an unknown one becomes `internal.unexpected` with its cause kept. */
  static from(error: unknown): AppError {
    if (error instanceof AppError) return error;
    if (error instanceof Error && error.cause instanceof AppError) return error.cause;
    return new AppError('internal.unexpected', { cause: error });
  }
}
