import { AppError, fromZodError, httpStatusOfKind, type ErrorCode } from '@hatchr/contracts';
import {
  Catch,
  HttpException,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { Response } from 'express';
import { inspect } from 'node:util';
import { ZodError } from 'zod';

/** What HTTP has a status of its own for (RFC 9110, 15.5.14 and 15.5.17); programs resume downloads by the second. */
const statusOfCode: Partial<Record<ErrorCode, number>> = {
  'request.too_large': 413,
  'range.not_satisfiable': 416,
};

/** Every failure of the REST and admin endpoints, as `{ error: { kind, code, message, details? } }`. */
@Catch()
export class AppErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('rest');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const error = toAppError(thrown);
    if (error.kind === 'internal') {
      const cause: unknown = error.cause ?? error;
      this.logger.error('request failed', cause instanceof Error ? cause.stack : inspect(cause));
    }
    if (response.headersSent) {
      // Half an answer must not look like a whole one.
      response.destroy();
      return;
    }
    const status = statusOfCode[error.code] ?? httpStatusOfKind[error.kind];
    response.status(status).json({ error: error.toPublic() });
  }
}

function toAppError(thrown: unknown): AppError {
  if (thrown instanceof ZodError) return fromZodError(thrown);
  // Our own code throws AppErrors; these come from the router and the body parser.
  const status = thrown instanceof HttpException ? thrown.getStatus() : 500;
  if (status === 404) return new AppError('route.not_found', { cause: thrown });
  if (status === 413) return new AppError('request.too_large', { cause: thrown });
  if (status < 500) return new AppError('request.malformed', { cause: thrown });
  return AppError.from(thrown);
}
