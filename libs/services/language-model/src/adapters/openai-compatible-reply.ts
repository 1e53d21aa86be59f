import type { ModelUsage } from '@hatchr/contracts';
import { z } from 'zod';
import type { ModelReply } from '../model-client.port.js';
import { ModelFailure } from '../model-failure.js';

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
 * @throws ModelFailure `model.answer_invalid` where it is none
 */
export function readCompletion(completion: unknown, estimated: ModelUsage): ChatAnswer {
  const parsed = completionSchema.safeParse(completion);
  const choice = parsed.data?.choices[0];
  if (!parsed.success || !choice) throw new ModelFailure('model.answer_invalid', estimated);
  return {
    text: choice.message.content ?? '',
    hasRefused: Boolean(choice.message.refusal),
    finishReason: choice.finish_reason ?? null,
    usage: readChatUsage(parsed.data.usage) ?? estimated,
  };
}

/** Tokens as the server counted them; null where it did not. */
export function readChatUsage(usage: unknown): ModelUsage | null {
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
