import type { ModelUsage } from '@hatchr/contracts';
import type { ModelPrice } from '../language-model.config.js';
import type { Amount } from '../ledger/model-ledger.port.js';
import type { ModelRequest } from '../model-client.port.js';

/** What providers add around a message: roles, separators, the frame of a schema. */
const FRAME_TOKENS = 200;

/**
 * The most that a request can cost. Input is counted high: two ASCII characters a token, where English text has four
 * and code three, and one token for each byte of anything else, which is the ceiling of byte-pair encodings. What is held
 * too much is given back as soon as the call has ended; what is held too little would let a cap be passed.
 * @param price undefined where the model has none configured: its money counts as nothing, only tokens hold it
 */
export function worstCost(
  request: Pick<ModelRequest, 'instructions' | 'data' | 'schema' | 'maxOutputTokens'>,
  price: ModelPrice | undefined,
): Amount {
  const schema = request.schema ? JSON.stringify(request.schema.json) : '';
  const input = FRAME_TOKENS + tokensAtMost(`${request.instructions}${request.data}${schema}`);
  return {
    tokens: input + request.maxOutputTokens,
    microUsd: price ? Math.ceil(input * price.input + request.maxOutputTokens * price.output) : 0,
  };
}

function tokensAtMost(text: string): number {
  // Every byte beyond ASCII's is counted once, every ASCII character half.
  const ascii = text.length - text.replace(/[ -~\s]/g, '').length;
  return Math.ceil(ascii / 2) + Buffer.byteLength(text) - ascii;
}

/** Millionths of a US dollar for what a provider counted; null where the model has no price configured. */
export function microUsdOf(usage: ModelUsage, price: ModelPrice | undefined): number | null {
  if (usage.input + usage.output === 0) return 0;
  if (!price) return null;
  const fresh = Math.max(0, usage.input - usage.cached);
  return Math.ceil(fresh * price.input + usage.cached * price.cached + usage.output * price.output);
}
