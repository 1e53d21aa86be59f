// What our layer over the providers’ SDKs costs a call, against the bare SDK at the same local server, and what a job
// costs at the prices of the providers.
import Anthropic from '@anthropic-ai/sdk';
import { createModelClient, LanguageModelService, MemoryModelLedger } from '@hatchr/language-model';
import { startModelServer, stepModelOver, TEST_KEY } from '@hatchr/language-model/testing';
import path from 'node:path';
import process from 'node:process';
import OpenAI from 'openai';
import { z } from 'zod';
import { timeOf } from './measure.mjs';

/** @typedef {import('./measure.mjs').Figure} Figure */
/** @typedef {'openai' | 'openai_compatible' | 'anthropic'} Provider */

/** A fast answer of a small model; real ones take seconds, where our share is smaller still. */
const ANSWER_MS = 150;
const AT_MOST = { ratioAtMost: 1.05 };

const INSTRUCTIONS = 'Plan the product. '.repeat(100);
const DATA = 'A rota for volunteers who cannot always come. '.repeat(50);
/** Two hundred events of a stream, which all come at once: what each costs is not hidden behind waiting. */
const WORDS = 'A rota for all. '.repeat(88);
const MOST_TOKENS = 1000;
const schema = z.object({
  name: z.string().max(40),
  audience: z.string().max(200),
  entities: z.array(z.object({ name: z.string().max(40), fields: z.array(z.string().max(40)) })),
});
const answer = {
  name: 'Rota',
  audience: 'Volunteers',
  entities: Array.from({ length: 12 }, (_, index) => ({
    name: `Thing ${index}`,
    fields: ['a', 'b'],
  })),
};
const json = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    audience: { type: 'string' },
    entities: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          fields: { type: 'array', items: { type: 'string' } },
        },
        required: ['name', 'fields'],
        additionalProperties: false,
      },
    },
  },
  required: ['name', 'audience', 'entities'],
  additionalProperties: false,
};

/** @type {import('./measure.mjs').Bench} */
export async function bench({ root, isShort, say, signal }) {
  /** @type {Figure[]} */
  const figures = [];
  for (const provider of /** @type {Provider[]} */ (['openai', 'openai_compatible', 'anthropic']))
    for (const way of /** @type {const} */ (['JSON', 'stream'])) {
      signal.throwIfAborted();
      say(`calling ${provider}, ${way}`);
      figures.push(...(await measure(provider, way, isShort)));
    }
  return [...figures, ...(await costFigures(root))];
}

/**
 * @param {Provider} provider @param {'JSON' | 'stream'} way @param {boolean} isShort
 * @returns {Promise<Figure[]>}
 */
async function measure(provider, way, isShort) {
  let isFast = true;
  const server = await startModelServer({
    protocol: provider,
    apiKey: TEST_KEY,
    answer: () => ({
      ...(way === 'JSON' ? { json: answer } : { text: WORDS }),
      ...(isFast ? {} : { delayMs: ANSWER_MS }),
    }),
  });
  const callers = way === 'JSON' ? jsonCallers(server) : streamCallers(server);
  await timesOf(callers, 30);
  const { processor } = await timesOf(callers, isShort ? 150 : 500);
  isFast = false;
  const { wall } = await timesOf(callers, isShort ? 8 : 30);
  await server.close();
  const name = `${provider}, ${way}`;
  return /** @type {const} */ (['client', 'service']).flatMap((layer) => {
    const added = processor[layer] - processor.bare;
    return [
      { name: `${name}: the ${layer} adds`, value: Math.round(added * 1000), unit: 'µs' },
      {
        name: `${name}: with the ${layer}, of processor time`,
        value: ANSWER_MS + added,
        unit: 'ms',
        baseline: { name: 'an answer', value: ANSWER_MS },
        target: AT_MOST,
      },
      {
        name: `${name}: with the ${layer}, by the clock`,
        value: wall[layer],
        unit: 'ms',
        baseline: { name: 'bare SDK', value: wall.bare },
      },
    ];
  });
}

/**
 * Milliseconds of calls that take turns: the fastest by the clock, and what one takes of the processor, which no other
 * work on the machine changes. Only that is held to a target: our layers wait for nothing but the provider.
 * @param {Callers} callers @param {number} rounds
 */
async function timesOf(callers, rounds) {
  const names = /** @type {(keyof Callers)[]} */ (Object.keys(callers));
  const wall = { bare: Infinity, client: Infinity, service: Infinity };
  const processor = { bare: 0, client: 0, service: 0 };
  for (let round = 0; round < rounds; round++)
    // Another one begins each round: what one leaves to be cleaned up falls on the next.
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length];
      if (!name) continue;
      const before = process.cpuUsage();
      wall[name] = Math.min(wall[name], await timeOf(callers[name]));
      const { user, system } = process.cpuUsage(before);
      processor[name] += (user + system) / 1000 / rounds;
    }
  return { wall, processor };
}

/** @typedef {Record<'bare' | 'client' | 'service', () => Promise<unknown>>} Callers */
/** @typedef {Awaited<ReturnType<typeof startModelServer>>} ModelServer */

/** @param {ModelServer} server */
function sdksOf({ baseUrl }) {
  const options = { apiKey: TEST_KEY, baseURL: baseUrl, maxRetries: 0 };
  return { openai: new OpenAI(options), anthropic: new Anthropic(options) };
}

/** Every request is another one, or the service would answer from its cache. */
let asked = 0;
const request = () => ({
  model: 'large',
  instructions: `${INSTRUCTIONS}${asked++}`,
  data: DATA,
  maxOutputTokens: MOST_TOKENS,
  signal: new AbortController().signal,
});

/** @param {ModelServer} server */
const clientOf = ({ protocol, baseUrl }) => {
  const models = { plan: 'large', extract: 'large', copy: 'large', code: 'large' };
  return createModelClient({ provider: protocol, apiKey: TEST_KEY, baseUrl, models });
};

const asStep = () => ({
  task: /** @type {const} */ ('plan'),
  purpose: 'Plan the product',
  instructions: `${INSTRUCTIONS}${asked++}`,
  data: [{ label: 'The sentence', text: DATA }],
  maxOutputTokens: MOST_TOKENS,
});

/** @param {ModelServer} server @returns {Callers} */
function jsonCallers(server) {
  const { openai, anthropic } = sdksOf(server);
  const format = { type: /** @type {const} */ ('json_schema'), name: 'plan', schema: json };
  const body = { model: 'large', max_tokens: MOST_TOKENS };
  const bare = {
    openai: async () => {
      const { instructions, data } = request();
      const text = { format: { ...format, strict: true } };
      const { output_text: written } = await openai.responses.create({
        model: 'large',
        instructions,
        input: data,
        max_output_tokens: MOST_TOKENS,
        store: false,
        text,
      });
      return JSON.parse(written);
    },
    openai_compatible: async () => {
      const { choices } = await openai.chat.completions.create({
        ...body,
        messages: messagesOf(),
        response_format: {
          type: 'json_schema',
          json_schema: { name: 'plan', strict: true, schema: json },
        },
      });
      return JSON.parse(choices[0]?.message.content ?? '');
    },
    anthropic: async () => {
      const { instructions, data } = request();
      const { content } = await anthropic.messages.create({
        ...body,
        system: instructions,
        messages: [{ role: 'user', content: data }],
        output_config: { format: { type: 'json_schema', schema: json } },
      });
      return JSON.parse(content[0]?.type === 'text' ? content[0].text : '');
    },
  };
  const client = clientOf(server);
  const model = stepModelOver(server);
  const asJson = /** @type {Record<string, unknown>} */ (z.toJSONSchema(schema));
  return {
    bare: bare[server.protocol],
    client: () => client.complete({ ...request(), schema: { name: 'plan', json: asJson } }),
    service: () => model.object({ ...asStep(), schemaName: 'plan', schema }),
  };
}

/** @param {ModelServer} server @returns {Callers} */
function streamCallers(server) {
  const { openai, anthropic } = sdksOf(server);
  const body = { model: 'large', max_tokens: MOST_TOKENS, stream: /** @type {const} */ (true) };
  const bare = {
    openai: async () => {
      const { instructions, data } = request();
      return drain(
        await openai.responses.create({
          model: 'large',
          instructions,
          input: data,
          max_output_tokens: MOST_TOKENS,
          store: false,
          stream: true,
        }),
      );
    },
    openai_compatible: async () =>
      drain(
        await openai.chat.completions.create({
          ...body,
          messages: messagesOf(),
          stream_options: { include_usage: true },
        }),
      ),
    anthropic: async () => {
      const { instructions, data } = request();
      const messages = [{ role: /** @type {const} */ ('user'), content: data }];
      return drain(await anthropic.messages.create({ ...body, system: instructions, messages }));
    },
  };
  const client = clientOf(server);
  const model = stepModelOver(server);
  return {
    bare: bare[server.protocol],
    client: () => drain(client.stream(request())),
    service: () => drain(model.stream(asStep())),
  };
}

/** @returns {import('openai/resources/chat/completions').ChatCompletionMessageParam[]} */
function messagesOf() {
  const { instructions, data } = request();
  return [
    { role: 'system', content: instructions },
    { role: 'user', content: data },
  ];
}

/** @param {AsyncIterable<unknown>} pieces */
async function drain(pieces) {
  for await (const piece of pieces) if (piece === undefined) throw new Error('an empty piece');
}

/**
 * What a job is expected to cost, task by task, with the models and prices that are configured here, or with those of
 * OpenAI that are the default. Nothing is sent to anybody.
 * @param {string} root @returns {Promise<Figure[]>}
 */
async function costFigures(root) {
  const { loadConfig } = await import(path.join(root, 'apps/backend/dist/env.js'));
  const needed = { DATABASE_URL: 'postgres://localhost/unused' };
  const configured = loadConfig({ ...process.env, ...needed }).models;
  const config = configured.operator
    ? configured
    : loadConfig({ ...needed, OPENAI_API_KEY: TEST_KEY }).models;
  const service = new LanguageModelService(config, new MemoryModelLedger(), createModelClient);
  const tasks = service.offer(null)?.estimate ?? [];
  const priced = tasks.flatMap(({ microUsd, ...task }) =>
    microUsd === null ? [] : [{ ...task, dollars: microUsd / 1_000_000 }],
  );
  if (priced.length < tasks.length)
    return tasks.map(({ task, model, tokens }) => ({
      name: `${task} with ${model}, whose price is not configured`,
      value: tokens,
      unit: 'tokens',
    }));
  const whole = priced.reduce((sum, { dollars }) => sum + dollars, 0);
  return [
    ...priced.map(({ task, model, calls, tokens, dollars }) => ({
      name: `${task}: ${calls} calls of ${model}, ${tokens} tokens`,
      value: dollars,
      unit: '$',
    })),
    { name: 'a whole job', value: whole, unit: '$' },
  ];
}
