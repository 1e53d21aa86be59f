import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { HttpClient, type HttpRequest } from './http-client.js';
import { startServer, type LoopbackServer } from './loopback-server.fixture.js';
import { resolveOncePublicly, ssrfAttempts } from './ssrf-attempts.fixture.js';

const userAgent = 'HatchrBot/1.0 (+https://hatchr.example/bot)';
const html = { 'content-type': 'text/html; charset=utf-8' };
/** 64 MB of one letter in 64 KB. */
const bomb = gzipSync(Buffer.alloc(64_000_000, 'a'));

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
const pages: Record<string, Handler> = {
  '/page': (_, response) => response.writeHead(200, html).end('<p>hello</p>'),
  '/gzip': (_, response) =>
    response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync('<p>small</p>')),
  '/bomb': (_, response) =>
    response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(bomb),
  '/double': (_, response) =>
    response
      .writeHead(200, { ...html, 'content-encoding': 'gzip, gzip' })
      .end(gzipSync(gzipSync('x'))),
  '/broken-gzip': (_, response) =>
    response
      .writeHead(200, { ...html, 'content-encoding': 'gzip' })
      .end(gzipSync('<p>cut</p>').subarray(0, 15)),
  '/endless': (_, response) => {
    response.writeHead(200, html);
    const pump = () => {
      while (response.write('x'.repeat(16_384)));
    };
    response.on('drain', pump);
    pump();
  },
  '/silent': () => undefined,
  '/stalled': (_, response) => {
    response.writeHead(200, html).write('<p>half');
  },
  '/drip': (_, response) => {
    response.writeHead(200, html);
    const timer = setInterval(() => response.write('.'), 20);
    response.on('close', () => {
      clearInterval(timer);
    });
  },
  '/many-headers': (_, response) =>
    response.writeHead(200, { ...html, 'x-large': 'h'.repeat(100_000) }).end(),
  '/pdf': (_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%'),
  '/no-type': (_, response) => response.writeHead(200).end('?'),
  '/cut': (_, response) => {
    response.writeHead(200, { ...html, 'content-length': '1000' }).write('<p>');
    response.destroy();
  },
  '/loop-a': (_, response) => response.writeHead(302, { location: '/loop-b' }).end(),
  '/loop-b': (_, response) => response.writeHead(302, { location: '/loop-a' }).end(),
  '/echo': (request, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(request.headers)),
  '/cookie': (_, response) =>
    response.writeHead(302, { location: '/echo', 'set-cookie': ['a=1', 'b=2'] }).end(),
};

function handle(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://fixture');
  const to = url.searchParams.get('to');
  const hops = Number(url.searchParams.get('hops') ?? Number.NaN);
  // A header is bytes; sites send theirs in UTF-8.
  if (to !== null) response.writeHead(302, { location: Buffer.from(to).toString('latin1') }).end();
  else if (hops > 0) response.writeHead(301, { location: `/hop?hops=${hops - 1}` }).end();
  else (pages[url.pathname] ?? pages['/page'])?.(request, response);
}

let server: LoopbackServer;
let client: HttpClient;

beforeAll(async () => {
  server = await startServer(handle);
  client = new HttpClient({ userAgent, allowHosts: [server.host], bodyIdleMs: 400 });
});
afterAll(async () => {
  await client.close();
  await server.close();
});

const get = (path: string, more: Partial<HttpRequest> = {}) =>
  client.send({ url: `${server.origin}${path}`, accept: ['text/html'], ...more });

describe('HttpClient, limits', () => {
  it('reads a page, also a compressed one', async () => {
    await expect(get('/page')).resolves.toMatchObject({ status: 200, redirects: [] });
    expect((await get('/gzip')).body.toString()).toBe('<p>small</p>');
  });

  it.each([
    ['/bomb', 'too_large', {}],
    ['/endless', 'too_large', {}],
    ['/many-headers', 'too_large', {}],
    ['/double', 'malformed', {}],
    ['/broken-gzip', 'malformed', {}],
    ['/silent', 'timeout', { timeoutMs: 100 }],
    ['/drip', 'timeout', { timeoutMs: 200 }],
    ['/stalled', 'timeout', {}],
    ['/pdf', 'wrong_type', {}],
    ['/no-type', 'wrong_type', {}],
    ['/cut', 'unavailable', {}],
  ] as const)('ends %s as %s', async (path, kind, more) => {
    await expect(get(path, more)).rejects.toMatchObject({ name: 'NetworkError', kind });
  });

  it('leaves a bomb before it has unpacked', async () => {
    const before = process.memoryUsage().arrayBuffers;
    await expect(get('/bomb', { maxDecodedBytes: 500_000 })).rejects.toMatchObject({
      kind: 'too_large',
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  it('stops at once when the caller does', async () => {
    const controller = new AbortController();
    const pending = get('/silent', { signal: controller.signal });
    controller.abort();
    await expect(pending).rejects.toMatchObject({ kind: 'cancelled' });
    await expect(get('/page', { signal: controller.signal })).rejects.toMatchObject({
      kind: 'cancelled',
    });
  });

  it('says who asks, and sends no cookie that a site has set', async () => {
    const { body } = await get('/cookie', { accept: ['application/json'] });
    const seen = JSON.parse(body.toString()) as Record<string, string>;
    expect(seen['user-agent']).toBe(userAgent);
    expect(seen).not.toHaveProperty('cookie');
  });

  it('says unavailable where nobody listens', async () => {
    const gone = await startServer(() => undefined);
    await gone.close();
    const asking = new HttpClient({ userAgent, allowHosts: [gone.host] });
    await expect(asking.send({ url: gone.origin })).rejects.toMatchObject({ kind: 'unavailable' });
    await asking.close();
  });
});

describe('HttpClient, redirects', () => {
  it('follows up to five and tells them', async () => {
    const answer = await get('/hop?hops=5');
    expect(answer.url).toBe(`${server.origin}/hop?hops=0`);
    expect(answer.redirects).toHaveLength(5);
    await expect(get('/hop?hops=6')).rejects.toMatchObject({ kind: 'bad_redirect' });
  });

  it('refuses a loop, a redirected POST and another origin where a key would travel', async () => {
    await expect(get('/loop-a')).rejects.toMatchObject({ kind: 'bad_redirect' });
    await expect(get('/hop?hops=1', { method: 'POST', body: '' })).rejects.toMatchObject({
      kind: 'bad_redirect',
    });
    await expect(
      get(`/?to=${encodeURIComponent('https://shop.example/')}`, { redirects: 'same_origin' }),
    ).rejects.toMatchObject({ kind: 'bad_redirect' });
  });

  it.each(ssrfAttempts)('refuses a redirect to $name', async ({ url, addresses }) => {
    const resolve = () =>
      Promise.resolve((addresses ?? []).map((address) => ({ address, family: 4 })));
    const careful = new HttpClient({ userAgent, allowHosts: [server.host], resolve });
    const pending = careful.send({ url: `${server.origin}/?to=${encodeURIComponent(url)}` });
    await expect(pending).rejects.toMatchObject({ kind: 'refused_address' });
    await careful.close();
  });

  it('never lets a public page redirect to what the operator configured', async () => {
    const operated = await startServer((_, response) => response.end('secret'));
    const mixed = new HttpClient({
      userAgent,
      allowHosts: [server.host],
      operatorOrigins: [operated.origin],
    });
    await expect(
      mixed.send({ url: `${server.origin}/?to=${encodeURIComponent(operated.origin)}` }),
    ).rejects.toMatchObject({ kind: 'bad_redirect' });
    expect(operated.asked).toEqual([]);
    await mixed.close();
    await operated.close();
  });
});

describe('HttpClient, name servers that change their mind', () => {
  it('checks every answer, and connects to no other', async () => {
    const resolve = resolveOncePublicly();
    const careful = new HttpClient({ userAgent, resolve });
    const url = 'http://rebind.shop.example/';
    await expect(careful.send({ url, timeoutMs: 300 })).rejects.toMatchObject({
      kind: expect.stringMatching(/^(?:timeout|unavailable)$/u) as unknown,
    });
    await expect(careful.send({ url })).rejects.toMatchObject({ kind: 'refused_address' });
    await careful.close();
  });

  it('asks the resolver once for each connection', async () => {
    let questions = 0;
    const port = server.port;
    const careful = new HttpClient({
      userAgent,
      allowHosts: [`counted.example:${port}`],
      resolve: () => {
        questions += 1;
        return Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
      },
    });
    const answer = await careful.send({ url: `http://counted.example:${port}/page` });
    expect(answer.status).toBe(200);
    expect(questions).toBe(1);
    await careful.close();
  });
});
