import type { ModelUsage } from '@hatchr/contracts';
import { z } from 'zod';
import type { ModelReply } from '../model-client.port.js';
import { ModelFailure } from '../model-failure.js';

const count = z.number().int().min(0).nullish().catch(null);

const usageSchema = z.object({
  input_tokens: count,
  cache_creation_input_tokens: count,
  cache_read_input_tokens: count,
  output_tokens: count,
  output_tokens_details: z.object({ thinking_tokens: count }).nullish().catch(null),
});

const messageSchema = z.object({
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
  stop_reason: z.string().nullish(),
  usage: z.unknown(),
});

/** What a message says, whole or gathered from the events of a stream. */
export interface AnthropicAnswer {
  text: string;
  stopReason: string | null;
  usage: ModelUsage;
}

/**
 * A message of Anthropic.
 * @throws ModelFailure `model.answer_invalid` where it is none
 */
export function readMessage(message: unknown, estimated: ModelUsage): AnthropicAnswer {
  const { data } = messageSchema.safeParse(message);
  if (!data) throw new ModelFailure('model.answer_invalid', estimated);
  return {
    text: data.content.map(({ type, text }) => (type === 'text' ? text : '')).join(''),
    stopReason: data.stop_reason ?? null,
    usage: readAnthropicUsage(data.usage, estimated),
  };
}

/**
 * Tokens as the provider counted them; what it leaves out is as known before. It counts what it read from its cache and
 * what it wrote there apart from the other input.
 */
export function readAnthropicUsage(usage: unknown, known: ModelUsage): ModelUsage {
  const { data } = usageSchema.safeParse(usage);
  if (!data) return known;
  const cached = data.cache_read_input_tokens ?? 0;
  const fresh = data.input_tokens ?? null;
  return {
    input: fresh === null ? known.input : fresh + cached + (data.cache_creation_input_tokens ?? 0),
    cached: fresh === null ? known.cached : cached,
    output: data.output_tokens ?? known.output,
    reasoning: data.output_tokens_details?.thinking_tokens ?? known.reasoning,
  };
}

const cutReasons = ['max_tokens', 'model_context_window_exceeded'];

/**
 * The reply in an answer.
 * @throws ModelFailure with its usage: `model.refused`, `model.answer_cut`, or `model.answer_invalid` where it is empty
 */
export function toReply(answer: AnthropicAnswer, requestId: string | null): ModelReply {
  const { text, stopReason, usage } = answer;
  if (stopReason === 'refusal') throw new ModelFailure('model.refused', usage);
  if (stopReason !== null && cutReasons.includes(stopReason))
    throw new ModelFailure('model.answer_cut', usage);
  if (!text.trim()) throw new ModelFailure('model.answer_invalid', usage);
  return { text, usage, requestId };
}
