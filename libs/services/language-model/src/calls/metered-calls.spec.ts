import { AppError, silentStepContext, type StepContext } from '@hatchr/contracts';
import { describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { MemoryModelLedger } from '../ledger/memory-model-ledger.adapter.js';
import { budgetScopes } from '../ledger/model-ledger.port.js';
import { ModelFailure } from '../model-failure.js';
import { budgetsOf, modelOver, OWNER } from '../testing/service-over.js';
import { never, ScriptedClient, USAGE } from '../testing/scripted-client.js';

const request = {
  task: 'plan' as const,
  purpose: 'Plan the product',
  instructions: 'Plan.',
  data: [{ label: 'The sentence', text: 'A rota' }],
  maxOutputTokens: 500,
};

function numbered(index: number) {
  return { ...request, instructions: `Plan number ${index}.` };
}

describe('budgets', () => {
  it.each(budgetScopes)(
    'refuse before anything is sent where the cap of the %s is too low',
    async (scope) => {
      const client = new ScriptedClient(() => 'text');
      const budgets = budgetsOf({ [scope]: { tokens: 600, microUsd: null } });
      await expect(modelOver(client, { config: { budgets } }).text(request)).rejects.toMatchObject({
        code: 'model.budget_spent',
        details: { scope },
      });
      expect(client.requests).toHaveLength(0);
    },
  );

  it('hold money by the configured prices', async () => {
    const budgets = budgetsOf({ job: { tokens: null, microUsd: 5_000 } });
    const model = modelOver(new ScriptedClient(() => 'text'), { config: { budgets } });
    await expect(model.text(request)).rejects.toMatchObject({ details: { scope: 'job' } });
    expect(await model.text({ ...request, task: 'copy' })).toBe('text');
  });

  it('give back what was held too much', async () => {
    const budgets = budgetsOf({ step: { tokens: 2_000, microUsd: null } });
    const model = modelOver(new ScriptedClient(() => 'text'), { config: { budgets } });
    for (let index = 0; index < 4; index += 1) await model.text(numbered(index));
    // Four calls of 340 tokens are counted; a fifth might need more than is left.
    await expect(model.text(numbered(5))).rejects.toMatchObject({ details: { scope: 'step' } });
  });

  it('hold under fifty jobs at once, as the provider counts', async () => {
    const ledger = new MemoryModelLedger();
    const cap = { tokens: 20_000, microUsd: null };
    const client = new ScriptedClient(async () => {
      await sleep(5);
      return 'text';
    });
    const jobs = Array.from({ length: 50 }, async (_job, index) => {
      const owner = { jobId: `job-${index}`, userId: `user-${index}`, step: 'mvp' as const };
      const config = { budgets: budgetsOf({ instance_day: cap }) };
      const model = modelOver(client, { config, ledger, owner });
      for (let call = 0; call < 5; call += 1) await model.text(numbered(index * 10 + call));
    });
    const ends = await Promise.allSettled(jobs);
    const billed = client.requests.length * (USAGE.input + USAGE.output);
    expect(billed).toBeLessThanOrEqual(cap.tokens);
    expect(billed).toBeGreaterThan(cap.tokens / 2);
    const failures = ends.flatMap((end) =>
      end.status === 'rejected' ? [end.reason as AppError] : [],
    );
    expect(new Set(failures.map(({ code }) => code))).toEqual(new Set(['model.budget_spent']));
  });

  it('count the calls of yesterday no more, and those of another account not at all', async () => {
    let now = Date.parse('2030-01-01T23:00:00Z');
    const ledger = new MemoryModelLedger(() => now);
    const worst = { tokens: 60, microUsd: 0 };
    const budgets = budgetsOf({ user_day: { tokens: 100, microUsd: null } });
    const reserve = (owner = OWNER) => ledger.reserve(owner, worst, budgets, 'operator');
    expect(await reserve()).toHaveProperty('id');
    expect(await reserve()).toEqual({ spent: 'user_day' });
    expect(await reserve({ ...OWNER, userId: 'another' })).toHaveProperty('id');
    expect(await ledger.reserve(OWNER, worst, budgets, 'user')).toHaveProperty('id');
    now += 2 * 3_600_000;
    expect(await reserve()).toHaveProperty('id');
  });

  it('forget what a process held that died', async () => {
    let now = Date.parse('2030-01-01T12:00:00Z');
    const ledger = new MemoryModelLedger(() => now);
    const budgets = budgetsOf({ job: { tokens: 100, microUsd: null } });
    const reserve = () => ledger.reserve(OWNER, { tokens: 60, microUsd: 0 }, budgets, 'operator');
    await reserve();
    expect(await reserve()).toEqual({ spent: 'job' });
    now += 3_600_000;
    expect(await reserve()).toHaveProperty('id');
  });
});

describe('failures', () => {
  it('that may pass are tried again', async () => {
    const client = new ScriptedClient((_request, turn) => {
      if (turn === 1) throw new ModelFailure('provider.unavailable', null);
      return 'text';
    });
    const model = modelOver(client);
    expect(await model.text(request)).toBe('text');
    expect(model.calls.map(({ outcome }) => outcome)).toEqual(['failed', 'answered']);
  });

  it.each([
    'provider.key_refused',
    'model.quota_exhausted',
    'model.unknown',
    'model.refused',
  ] as const)('that cannot pass are not: %s', async (code) => {
    const client = new ScriptedClient(() => {
      throw new ModelFailure(code, null);
    });
    await expect(modelOver(client).text(request)).rejects.toMatchObject({ code });
    expect(client.requests).toHaveLength(1);
  });

  it('without a token cost nothing, whatever the price of the model', async () => {
    const client = new ScriptedClient(() => {
      throw new ModelFailure('provider.key_refused', null);
    });
    const model = modelOver(client);
    await expect(model.text({ ...request, task: 'copy' })).rejects.toThrow();
    expect(model.calls).toMatchObject([{ model: 'small', outcome: 'failed', microUsd: 0 }]);
  });

  it('that were billed are counted', async () => {
    const client = new ScriptedClient(() => {
      throw new ModelFailure('model.answer_cut', USAGE);
    });
    const model = modelOver(client);
    await expect(model.text(request)).rejects.toMatchObject({ code: 'model.answer_cut' });
    expect(model.calls).toMatchObject([{ outcome: 'unusable', usage: USAGE, microUsd: 900 }]);
  });

  it('to answer in time are not taken for a cancelled job', async () => {
    const model = modelOver(new ScriptedClient(never), { config: { callTimeoutMs: 50 } });
    await expect(model.text(request)).rejects.toMatchObject({ code: 'provider.unavailable' });
  });
});

describe('a pause that the provider asks for', () => {
  it('holds for everybody with that account, and is waited for where it is short', async () => {
    const ledger = new MemoryModelLedger();
    const at: number[] = [];
    const client = new ScriptedClient((_request, turn) => {
      at.push(Date.now());
      if (turn === 1) throw new ModelFailure('provider.rate_limited', null, 300);
      return 'text';
    });
    const first = modelOver(client, { ledger }).text(numbered(1));
    while (client.requests.length < 1) await sleep(1);
    await Promise.all([first, modelOver(client, { ledger }).text(numbered(2))]);
    const [asked = 0, ...after] = at;
    expect(after).toHaveLength(2);
    for (const time of after) expect(time - asked).toBeGreaterThanOrEqual(299);
  });

  it('ends the call at once where it is longer than the call may take, for the next caller too', async () => {
    const ledger = new MemoryModelLedger();
    const client = new ScriptedClient(() => {
      throw new ModelFailure('provider.rate_limited', null, 60_000);
    });
    for (let index = 0; index < 2; index += 1)
      await expect(modelOver(client, { ledger }).text(numbered(index))).rejects.toMatchObject({
        code: 'provider.rate_limited',
      });
    expect(client.requests).toHaveLength(1);
  });
});

describe('cancelling', () => {
  it('ends the call and makes no other one', async () => {
    const job = new AbortController();
    const client = new ScriptedClient(never);
    const model = modelOver(client, { context: silentStepContext(job.signal) });
    const asked = model.text(request);
    while (client.requests.length < 1) await sleep(1);
    job.abort();
    await expect(asked).rejects.toMatchObject({ code: 'job.cancelled' });
    await expect(model.text(numbered(2))).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(client.requests).toHaveLength(1);
    expect(model.calls.map(({ outcome }) => outcome)).toEqual(['cancelled']);
  });

  it('of one call by its caller leaves the step its other calls', async () => {
    const client = new ScriptedClient((sent, turn) => (turn === 1 ? never(sent) : 'text'));
    const model = modelOver(client);
    const end = new AbortController();
    const asked = model.text({ ...request, signal: end.signal });
    while (client.requests.length < 1) await sleep(1);
    end.abort();
    await expect(asked).rejects.toMatchObject({ code: 'step.timeout' });
    await expect(model.text({ ...request, signal: end.signal })).rejects.toMatchObject({
      code: 'step.timeout',
    });
    expect(await model.text(request)).toBe('text');
    expect(model.calls.map(({ outcome }) => outcome)).toEqual(['cancelled', 'answered']);
    expect(client.requests).toHaveLength(2);
  });

  it('ends the wait for a provider too', async () => {
    const job = new AbortController();
    const ledger = new MemoryModelLedger();
    const client = new ScriptedClient(() => {
      throw new ModelFailure('provider.rate_limited', null, 1_500);
    });
    const model = modelOver(client, { ledger, context: silentStepContext(job.signal) });
    const asked = model.text(request);
    while (client.requests.length < 1) await sleep(1);
    job.abort();
    await expect(asked).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(client.requests).toHaveLength(1);
  });

  it('counts the worst case, since nobody knows what was billed', async () => {
    const job = new AbortController();
    const ledger = new MemoryModelLedger();
    const client = new ScriptedClient(never);
    const asked = modelOver(client, { ledger, context: silentStepContext(job.signal) }).text(
      request,
    );
    while (client.requests.length < 1) await sleep(1);
    job.abort();
    await expect(asked).rejects.toThrow();
    const budgets = budgetsOf({ job: { tokens: 700, microUsd: null } });
    const next = ledger.reserve(OWNER, { tokens: 100, microUsd: 0 }, budgets, 'operator');
    expect(await next).toEqual({ spent: 'job' });
  });
});

it('tells every call in the live log', async () => {
  const log = jest.fn<StepContext['log']>();
  const context = { ...silentStepContext(), log };
  await modelOver(new ScriptedClient(() => 'text', { ...USAGE, input: 3_210 }), { context }).text(
    request,
  );
  expect(log.mock.calls[0]?.[1]).toMatch(
    /^large · Plan the product · 3,210 \+ 40 tokens · \$0\.0067 · \d+\.\d s$/,
  );
});
