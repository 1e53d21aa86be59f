import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { toNodeHandler } from 'better-auth/node';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { frontendProxy } from './api/frontend-proxy.js';
import { AppErrorFilter } from './api/rest/app-error.filter.js';
import { sharePreview } from './api/share-preview.js';
import { RateLimiter } from './api/rate-limiter.js';
import { limitProofs } from './api/rest/limit-proofs.middleware.js';
import { mountTrpc } from './api/trpc/mount-trpc.js';
import { AppModule } from './app.module.js';
import { type Auth } from './auth/auth.js';
import { AUTH } from './auth/auth.tokens.js';
import { refuseCrossOrigin } from './auth/cross-origin.middleware.js';
import { SessionsService } from './auth/sessions.service.js';
import type { AppConfig } from './env.js';
import { nestLogLevels } from './observability/log-levels.js';

const JSON_LIMIT = '128kb';

/** The application, ready to listen: migrated, wired, nothing served yet. */
export async function createApp(config: AppConfig): Promise<NestExpressApplication> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and documents literals
  const app = await NestFactory.create<NestExpressApplication>(AppModule.register(config), {
    bodyParser: false,
    logger: nestLogLevels(config.logLevel),
    forceCloseConnections: true,
  });
  app.set('trust proxy', config.http.trustProxy);
  app.disable('x-powered-by');
  app.use(securityHeaders(config));
  app.use(sharePreview(app, config.http.publicUrl));
  app.use(frontendProxy(config.http.frontendUrl));
  app.use(refuseCrossOrigin);
  mountAuth(app);
  const limiter = new RateLimiter(config.http.proofRequestsPerMinute);
  app.use(limitProofs(limiter));
  mountTrpc(app, config, limiter);
  app.useBodyParser('json', { limit: JSON_LIMIT });
  app.useGlobalFilters(new AppErrorFilter());
  mountApiDocs(app);
  app.enableShutdownHooks();
  return app;
}

/**
 * Next.js starts its pages with inline scripts, and a nonce would make every page dynamic; so inline scripts stay
 * allowed, and nothing from elsewhere is, but for the streams of a video that is hosted and the relay to wallets on phones.
 */
function securityHeaders(config: AppConfig) {
  const streams = config.livepeer.apiKey ? config.livepeer.playbackOrigins : [];
  const { walletConnect } = config;
  // Where wallets on phones learn which page asks them.
  const pageCheck = walletConnect ? ['https://verify.walletconnect.org'] : [];
  const relay = walletConnect ? [new URL(walletConnect.relayUrl).origin, ...pageCheck] : [];
  // Concordium's SDK, which pages load to speak with a wallet, brings WebAssembly; it allows no other code.
  const wasm = config.proofs.chain ? ["'wasm-unsafe-eval'"] : [];
  return helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'unsafe-inline'", ...wasm],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'", ...streams, ...relay],
        // A player hands what it has loaded to the browser under an address of its own.
        mediaSrc: ["'self'", 'blob:', ...streams],
        fontSrc: ["'self'", 'data:'],
        frameSrc: ["'self'", ...pageCheck],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: config.http.publicUrl?.startsWith('https:') ? [] : null,
      },
    },
    strictTransportSecurity: config.http.publicUrl?.startsWith('https:') ?? false,
    crossOriginEmbedderPolicy: false,
  });
}

function mountAuth(app: NestExpressApplication): void {
  const handle = toNodeHandler(app.get<Auth>(AUTH));
  const sessions = app.get(SessionsService);
  app.use('/api/auth', (request: Request, response: Response, next: NextFunction) => {
    response.on('finish', () => {
      sessions.forget();
    });
    handle(request, response).catch(next);
  });
}

function mountApiDocs(app: NestExpressApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Hatchr')
    .setDescription(
      'One sentence in, a startup kit out. A program without a session gets a guest cookie with its first answer: keep it, it is the key to its jobs. tRPC offers the same under /trpc.',
    )
    .setVersion('1')
    .addCookieAuth('hatchr.session_token')
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, description), {
    jsonDocumentUrl: 'api/docs/openapi.json',
    customSiteTitle: 'Hatchr API',
  });
}
