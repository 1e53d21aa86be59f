import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ModelCall } from '@hatchr/contracts';
import { budgetScopes, type Budgets, type CallOwner } from '@hatchr/language-model';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { connect, createTestDatabase, type TestDatabase } from '../../test/test-database.js';
import { PostgresModelLedger } from './postgres-model-ledger.adapter.js';

const call: ModelCall = {
  at: '2030-01-01T00:00:00.000Z',
  step: 'mvp',
  task: 'plan',
  purpose: 'Plan the product',
  provider: 'OpenAI',
  model: 'gpt-5.4-mini',
  usage: { input: 10, cached: 0, output: 10, reasoning: 0 },
  microUsd: 5,
  milliseconds: 12,
  outcome: 'answered',
  errorCode: null,
};
const worst = { tokens: 100, microUsd: 1_000 };

function budgetsOf(caps: Partial<Budgets>): Budgets {
  const none = { tokens: null, microUsd: null };
  return Object.fromEntries(budgetScopes.map((scope) => [scope, caps[scope] ?? none])) as Budgets;
}

describe('the ledger of models in Postgres', () => {
  let database: TestDatabase;
  let sources: DataSource[];
  let ledger: PostgresModelLedger;
  let owner: CallOwner;

  const newOwner = async (): Promise<CallOwner> => {
    const [userId, jobId] = [randomUUID(), randomUUID()];
    await sources[0]?.query('INSERT INTO users (id, name, email) VALUES ($1, $1, $1)', [userId]);
    await sources[0]?.query(`INSERT INTO jobs (id, owner_id, prompt) VALUES ($1, $2, 'Swap')`, [
      jobId,
      userId,
    ]);
    return { userId, jobId, step: 'mvp' };
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    // Four processes of an instance.
    sources = await Promise.all(Array.from({ length: 4 }, () => connect(database.url)));
  });
  afterAll(async () => {
    await Promise.all(sources.map((source) => source.destroy()));
    await database.drop();
  });
  beforeEach(async () => {
    const [source] = sources;
    if (!source) throw new Error('there is no database');
    await source.query('DELETE FROM model_calls');
    ledger = new PostgresModelLedger(source);
    owner = await newOwner();
  });

  it('lets fifty reservations of four processes at once pass no cap', async () => {
    const owners = await Promise.all(Array.from({ length: 10 }, newOwner));
    const budgets = budgetsOf({ instance_day: { tokens: 1_250, microUsd: null } });
    const results = await Promise.all(
      Array.from({ length: 50 }, (_none, index) => {
        const source = sources[index % sources.length];
        const holder = owners[index % owners.length];
        if (!source || !holder) throw new Error('there is no process');
        return new PostgresModelLedger(source).reserve(holder, worst, budgets, 'operator');
      }),
    );
    expect(results.filter((result) => 'id' in result)).toHaveLength(12);
    expect(results.filter((result) => 'spent' in result)).toHaveLength(38);
  });

  it.each([
    ['step', { step: 'marketing' }],
    ['job', 'another job'],
    ['user_day', 'another user'],
  ] as const)('holds the cap of the %s for what belongs to it alone', async (scope, other) => {
    const budgets = budgetsOf({ [scope]: { tokens: null, microUsd: 1_500 } });
    expect(await ledger.reserve(owner, worst, budgets, 'operator')).toHaveProperty('id');
    expect(await ledger.reserve(owner, worst, budgets, 'operator')).toEqual({ spent: scope });
    const another = typeof other === 'string' ? await newOwner() : { ...owner, ...other };
    expect(await ledger.reserve(another, worst, budgets, 'operator')).toHaveProperty('id');
  });

  it('counts what is billed to a user against no cap of the instance', async () => {
    const budgets = budgetsOf({ instance_day: { tokens: 150, microUsd: null } });
    for (const billedTo of ['user', 'user', 'operator'] as const)
      expect(await ledger.reserve(owner, worst, budgets, billedTo)).toHaveProperty('id');
    expect(await ledger.reserve(owner, worst, budgets, 'operator')).toEqual({
      spent: 'instance_day',
    });
  });

  it('counts what a call did cost once it has ended', async () => {
    const budgets = budgetsOf({ job: { tokens: 150, microUsd: null } });
    const held = await ledger.reserve(owner, worst, budgets, 'operator');
    if (!('id' in held)) throw new Error('it does not fit');
    await ledger.settle(held, call, { tokens: 20, microUsd: 5 });
    expect(await ledger.reserve(owner, worst, budgets, 'operator')).toHaveProperty('id');
  });

  it('forgets what a dead process held, keeps what was spent, and not for another day', async () => {
    const [source] = sources;
    const budgets = budgetsOf({ user_day: { tokens: 150, microUsd: null } });
    const shift = (interval: string): Promise<unknown> | undefined =>
      source?.query('UPDATE model_calls SET reserved_at = now() - $1::interval', [interval]);
    await ledger.reserve(owner, worst, budgets, 'operator');
    await shift('16 minutes');
    const held = await ledger.reserve(owner, worst, budgets, 'operator');
    if (!('id' in held)) throw new Error('it does not fit');
    await ledger.settle(held, call, worst);
    expect(await ledger.reserve(owner, worst, budgets, 'operator')).toEqual({ spent: 'user_day' });
    await shift('25 hours');
    expect(await ledger.reserve(owner, worst, budgets, 'operator')).toHaveProperty('id');
  });

  it('counts what was spent for somebody who has gone', async () => {
    const [source] = sources;
    const budgets = budgetsOf({ instance_day: { tokens: 150, microUsd: null } });
    await ledger.reserve(owner, worst, budgets, 'operator');
    await source?.query('DELETE FROM users WHERE id = $1', [owner.userId]);
    expect(await ledger.reserve(await newOwner(), worst, budgets, 'operator')).toEqual({
      spent: 'instance_day',
    });
  });

  it('keeps answers by their content, and pauses until their end, for every process', async () => {
    const [, source] = sources;
    if (!source) throw new Error('there is no other process');
    const other = new PostgresModelLedger(source);
    await ledger.keepAnswer('hash', 'first');
    await ledger.keepAnswer('hash', 'second');
    expect(await other.findAnswer('hash')).toBe('second');
    expect(await other.findAnswer('another')).toBeNull();
    const until = new Date(Date.now() + 60_000);
    await ledger.pause('operator openai', until);
    await ledger.pause('operator openai', new Date(Date.now() + 1_000));
    expect(await other.pausedUntil('operator openai')).toEqual(until);
    await ledger.pause('operator anthropic', new Date(Date.now() - 1_000));
    expect(await other.pausedUntil('operator anthropic')).toBeNull();
  });
});
