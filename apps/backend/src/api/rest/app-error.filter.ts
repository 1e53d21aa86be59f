import { AppError, fromZodError, httpStatusOfKind } from '@hatchr/contracts';
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
    const status = error.code === 'request.too_large' ? 413 : httpStatusOfKind[error.kind];
    response.status(status).json({ error: error.toPublic() });
  }
}

function toAppError(thrown: unknown): AppError {
  if (thrown instanceof ZodError) return fromZodError(thrown);
  const type = (thrown as { type?: string } | null)?.type;
  if (type === 'entity.too.large') return new AppError('request.too_large');
  if (
    type === 'entity.parse.failed' ||
    type === 'encoding.unsupported' ||
    type === 'charset.unsupported'
  ) {
    return new AppError('request.malformed');
  }
  if (thrown instanceof HttpException) {
    if (thrown.getStatus() === 404) return new AppError('route.not_found');
    if (thrown.getStatus() < 500) return new AppError('input.invalid', { message: thrown.message });
  }
  // body-parser and the router name a 4xx without being HttpExceptions (a URL that cannot be decoded, an aborted body).
  const status = (thrown as { status?: unknown } | null)?.status;
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new AppError('request.malformed');
  return AppError.from(thrown);
}
