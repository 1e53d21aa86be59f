import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { HttpClient } from './http-client.js';
import { startServer, type LoopbackServer } from './loopback-server.fixture.js';
import { NetworkError } from './network.errors.js';
import { readRetryAfter, requestJson } from './request-json.js';

const schema = z.object({ results: z.array(z.object({ title: z.string() })) });
const json = { 'content-type': 'application/json' };
const secret = 'sk-very-secret-4711';

let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
let server: LoopbackServer;
let client: HttpClient;

beforeAll(async () => {
  server = await startServer((request, response) => {
    answer(request, response);
  });
  client = new HttpClient({ userAgent: 'test', operatorOrigins: [server.origin] });
});
afterEach(() => {
  answer = () => undefined;
});
afterAll(async () => {
  await client.close();
  await server.close();
});

const ask = (more: { body?: unknown; timeoutMs?: number; maxBytes?: number } = {}) =>
  requestJson(client, {
    url: `${server.origin}/search?key=${secret}&q=boats`,
    headers: { authorization: `Bearer ${secret}` },
    schema,
    ...(more.body === undefined ? {} : { method: 'POST' as const }),
    ...more,
  });

async function failWith(respond: typeof answer, more = {}): Promise<NetworkError> {
  answer = respond;
  const error: unknown = await ask(more).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(NetworkError);
  return error as NetworkError;
}

const refuse =
  (status: number, headers: Record<string, string> = {}, body = '{"error":"no"}') =>
  (_: IncomingMessage, response: ServerResponse) =>
    response.writeHead(status, { ...json, ...headers }).end(body);

describe('requestJson', () => {
  it('gives what the schema makes of the answer, with status and headers', async () => {
    answer = refuse(200, { 'x-ratelimit-remaining': '3' }, '{"results":[{"title":"A","new":1}]}');
    await expect(ask()).resolves.toMatchObject({
      data: { results: [{ title: 'A' }] },
      status: 200,
      headers: { 'x-ratelimit-remaining': '3' },
    });
  });

  it('sends a body as JSON', async () => {
    let seen = '';
    answer = (request, response) => {
      request.on('data', (chunk: Buffer) => (seen += chunk.toString()));
      request.on('end', () => response.writeHead(200, json).end('{"results":[]}'));
    };
    await ask({ body: { query: 'boats' } });
    expect(JSON.parse(seen)).toEqual({ query: 'boats' });
  });

  it.each([
    [400, {}, 'rejected'],
    [401, {}, 'unauthorized'],
    [403, {}, 'forbidden'],
    [403, { 'retry-after': '60' }, 'rate_limited'],
    [403, { 'x-ratelimit-remaining': '0' }, 'rate_limited'],
    [404, {}, 'rejected'],
    [408, {}, 'unavailable'],
    [410, {}, 'rejected'],
    [429, {}, 'rate_limited'],
    [432, {}, 'rejected'],
    [500, {}, 'unavailable'],
    [503, { 'retry-after': '7' }, 'unavailable'],
  ] as const)('translates %s with %o to %s', async (status, headers, kind) => {
    const error = await failWith(refuse(status, headers));
    expect(error).toMatchObject({ kind, status, answer: { error: 'no' } });
  });

  it('tells how long the server asked to wait', async () => {
    expect((await failWith(refuse(429, { 'retry-after': '12' }))).retryAfter).toBe(12);
    expect((await failWith(refuse(429))).retryAfter).toBeUndefined();
    const now = Date.parse('2026-11-25T12:00:00Z');
    expect(readRetryAfter('Wed, 25 Nov 2026 12:00:30 GMT', now)).toBe(30);
    expect(readRetryAfter('Wed, 25 Nov 2026 11:00:00 GMT', now)).toBe(0);
    expect(readRetryAfter('soon', now)).toBeUndefined();
  });

  it.each([
    ['truncated JSON', refuse(200, {}, '{"results":[{"title":'), 'malformed'],
    ['another shape', refuse(200, {}, '{"results":"none"}'), 'malformed'],
    ['an empty body', refuse(200, {}, ''), 'malformed'],
    ['a page instead of JSON', refuse(200, { 'content-type': 'text/html' }, '<p>'), 'wrong_type'],
    [
      'a huge body',
      refuse(200, {}, `{"results":[],"pad":"${'x'.repeat(3_000_000)}"}`),
      'too_large',
    ],
    [
      'a redirect to another origin',
      refuse(302, { location: 'https://other.example/' }),
      'bad_redirect',
    ],
  ] as const)('refuses %s', async (_, respond, kind) => {
    expect((await failWith(respond)).kind).toBe(kind);
  });

  it('says timeout where the server is slow', async () => {
    expect((await failWith(() => undefined, { timeoutMs: 100 })).kind).toBe('timeout');
  });

  it('keeps keys out of every message and out of what a logger prints', async () => {
    const echo = JSON.stringify({ error: `bad key ${secret}` });
    for (const respond of [refuse(401, {}, echo), refuse(500, {}, echo), refuse(200, {}, echo)]) {
      const error = await failWith(respond);
      expect(`${error.message} ${JSON.stringify(error)} ${error.stack}`).not.toContain(secret);
    }
    const slow = await failWith(() => undefined, { timeoutMs: 50 });
    expect(`${slow.message} ${slow.stack}`).not.toContain(secret);
  });
});
