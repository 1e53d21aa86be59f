import { AppError, createAppRouter, type ApiContext, type HatchrApi } from '@hatchr/contracts';
import { DiscoveryService } from '@hatchr/discovery';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { TRPCError } from '@trpc/server';
import {
  createExpressMiddleware,
  type CreateExpressContextOptions,
} from '@trpc/server/adapters/express';
import { AccountService } from '../../auth/account.service.js';
import { SessionsService, type SessionCaller } from '../../auth/sessions.service.js';
import type { AppConfig } from '../../env.js';
import { IdentityAttributesService } from '../../identity/identity-attributes.service.js';
import { JobSignals } from '../../jobs/job-signals.service.js';
import { JobsService } from '../../jobs/jobs.service.js';
import { ModelKeysService } from '../../models/model-keys.service.js';
import { ProjectsService } from '../../projects/projects.service.js';
import { RevisionsService } from '../../projects/revisions.service.js';
import { RestyleService } from '../../restyle/restyle.service.js';
import { FounderAnchorsService } from '../../proofs/founder-anchors.service.js';
import { ProofsService } from '../../proofs/proofs.service.js';
import type { RateLimiter } from '../rate-limiter.js';
import { statusCache } from './status-cache.js';

/** The longest request is an edited specification: a planned one has 10 to 40 kB, one with long texts 100 kB. */
const MAX_BODY_BYTES = 128 * 1024;

/** Puts the tRPC router at /trpc, before Nest's body parsers: tRPC reads the raw stream itself. */
export function mountTrpc(
  app: NestExpressApplication,
  { walletConnect }: Pick<AppConfig, 'walletConnect'>,
  limiter: RateLimiter,
): void {
  const logger = new Logger('trpc');
  const sessions = app.get(SessionsService);
  const accounts = app.get(AccountService);
  const attributes = app.get(IdentityAttributesService);
  const shared = {
    generation: app.get(JobsService, { strict: false }),
    projects: app.get(ProjectsService, { strict: false }),
    revisions: app.get(RevisionsService, { strict: false }),
    restyle: app.get(RestyleService, { strict: false }),
    proofs: app.get(ProofsService),
    founderAnchors: app.get(FounderAnchorsService, { strict: false }),
  };
  const discovery = app.get(DiscoveryService, { strict: false });
  const modelKeys = app.get(ModelKeysService, { strict: false });
  const apiOf = (caller: SessionCaller): HatchrApi => ({
    ...shared,
    account: {
      me: () => accounts.describe(caller),
      startVerification: (_caller, { account }) => accounts.startVerification(caller, account),
      verify: (_caller, answer) => accounts.verify(caller, answer),
      unlink: () => accounts.unlink(caller),
      startAttribute: (_caller, { attribute }) => attributes.start(caller.userId, attribute),
      showAttribute: async (_caller, answer) => {
        await attributes.show(caller.userId, answer);
        return accounts.describe(caller);
      },
      removeAttribute: async (_caller, { attribute }) => {
        await attributes.remove(caller.userId, attribute);
        return accounts.describe(caller);
      },
    },
    models: {
      settings: () => modelKeys.settings(caller.userId),
      setKey: (_caller, input) => modelKeys.set(caller.userId, input),
      removeKey: (_caller, input) => modelKeys.remove(caller.userId, input),
    },
    instance: {
      about: () =>
        Promise.resolve({
          searchServices: [...discovery.searchServices],
          walletConnect,
        }),
    },
  });
  const createContext = async ({
    req,
    res,
    info,
  }: CreateExpressContextOptions): Promise<ApiContext> => {
    limitProofs(req, info, limiter);
    const caller =
      req.method === 'GET'
        ? await sessions.readingCaller(req)
        : await sessions.ensureCaller(req, res);
    return { api: apiOf(caller), caller };
  };
  app.use(
    '/trpc/status',
    statusCache(sessions, shared.generation, app.get(JobSignals, { strict: false })),
  );
  app.use(
    '/trpc',
    createExpressMiddleware({
      router: createAppRouter(),
      createContext,
      maxBodySize: MAX_BODY_BYTES,
      onError: ({ error, path }) => {
        // A key that a service refuses is for the operator to mend, who sees no page.
        if (error.code === 'BAD_GATEWAY') logger.warn(`${path ?? 'request'}: ${error.message}`);
        if (error.code !== 'INTERNAL_SERVER_ERROR') return;
        const cause = error.cause instanceof AppError ? error.cause.cause : error.cause;
        logger.error(
          `${path ?? 'request'} failed`,
          cause instanceof Error ? cause.stack : String(cause),
        );
      },
    }),
  );
}

/** Counts what a request asks about proofs, each call of a batch. @throws TRPCError with `rate.limited` */
function limitProofs(
  request: CreateExpressContextOptions['req'],
  info: CreateExpressContextOptions['info'],
  limiter: RateLimiter,
): void {
  const cost = info.calls.filter(({ path }) => path.startsWith('proofs.')).length;
  if (cost === 0) return;
  try {
    limiter.take(request.ip, cost);
  } catch (cause) {
    throw new TRPCError({ code: 'TOO_MANY_REQUESTS', cause });
  }
}
