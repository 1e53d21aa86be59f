import type { ModelUsage } from '@hatchr/contracts';
import type { ModelRequest } from '../model-client.port.js';

/** Characters to a token: English has about four, JSON and other scripts fewer. The lower number books too much, not too little. */
const CHARACTERS_PER_TOKEN = 3;

export const estimateTokens = (text: string): number =>
  Math.ceil(text.length / CHARACTERS_PER_TOKEN);

/**
 * What a call cost where the provider did not say: its connection broke, or it never counts. Never more output than was
 * allowed, so that it stays within what the budget held for the call.
 */
export function estimateUsage(request: ModelRequest, written: string): ModelUsage {
  const schema = request.schema ? JSON.stringify(request.schema.json) : '';
  return {
    input: estimateTokens(request.instructions + request.data + schema),
    cached: 0,
    output: Math.min(estimateTokens(written), request.maxOutputTokens),
    reasoning: 0,
  };
}
