import { silentStepContext, type StepContext } from '@hatchr/contracts';
import type { LanguageModelConfig } from '../language-model.config.js';
import { LanguageModelService } from '../language-model.service.js';
import { MemoryModelLedger } from '../ledger/memory-model-ledger.adapter.js';
import {
  budgetScopes,
  type Budgets,
  type Cap,
  type CallOwner,
} from '../ledger/model-ledger.port.js';
import type { ModelClient } from '../model-client.port.js';
import type { StepModel } from '../step-model.js';

/** No cap but the given ones. */
export function budgetsOf(caps: Partial<Budgets> = {}): Budgets {
  const none: Cap = { tokens: null, microUsd: null };
  return Object.fromEntries(budgetScopes.map((scope) => [scope, caps[scope] ?? none])) as Budgets;
}

export function configOf(overrides: Partial<LanguageModelConfig> = {}): LanguageModelConfig {
  return {
    operator: {
      provider: 'openai',
      apiKey: 'sk-operator',
      models: { plan: 'large', extract: 'small', copy: 'small', code: 'large' },
    },
    forUserKeys: [],
    prices: { large: { input: 2, cached: 1, output: 10 } },
    budgets: budgetsOf(),
    callTimeoutMs: 2_000,
    retries: 2,
    ...overrides,
  };
}

export const OWNER: CallOwner = { jobId: 'job-1', userId: 'user-1', step: 'mvp' };

/** The model of a step over one client, with a ledger in memory. */
export function modelOver(
  client: ModelClient,
  options: {
    config?: Partial<LanguageModelConfig>;
    ledger?: MemoryModelLedger;
    owner?: CallOwner;
    context?: StepContext;
  } = {},
): StepModel {
  const { config = {}, ledger = new MemoryModelLedger(), owner = OWNER } = options;
  const service = new LanguageModelService(configOf(config), ledger, () => client);
  const context = options.context ?? silentStepContext();
  const model = service.forStep({ owner, userKey: null, context });
  if (!model) throw new Error('no provider is configured');
  return model;
}
