import { APIError as AnthropicError } from '@anthropic-ai/sdk';
import { AppError } from '@hatchr/contracts';
import { APIError as OpenAiError } from 'openai';
import type { ProviderConfig } from '../language-model.config.js';
import { createAnthropicSdk } from './anthropic-client.js';
import { createOpenAiSdk } from './openai-sdk.js';

/** Long enough for a slow line, short enough for a person who waits. */
const CHECK_MS = 10_000;

/**
 * Asks a provider whether it knows a key, by the list of its models: that costs nothing and needs no model to be named.
 * @throws AppError provider.key_refused where it does not, provider.rate_limited or provider.unavailable where it cannot
 * be asked
 */
export async function checkModelKey({
  provider,
  ...config
}: Pick<ProviderConfig, 'provider' | 'apiKey' | 'baseUrl'>): Promise<void> {
  try {
    if (provider === 'anthropic')
      await createAnthropicSdk(config).models.list({ limit: 1 }, { timeout: CHECK_MS });
    else await createOpenAiSdk(config).models.list({ timeout: CHECK_MS });
  } catch (error) {
    // What the SDK throws may quote the key, so it is no cause.
    const status = statusOf(error);
    if (status === 401 || status === 403)
      throw new AppError('provider.key_refused', {
        message:
          'The provider does not know this key. Check that all of it was copied, and that it is still in use.',
      });
    throw new AppError(status === 429 ? 'provider.rate_limited' : 'provider.unavailable');
  }
}

function statusOf(error: unknown): number | null {
  const isAnswer = error instanceof OpenAiError || error instanceof AnthropicError;
  return isAnswer && typeof error.status === 'number' ? error.status : null;
}
