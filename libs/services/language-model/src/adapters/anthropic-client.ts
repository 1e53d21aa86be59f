import Anthropic, { APIConnectionError, APIError } from '@anthropic-ai/sdk';
import type { ModelUsage } from '@hatchr/contracts';
import type { ModelChunk, ModelClient, ModelReply, ModelRequest } from '../model-client.port.js';
import { ModelFailure } from '../model-failure.js';
import { describeSchema } from '../schema/describe-schema.js';
import { countUnions, toStrictSchema } from '../schema/to-strict-schema.js';
import { GatheredMessage, readMessage, toReply } from './anthropic-reply.js';
import { boundedFetch } from './bounded-fetch.js';
import { estimateUsage } from './estimate-usage.js';
import type { ClientConfig } from './openai-sdk.js';
import { connectionCodeOf, toBrokenAnswer, toCancelled, toFailure } from './to-failure.js';

/** Parts of more than one type that the provider compiles in one schema; it answers 400 to more. */
const MOST_UNIONS = 16;

/** The SDK with everything said that it would else take from the environment; it sends nothing again and logs nothing. */
export const createAnthropicSdk = ({ apiKey, baseUrl }: ClientConfig): Anthropic =>
  new Anthropic({
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl ?? 'https://api.anthropic.com',
    webhookKey: null,
    maxRetries: 0,
    logLevel: 'off',
    openTelemetry: false,
    fetch: boundedFetch,
  });

/** Anthropic by its Messages API, with `output_config.format`. Sampling is left to the model, as its API demands. */
export class AnthropicClient implements ModelClient {
  readonly name = 'Anthropic';
  readonly #sdk: Anthropic;

  constructor(config: ClientConfig) {
    this.#sdk = createAnthropicSdk(config);
  }

  async complete(request: ModelRequest): Promise<ModelReply> {
    const { signal } = request;
    const estimated = estimateUsage(request, '');
    const body = toBody(request);
    try {
      const { data, request_id } = await this.#sdk.messages
        .create(body, { signal, timeout: TIMEOUT_MS })
        .withResponse();
      return toReply(readMessage(data, estimated), request_id ?? null);
    } catch (error) {
      throw this.#translate(error, signal, estimated);
    }
  }

  async *stream(request: ModelRequest): AsyncIterable<ModelChunk> {
    const { signal } = request;
    const body = { ...toBody(request), stream: true } as const;
    const gathered = new GatheredMessage(request);
    try {
      const { data, request_id } = await this.#sdk.messages
        .create(body, { signal, timeout: TIMEOUT_MS })
        .withResponse();
      for await (const event of data) {
        const piece = gathered.take(event);
        if (piece) yield { text: piece };
      }
      yield { reply: gathered.toReply(request_id ?? null) };
    } catch (error) {
      throw this.#translate(error, signal, gathered.usage, gathered.told);
    }
  }

  /** @param told by the provider so far, where it tells before its end */
  #translate(
    error: unknown,
    signal: AbortSignal,
    billed: ModelUsage,
    told: ModelUsage | null = null,
  ): ModelFailure {
    if (error instanceof ModelFailure) return error;
    if (signal.aborted) return toCancelled(told);
    if (!(error instanceof APIError)) return toBrokenAnswer(this.name, error, billed);
    const { status, type, errorCode, apiMessage, headers, requestID } = error as APIError;
    const isConnection = error instanceof APIConnectionError;
    const names = isConnection ? [connectionCodeOf(error)] : [type, errorCode];
    return toFailure(
      this.name,
      { status, names, message: apiMessage ?? '', headers, requestId: requestID },
      // A status comes instead of an answer, an event without one in its middle.
      isConnection || status !== undefined ? null : billed,
    );
  }
}

/** Beyond any time that we give a call: the SDK would else refuse answers that it thinks too long for it. */
const TIMEOUT_MS = 3_600_000;

function toBody({ model, instructions, data, schema, maxOutputTokens }: ModelRequest) {
  const strict = schema && toStrictSchema(schema.json, 'anthropic');
  const isEnforced = strict !== undefined && countUnions(strict) <= MOST_UNIONS;
  return {
    model,
    system: strict && !isEnforced ? describeSchema(instructions, strict) : instructions,
    messages: [{ role: 'user' as const, content: data }],
    max_tokens: maxOutputTokens,
    ...(isEnforced
      ? { output_config: { format: { type: 'json_schema' as const, schema: strict } } }
      : {}),
  };
}
