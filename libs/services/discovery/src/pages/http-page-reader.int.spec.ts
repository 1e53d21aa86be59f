import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { HttpClient } from '../network/http-client.js';
import { startServer, type LoopbackServer } from '../network/loopback-server.fixture.js';
import { HostLimit } from './host-limit.js';
import { HttpPageReader } from './http-page-reader.adapter.js';
import { MemoryRobotsCache } from './memory-robots-cache.fixture.js';
import { readSitemap } from './read-sitemap.js';
import { Robots } from './robots.js';

const signal = new AbortController().signal;
const html = { 'content-type': 'text/html; charset=utf-8' };
type Handler = (request: IncomingMessage, response: ServerResponse) => void;
const send =
  (body: string | Buffer, headers: Record<string, string> = {}, status = 200): Handler =>
  (_, response) =>
    response.writeHead(status, { ...html, ...headers }).end(body);

let pages: Record<string, Handler>;
let server: LoopbackServer;
let client: HttpClient;
let pauses: number[];
let reader: HttpPageReader;

beforeEach(async () => {
  pages = { '/robots.txt': send('User-agent: *\nDisallow: /private\nCrawl-delay: 2') };
  server = await startServer((request, response) => {
    (pages[request.url ?? ''] ?? send('not here', {}, 404))(request, response);
  });
  client = new HttpClient({
    userAgent: 'HatchrBot/1.0',
    allowHosts: [server.host],
    bodyIdleMs: 300,
  });
  pauses = [];
  let now = 0;
  const hosts = new HostLimit({
    concurrency: 4,
    now: () => now,
    wait: (ms) => {
      pauses.push(ms);
      now += ms;
      return Promise.resolve();
    },
  });
  const robots = new Robots(client, new MemoryRobotsCache());
  reader = new HttpPageReader({ client, robots, hosts, timeoutMs: 1_000 });
});
afterEach(async () => {
  await reader.close();
  await server.close();
});

const read = (path: string) => reader.read(`${server.origin}${path}`, signal);

describe('HttpPageReader', () => {
  it('reads a page with where it came from', async () => {
    pages['/old'] = send('', { location: '/new' }, 301);
    pages['/new'] = send('<h1>Tide tables</h1>', { 'x-powered-by': 'Boats' });
    await expect(read('/old')).resolves.toMatchObject({
      outcome: 'read',
      page: {
        requestedUrl: `${server.origin}/old`,
        url: `${server.origin}/new`,
        status: 200,
        headers: { 'x-powered-by': 'Boats' },
        html: '<h1>Tide tables</h1>',
        via: 'http',
        redirects: [`${server.origin}/old`],
      },
    });
  });

  it('reads what is not in the charset that it says', async () => {
    pages['/'] = send(Buffer.from('<p>9 € für alle</p>'), {
      'content-type': 'text/html; charset=latin1',
    });
    await expect(read('/')).resolves.toMatchObject({ page: { html: '<p>9 € für alle</p>' } });
  });

  it('pauses for as long as the site asks', async () => {
    pages['/a'] = pages['/b'] = send('<p>a</p>');
    await Promise.all([read('/a'), read('/b')]);
    expect(pauses).toEqual([2_000]);
  });

  it('tells rules that could not be read from rules that forbid', async () => {
    pages['/robots.txt'] = send('', {}, 503);
    expect(await read('/pricing')).toMatchObject({
      refusal: {
        reason: 'robots',
        detail: expect.stringContaining('could not be read') as unknown,
      },
    });
    expect(server.asked).toEqual(['/robots.txt']);
  });

  it('does not ask for a page that robots.txt forbids, also not by way of a redirect', async () => {
    pages['/private'] = send('<p>secret</p>');
    pages['/way'] = send('', { location: '/private' }, 302);
    for (const path of ['/private', '/way'])
      await expect(read(path)).resolves.toMatchObject({
        outcome: 'refused',
        refusal: { reason: 'robots', requestedUrl: `${server.origin}${path}` },
      });
    expect(server.asked).toEqual(['/robots.txt', '/way']);
  });

  it.each<[string, string, Handler]>([
    ['a page that is not there', 'status', send('', {}, 404)],
    ['a server in trouble', 'status', send('', {}, 500)],
    ['a header against AI', 'no_ai', send('<p>x</p>', { 'x-robots-tag': 'noai' })],
    ['a meta element against AI', 'no_ai', send('<meta name="robots" content="noai">')],
    ['a file', 'wrong_type', send('%PDF', { 'content-type': 'application/pdf' })],
    ['a redirect loop', 'bad_redirect', send('', { location: '/page' }, 302)],
    [
      'a way to the metadata service',
      'refused_address',
      send('', { location: 'http://169.254.169.254/' }, 302),
    ],
    [
      'a bomb',
      'too_large',
      send(gzipSync(Buffer.alloc(30_000_000)), { 'content-encoding': 'gzip' }),
    ],
    ['silence', 'timeout', () => undefined],
    ['a body that stops', 'timeout', (_, response) => response.writeHead(200, html).write('<p>')],
    ['a broken connection', 'unavailable', (_, response) => response.destroy()],
  ])('refuses %s as %s', async (_, reason, handler) => {
    pages['/page'] = handler;
    await expect(read('/page')).resolves.toMatchObject({ outcome: 'refused', refusal: { reason } });
  });

  it('throws for the caller’s signal, and for nothing else', async () => {
    await expect(read('not a path')).resolves.toMatchObject({ outcome: 'refused' });
    const controller = new AbortController();
    pages['/'] = () => {
      controller.abort();
    };
    await expect(reader.read(`${server.origin}/`, controller.signal)).rejects.toMatchObject({
      code: 'job.cancelled',
    });
  });
});

describe('readSitemap', () => {
  const map = (...paths: string[]) =>
    send(`<urlset>${paths.map((path) => `<url><loc>${path}</loc></url>`).join('')}</urlset>`);
  const readMap = (named: string[] = []) => readSitemap(client, `${server.origin}/`, named, signal);

  it('follows an index, and leaves out what is elsewhere', async () => {
    const index = ['/one.xml', '/two.xml'].map(
      (path) => `<sitemap><loc>${server.origin}${path}</loc></sitemap>`,
    );
    pages['/sitemap.xml'] = send(
      `<sitemapindex>${index.join('')}<sitemap><loc>http://10.0.0.1/x</loc></sitemap></sitemapindex>`,
    );
    pages['/one.xml'] = map(`${server.origin}/pricing`, 'https://other.example/pricing');
    pages['/two.xml'] = map(`${server.origin}/about`, 'not a url');
    await expect(readMap()).resolves.toEqual([
      `${server.origin}/pricing`,
      `${server.origin}/about`,
    ]);
  });

  it('reads those that robots.txt names instead of the usual place', async () => {
    pages['/map.xml'] = map(`${server.origin}/plans`);
    await expect(readMap([`${server.origin}/map.xml`])).resolves.toEqual([
      `${server.origin}/plans`,
    ]);
    expect(server.asked).toEqual(['/map.xml']);
  });

  it('does without a sitemap that is missing, broken, endless or leads back to itself', async () => {
    await expect(readMap()).resolves.toEqual([]);
    pages['/sitemap.xml'] = send('<urlset><url><loc>');
    await expect(readMap()).resolves.toEqual([]);
    pages['/sitemap.xml'] = send('x'.repeat(3_000_000));
    await expect(readMap()).resolves.toEqual([]);
    pages['/sitemap.xml'] = send(
      `<sitemapindex><sitemap><loc>${server.origin}/sitemap.xml</loc></sitemap></sitemapindex>`,
    );
    await expect(readMap()).resolves.toEqual([]);
  });
});
