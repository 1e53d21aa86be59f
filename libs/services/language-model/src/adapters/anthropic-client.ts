import Anthropic, { APIConnectionError, APIError } from '@anthropic-ai/sdk';
import type { ModelUsage } from '@hatchr/contracts';
import type { ModelChunk, ModelClient, ModelReply, ModelRequest } from '../model-client.port.js';
import { ModelFailure } from '../model-failure.js';
import { describeSchema } from '../schema/describe-schema.js';
import { countUnions, toStrictSchema } from '../schema/to-strict-schema.js';
import { readAnthropicUsage, readMessage, toReply } from './anthropic-reply.js';
import { AnswerTooLongError, boundedFetch, MOST_TEXT } from './bounded-fetch.js';
import { estimateUsage } from './estimate-usage.js';
import type { ClientConfig } from './openai-sdk.js';
import { connectionCodeOf, toBrokenAnswer, toCancelled, toFailure } from './to-failure.js';

/** Parts of more than one type that the provider compiles in one schema; it answers 400 to more. */
const MOST_UNIONS = 16;

/** Anthropic by its Messages API, with `output_config.format`. Sampling is left to the model, as its API demands. */
export class AnthropicClient implements ModelClient {
  readonly name = 'Anthropic';
  readonly #sdk: Anthropic;

  /** Everything is said that the SDK would else take from the environment; it sends nothing again and logs nothing. */
  constructor({ apiKey, baseUrl }: ClientConfig) {
    this.#sdk = new Anthropic({
      apiKey: apiKey ?? 'none',
      baseURL: baseUrl ?? 'https://api.anthropic.com',
      webhookKey: null,
      maxRetries: 0,
      logLevel: 'off',
      openTelemetry: false,
      fetch: boundedFetch,
    });
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
      if (signal.aborted) throw toCancelled(null);
      throw this.#translate(error, estimated);
    }
  }

  async *stream(request: ModelRequest): AsyncIterable<ModelChunk> {
    const { signal } = request;
    const body = { ...toBody(request), stream: true } as const;
    let text = '';
    let stopReason: string | null = null;
    let counted: ModelUsage | null = null;
    let isDone = false;
    // The first event counts one token of output or none: until the last one tells, the longer of both counts.
    const usage = (): ModelUsage => {
      const estimated = estimateUsage(request, text);
      if (!counted || stopReason !== null) return counted ?? estimated;
      return { ...counted, output: Math.max(counted.output, estimated.output) };
    };
    try {
      const { data, request_id } = await this.#sdk.messages
        .create(body, { signal, timeout: TIMEOUT_MS })
        .withResponse();
      for await (const event of data) {
        if (event.type === 'message_start')
          counted = readAnthropicUsage(event.message.usage, estimateUsage(request, ''));
        else if (event.type === 'message_delta') {
          stopReason = event.delta.stop_reason;
          counted = readAnthropicUsage(event.usage, usage());
        } else if (event.type === 'message_stop') isDone = true;
        else if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') {
          text += event.delta.text;
          if (text.length > MOST_TEXT) throw new AnswerTooLongError();
          yield { text: event.delta.text };
        }
      }
      // The SDK ends a stream in silence, whether it was called off or cut between two events.
      if (!isDone) throw new Error('no end');
      yield { reply: toReply({ text, stopReason, usage: usage() }, request_id ?? null) };
    } catch (error) {
      if (signal.aborted) throw toCancelled(counted && usage());
      throw this.#translate(error, usage());
    }
  }

  #translate(error: unknown, billed: ModelUsage): ModelFailure {
    if (error instanceof ModelFailure) return error;
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
