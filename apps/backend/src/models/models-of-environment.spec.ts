import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '../env.js';

const modelsOf = (environment: Record<string, string>) =>
  loadConfig({ DATABASE_URL: 'postgres://hatchr@127.0.0.1/hatchr', ...environment }).models;

describe('the settings of language models', () => {
  it('are off where no key is given, and where they are switched off', () => {
    expect(modelsOf({}).operator).toBeNull();
    expect(modelsOf({ OPENAI_API_KEY: 'sk-x', MODEL_PROVIDER: 'off' }).operator).toBeNull();
  });

  it.each([
    ['openai', { OPENAI_API_KEY: 'sk-x' }],
    ['anthropic', { ANTHROPIC_API_KEY: 'sk-x' }],
  ])('take %s where its key is given', (provider, environment) => {
    expect(modelsOf(environment).operator).toMatchObject({ provider, apiKey: 'sk-x' });
  });

  it('have a price for every default model of OpenAI', () => {
    const { operator, prices } = modelsOf({ OPENAI_API_KEY: 'sk-x' });
    for (const model of Object.values(operator?.models ?? {}))
      expect(prices).toHaveProperty([model]);
  });

  it('let one model of a compatible server serve every task that names none', () => {
    const server = {
      MODEL_PROVIDER: 'openai_compatible',
      OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1',
    };
    const { operator } = modelsOf({ ...server, MODEL_PLAN: 'qwen', MODEL_CODE: 'coder' });
    expect(operator).toMatchObject({
      apiKey: null,
      models: { plan: 'qwen', extract: 'qwen', copy: 'qwen', code: 'coder' },
    });
    expect(() => modelsOf(server)).toThrow('MODEL_PLAN');
  });

  it('send no key of a user to a compatible server', () => {
    const { forUserKeys } = modelsOf({
      MODEL_PROVIDER: 'openai_compatible',
      OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1',
      MODEL_PLAN: 'qwen',
    });
    expect(forUserKeys.find(({ provider }) => provider === 'openai')).toMatchObject({
      baseUrl: undefined,
      models: { plan: 'gpt-5.4-mini' },
    });
    expect(modelsOf({ MODEL_USER_KEYS: 'off' }).forUserKeys).toEqual([]);
  });

  it('name the key that is missing, and take prices and caps', () => {
    expect(() => modelsOf({ MODEL_PROVIDER: 'anthropic' })).toThrow('ANTHROPIC_API_KEY');
    const { prices, budgets } = modelsOf({
      MODEL_PRICES: '{"qwen":{"input":0,"cached":0,"output":0}}',
      MODEL_MAX_USD_PER_JOB: '0.25',
    });
    expect(prices['qwen']).toEqual({ input: 0, cached: 0, output: 0 });
    expect(budgets.job).toEqual({ tokens: 600_000, microUsd: 250_000 });
    expect(() => modelsOf({ MODEL_PRICES: '{"qwen":{"input":"free"}}' })).toThrow('MODEL_PRICES');
  });
});
