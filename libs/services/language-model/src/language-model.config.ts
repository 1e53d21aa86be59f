import type { ModelTask } from '@hatchr/contracts';
import type { Budgets } from './ledger/model-ledger.port.js';

/** US dollars for a million tokens, as the provider lists them. */
export interface ModelPrice {
  input: number;
  cached: number;
  output: number;
}

export const modelProviders = ['openai', 'openai_compatible', 'anthropic'] as const;
export type ModelProvider = (typeof modelProviders)[number];

export interface ProviderConfig {
  provider: ModelProvider;
  /** Null for a server that wants none. */
  apiKey: string | null;
  baseUrl?: string | undefined;
  /** The model of each task. */
  models: Record<ModelTask, string>;
  /** What a compatible server understands of structured output; the strictest where it is not said. */
  structuredOutput?: 'json_schema' | 'json_object' | 'none' | undefined;
}

/** Settings of the module; the backend reads them from its environment. */
export interface LanguageModelConfig {
  /** The operator's provider; null: only users with a key of their own have a model. */
  operator: ProviderConfig | null;
  /** Providers for which users may keep a key, with the models and addresses of the operator's choice. */
  forUserKeys: Omit<ProviderConfig, 'apiKey'>[];
  /** By model name; a model that is not listed costs an unknown amount, and only caps of tokens hold for it. */
  prices: Record<string, ModelPrice>;
  budgets: Budgets;
  /** Time for one call with its retries, in milliseconds. */
  callTimeoutMs: number;
  /** Times that a request is sent again after a failure that may pass. */
  retries: number;
}

export const LANGUAGE_MODEL_CONFIG = Symbol('LANGUAGE_MODEL_CONFIG');
/** DI token of the `ModelLedger`. */
export const MODEL_LEDGER = Symbol('MODEL_LEDGER');
