import Anthropic from '@anthropic-ai/sdk';
import { AppError } from '@hatchr/contracts';
import OpenAI from 'openai';
import type { ProviderConfig } from './language-model.config.js';

/** Long enough for a slow line, short enough for a person who waits. */
const CHECK_MS = 10_000;

/**
 * Asks a provider whether it knows a key, by the list of its models: it costs nothing and needs no model to be named.
 * @throws AppError `provider.key_refused` where it does not, `provider.unavailable` where it cannot be asked.
 */
export async function checkModelKey({
  provider,
  apiKey,
  baseUrl,
}: Pick<ProviderConfig, 'provider' | 'apiKey' | 'baseUrl'>): Promise<void> {
  const settings = {
    apiKey,
    ...(baseUrl ? { baseURL: baseUrl } : {}),
    maxRetries: 1,
    timeout: CHECK_MS,
  };
  try {
    if (provider === 'anthropic') await new Anthropic(settings).models.list({ limit: 1 });
    else await new OpenAI({ ...settings, apiKey: apiKey ?? 'none' }).models.list();
  } catch (cause) {
    const status = statusOf(cause);
    if (status === 401 || status === 403) throw new AppError('provider.key_refused', { cause });
    if (status === 429) throw new AppError('provider.rate_limited', { cause });
    throw new AppError('provider.unavailable', { cause });
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof OpenAI.APIError || error instanceof Anthropic.APIError
    ? (error.status as number | undefined)
    : undefined;
}
