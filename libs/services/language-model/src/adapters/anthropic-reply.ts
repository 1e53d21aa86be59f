import type { ModelUsage } from '@hatchr/contracts';
import { z } from 'zod';
import type { RawMessageStreamEvent } from '@anthropic-ai/sdk/resources/messages';
import type { ModelReply, ModelRequest } from '../model-client.port.js';
import { ModelFailure } from '../model-failure.js';
import { AnswerTooLongError, MOST_TEXT } from './bounded-fetch.js';
import { estimateUsage } from './estimate-usage.js';
import { toForeignAnswer } from './to-failure.js';

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
 * @throws ModelFailure `provider.rejected` where it is none: whatever answers there is not Anthropic
 */
export function readMessage(message: unknown, estimated: ModelUsage): AnthropicAnswer {
  const { data } = messageSchema.safeParse(message);
  if (!data) throw toForeignAnswer('Anthropic');
  return {
    text: data.content.map(({ type, text }) => (type === 'text' ? text : '')).join(''),
    stopReason: data.stop_reason ?? null,
    usage: readUsage(data.usage, estimated),
  };
}

/**
 * Tokens as the provider counted them; what it leaves out is as known before. It counts what it read from its cache and
 * what it wrote there apart from the other input.
 */
function readUsage(usage: unknown, known: ModelUsage): ModelUsage {
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

/** A message as the events of a stream tell it. */
export class GatheredMessage {
  #text = '';
  #stopReason: string | null = null;
  #isDone = false;
  /** As the provider counted so far; null while it has not. */
  told: ModelUsage | null = null;

  constructor(private readonly request: ModelRequest) {}

  /** The first event counts one token of output or none: until the last one tells, what came counts where it is more. */
  get usage(): ModelUsage {
    const estimated = estimateUsage(this.request, this.#text);
    if (!this.told || this.#stopReason !== null) return this.told ?? estimated;
    return { ...this.told, output: Math.max(this.told.output, estimated.output) };
  }

  /**
   * The text in an event; empty where it has none.
   * @throws AnswerTooLongError
   */
  take(event: RawMessageStreamEvent): string {
    if (event.type === 'message_start') this.told = readUsage(event.message.usage, this.usage);
    else if (event.type === 'message_delta') {
      this.told = readUsage(event.usage, this.usage);
      this.#stopReason = event.delta.stop_reason;
    } else if (event.type === 'message_stop') this.#isDone = true;
    else if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') {
      this.#text += event.delta.text;
      if (this.#text.length > MOST_TEXT) throw new AnswerTooLongError();
      return event.delta.text;
    }
    return '';
  }

  /**
   * The reply, once there are no more events.
   * @throws ModelFailure as `toReply`
   */
  toReply(requestId: string | null): ModelReply {
    // The SDK ends a stream in silence, whether it was called off or cut between two events.
    if (!this.#isDone) throw new Error('no end');
    const answer = { text: this.#text, stopReason: this.#stopReason, usage: this.usage };
    return toReply(answer, requestId);
  }
}
