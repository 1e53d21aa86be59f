import { errorCatalogue, type ErrorCode, type ModelCall, type ModelUsage } from '@hatchr/contracts';
import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { modelProviders, type ModelProvider } from './language-model.config.js';
import { startModelServer, stepModelOver, TEST_KEY, type ModelServer } from './testing/index.js';
import type { ScriptedReply } from './testing/index.js';
import type { ObjectRequest, StepModel } from './step-model.js';

// Real here: the service with its budgets and retries, the clients, the providers' SDKs, HTTP and its connections.
// Fake: the provider, on this machine. What a person sees, what is sent again and what it cost, for all that can go wrong.

type Way = 'object' | 'stream';

interface Trouble {
  name: string;
  reply: ScriptedReply;
  code: ErrorCode;
  /** Requests that the server sees, where one retry is allowed. */
  requests: number | Record<Way, number>;
  /** What is billed of each: nothing, what the provider told, or an estimate where it could not tell. */
  cost: 'nothing' | 'told' | 'estimated';
  ways?: Way[];
}

const usage: ModelUsage = { input: 120, cached: 20, output: 30, reasoning: 10 };

const rejected = (status: number, type: string, code: string | null = null): ScriptedReply => ({
  status,
  error: { type, code, message: `No: ${TEST_KEY}` },
  headers: { 'retry-after-ms': '1' },
});

const NO_RETRY = 1;
const ONE_RETRY = 2;
/** A repair is asked for, and is no better. */
const ONE_REPAIR = 2;

const troubles: Trouble[] = [
  {
    name: '401, a wrong key',
    reply: rejected(401, 'authentication_error'),
    code: 'provider.key_refused',
    requests: NO_RETRY,
    cost: 'nothing',
  },
  {
    name: '403, a key that may not',
    reply: rejected(403, 'permission_error'),
    code: 'provider.key_refused',
    requests: NO_RETRY,
    cost: 'nothing',
  },
  {
    name: '404, no such model',
    reply: rejected(404, 'not_found_error'),
    code: 'model.unknown',
    requests: NO_RETRY,
    cost: 'nothing',
  },
  {
    name: '400, a schema that is not taken',
    reply: rejected(400, 'invalid_request_error', 'invalid_json_schema'),
    code: 'provider.rejected',
    requests: NO_RETRY,
    cost: 'nothing',
  },
  {
    name: '408, a request that came too slowly',
    reply: rejected(408, 'timeout_error'),
    code: 'provider.unavailable',
    requests: ONE_RETRY,
    cost: 'nothing',
  },
  {
    name: '409, a conflict',
    reply: rejected(409, 'conflict_error'),
    code: 'provider.unavailable',
    requests: ONE_RETRY,
    cost: 'nothing',
  },
  {
    name: '429, too many requests',
    reply: rejected(429, 'rate_limit_error'),
    code: 'provider.rate_limited',
    requests: ONE_RETRY,
    cost: 'nothing',
  },
  {
    name: '429 with a pause that is longer than a call may take',
    reply: { ...rejected(429, 'rate_limit_error'), headers: { 'retry-after': '60' } },
    code: 'provider.rate_limited',
    requests: NO_RETRY,
    cost: 'nothing',
  },
  {
    name: '402, a bill that was not paid',
    reply: rejected(402, 'billing_error'),
    code: 'model.quota_exhausted',
    requests: NO_RETRY,
    cost: 'nothing',
  },
  {
    name: '500, a failure of the provider',
    reply: rejected(500, 'api_error'),
    code: 'provider.unavailable',
    requests: ONE_RETRY,
    cost: 'nothing',
  },
  {
    name: '529, too much to do',
    reply: rejected(529, 'overloaded_error'),
    code: 'provider.unavailable',
    requests: ONE_RETRY,
    cost: 'nothing',
  },
  {
    name: 'a redirect to another address',
    reply: { ...rejected(307, 'moved'), headers: { location: 'http://192.0.2.1/' } },
    code: 'provider.rejected',
    requests: NO_RETRY,
    cost: 'nothing',
  },
  {
    name: 'a refusal',
    reply: { refusal: 'I cannot help with that.', usage },
    code: 'model.refused',
    requests: NO_RETRY,
    cost: 'told',
  },
  {
    name: 'an answer that meets its limit of tokens',
    reply: { text: '{"name":"Ro', incomplete: 'max_output_tokens', usage },
    code: 'model.answer_cut',
    requests: NO_RETRY,
    cost: 'told',
  },
  {
    name: 'an answer that a filter stops',
    reply: { text: '{"name":"Ro', incomplete: 'content_filter', usage },
    code: 'model.refused',
    requests: NO_RETRY,
    cost: 'told',
  },
  {
    name: 'an empty answer',
    reply: { text: '', usage },
    code: 'model.answer_invalid',
    requests: NO_RETRY,
    cost: 'told',
  },
  {
    name: 'truncated JSON',
    reply: { text: '{"name":"Ro', usage },
    code: 'model.answer_invalid',
    requests: ONE_REPAIR,
    cost: 'told',
    ways: ['object'],
  },
  {
    name: 'wrong types',
    reply: { json: { name: 7 }, usage },
    code: 'model.answer_invalid',
    requests: ONE_REPAIR,
    cost: 'told',
    ways: ['object'],
  },
  {
    name: 'a connection that is cut in the middle',
    reply: { text: 'word '.repeat(400), cutAfterBytes: 1_500 },
    code: 'provider.unavailable',
    // What was passed on cannot be taken back.
    requests: { object: ONE_RETRY, stream: NO_RETRY },
    cost: 'estimated',
  },
  {
    name: 'an answer of 5 MB',
    reply: { text: 'word '.repeat(1_000_000) },
    code: 'model.answer_cut',
    requests: NO_RETRY,
    cost: 'estimated',
  },
];

/** Credit that is spent, as each provider says it. */
const noCredit: Record<ModelProvider, ScriptedReply> = {
  openai: rejected(429, 'insufficient_quota', 'insufficient_quota'),
  openai_compatible: rejected(429, 'insufficient_quota', 'insufficient_quota'),
  anthropic: {
    status: 400,
    error: {
      type: 'invalid_request_error',
      message: 'Your credit balance is too low to access the API.',
    },
  },
};

const servers: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(protocol: ModelProvider, reply: ScriptedReply) {
  const server = await startModelServer({ protocol, apiKey: TEST_KEY, answer: () => reply });
  servers.push(server);
  return server;
}

const request: ObjectRequest<{ name: string }> = {
  task: 'plan',
  purpose: 'Name the product',
  instructions: 'Name the product.',
  data: [{ label: 'The sentence', text: 'A rota for volunteers' }],
  maxOutputTokens: 500,
  schemaName: 'product',
  schema: z.object({ name: z.string().max(40) }),
};

async function ask(model: StepModel, way: Way): Promise<void> {
  if (way === 'object') await model.object(request);
  else for await (const piece of model.stream(request)) expect(piece).not.toBe('');
}

const total = (calls: readonly ModelCall[]) =>
  calls.reduce(
    (sum, call) => ({
      input: sum.input + call.usage.input,
      output: sum.output + call.usage.output,
      microUsd: sum.microUsd + (call.microUsd ?? 0),
    }),
    { input: 0, output: 0, microUsd: 0 },
  );

/** By the prices of `stepModelOver`: 100 fresh tokens at 2.50, 20 cached at 0.25, 30 written at 15 dollars a million. */
const TOLD_MICRO_USD = 705;

describe.each(modelProviders)('%s', (protocol) => {
  describe.each<Way>(['object', 'stream'])('%s', (way) => {
    const mine = troubles.filter(({ ways }) => !ways || ways.includes(way));

    it.each(mine)('meets $name', async ({ reply, code, requests, cost }) => {
      const server = await start(protocol, reply);
      const model = stepModelOver(server, { config: { retries: 1 } });
      await expect(ask(model, way)).rejects.toMatchObject({
        code,
        message: errorCatalogue[code].message,
      });
      const seen = typeof requests === 'number' ? requests : requests[way];
      expect(server.requests).toHaveLength(seen);
      const { input, output, microUsd } = total(model.calls);
      if (cost === 'nothing') expect({ input, output, microUsd }).toEqual(total([]));
      if (cost === 'told') {
        expect({ input, output }).toEqual({ input: 120 * seen, output: 30 * seen });
        expect(microUsd).toBe(TOLD_MICRO_USD * seen);
      }
      if (cost === 'estimated') {
        expect(input).toBeGreaterThan(20 * seen);
        expect(output).toBeLessThanOrEqual(500 * seen);
      }
    });

    it('meets an account without credit', async () => {
      const server = await start(protocol, noCredit[protocol]);
      await expect(ask(stepModelOver(server), way)).rejects.toMatchObject({
        code: 'model.quota_exhausted',
      });
      expect(server.requests).toHaveLength(1);
    });

    it('meets a provider that is too slow', async () => {
      const server = await start(protocol, { json: { name: 'Late' }, delayMs: 5_000 });
      const model = stepModelOver(server, { config: { callTimeoutMs: 200 } });
      await expect(ask(model, way)).rejects.toMatchObject({
        code: 'provider.unavailable',
        message: 'The language model did not answer in time, so this part was made without one.',
      });
      expect(server.requests).toHaveLength(1);
    });

    it('meets a provider that is not there', async () => {
      const server = await start(protocol, {});
      await server.close();
      const model = stepModelOver(server, { config: { retries: 1 } });
      await expect(ask(model, way)).rejects.toMatchObject({ code: 'provider.unavailable' });
      expect(model.calls).toMatchObject([{ outcome: 'failed' }, { outcome: 'failed' }]);
      expect(total(model.calls)).toEqual(total([]));
    });

    it('gets an answer after failures that pass', async () => {
      const server = await startModelServer({
        protocol,
        answer: () =>
          server.requests.length < 3
            ? rejected(503, 'api_error')
            : { json: { name: 'Third' }, usage },
      });
      servers.push(server);
      const model = stepModelOver(server);
      await ask(model, way);
      expect(server.requests).toHaveLength(3);
      expect(total(model.calls)).toEqual({ input: 120, output: 30, microUsd: TOLD_MICRO_USD });
    });
  });

  it('gives up on a provider that dawdles in the middle of an answer', async () => {
    const server = await start(protocol, { text: 'word '.repeat(100), chunkDelayMs: 50 });
    const model = stepModelOver(server, { config: { callTimeoutMs: 400 } });
    const pieces: string[] = [];
    const read = async () => {
      for await (const piece of model.stream(request)) pieces.push(piece);
    };
    await expect(read()).rejects.toMatchObject({ code: 'provider.unavailable' });
    expect(pieces.join('')).toMatch(/^word /);
    expect(server.requests).toHaveLength(1);
  });

  it('hangs up when the job is cancelled in the middle of an answer, and sends nothing more', async () => {
    const server = await start(protocol, { text: 'word '.repeat(100), chunkDelayMs: 20 });
    const job = new AbortController();
    const model = stepModelOver(server, { signal: job.signal });
    const read = async () => {
      for await (const piece of model.stream(request)) if (piece) job.abort();
    };
    await expect(read()).rejects.toMatchObject({ code: 'job.cancelled' });
    while (!server.requests[0]?.isAbandoned) await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(model.object(request)).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(server.requests).toHaveLength(1);
    expect(model.calls).toMatchObject([{ outcome: 'cancelled' }]);
  });

  it('repairs what does not fit', async () => {
    const server = await startModelServer({
      protocol,
      answer: () => ({ json: { name: server.requests.length < 2 ? 7 : 'Rota' }, usage }),
    });
    servers.push(server);
    const model = stepModelOver(server);
    expect(await model.object(request)).toEqual({ name: 'Rota' });
    expect(server.requests[1]?.data).toContain('name: Invalid input: expected string');
    expect(total(model.calls)).toEqual({ input: 240, output: 60, microUsd: 2 * TOLD_MICRO_USD });
  });
});
