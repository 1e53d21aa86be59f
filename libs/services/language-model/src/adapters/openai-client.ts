import type OpenAI from 'openai';
import type { ModelChunk, ModelClient, ModelReply, ModelRequest } from '../model-client.port.js';
import { toStrictSchema } from '../schema/to-strict-schema.js';
import { AnswerTooLongError, MOST_TEXT } from './bounded-fetch.js';
import { estimateUsage } from './estimate-usage.js';
import { readOpenAiReply } from './openai-reply.js';
import { createOpenAiSdk, translateOpenAiError, type ClientConfig } from './openai-sdk.js';

/** OpenAI by its Responses API, with strict schemas. Nothing is stored there. */
export class OpenAiClient implements ModelClient {
  readonly name = 'OpenAI';
  readonly #sdk: OpenAI;

  constructor(config: ClientConfig) {
    this.#sdk = createOpenAiSdk(config);
  }

  async complete(request: ModelRequest): Promise<ModelReply> {
    const { signal } = request;
    const estimated = estimateUsage(request, '');
    const body = toBody(request);
    try {
      const { data, request_id } = await this.#sdk.responses
        .create(body, { signal })
        .withResponse();
      return readOpenAiReply(data, this.name, request_id, estimated);
    } catch (error) {
      throw translateOpenAiError(this.name, error, signal, estimated);
    }
  }

  async *stream(request: ModelRequest): AsyncIterable<ModelChunk> {
    const { signal } = request;
    const body = { ...toBody(request), stream: true } as const;
    let written = '';
    try {
      const { data, request_id } = await this.#sdk.responses
        .create(body, { signal })
        .withResponse();
      for await (const event of data) {
        if (event.type === 'response.output_text.delta') {
          written += event.delta;
          if (written.length > MOST_TEXT) throw new AnswerTooLongError();
          yield { text: event.delta };
        } else if (isLast(event)) {
          const estimated = estimateUsage(request, written);
          yield { reply: readOpenAiReply(event.response, this.name, request_id, estimated) };
          return;
        }
      }
      // The SDK ends a stream in silence, whether it was called off or cut between two events.
      throw new Error('no end');
    } catch (error) {
      throw translateOpenAiError(this.name, error, signal, estimateUsage(request, written));
    }
  }
}

const toBody = ({ model, instructions, data, schema, maxOutputTokens }: ModelRequest) => ({
  model,
  instructions,
  input: data,
  max_output_tokens: maxOutputTokens,
  store: false,
  ...(schema
    ? {
        text: {
          format: {
            type: 'json_schema' as const,
            name: schema.name,
            strict: true,
            schema: toStrictSchema(schema.json, 'openai'),
          },
        },
      }
    : {}),
});

type LastEvent =
  | OpenAI.Responses.ResponseCompletedEvent
  | OpenAI.Responses.ResponseIncompleteEvent
  | OpenAI.Responses.ResponseFailedEvent;

const isLast = (event: OpenAI.Responses.ResponseStreamEvent): event is LastEvent =>
  event.type === 'response.completed' ||
  event.type === 'response.incomplete' ||
  event.type === 'response.failed';
