import type { ProviderConfig } from '../language-model.config.js';
import type { ModelClient } from '../model-client.port.js';
import { AnthropicClient } from './anthropic-client.js';
import { OpenAiClient } from './openai-client.js';
import { OpenAiCompatibleClient } from './openai-compatible-client.js';

/**
 * The client of a provider. It sends every request once: the SDKs' own retries are switched off, since they know neither
 * the budget nor the pauses of other processes, wait without a word, and would multiply those of `MeteredCalls`.
 */
export function createModelClient(config: ProviderConfig): ModelClient {
  switch (config.provider) {
    case 'openai':
      return new OpenAiClient(config);
    case 'openai_compatible':
      return new OpenAiCompatibleClient(config);
    case 'anthropic':
      return new AnthropicClient(config);
  }
}
