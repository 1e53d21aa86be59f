import { AppError, httpStatusOfKind } from '@hatchr/contracts';
import type { NextFunction, Request, Response } from 'express';
import httpProxy from 'http-proxy-3';
import { ServerResponse } from 'node:http';

/** What the backend answers itself; everything else is a page. `/admin` alone is a page, what is under it is not. */
const OWN_PATHS = /^\/(?:trpc|api|health)(?:\/|$|\?)|^\/admin\/./;

/**
 * Passes pages on to the Next.js server, so that people and programs need one origin only. The API is answered
 * here without a hop. Without a frontend a page address is a plain 404.
 */
export function frontendProxy(frontendUrl: string | undefined) {
  const proxy = frontendUrl
    ? httpProxy.createProxyServer({ target: frontendUrl, xfwd: true })
    : null;
  proxy?.on('error', (_error, _request, response) => {
    if (!(response instanceof ServerResponse) || response.headersSent) {
      response.destroy();
      return;
    }
    const error = new AppError('frontend.unavailable');
    response.writeHead(httpStatusOfKind[error.kind], {
      'content-type': 'text/plain; charset=utf-8',
      'retry-after': '2',
    });
    response.end(`${error.message}\n`);
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!proxy || OWN_PATHS.test(request.url)) next();
    else proxy.web(request, response);
  };
}
