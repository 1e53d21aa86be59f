import type OpenAI from 'openai';
import type { ModelChunk, ModelClient, ModelReply, ModelRequest } from '../model-client.port.js';
import { describeSchema } from '../schema/describe-schema.js';
import { toStrictSchema } from '../schema/to-strict-schema.js';
import { estimateUsage } from './estimate-usage.js';
import { GatheredCompletion, readCompletion, toReply } from './openai-compatible-reply.js';
import { createOpenAiSdk, translateOpenAiError, type ClientConfig } from './openai-sdk.js';

/** What a server understands of structured output. */
export type StructuredOutput = 'json_schema' | 'json_object' | 'none';

export interface CompatibleConfig extends ClientConfig {
  structuredOutput?: StructuredOutput | undefined;
}

/**
 * A server that speaks OpenAI's chat completions: Ollama, vLLM, LM Studio, llama.cpp, and many a hosted one. Where it
 * cannot hold a model to a schema, the schema is told in words.
 */
export class OpenAiCompatibleClient implements ModelClient {
  readonly name = 'OpenAI-compatible server';
  readonly #sdk: OpenAI;
  readonly #structuredOutput: StructuredOutput;

  constructor(config: CompatibleConfig) {
    this.#sdk = createOpenAiSdk(config);
    this.#structuredOutput = config.structuredOutput ?? 'json_schema';
  }

  async complete(request: ModelRequest): Promise<ModelReply> {
    const { signal } = request;
    const estimated = estimateUsage(request, '');
    const body = toBody(request, this.#structuredOutput);
    try {
      const { data, request_id } = await this.#sdk.chat.completions
        .create(body, { signal })
        .withResponse();
      return toReply(readCompletion(data, estimated), request_id);
    } catch (error) {
      throw translateOpenAiError(this.name, error, signal, estimated);
    }
  }

  async *stream(request: ModelRequest): AsyncIterable<ModelChunk> {
    const { signal } = request;
    const body = {
      ...toBody(request, this.#structuredOutput),
      stream: true,
      stream_options: { include_usage: true },
    } as const;
    const gathered = new GatheredCompletion(request);
    try {
      const { data, request_id } = await this.#sdk.chat.completions
        .create(body, { signal })
        .withResponse();
      for await (const chunk of data) {
        const piece = gathered.take(chunk);
        if (piece) yield { text: piece };
      }
      yield { reply: gathered.toReply(request_id) };
    } catch (error) {
      throw translateOpenAiError(this.name, error, signal, gathered.usage);
    }
  }
}

function toBody(request: ModelRequest, structuredOutput: StructuredOutput) {
  const { model, instructions, data, schema, maxOutputTokens } = request;
  const strict = schema && toStrictSchema(schema.json, 'openai_compatible');
  const isEnforced = structuredOutput === 'json_schema';
  const told = strict && !isEnforced ? describeSchema(instructions, strict) : instructions;
  return {
    model,
    messages: [
      { role: 'system' as const, content: told },
      { role: 'user' as const, content: data },
    ],
    // The newer name of it is not known to every server.
    max_tokens: maxOutputTokens,
    ...(strict && isEnforced
      ? {
          response_format: {
            type: 'json_schema' as const,
            json_schema: { name: schema.name, strict: true, schema: strict },
          },
        }
      : {}),
    ...(strict && structuredOutput === 'json_object'
      ? { response_format: { type: 'json_object' as const } }
      : {}),
  };
}
