import type { ModelUsage } from '@hatchr/contracts';
import { z } from 'zod';
import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import type { ModelReply, ModelRequest } from '../model-client.port.js';
import { ModelFailure } from '../model-failure.js';
import { AnswerTooLongError, MOST_TEXT } from './bounded-fetch.js';
import { estimateUsage } from './estimate-usage.js';
import { toForeignAnswer } from './to-failure.js';

const count = z.number().int().min(0).catch(0);

const usageSchema = z.object({
  prompt_tokens: count,
  prompt_tokens_details: z.object({ cached_tokens: count }).nullish().catch(null),
  completion_tokens: count,
  completion_tokens_details: z.object({ reasoning_tokens: count }).nullish().catch(null),
});

const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: usageSchema.nullish().catch(null),
});

/** What a chat completion says, whole or gathered from the pieces of a stream. */
export interface ChatAnswer {
  text: string;
  hasRefused: boolean;
  finishReason: string | null;
  usage: ModelUsage;
}

/**
 * A chat completion of a compatible server.
 * @throws ModelFailure `provider.rejected` where it is none: whatever answers there does not speak like OpenAI
 */
export function readCompletion(completion: unknown, estimated: ModelUsage): ChatAnswer {
  const parsed = completionSchema.safeParse(completion);
  const choice = parsed.data?.choices[0];
  if (!parsed.success || !choice) throw toForeignAnswer('The server');
  return {
    text: choice.message.content ?? '',
    hasRefused: Boolean(choice.message.refusal),
    finishReason: choice.finish_reason ?? null,
    usage: readUsage(parsed.data.usage) ?? estimated,
  };
}

/** Tokens as the server counted them; null where it did not. */
function readUsage(usage: unknown): ModelUsage | null {
  const { data } = usageSchema.safeParse(usage);
  if (!data) return null;
  return {
    input: data.prompt_tokens,
    cached: data.prompt_tokens_details?.cached_tokens ?? 0,
    output: data.completion_tokens,
    reasoning: data.completion_tokens_details?.reasoning_tokens ?? 0,
  };
}

/**
 * The reply in an answer.
 * @throws ModelFailure with its usage: `model.refused`, `model.answer_cut`, or `model.answer_invalid` where it is empty
 */
export function toReply(answer: ChatAnswer, requestId: string | null): ModelReply {
  const { text, hasRefused, finishReason, usage } = answer;
  if (hasRefused || finishReason === 'content_filter')
    throw new ModelFailure('model.refused', usage);
  if (finishReason === 'length') throw new ModelFailure('model.answer_cut', usage);
  if (!text.trim()) throw new ModelFailure('model.answer_invalid', usage);
  return { text, usage, requestId };
}

/** A completion as the chunks of a stream tell it. */
export class GatheredCompletion {
  #text = '';
  #hasRefused = false;
  #finishReason: string | null = null;
  #counted: ModelUsage | null = null;

  constructor(private readonly request: ModelRequest) {}

  get usage(): ModelUsage {
    return this.#counted ?? estimateUsage(this.request, this.#text);
  }

  /**
   * The text in a chunk; empty where it has none.
   * @throws AnswerTooLongError
   */
  take({ choices, usage }: ChatCompletionChunk): string {
    this.#counted = readUsage(usage) ?? this.#counted;
    const choice = choices.at(0);
    this.#finishReason = choice?.finish_reason ?? this.#finishReason;
    this.#hasRefused ||= Boolean(choice?.delta.refusal);
    const text = choice?.delta.content ?? '';
    this.#text += text;
    if (this.#text.length > MOST_TEXT) throw new AnswerTooLongError();
    return text;
  }

  /**
   * The reply, once there are no more chunks.
   * @throws ModelFailure as `toReply`
   */
  toReply(requestId: string | null): ModelReply {
    // The SDK ends a stream in silence, whether it was called off or cut between two chunks.
    if (this.#finishReason === null) throw new Error('no end');
    const [text, hasRefused, finishReason] = [this.#text, this.#hasRefused, this.#finishReason];
    return toReply({ text, hasRefused, finishReason, usage: this.usage }, requestId);
  }
}
