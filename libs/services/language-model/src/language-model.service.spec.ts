import { silentStepContext } from '@hatchr/contracts';
import { expect, it } from '@jest/globals';
import type { ProviderConfig } from './language-model.config.js';
import { LanguageModelService } from './language-model.service.js';
import { MemoryModelLedger } from './ledger/memory-model-ledger.adapter.js';
import { configOf, OWNER } from './testing/service-over.js';
import { ScriptedClient } from './testing/scripted-client.js';

const models = { plan: 'm', extract: 'm', copy: 'm', code: 'm' };

function serviceOf(overrides: Parameters<typeof configOf>[0] = {}) {
  const created: ProviderConfig[] = [];
  const service = new LanguageModelService(
    configOf(overrides),
    new MemoryModelLedger(),
    (provider) => {
      created.push(provider);
      return new ScriptedClient(() => 'text');
    },
  );
  return { service, created };
}

const step = { owner: OWNER, context: silentStepContext() };
const userKey = { provider: 'anthropic' as const, key: 'sk-own' };

it('has no model where nobody has a provider', () => {
  const { service } = serviceOf({ operator: null });
  expect(service.forStep({ ...step, userKey: null })).toBeNull();
  expect(service.offer(null)).toBeNull();
});

it('prefers the key of the user, for a provider that the operator allows', () => {
  const { service, created } = serviceOf({ forUserKeys: [{ provider: 'anthropic', models }] });
  expect(service.forStep({ ...step, userKey })?.describe('plan').model).toBe('m');
  expect(created.map(({ apiKey }) => apiKey)).toEqual(['sk-operator', 'sk-own']);
});

it('goes by the operator where the key is for a provider that is not allowed', () => {
  const { service } = serviceOf();
  expect(service.forStep({ ...step, userKey })?.describe('plan').model).toBe('large');
});

it('foretells what a job costs, and says where it cannot', () => {
  const offer = serviceOf().service.offer(null);
  const of = (task: string) => offer?.estimate.find((estimate) => estimate.task === task);
  expect(of('plan')).toMatchObject({ model: 'large', microUsd: 4_000 * 2 + 4_500 * 10 });
  expect(of('extract')).toMatchObject({ model: 'small', microUsd: null });
});
