import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Daydream } from './daydream.adapter.js';
import { FakeDaydream, fakeDaydreamKey } from './testing/fake-daydream.js';

// Real: the client. Fake: the service, whose answers are those of its documentation.

const offer = 'v=0\r\ns=offer\r\n';

describe('Daydream', () => {
  let fake: FakeDaydream;
  let baseUrl: string;
  beforeEach(async () => {
    fake = new FakeDaydream();
    baseUrl = await fake.start();
  });
  afterEach(async () => {
    await fake.stop();
  });
  const { signal } = new AbortController();
  const client = (apiKey = fakeDaydreamKey, requestTimeoutMs = 5_000): Daydream =>
    new Daydream({ apiKey, baseUrl: `${baseUrl}/`, requestTimeoutMs });

  it('makes a stream, takes pictures and gives redrawn ones once it has some', async () => {
    const daydream = client();
    const { streamId, whipUrl } = await daydream.createStream('Slotwise', 'in watercolour', signal);
    expect(fake.streams.get(streamId)?.params).toEqual({
      model_id: 'stabilityai/sd-turbo',
      prompt: 'in watercolour',
      width: 704,
      height: 384,
    });
    const published = await daydream.publish(whipUrl, offer, signal);
    expect(published.answer).toContain('answer to whip');
    await expect(daydream.play(published.whepUrl, offer, signal)).rejects.toMatchObject({
      code: 'provider.unavailable',
      message: 'Daydream has not drawn anything yet.',
    });
    expect(await daydream.play(published.whepUrl, offer, signal)).toContain('answer to whep');
  });

  it('shows its key to the API only', async () => {
    const daydream = client();
    const { whipUrl } = await daydream.createStream('n', 'p', signal);
    await daydream.publish(whipUrl, offer, signal);
    const sent = fake.asked.map((line, index) => [line, fake.headers[index]?.authorization]);
    expect(sent).toEqual([
      ['POST /v1/streams', `Bearer ${fakeDaydreamKey}`],
      ['POST /live/stream-1/whip', undefined],
    ]);
  });

  it('goes nowhere that an answer leads on to', async () => {
    let visits = 0;
    const inside = createServer((_request, response) => {
      visits += 1;
      response.writeHead(201).end('answer from inside');
    });
    const leadingOn = createServer((request, response) => {
      const port = String((inside.address() as AddressInfo).port);
      response.writeHead(Number(request.url?.slice(1)), { location: `http://127.0.0.1:${port}/` });
      response.end();
    });
    for (const server of [inside, leadingOn])
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${String((leadingOn.address() as AddressInfo).port)}`;
    for (const status of [301, 302, 303, 307, 308])
      await expect(
        client().publish(`${origin}/${String(status)}`, offer, signal),
      ).rejects.toMatchObject({ code: 'provider.rejected' });
    expect(visits).toBe(0);
    for (const server of [inside, leadingOn]) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('changes the prompt of a running stream, finds it and ends it', async () => {
    const daydream = client();
    const { streamId } = await daydream.createStream('n', 'first', signal);
    await daydream.changePrompt(streamId, 'second', signal);
    expect(fake.streams.get(streamId)?.params).toMatchObject({ prompt: 'second', width: 704 });
    expect(await daydream.findStream(streamId, signal)).toMatchObject({ streamId });
    await daydream.removeStream(streamId, signal);
    expect(await daydream.findStream(streamId, signal)).toBeNull();
    await expect(daydream.removeStream(streamId, signal)).resolves.toBeUndefined();
  });

  it.each([
    [401, 'provider.key_refused', 'Daydream did not accept the key.'],
    [403, 'provider.key_refused', 'Daydream did not accept the key.'],
    [410, 'provider.gone', 'Daydream no longer offers this.'],
    [429, 'provider.rate_limited', 'Daydream takes no more requests for now.'],
    [409, 'provider.rejected', 'Daydream refused the request (409).'],
    [500, 'provider.unavailable', 'Daydream has a failure of its own (500).'],
  ])('says what a %i means', async (status, code, message) => {
    fake.refusal = { on: 'POST /v1', status, headers: { 'retry-after': '7' } };
    await expect(client().createStream('n', 'p', signal)).rejects.toMatchObject({
      code,
      message: `${message} It says: “refused by the test”.`,
      details: { status, retryAfterSeconds: 7 },
    });
  });

  it('gives up on a service that does not answer, and stops when it is told to', async () => {
    fake.isSilent = true;
    await expect(client(fakeDaydreamKey, 50).createStream('n', 'p', signal)).rejects.toMatchObject({
      code: 'provider.unavailable',
      message: 'Daydream does not answer.',
    });
    const stop = new AbortController();
    const asking = client().createStream('n', 'p', stop.signal);
    stop.abort(new Error('closed'));
    await expect(asking).rejects.toThrow('closed');
  });
});
