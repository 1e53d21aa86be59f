import { silentStepContext, type StepContext } from '@hatchr/contracts';
import { createModelClient } from '../adapters/create-model-client.js';
import type { LanguageModelConfig } from '../language-model.config.js';
import { LanguageModelService } from '../language-model.service.js';
import { MemoryModelLedger } from '../ledger/memory-model-ledger.adapter.js';
import type { Budgets, CallOwner, ModelLedger } from '../ledger/model-ledger.port.js';
import type { StepModel } from '../step-model.js';
import { budgetsOf } from './service-over.js';
import type { ModelServer } from './start-model-server.js';

export interface StepModelOptions {
  /** No cap but these. */
  budgets?: Partial<Budgets>;
  signal?: AbortSignal;
  context?: StepContext;
  owner?: CallOwner;
  ledger?: ModelLedger;
  config?: Partial<LanguageModelConfig>;
}

/** The key that `stepModelOver` uses. */
export const TEST_KEY = 'sk-test-0123456789';

/** The language model of a step as it is in production, but for its server and a ledger in memory. */
export function stepModelOver(server: ModelServer, options: StepModelOptions = {}): StepModel {
  const { ledger = new MemoryModelLedger(), signal, config } = options;
  const models = { plan: 'large', extract: 'small', copy: 'small', code: 'large' };
  const service = new LanguageModelService(
    {
      operator: {
        provider: server.protocol,
        apiKey: TEST_KEY,
        baseUrl: server.baseUrl,
        models,
      },
      forUserKeys: [],
      prices: {
        large: { input: 2.5, cached: 0.25, output: 15 },
        small: { input: 0.75, cached: 0.075, output: 4.5 },
      },
      budgets: budgetsOf(options.budgets),
      callTimeoutMs: 10_000,
      retries: 2,
      ...config,
    },
    ledger,
    createModelClient,
  );
  const owner = options.owner ?? { jobId: 'job-1', userId: 'user-1', step: 'mvp' };
  const context = options.context ?? silentStepContext(signal);
  const model = service.forStep({ owner, userKey: null, context });
  if (!model) throw new Error('no provider is configured');
  return model;
}
