import type { ModelOffer, StepContext } from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { estimateJob } from './budget/estimate-job.js';
import { MeteredCalls, type Route } from './calls/metered-calls.js';
import { RoutedStepModel } from './calls/routed-step-model.js';
import type {
  LanguageModelConfig,
  ModelProvider,
  ProviderConfig,
} from './language-model.config.js';
import type { CallOwner, ModelLedger } from './ledger/model-ledger.port.js';
import type { ModelClient } from './model-client.port.js';
import type { StepModel } from './step-model.js';

/** A key that a user keeps for a provider of the operator's list. */
export interface UserKey {
  provider: ModelProvider;
  key: string;
}

/** Language models for the steps of jobs: which provider serves, within which budgets. */
@Injectable()
export class LanguageModelService {
  private readonly operatorClient: ModelClient | null;

  constructor(
    private readonly config: LanguageModelConfig,
    private readonly ledger: ModelLedger,
    private readonly createClient: (provider: ProviderConfig) => ModelClient,
  ) {
    this.operatorClient = config.operator && createClient(config.operator);
  }

  /** The model of one step; null where neither the user nor the operator has a provider. */
  forStep({
    owner,
    userKey,
    context,
  }: {
    owner: CallOwner;
    userKey: UserKey | null;
    context: StepContext;
  }): StepModel | null {
    const route = this.routeOf(owner.userId, userKey);
    if (!route) return null;
    const metered = new MeteredCalls(route, owner, context, this.config, this.ledger);
    return new RoutedStepModel(route, metered, this.ledger);
  }

  /** Who would serve a job, what it is expected to cost and what it cannot pass; null where nobody would. */
  offer(userKey: UserKey | null): ModelOffer | null {
    const route = this.routeOf('', userKey);
    if (!route) return null;
    const { prices, budgets } = this.config;
    return {
      provider: route.client.name,
      billedTo: route.billedTo,
      estimate: estimateJob(route.provider.models, prices),
      caps: { job: budgets.job, userDay: budgets.user_day },
    };
  }

  /** The user's own key before the operator's: what users bring is theirs to spend. */
  private routeOf(userId: string, userKey: UserKey | null): Route | null {
    const { operator, forUserKeys } = this.config;
    const own = userKey && forUserKeys.find(({ provider }) => provider === userKey.provider);
    if (own)
      return {
        client: this.createClient({ ...own, apiKey: userKey.key }),
        provider: own,
        billedTo: 'user',
        pauseKey: `user ${userId} ${own.provider} ${own.baseUrl ?? ''}`,
      };
    if (!operator || !this.operatorClient) return null;
    return {
      client: this.operatorClient,
      provider: operator,
      billedTo: 'operator',
      pauseKey: `operator ${operator.provider} ${operator.baseUrl ?? ''}`,
    };
  }
}
