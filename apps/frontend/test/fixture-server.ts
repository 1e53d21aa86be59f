/**
 * Hatchr without its backend: the real router over fixtures, and Next's pages behind it, on one origin.
 *   next build && next start -p 3001   (or next dev -p 3001)
 *   node test/fixture-server.ts [port=3000] [next=3001] [lineMs=700] [full|empty|waiting|anchored] [file of a DiscoveryResult]
 * The file takes the place of the fixture's competitors: what was really researched, as `withLocalResearch` of
 * bench/discovery gives it.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createAppRouter, discoveryResultSchema, type DiscoveryResult } from '@hatchr/contracts';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { createProxyServer } from 'http-proxy-3';
import { contentOf } from './fixtures/artifacts.ts';
import { createFixtureApi } from './fixtures/fixture-api.ts';

const [port = '3000', nextPort = '3001', lineMs = '700', mode = 'full', research] =
  process.argv.slice(2);

const readResearch = (file: string): DiscoveryResult =>
  discoveryResultSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

const api = createFixtureApi({
  lineMs: Number(lineMs),
  isEmpty: mode === 'empty',
  ...(mode === 'waiting' || mode === 'anchored'
    ? { anchored: mode === 'waiting' ? ('waiting' as const) : ('final' as const) }
    : {}),
  ...(research === undefined ? {} : { discovery: readResearch(research) }),
});
const trpc = createHTTPHandler({
  basePath: '/trpc/',
  router: createAppRouter(),
  createContext: () => ({ api, caller: { userId: 'guest-1', role: 'user' as const } }),
});
const pages = createProxyServer({ target: `http://127.0.0.1:${nextPort}` });

pages.on('error', (_error, _request, response) => {
  if ('statusCode' in response) response.statusCode = 502;
  response.end('Next does not answer.');
});

function sendFile(url: string, response: ServerResponse): void {
  const content = contentOf.get(decodeURIComponent(url.split('/').at(-1) ?? ''));
  response.statusCode = content ? 200 : 404;
  if (content) response.setHeader('content-type', content.mediaType);
  response.end(content?.text);
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = request.url ?? '/';
  if (url.startsWith('/trpc/')) trpc(request, response);
  else if (url.startsWith('/api/download/')) sendFile(url, response);
  else if (url.startsWith('/api/auth/')) {
    response.statusCode = 401;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ code: 'INVALID_EMAIL_OR_PASSWORD' }));
  } else pages.web(request, response);
}

const server = createServer(answer);
// `next dev` runs no page before its socket is open.
server.on('upgrade', (request, socket, head) => {
  pages.ws(request, socket, head);
});
server.listen(Number(port), '127.0.0.1');
