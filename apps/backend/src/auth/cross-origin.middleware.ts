import { AppError } from '@hatchr/contracts';
import type { NextFunction, Request, Response } from 'express';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that change something and come from another site (RFC 6454 Origin, Fetch Metadata). Programs
 * send neither header and pass; cookies are SameSite=Lax besides.
 */
export function refuseCrossOrigin(request: Request, _response: Response, next: NextFunction): void {
  if (SAFE_METHODS.has(request.method)) {
    next();
    return;
  }
  const origin = request.headers.origin;
  const site = request.headers['sec-fetch-site'];
  const isForeign = origin !== undefined && hostOf(origin) !== request.headers.host;
  if (isForeign || site === 'cross-site' || site === 'same-site')
    next(new AppError('auth.cross_origin'));
  else next();
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
