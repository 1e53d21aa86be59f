import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { ModelUsage } from '@hatchr/contracts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { ModelProvider } from '../language-model.config.js';
import type { ModelClient, ModelReply, ModelRequest } from '../model-client.port.js';
import { ModelFailure } from '../model-failure.js';
import { startModelServer, type ModelServer } from '../testing/index.js';
import type { ReceivedRequest, ScriptedReply } from '../testing/index.js';
import { createModelClient } from './create-model-client.js';
import { readOpenAiReply } from './openai-reply.js';

// Real here: the clients, the providers' SDKs, HTTP and its connections. Fake: the provider, on this machine.

const KEY = 'sk-test-0123456789';
const SECRET = 'a sentence of the founder';
const schema = { name: 'idea', json: z.toJSONSchema(z.object({ name: z.string().max(40) })) };
const usage: ModelUsage = { input: 120, cached: 20, output: 30, reasoning: 10 };

/** Read by the service only. */
const models = { plan: '', extract: '', copy: '', code: '' };

const servers: Pick<ModelServer, 'close'>[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

type Script = (request: ReceivedRequest) => ScriptedReply;

async function start(provider: ModelProvider, script: Script) {
  const server = await startModelServer({
    protocol: provider,
    apiKey: KEY,
    models: ['model-a'],
    answer: script,
  });
  servers.push(server);
  const client = createModelClient({ provider, apiKey: KEY, baseUrl: server.baseUrl, models });
  return { server, client };
}

const ask = (changes: Partial<ModelRequest> = {}): ModelRequest => ({
  model: 'model-a',
  instructions: 'Name the product.',
  data: SECRET,
  maxOutputTokens: 500,
  signal: new AbortController().signal,
  ...changes,
});

type Way = 'complete' | 'stream';

async function send(client: ModelClient, way: Way, request: ModelRequest) {
  if (way === 'complete') return { pieces: [], reply: await client.complete(request) };
  const pieces: string[] = [];
  let reply: ModelReply | null = null;
  for await (const chunk of client.stream(request)) {
    if ('text' in chunk) pieces.push(chunk.text);
    else reply = chunk.reply;
  }
  return { pieces, reply };
}

async function failureOf(work: Promise<unknown>): Promise<ModelFailure> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ModelFailure);
  return error as ModelFailure;
}

/** Everything that a log could print of an error. */
function printOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = JSON.stringify(error, Object.getOwnPropertyNames(error));
  return `${error.stack ?? ''} ${own} ${printOf(error.cause)}`;
}

const rejected = (status: number, type: string): ScriptedReply => ({
  status,
  error: { type, message: `No: ${KEY} said "${SECRET}"` },
});

const ways: Way[] = ['complete', 'stream'];

const providers: { provider: ModelProvider; name: string }[] = [
  { provider: 'openai', name: 'OpenAI' },
  { provider: 'openai_compatible', name: 'OpenAI-compatible server' },
  { provider: 'anthropic', name: 'Anthropic' },
];

describe.each(providers)('$provider', ({ provider, name }) => {
  it('is known by its name', async () => {
    const { client } = await start(provider, () => ({}));
    expect(client.name).toBe(name);
  });

  describe.each(ways)('%s', (way) => {
    it('gives an answer of a strict schema, with what it cost', async () => {
      const { client, server } = await start(provider, () => ({ json: { name: 'Röst' }, usage }));
      const { reply, pieces } = await send(client, way, ask({ schema }));
      expect(reply).toEqual({
        text: '{"name":"Röst"}',
        usage,
        requestId: expect.stringMatching(/^req_/) as unknown,
      });
      if (way === 'stream') expect(pieces.join('')).toBe('{"name":"Röst"}');
      expect(server.requests).toHaveLength(1);
      expect(server.requests[0]?.schema).toMatchObject({
        properties: { name: { type: 'string', description: '(at most 40 characters)' } },
        required: ['name'],
        additionalProperties: false,
      });
    });

    it('gives a text, and keeps instructions apart from data', async () => {
      const { client, server } = await start(provider, () => ({ text: 'Two words' }));
      const { reply } = await send(client, way, ask());
      expect(reply?.text).toBe('Two words');
      expect(server.requests[0]).toMatchObject({
        model: 'model-a',
        instructions: 'Name the product.',
        data: SECRET,
        schema: null,
        stream: way === 'stream',
      });
      expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    });

    it('repeats nothing that a provider says of a failure, which may quote keys and prompts', async () => {
      const { client, server } = await start(provider, () => rejected(500, 'api_error'));
      const failure = await failureOf(send(client, way, ask({ schema })));
      expect(failure).toMatchObject({ code: 'provider.unavailable', billed: null });
      expect(printOf(failure)).toContain(`${name} answered: 500, api_error, req_`);
      expect(printOf(failure)).not.toContain(KEY);
      expect(printOf(failure)).not.toContain(SECRET);
      expect(server.requests).toHaveLength(1);
    });

    it.each([
      ['retry-after-ms', '1500.2', 1501],
      ['retry-after', '60', 60_000],
      ['retry-after', '1e9', null],
      ['retry-after', '100000000', 3_600_000],
      ['retry-after', 'Thu, 01 Jan 1970 00:00:00 GMT', 0],
      ['retry-after', 'soon', null],
    ])('reads %s: %s', async (header, value, milliseconds) => {
      const reply = { ...rejected(429, 'rate_limit_error'), headers: { [header]: value } };
      const { client } = await start(provider, () => reply);
      const failure = await failureOf(send(client, way, ask()));
      expect(failure).toMatchObject({
        code: 'provider.rate_limited',
        retryAfterMs: milliseconds,
      });
    });

    it('gives up on a provider that is not there', async () => {
      const { client, server } = await start(provider, () => ({}));
      await server.close();
      const failure = await failureOf(send(client, way, ask()));
      expect(failure).toMatchObject({ code: 'provider.unavailable', billed: null });
      expect(printOf(failure)).toContain('ECONNREFUSED');
    });

    it('hangs up at once when it is called off, and asks no more', async () => {
      const { client, server } = await start(provider, () => ({ text: 'Late', delayMs: 5_000 }));
      const stopping = new AbortController();
      const work = failureOf(send(client, way, ask({ signal: stopping.signal })));
      await until(() => server.requests.length === 1);
      stopping.abort();
      expect(await work).toMatchObject({ code: 'job.cancelled', billed: null });
      await until(() => server.requests[0]?.isAbandoned === true);
      expect(server.requests).toHaveLength(1);
    });

    it('asks nothing when it was called off before', async () => {
      const { client, server } = await start(provider, () => ({ text: 'No' }));
      const failure = await failureOf(send(client, way, ask({ signal: AbortSignal.abort() })));
      expect(failure.code).toBe('job.cancelled');
      expect(server.requests).toHaveLength(0);
    });

    it.each(['sk-a\nb', 'sk-ключ'])(
      'keeps a key to itself that cannot be sent: %j',
      async (apiKey) => {
        const { server } = await start(provider, () => ({}));
        const config = { provider, apiKey, baseUrl: server.baseUrl, models };
        const failure = await failureOf(send(createModelClient(config), way, ask()));
        expect(failure).toMatchObject({ code: 'provider.key_refused', billed: null });
        expect(printOf(failure)).not.toContain(apiKey);
        expect(server.requests).toHaveLength(0);
      },
    );

    it('refuses a schema that no provider takes, before anything is sent', async () => {
      const { client, server } = await start(provider, () => ({}));
      const json = z.toJSONSchema(z.object({ prices: z.record(z.string(), z.number()) }));
      const request = ask({ schema: { name: 'prices', json } });
      await expect(send(client, way, request)).rejects.toThrow('prices is a record');
      expect(server.requests).toHaveLength(0);
    });
  });

  it.each([
    ['JSON of another service', 'application/json', '{"hello":"there"}'],
    ['a list', 'application/json', '[1]'],
  ])('tells %s from an answer', async (_, type, body) => {
    const { port, close } = await startWebServer(type, body);
    servers.push({ close });
    const baseUrl = `http://127.0.0.1:${port}`;
    const client = createModelClient({ provider, apiKey: KEY, baseUrl, models });
    const failure = await failureOf(client.complete(ask()));
    expect(failure).toMatchObject({ code: 'provider.rejected', billed: null });
    expect(printOf(failure)).toContain('is its base URL right?');
  });

  it.each([
    ['a page', 'text/html', '<h1>Welcome</h1>'],
    ['nothing', 'application/json', ''],
  ])('does not take %s for an answer', async (_, type, body) => {
    const { port, close } = await startWebServer(type, body);
    servers.push({ close });
    const baseUrl = `http://127.0.0.1:${port}`;
    const client = createModelClient({ provider, apiKey: KEY, baseUrl, models });
    const failure = await failureOf(client.complete(ask()));
    // The SDK of OpenAI stumbles over it before we see it.
    expect(failure.code).toBe(provider === 'openai' ? 'provider.unavailable' : 'provider.rejected');
  });

  it('takes JSON that breaks off in the middle for a broken line', async () => {
    const { port, close } = await startWebServer('application/json', '{"id":"1","cho');
    servers.push({ close });
    const baseUrl = `http://127.0.0.1:${port}`;
    const client = createModelClient({ provider, apiKey: KEY, baseUrl, models });
    const failure = await failureOf(client.complete(ask()));
    expect(failure.code).toBe('provider.unavailable');
    expect(failure.billed?.input).toBeGreaterThan(0);
  });

  it('logs nothing of a stream that is no JSON', async () => {
    const log = (['error', 'warn', 'info', 'log'] as const).map((level) =>
      jest.spyOn(console, level).mockReturnValue(),
    );
    const body = `event: message_start\ndata: {"type": ${SECRET}\n\n`;
    const { port, close } = await startWebServer('text/event-stream', body);
    servers.push({ close });
    const baseUrl = `http://127.0.0.1:${port}`;
    const client = createModelClient({ provider, apiKey: KEY, baseUrl, models });
    const failure = await failureOf(send(client, 'stream', ask()));
    expect(failure.code).toBe('provider.unavailable');
    expect(printOf(failure)).not.toContain(SECRET);
    for (const spy of log) expect(spy).not.toHaveBeenCalled();
    jest.restoreAllMocks();
  });

  it('stops reading a line that has no end', async () => {
    const body = `event: message_start\ndata: {"type": "${'x'.repeat(9_000_000)}`;
    const { port, close } = await startWebServer('text/event-stream', body);
    servers.push({ close });
    const baseUrl = `http://127.0.0.1:${port}`;
    const client = createModelClient({ provider, apiKey: KEY, baseUrl, models });
    const failure = await failureOf(send(client, 'stream', ask()));
    expect(failure.code).toBe('model.answer_cut');
  });

  it('translates a failure in the middle of a stream, with what it cost by then', async () => {
    const streamError = { type: 'overloaded_error', message: `No: ${KEY} said "${SECRET}"` };
    const { client, server } = await start(provider, () => ({
      text: 'word '.repeat(20),
      streamError,
    }));
    const failure = await failureOf(send(client, 'stream', ask()));
    expect(failure.code).toBe('provider.unavailable');
    expect(failure.billed?.output).toBeGreaterThan(0);
    expect(server.requests).toHaveLength(1);
    expect(printOf(failure)).not.toContain(SECRET);
  });

  it('passes the pieces on as they come, and hangs up when its reader has enough', async () => {
    const { client, server } = await start(provider, () => ({
      text: 'word '.repeat(100),
      chunkDelayMs: 20,
    }));
    for await (const chunk of client.stream(ask())) if ('text' in chunk) break;
    await until(() => server.requests[0]?.isAbandoned === true);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a server that cannot hold a model to a schema', () => {
  it.each(['json_object', 'none'] as const)('is told it in words: %s', async (structuredOutput) => {
    const server = await startModelServer({
      protocol: 'openai_compatible',
      answer: () => ({ text: '```json\n{"name":"Rota"}\n```' }),
    });
    servers.push(server);
    const { baseUrl } = server;
    const config = { provider: 'openai_compatible', apiKey: null, baseUrl, models } as const;
    await createModelClient({ ...config, structuredOutput }).complete(ask({ schema }));
    const [request] = server.requests;
    expect(request?.instructions).toMatch(/^Name the product\.\n/);
    expect(request?.instructions).toContain('"additionalProperties":false');
    expect(request?.body.response_format).toEqual(
      structuredOutput === 'none' ? undefined : { type: 'json_object' },
    );
    expect(request?.headers.authorization).toBeUndefined();
  });

  it('is Anthropic where a schema has more unions than it compiles', async () => {
    const { client, server } = await start('anthropic', () => ({ json: {} }));
    const keys = Array.from({ length: 17 }, (_, index) => [`key${index}`, z.string().nullable()]);
    const shape = Object.fromEntries(keys) as Record<string, z.ZodType>;
    const json = z.toJSONSchema(z.object(shape));
    await client.complete(ask({ schema: { name: 'wide', json } }));
    expect(server.requests[0]?.schema).toBeNull();
    expect(server.requests[0]?.instructions).toContain('"key16"');
  });
});

async function startWebServer(type: string, body: string) {
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', type);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, close };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a response of OpenAI', () => {
  const estimated = { input: 5, cached: 0, output: 0, reasoning: 0 };
  const read = (response: object) => () => readOpenAiReply(response, 'OpenAI', null, estimated);

  it.each([
    ['server_error', 'provider.unavailable'],
    ['rate_limit_exceeded', 'provider.rate_limited'],
    ['invalid_prompt', 'model.refused'],
    ['image_too_large', 'provider.unavailable'],
  ])('that failed with %s is %s', (code, expected) => {
    const response = { status: 'failed', error: { code, message: SECRET }, output: [] };
    expect(read(response)).toThrow(expect.objectContaining({ code: expected, billed: estimated }));
  });

  it('may hold thoughts beside its text, and no usage', () => {
    const output = [
      { type: 'reasoning', summary: [] },
      { type: 'message', content: [{ type: 'output_text', text: 'Rota' }] },
    ];
    expect(read({ output })()).toEqual({ text: 'Rota', usage: estimated, requestId: null });
  });
});
