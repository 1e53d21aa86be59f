import { AppError, httpStatusOfKind } from '@hatchr/contracts';
import type { NextFunction, Request, Response } from 'express';
import type { RateLimiter } from '../rate-limiter.js';

const OPEN_TO_ALL = /^\/api\/(?:verify|proofs|log)(?:\/|$)/;

/** Whoever waits this long (seconds) finds at least part of their minute free again. */
const RETRY_AFTER_SECONDS = 30;

/** Proofs and the log need no session and cost reads and hashes, so an address may ask so often and no more. */
export const limitProofs =
  (limiter: RateLimiter) =>
  (request: Request, response: Response, next: NextFunction): void => {
    if (!OPEN_TO_ALL.test(request.path)) {
      next();
      return;
    }
    try {
      limiter.take(request.ip);
      next();
    } catch (thrown) {
      const error = AppError.from(thrown);
      response.set('Retry-After', String(RETRY_AFTER_SECONDS));
      response.status(httpStatusOfKind[error.kind]).json({ error: error.toPublic() });
    }
  };
