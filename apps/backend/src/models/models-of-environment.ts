import type { ModelTask } from '@hatchr/contracts';
import type {
  Budgets,
  LanguageModelConfig,
  ModelPrice,
  ModelProvider,
  ProviderConfig,
} from '@hatchr/language-model';
import { z } from 'zod';

const webAddress = z.url({ protocol: /^https?$/ });
const name = z.string().min(1).optional();
const tokens = (most: number) => z.coerce.number().int().min(0).default(most);
const dollars = (most: number) => z.coerce.number().min(0).max(2_000).default(most);

export const modelPricesSchema = z.record(
  z.string(),
  z.object({
    input: z.number().min(0),
    cached: z.number().min(0),
    output: z.number().min(0),
  }),
);

/** The settings of language models; `env.ts` reads them with all others. */
export const modelEnvironment = {
  /** off: no model; else who serves. Without it, whoever's key is given: OpenAI, then Anthropic. */
  MODEL_PROVIDER: z.enum(['off', 'openai', 'openai_compatible', 'anthropic']).optional(),
  OPENAI_API_KEY: name,
  /** A compatible server (Ollama, vLLM, LM Studio), or a proxy of OpenAI. */
  OPENAI_BASE_URL: webAddress.optional(),
  ANTHROPIC_API_KEY: name,
  ANTHROPIC_BASE_URL: webAddress.optional(),
  /** The model of each task. A compatible server needs MODEL_PLAN; it serves the other tasks unless they are named. */
  MODEL_PLAN: name,
  MODEL_EXTRACT: name,
  MODEL_COPY: name,
  MODEL_CODE: name,
  /** What a compatible server understands of structured output. */
  MODEL_STRUCTURED_OUTPUT: z.enum(['json_schema', 'json_object', 'none']).default('json_schema'),
  /** on: people may use a key of their own, which is then billed instead of the operator's. */
  MODEL_USER_KEYS: z.enum(['on', 'off']).default('on'),
  /** For a call with all its retries. */
  MODEL_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(600).default(120),
  MODEL_RETRIES: z.coerce.number().int().min(0).max(10).default(2),
  MODEL_MAX_TOKENS_PER_CALL: tokens(120_000),
  MODEL_MAX_TOKENS_PER_STEP: tokens(300_000),
  MODEL_MAX_TOKENS_PER_JOB: tokens(600_000),
  MODEL_MAX_TOKENS_PER_USER_DAY: tokens(3_000_000),
  MODEL_MAX_TOKENS_PER_DAY: tokens(30_000_000),
  MODEL_MAX_USD_PER_CALL: dollars(0.5),
  MODEL_MAX_USD_PER_STEP: dollars(1),
  MODEL_MAX_USD_PER_JOB: dollars(2),
  MODEL_MAX_USD_PER_USER_DAY: dollars(10),
  MODEL_MAX_USD_PER_DAY: dollars(50),
};

type ModelEnvironment = z.output<z.ZodObject<typeof modelEnvironment>> & {
  MODEL_PRICES: Record<string, ModelPrice>;
};

/** OpenAI's list prices of June 2026, in US dollars for a million tokens; `MODEL_PRICES` adds to them or replaces them. */
const LIST_PRICES: Record<string, ModelPrice> = {
  'gpt-5.5': { input: 5, cached: 0.5, output: 30 },
  'gpt-5.4': { input: 2.5, cached: 0.25, output: 15 },
  'gpt-5.4-mini': { input: 0.75, cached: 0.075, output: 4.5 },
  'gpt-5.4-nano': { input: 0.2, cached: 0.02, output: 1.25 },
};

/**
 * Plans, copy and code want a model that keeps to what it is told; taking facts out of a page is the cheapest one's. Prices
 * of Anthropic's are not known here, so only caps of tokens hold for them until MODEL_PRICES names them.
 */
const DEFAULT_MODELS: Record<'openai' | 'anthropic', Record<ModelTask, string>> = {
  openai: {
    plan: 'gpt-5.4-mini',
    extract: 'gpt-5.4-nano',
    copy: 'gpt-5.4-mini',
    code: 'gpt-5.4-mini',
  },
  anthropic: {
    plan: 'claude-sonnet-5-5',
    extract: 'claude-haiku-5-5',
    copy: 'claude-haiku-5-5',
    code: 'claude-sonnet-5-5',
  },
};

/** The part of the configuration that the language model module takes. `problem` is told what is missing. */
export function modelsOf(
  env: ModelEnvironment,
  problem: (message: string) => never,
): LanguageModelConfig {
  return {
    operator: operatorOf(env, problem),
    forUserKeys: env.MODEL_USER_KEYS === 'on' ? forUserKeysOf(env) : [],
    prices: { ...LIST_PRICES, ...env.MODEL_PRICES },
    budgets: budgetsOf(env),
    callTimeoutMs: env.MODEL_TIMEOUT_SECONDS * 1_000,
    retries: env.MODEL_RETRIES,
  };
}

function providerOf(env: ModelEnvironment): ModelProvider | null {
  if (env.MODEL_PROVIDER) return env.MODEL_PROVIDER === 'off' ? null : env.MODEL_PROVIDER;
  if (env.OPENAI_API_KEY) return 'openai';
  return env.ANTHROPIC_API_KEY ? 'anthropic' : null;
}

function operatorOf(
  env: ModelEnvironment,
  problem: (message: string) => never,
): ProviderConfig | null {
  const provider = providerOf(env);
  switch (provider) {
    case null:
      return null;
    case 'openai_compatible': {
      const { MODEL_PLAN: model, OPENAI_BASE_URL: baseUrl } = env;
      if (!model || !baseUrl)
        return problem(
          'MODEL_PROVIDER: A compatible server needs OPENAI_BASE_URL and MODEL_PLAN as well.',
        );
      return {
        provider,
        apiKey: env.OPENAI_API_KEY ?? null,
        baseUrl,
        models: namedModels(env, { plan: model, extract: model, copy: model, code: model }),
        structuredOutput: env.MODEL_STRUCTURED_OUTPUT,
      };
    }
    case 'openai':
    case 'anthropic': {
      const apiKey = provider === 'openai' ? env.OPENAI_API_KEY : env.ANTHROPIC_API_KEY;
      const variable = provider === 'openai' ? 'OPENAI_API_KEY' : 'ANTHROPIC_API_KEY';
      if (!apiKey) return problem(`MODEL_PROVIDER: It needs ${variable} as well.`);
      const models = namedModels(env, DEFAULT_MODELS[provider]);
      return { provider, apiKey, baseUrl: baseUrlOf(env, provider), models };
    }
  }
}

/** The operator's names of models are those of the operator's provider; another one has its own. */
function forUserKeysOf(env: ModelEnvironment): LanguageModelConfig['forUserKeys'] {
  return (['openai', 'anthropic'] as const).map((provider) => ({
    provider,
    baseUrl: baseUrlOf(env, provider),
    models:
      providerOf(env) === provider
        ? namedModels(env, DEFAULT_MODELS[provider])
        : DEFAULT_MODELS[provider],
  }));
}

/** The address of a compatible server is not OpenAI's: no user's key of OpenAI may go there. */
function baseUrlOf(env: ModelEnvironment, provider: 'openai' | 'anthropic'): string | undefined {
  if (provider === 'anthropic') return env.ANTHROPIC_BASE_URL;
  return providerOf(env) === 'openai_compatible' ? undefined : env.OPENAI_BASE_URL;
}

function namedModels(
  env: ModelEnvironment,
  otherwise: Record<ModelTask, string>,
): Record<ModelTask, string> {
  return {
    plan: env.MODEL_PLAN ?? otherwise.plan,
    extract: env.MODEL_EXTRACT ?? otherwise.extract,
    copy: env.MODEL_COPY ?? otherwise.copy,
    code: env.MODEL_CODE ?? otherwise.code,
  };
}

function budgetsOf(env: ModelEnvironment): Budgets {
  const cap = (most: number, usd: number) => ({
    tokens: most,
    microUsd: Math.round(usd * 1_000_000),
  });
  return {
    call: cap(env.MODEL_MAX_TOKENS_PER_CALL, env.MODEL_MAX_USD_PER_CALL),
    step: cap(env.MODEL_MAX_TOKENS_PER_STEP, env.MODEL_MAX_USD_PER_STEP),
    job: cap(env.MODEL_MAX_TOKENS_PER_JOB, env.MODEL_MAX_USD_PER_JOB),
    user_day: cap(env.MODEL_MAX_TOKENS_PER_USER_DAY, env.MODEL_MAX_USD_PER_USER_DAY),
    instance_day: cap(env.MODEL_MAX_TOKENS_PER_DAY, env.MODEL_MAX_USD_PER_DAY),
  };
}
