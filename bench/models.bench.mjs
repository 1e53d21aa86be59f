// What our layer over the providers' SDKs costs a call, against the bare SDK at the same local server, and what a job
// costs at the prices of the providers.
import Anthropic from '@anthropic-ai/sdk';
import { createModelClient, LanguageModelService, MemoryModelLedger } from '@hatchr/language-model';
import { startModelServer, stepModelOver, TEST_KEY } from '@hatchr/language-model/testing';
import OpenAI from 'openai';
import { z } from 'zod';
import { median, timeOf } from './measure.mjs';

/** @typedef {import('./measure.mjs').Figure} Figure */
/** @typedef {'openai' | 'openai_compatible' | 'anthropic'} Provider */

/** A fast answer of a small model; real ones take seconds, where our share is smaller still. */
const ANSWER_MS = 150;
const STREAM = { delayMs: 100, chunkDelayMs: 5 };
const AT_MOST = { ratioAtMost: 1.05 };

const INSTRUCTIONS = 'Plan the product. '.repeat(100);
const DATA = 'A rota for volunteers who cannot always come. '.repeat(50);
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
export async function bench({ isShort, say, signal }) {
  /** @type {Figure[]} */
  const figures = [];
  for (const provider of /** @type {Provider[]} */ (['openai', 'openai_compatible', 'anthropic']))
    for (const way of /** @type {const} */ (['JSON', 'stream'])) {
      signal.throwIfAborted();
      say(`calling ${provider}, ${way}`);
      figures.push(...(await measure(provider, way, isShort)));
    }
  return [...figures, ...costFigures()];
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
    answer: () => {
      if (way === 'stream')
        return { text: 'A rota for all. '.repeat(5), ...(isFast ? {} : STREAM) };
      return { json: answer, ...(isFast ? {} : { delayMs: ANSWER_MS }) };
    },
  });
  const callers = way === 'JSON' ? jsonCallers(server) : streamCallers(server);
  await timesOf(callers, 30);
  const fast = await timesOf(callers, isShort ? 100 : 400);
  isFast = false;
  const real = await timesOf(callers, isShort ? 8 : 24);
  await server.close();
  const name = `${provider}, ${way}`;
  const baseline = { name: 'bare SDK', value: real.bare };
  const microseconds = (/** @type {number} */ milliseconds) => Math.round(milliseconds * 1000);
  const added = (/** @type {'client' | 'service'} */ layer) => ({
    name: `${name}: the ${layer} adds`,
    value: microseconds(fast[layer] - fast.bare),
    unit: 'µs',
  });
  return [
    { name: `${name}: client`, value: real.client, unit: 'ms', baseline, target: AT_MOST },
    { name: `${name}: service`, value: real.service, unit: 'ms', baseline, target: AT_MOST },
    added('client'),
    added('service'),
  ];
}

/**
 * Milliseconds of calls that take turns: the fastest quarter of each, since whatever else the machine does only adds.
 * @param {Callers} callers @param {number} rounds
 */
async function timesOf(callers, rounds) {
  /** @type {Record<keyof Callers, number[]>} */
  const times = { bare: [], client: [], service: [] };
  const names = /** @type {(keyof Callers)[]} */ (Object.keys(callers));
  for (let round = 0; round < rounds; round++)
    // Another one begins each round: what one leaves to be cleaned up falls on the next.
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length];
      if (name) times[name].push(await timeOf(callers[name]));
    }
  return {
    bare: fastOf(times.bare),
    client: fastOf(times.client),
    service: fastOf(times.service),
  };
}

/** @param {number[]} values */
const fastOf = (values) =>
  median([...values].sort((a, b) => a - b).slice(0, Math.ceil(values.length / 4)));

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

/** List prices of June 2026, in US dollars for a million tokens. */
const PRICES = {
  'gpt-5.4': { input: 2.5, cached: 0.25, output: 15 },
  'gpt-5.4-mini': { input: 0.75, cached: 0.075, output: 4.5 },
};

/** What a job is expected to cost, task by task, with a large model where it plans or writes code. @returns {Figure[]} */
function costFigures() {
  const models = {
    plan: 'gpt-5.4',
    extract: 'gpt-5.4-mini',
    copy: 'gpt-5.4-mini',
    code: 'gpt-5.4',
  };
  const none = { tokens: null, microUsd: null };
  const service = new LanguageModelService(
    {
      operator: { provider: 'openai', apiKey: TEST_KEY, models },
      forUserKeys: [],
      prices: PRICES,
      budgets: { call: none, step: none, job: none, user_day: none, instance_day: none },
      callTimeoutMs: 60_000,
      retries: 0,
    },
    new MemoryModelLedger(),
    createModelClient,
  );
  const tasks = service.offer(null)?.estimate ?? [];
  const dollars = (/** @type {number} */ microUsd) => microUsd / 1_000_000;
  return [
    ...tasks.map(({ task, model, calls, tokens, microUsd }) => ({
      name: `${task}: ${calls} calls of ${model}, ${tokens} tokens`,
      value: dollars(microUsd ?? 0),
      unit: '$',
    })),
    {
      name: 'a whole job',
      value: dollars(tasks.reduce((sum, { microUsd }) => sum + (microUsd ?? 0), 0)),
      unit: '$',
    },
  ];
}
