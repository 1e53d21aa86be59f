import { AppError, silentStepContext, type StepContext } from '@hatchr/contracts';
import {
  LanguageModelService,
  MemoryModelLedger,
  type LanguageModelConfig,
  type ModelChunk,
  type ModelClient,
  type ModelReply,
  type ModelRequest,
  type StepModel,
} from '@hatchr/language-model';

/** What the scripted provider answers to a request; `turn` counts from 1. */
export type Script = (request: ModelRequest, turn: number) => string;

class ScriptedClient implements ModelClient {
  readonly name = 'Scripted';
  readonly requests: ModelRequest[] = [];

  constructor(private readonly script: Script) {}

  complete(request: ModelRequest): Promise<ModelReply> {
    this.requests.push(request);
    if (request.signal.aborted) return Promise.reject(new AppError('job.cancelled'));
    try {
      const text = this.script(request, this.requests.length);
      const usage = { input: 3000, cached: 0, output: Math.ceil(text.length / 4), reasoning: 0 };
      return Promise.resolve({ text, usage, requestId: null });
    } catch (error) {
      return Promise.reject(AppError.from(error));
    }
  }

  async *stream(request: ModelRequest): AsyncGenerator<ModelChunk> {
    const reply = await this.complete(request);
    yield { text: reply.text };
    yield { reply };
  }
}

const none = { tokens: null, microUsd: null };
const model = 'scripted-1';
const config: LanguageModelConfig = {
  operator: {
    provider: 'openai',
    apiKey: 'unused',
    models: { plan: model, extract: model, copy: model, code: model },
  },
  forUserKeys: [],
  prices: {},
  budgets: { call: none, step: none, job: none, user_day: none, instance_day: none },
  callTimeoutMs: 10_000,
  retries: 0,
};

/** The whole service of language models over a provider that answers as a script says. */
export function scriptedModel(
  script: Script,
  context: StepContext = silentStepContext(),
): { model: StepModel; requests: readonly ModelRequest[] } {
  const client = new ScriptedClient(script);
  const service = new LanguageModelService(config, new MemoryModelLedger(), () => client);
  const owner = { jobId: 'job', userId: 'user', step: 'mvp' as const };
  const stepModel = service.forStep({ owner, userKey: null, context });
  if (!stepModel) throw new Error('The scripted provider is configured.');
  return { model: stepModel, requests: client.requests };
}
