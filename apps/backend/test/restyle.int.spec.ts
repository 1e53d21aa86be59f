import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PublicError, RestyleStarted } from '@hatchr/contracts';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RestyleSessionsRepository } from '../src/restyle/restyle-sessions.repository.js';
import { startTestApp, Visitor, type TestApp } from './test-app.js';

// Real: the whole backend and its client of the service. Fake: the service.

const offer = 'v=0\r\ns=offer\r\n';

interface Answer<Data> {
  result?: { data: Data };
  error?: { data: { appError: PublicError } };
}

describe('live restyling', () => {
  let service: Server;
  let backend: TestApp;
  let owner: Visitor;
  let projectId: string;
  const asked: string[] = [];
  const bodies: string[] = [];
  /** Streams are made so many at a time: none before as many are asked for. */
  let together = 1;
  const held: (() => void)[] = [];

  beforeAll(async () => {
    service = createServer((request, response) => {
      const line = `${request.method ?? ''} ${request.url ?? ''}`;
      asked.push(line);
      const origin = `http://${request.headers.host ?? ''}`;
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        bodies.push(body);
        if (line === 'POST /whip/s1') {
          response.writeHead(201, { 'livepeer-playback-url': `${origin}/whep/s1` });
          response.end('v=0\r\ns=whip\r\n');
        } else if (line === 'DELETE /v1/streams/stuck') response.writeHead(500).end();
        else if (line === 'POST /whep/s1') response.writeHead(201).end('v=0\r\ns=whep\r\n');
        else if (line.startsWith('DELETE')) response.writeHead(204).end();
        else {
          held.push(() => {
            response.writeHead(201, { 'content-type': 'application/json' });
            response.end(JSON.stringify({ id: 's1', whip_url: `${origin}/whip/s1` }));
          });
          if (held.length >= together) for (const answer of held.splice(0)) answer();
        }
      });
    }).listen(0, '127.0.0.1');
    await once(service, 'listening');
    backend = await startTestApp({
      DAYDREAM_API_KEY: 'daydream-secret',
      DAYDREAM_BASE_URL: `http://127.0.0.1:${(service.address() as AddressInfo).port}`,
    });
    owner = new Visitor(backend.url);
    ({ projectId } = await owner.hatch('Booking for piano teachers'));
  }, 90_000);
  afterAll(async () => {
    await backend.stop();
    service.close();
  });

  const call = async <Data>(who: Visitor, procedure: string, json: object): Promise<Answer<Data>> =>
    (await who.json<Answer<Data>>(`/trpc/restyle.${procedure}`, { json })).body;
  const start = (who: Visitor, prompt = 'in watercolour') =>
    call<RestyleStarted>(who, 'start', { projectId, prompt, sdp: offer });
  const codeOf = (answer: Answer<unknown>): string | undefined => answer.error?.data.appError.code;

  it('passes on what a browser offers and what is answered, without the key or an address', async () => {
    const { result } = await start(owner);
    const sessionId = result?.data.sessionId ?? '';
    expect(result?.data.sdp).toContain('s=whip');
    expect(bodies).toContain(offer);
    const watched = await call<{ sdp: string }>(owner, 'watch', { sessionId, sdp: offer });
    expect(watched.result?.data.sdp).toContain('s=whep');
    expect(JSON.stringify([result, watched])).not.toMatch(/daydream-secret|127\.0\.0\.1|whip_url/u);

    await call(owner, 'change', { sessionId, prompt: 'as a woodcut' });
    expect(asked).toContain('PATCH /v1/streams/s1');
    expect(bodies.at(-1)).toContain('as a woodcut');

    await call(owner, 'stop', { sessionId });
    expect(asked.at(-1)).toBe('DELETE /v1/streams/s1');
    expect(codeOf(await call(owner, 'change', { sessionId, prompt: 'again' }))).toBe(
      'restyle.ended',
    );
  });

  it('is for the owner of the project and of the session only', async () => {
    const stranger = new Visitor(backend.url);
    expect(codeOf(await start(stranger))).toBe('project.not_found');
    const { result } = await start(owner);
    const sessionId = result?.data.sessionId ?? '';
    const change = { sessionId, prompt: 'as a woodcut' };
    expect(codeOf(await call(stranger, 'change', change))).toBe('restyle.ended');
    await call(stranger, 'stop', { sessionId });
    expect(codeOf(await call(owner, 'change', change))).toBeUndefined();
  });

  it('ends the last session of an owner who starts another one', async () => {
    const first = await start(owner);
    await start(owner);
    const change = { sessionId: first.result?.data.sessionId, prompt: 'as a woodcut' };
    expect(codeOf(await call(owner, 'change', change))).toBe('restyle.ended');
  });

  it('leaves one session of an owner who starts several at once', async () => {
    together = 3;
    const started = await Promise.all([start(owner), start(owner), start(owner)]);
    together = 1;
    const codes = await Promise.all(
      started.map(async ({ result }) => {
        const change = { sessionId: result?.data.sessionId, prompt: 'as a woodcut' };
        return codeOf(await call(owner, 'change', change)) ?? 'runs';
      }),
    );
    expect(codes.sort()).toEqual(['restyle.ended', 'restyle.ended', 'runs']);
  });

  it('ends every stream whose time is over, whichever of them the service fails to end', async () => {
    const sessions = backend.app.get(RestyleSessionsRepository, { strict: false });
    await sessions.add('someone', 'stuck', 0);
    await sessions.add('someone else', 'loose', 0);
    while (!asked.includes('DELETE /v1/streams/loose'))
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toContain('DELETE /v1/streams/stuck');
  }, 20_000);

  it('refuses what is no session description', async () => {
    const answer = await call(owner, 'start', { projectId, prompt: 'red', sdp: 'GET / HTTP/1.1' });
    expect(codeOf(answer)).toBe('input.invalid');
  });
});
