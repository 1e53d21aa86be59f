import Anthropic from '@anthropic-ai/sdk';
import { afterEach, describe, expect, it } from '@jest/globals';
import OpenAI from 'openai';
import type { ModelProvider } from '../language-model.config.js';
import { startModelServer, type ModelServer } from './index.js';

// The server is what other tests trust, so it is asked here without any client of ours or of the providers.

const servers: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(protocol: ModelProvider) {
  const server = await startModelServer({
    protocol,
    apiKey: 'good',
    models: ['model-a'],
    answer: () => ({ text: 'Hello there', usage: { input: 9, output: 3 } }),
  });
  servers.push(server);
  return server;
}

const paths = {
  openai: '/responses',
  openai_compatible: '/chat/completions',
  anthropic: '/v1/messages',
};

const bodies = {
  openai: { model: 'model-a', input: 'Hi' },
  openai_compatible: { model: 'model-a', messages: [{ role: 'user', content: 'Hi' }] },
  anthropic: { model: 'model-a', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }] },
};

async function post(
  server: ModelServer,
  changes: { body?: object; headers?: Record<string, string> } = {},
) {
  const response = await fetch(`${server.baseUrl}${paths[server.protocol]}`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer good',
      'anthropic-version': '2026-10-21',
      ...changes.headers,
    },
    body: JSON.stringify({ ...bodies[server.protocol], ...changes.body }),
  });
  return { status: response.status, text: await response.text() };
}

const loose = { type: 'object', properties: { a: { type: 'string' } } };

const withSchema = (protocol: ModelProvider, schema: object): object => {
  const named = { name: 'thing', strict: true, schema };
  if (protocol === 'openai') return { text: { format: { type: 'json_schema', ...named } } };
  if (protocol === 'anthropic')
    return { output_config: { format: { type: 'json_schema', schema } } };
  return { response_format: { type: 'json_schema', json_schema: named } };
};

const strict = (a: object) => ({
  type: 'object',
  properties: { a },
  required: ['a'],
  additionalProperties: false,
});

const nested = (depth: number): object =>
  depth === 0 ? { type: 'string' } : strict(nested(depth - 1));

describe.each(['openai', 'openai_compatible', 'anthropic'] as const)('%s', (protocol) => {
  it('answers what is right', async () => {
    const { status, text } = await post(await start(protocol));
    expect(status).toBe(200);
    expect(text).toContain('Hello there');
  });

  it('refuses another key, another model and another path', async () => {
    const server = await start(protocol);
    expect(await post(server, { headers: { authorization: 'Bearer bad' } })).toMatchObject({
      status: 401,
    });
    expect(await post(server, { body: { model: 'model-b' } })).toMatchObject({ status: 404 });
    expect((await fetch(`${server.baseUrl}/elsewhere`)).status).toBe(404);
  });

  it('lists its models to whoever has the key', async () => {
    const { baseUrl } = await start(protocol);
    const list = (key: string) =>
      fetch(new URL('/v1/models?limit=1', baseUrl), {
        headers: { authorization: `Bearer ${key}` },
      });
    expect(await (await list('good')).json()).toMatchObject({ data: [{ id: 'model-a' }] });
    expect((await list('bad')).status).toBe(401);
  });

  it.each([
    ['no additionalProperties', loose, 'additionalProperties'],
    ['an optional key', { ...loose, additionalProperties: false }, 'required'],
    ['a length', strict({ type: 'string', maxLength: 4 }), 'maxLength'],
    ['one of', strict({ oneOf: [{ type: 'string' }] }), 'oneOf'],
    ['no type', strict({}), "'type'"],
    ['no items', strict({ type: 'array' }), 'items'],
    ['words beside a reference', strict({ $ref: '#/$defs/a', description: 'a' }), 'ref'],
    ['a reference to nothing', strict({ $ref: '#/$defs/a' }), 'no definition'],
    ['a list at the root', { type: 'array', items: { type: 'string' } }, 'object'],
  ])('refuses a strict schema with %s', async (_, schema, why) => {
    const { status, text } = await post(await start(protocol), {
      body: withSchema(protocol, schema),
    });
    expect(status).toBe(400);
    expect((JSON.parse(text) as { error: { message: string } }).error.message).toContain(why);
  });

  it('takes a strict schema that keeps the rules', async () => {
    const server = await start(protocol);
    const schema = strict({ anyOf: [{ type: 'string' }, { type: 'null' }] });
    expect(await post(server, { body: withSchema(protocol, schema) })).toMatchObject({
      status: 200,
    });
  });
});

describe('what one provider alone refuses', () => {
  it('OpenAI: more than ten levels', async () => {
    const server = await start('openai');
    const status = async (depth: number) =>
      (await post(server, { body: withSchema('openai', nested(depth)) })).status;
    expect([await status(9), await status(10)]).toEqual([200, 400]);
  });

  it('Anthropic: sampling, another version, the older header for the key, an empty message', async () => {
    const server = await start('anthropic');
    for (const key of ['temperature', 'top_p', 'top_k'])
      expect(await post(server, { body: { [key]: 1 } })).toMatchObject({ status: 400 });
    const older = { 'anthropic-version': '2023-06-01' };
    expect(await post(server, { headers: older })).toMatchObject({ status: 400 });
    const headers = { authorization: '', 'x-api-key': 'good' };
    expect(await post(server, { headers })).toMatchObject({ status: 401 });
    const messages = [{ role: 'user', content: '' }];
    expect(await post(server, { body: { messages } })).toMatchObject({ status: 400 });
  });

  it('Anthropic: more than sixteen parts of more than one type', async () => {
    const server = await start('anthropic');
    const status = async (count: number) => {
      const keys = Array.from({ length: count }, (_, index) => `key${index}`);
      const properties = Object.fromEntries(
        keys.map((key) => [key, { anyOf: [{ type: 'string' }, { type: 'null' }] }]),
      );
      const schema = { type: 'object', properties, required: keys, additionalProperties: false };
      return (await post(server, { body: withSchema('anthropic', schema) })).status;
    };
    expect([await status(16), await status(17)]).toEqual([200, 400]);
  });
});

it('tells of a script that fails, when it is closed', async () => {
  const server = await startModelServer({
    protocol: 'openai',
    answer: () => {
      throw new Error('a mistake of the test');
    },
  });
  await expect(post(server)).rejects.toThrow('fetch failed');
  await expect(server.close()).rejects.toThrow('a mistake of the test');
});

const eventsOf = (text: string) => [...text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name);

describe('streams', () => {
  it('OpenAI: every event of a response, numbered, with the usage at the end', async () => {
    const { text } = await post(await start('openai'), { body: { stream: true } });
    expect(eventsOf(text)).toEqual([
      'response.created',
      'response.in_progress',
      'response.output_item.added',
      'response.content_part.added',
      'response.output_text.delta',
      'response.output_text.delta',
      'response.output_text.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.completed',
    ]);
    expect(text).toContain('"sequence_number":9');
    expect(text).toMatch(/"total_tokens":12\}\},"sequence_number":9\}\n\n$/);
  });

  it('compatible: chunks, the usage where it was asked for, and [DONE]', async () => {
    const server = await start('openai_compatible');
    const plain = await post(server, { body: { stream: true } });
    expect(plain.text).toMatch(/\n\ndata: \[DONE\]\n\n$/);
    expect(plain.text).not.toContain('"usage"');
    const options = { stream_options: { include_usage: true } };
    const counted = await post(server, { body: { stream: true, ...options } });
    expect(counted.text).toContain('"choices":[],"usage":{"prompt_tokens":9');
  });

  it('Anthropic: from message_start to message_stop, with the usage at both ends', async () => {
    const { text } = await post(await start('anthropic'), { body: { stream: true } });
    expect(eventsOf(text)).toEqual([
      'message_start',
      'content_block_start',
      'ping',
      'content_block_delta',
      'content_block_delta',
      'content_block_stop',
      'message_delta',
      'message_stop',
    ]);
    expect(text).toMatch(/"message_delta".*"output_tokens":3/);
  });
});

describe('the SDKs’ own helpers, which check the order of events,', () => {
  it('gather a response of OpenAI', async () => {
    const { baseUrl } = await start('openai');
    const sdk = new OpenAI({ apiKey: 'good', baseURL: baseUrl, maxRetries: 0 });
    const response = await sdk.responses.stream({ model: 'model-a', input: 'Hi' }).finalResponse();
    expect(response.output_text).toBe('Hello there');
    expect(response.usage).toMatchObject({ input_tokens: 9, output_tokens: 3 });
    expect((await sdk.models.list()).data).toMatchObject([{ id: 'model-a' }]);
  });

  it('gather a chat completion', async () => {
    const { baseUrl } = await start('openai_compatible');
    const sdk = new OpenAI({ apiKey: 'good', baseURL: baseUrl, maxRetries: 0 });
    const stream = sdk.chat.completions.stream({
      model: 'model-a',
      messages: [{ role: 'user', content: 'Hi' }],
      stream_options: { include_usage: true },
    });
    const completion = await stream.finalChatCompletion();
    expect(completion.choices[0]?.message.content).toBe('Hello there');
    expect(completion.usage).toMatchObject({ prompt_tokens: 9, completion_tokens: 3 });
  });

  it('gather a message of Anthropic', async () => {
    const { baseUrl } = await start('anthropic');
    const sdk = new Anthropic({ apiKey: 'good', baseURL: baseUrl, maxRetries: 0 });
    const stream = sdk.messages.stream({
      model: 'model-a',
      max_tokens: 9,
      messages: [{ role: 'user', content: 'Hi' }],
    });
    const message = await stream.finalMessage();
    expect(message.content).toMatchObject([{ type: 'text', text: 'Hello there' }]);
    expect(message.usage).toMatchObject({ input_tokens: 9, output_tokens: 3 });
    const models = [];
    for await (const model of sdk.models.list()) models.push(model.id);
    expect(models).toEqual(['model-a']);
  });
});
