import type { ModelUsage } from '@hatchr/contracts';
import { z } from 'zod';
import { ModelFailure } from '../model-failure.js';
import type { ModelReply } from '../model-client.port.js';
import { toFailure, toForeignAnswer } from './to-failure.js';

const count = z.number().int().min(0).catch(0);

const usageSchema = z.object({
  input_tokens: count,
  input_tokens_details: z.object({ cached_tokens: count }).nullish(),
  output_tokens: count,
  output_tokens_details: z.object({ reasoning_tokens: count }).nullish(),
});

/** What is read of a response; a server that only half speaks the protocol is told from one that answers. */
const responseSchema = z.object({
  status: z.string().default('completed'),
  error: z.object({ code: z.string() }).nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  output: z.array(
    z.object({
      content: z
        .array(z.object({ type: z.string(), text: z.string().optional() }))
        .nullish()
        .catch(null),
    }),
  ),
  usage: usageSchema.nullish(),
});

/**
 * The answer in a response of OpenAI.
 * @throws ModelFailure with its usage: `model.refused`, `model.answer_cut`, `model.answer_invalid` where it is empty,
 *   `provider.*` where the provider says that it failed; `provider.rejected` where whatever answers is not OpenAI
 */
export function readOpenAiReply(
  response: unknown,
  provider: string,
  requestId: string | null,
  estimated: ModelUsage,
): ModelReply {
  const parsed = responseSchema.safeParse(response);
  if (!parsed.success) throw toForeignAnswer(provider);
  const { status, error, incomplete_details: incomplete, output } = parsed.data;
  const usage = readUsage(parsed.data.usage) ?? estimated;
  if (error)
    throw toFailure(
      provider,
      { status: undefined, names: [error.code], message: '', headers: undefined, requestId },
      usage,
    );
  const parts = output.flatMap(({ content }) => content ?? []);
  if (incomplete?.reason === 'content_filter' || parts.some(({ type }) => type === 'refusal'))
    throw new ModelFailure('model.refused', usage);
  if (status === 'incomplete') throw new ModelFailure('model.answer_cut', usage);
  const text = parts.map((part) => (part.type === 'output_text' ? part.text : '')).join('');
  if (!text.trim()) throw new ModelFailure('model.answer_invalid', usage);
  return { text, usage, requestId };
}

const readUsage = (usage: z.output<typeof usageSchema> | null | undefined): ModelUsage | null =>
  usage
    ? {
        input: usage.input_tokens,
        cached: usage.input_tokens_details?.cached_tokens ?? 0,
        output: usage.output_tokens,
        reasoning: usage.output_tokens_details?.reasoning_tokens ?? 0,
      }
    : null;
