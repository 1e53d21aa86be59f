import { sharePreviewHeader } from '@hatchr/contracts';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';
import { ProjectsService } from '../projects/projects.service.js';

const sharedPage = /^\/shared\/([^/?]+)\/([^/?]+)\/?(?:\?|$)/;
/** No page has this address, so the frontend answers it as it answers every missing page. */
const MISSING_PAGE = '/missing';

/**
 * Tells the page of a shared link what the link opens, so that its first HTML names it and has its picture. A link
 * that opens nothing becomes the address of a missing page: whoever guesses or comes late sees that and no more.
 */
export function sharePreview(app: NestExpressApplication, publicUrl: string | undefined) {
  const projects = app.get(ProjectsService, { strict: false });
  const logger = new Logger('share');
  const tell = async (request: Request): Promise<void> => {
    const [, projectId = '', token = ''] = sharedPage.exec(request.url) ?? [];
    const origin = publicUrl ?? `${request.protocol}://${request.get('host') ?? ''}`;
    const preview = z.uuid().safeParse(projectId).success
      ? await projects.findSharePreview({ projectId, shareToken: token }, origin)
      : null;
    if (preview) request.headers[sharePreviewHeader] = encodeURIComponent(JSON.stringify(preview));
    else request.url = MISSING_PAGE;
  };
  return (request: Request, _response: Response, next: NextFunction): void => {
    Reflect.deleteProperty(request.headers, sharePreviewHeader);
    if (!sharedPage.test(request.url)) {
      next();
      return;
    }
    tell(request).then(
      () => {
        next();
      },
      (error: unknown) => {
        logger.error('a shared link could not be read', error instanceof Error ? error.stack : '');
        next(error);
      },
    );
  };
}
