import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { HttpClient } from '../network/http-client.js';
import { startServer, type LoopbackServer } from '../network/loopback-server.fixture.js';
import { MemoryRobotsCache } from './memory-robots-cache.fixture.js';
import { Robots } from './robots.js';

const signal = new AbortController().signal;
let answer: (response: ServerResponse) => void;
let server: LoopbackServer;
let client: HttpClient;
let cache: MemoryRobotsCache;
let robots: Robots;

beforeEach(async () => {
  server = await startServer((_, response) => {
    answer(response);
  });
  client = new HttpClient({
    userAgent: 'HatchrBot/1.0',
    allowHosts: [server.host],
    headersMs: 300,
  });
  cache = new MemoryRobotsCache();
  robots = new Robots(client, cache, () => 0);
});
afterEach(async () => {
  await client.close();
  await server.close();
});

const file = (text: string) => (response: ServerResponse) => response.end(text);
const status = (code: number) => (response: ServerResponse) =>
  response.writeHead(code).end('Disallow: /');
const check = (path: string) => robots.check(`${server.origin}${path}`, signal);

describe('Robots', () => {
  it('obeys rules for all and prefers those for this bot', async () => {
    answer = file(
      'User-agent: *\nDisallow: /\n\nUser-agent: HatchrBot\nDisallow: /private\nAllow: /private/ok',
    );
    expect((await check('/pricing')).isAllowed).toBe(true);
    expect((await check('/private/x')).isAllowed).toBe(false);
    expect((await check('/private/ok')).isAllowed).toBe(true);
  });

  it('obeys a crawl delay up to a cap, and names the sitemaps', async () => {
    answer = file('User-agent: *\nCrawl-delay: 3\nSitemap: https://a.example/map.xml');
    await expect(check('/')).resolves.toEqual({
      isAllowed: true,
      isKnown: true,
      crawlDelayMs: 3_000,
      sitemaps: ['https://a.example/map.xml'],
    });
    cache.entries.clear();
    answer = file('User-agent: *\nCrawl-delay: 3600');
    expect((await check('/')).crawlDelayMs).toBe(10_000);
  });

  it.each([400, 401, 403, 404, 410])(
    'allows everything where the file is missing (%s)',
    async (code) => {
      answer = status(code);
      expect((await check('/pricing')).isAllowed).toBe(true);
    },
  );

  it.each([429, 500, 503])('allows nothing where the site cannot say (%s)', async (code) => {
    answer = status(code);
    expect(await check('/pricing')).toMatchObject({ isAllowed: false, isKnown: false });
  });

  it('allows nothing where the file does not come, or does not end', async () => {
    answer = () => undefined;
    expect((await check('/pricing')).isAllowed).toBe(false);
    cache.entries.clear();
    answer = (response) => {
      const pump = () => {
        while (response.write('Allow: /\n'.repeat(1_000)));
      };
      response.on('drain', pump);
      pump();
    };
    expect((await check('/pricing')).isAllowed).toBe(false);
  });

  it('takes a page that says not found with status 200 for no rules', async () => {
    answer = file('<!doctype html><title>Oops</title>');
    expect((await check('/pricing')).isAllowed).toBe(true);
  });

  it('asks once a day, and again ten minutes after a failure', async () => {
    answer = file('');
    await Promise.all([check('/a'), check('/b')]);
    await check('/c');
    expect(server.asked).toEqual(['/robots.txt']);
    const until = () => [...cache.entries.values()].map(({ expiresAt }) => expiresAt.getTime());
    expect(until()).toEqual([24 * 3_600_000]);
    cache.entries.clear();
    answer = status(500);
    await check('/a');
    expect(until()).toEqual([600_000]);
  });

  it('stops with the caller', async () => {
    await expect(robots.check(`${server.origin}/`, AbortSignal.abort())).rejects.toMatchObject({
      kind: 'cancelled',
    });
    expect(cache.entries.size).toBe(0);
  });
});
