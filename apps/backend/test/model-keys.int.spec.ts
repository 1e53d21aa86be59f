import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ModelSettings } from '@hatchr/contracts';
import { startModelServer, type ModelServer } from '@hatchr/language-model/testing';
import { DataSource } from 'typeorm';
import { ModelKeysService } from '../src/models/model-keys.service.js';
import { startTestApp, Visitor, type TestApp } from './test-app.js';

const key = 'sk-of-a-founder-1234567890';

interface Answer {
  result?: { data: ModelSettings };
  error?: { data: { httpStatus: number; appError: { code: string } } };
}

/** The real backend and Postgres; a provider of ours that knows one key. */
describe('keys of people at providers of language models', () => {
  let provider: ModelServer;
  let backend: TestApp;

  beforeAll(async () => {
    provider = await startModelServer({ protocol: 'openai', apiKey: key, answer: () => ({}) });
    backend = await startTestApp({ OPENAI_BASE_URL: provider.baseUrl, MODEL_USER_KEYS: 'on' });
  }, 60_000);
  afterAll(async () => {
    await backend.stop();
    await provider.close();
  });

  const call = async (who: Visitor, procedure: string, json?: unknown): Promise<Answer> =>
    (await who.json<Answer>(`/trpc/models.${procedure}`, json === undefined ? {} : { json })).body;
  const keptOf = (answer: Answer) =>
    answer.result?.data.providers.find((one) => one.provider === 'openai')?.keySetAt;
  const userIdOf = async (who: Visitor): Promise<string> => {
    const { body } = await who.json<{ result: { data: { userId: string } } }>('/trpc/account.me');
    return body.result.data.userId;
  };
  const openedFor = async (who: Visitor) =>
    backend.app.get(ModelKeysService, { strict: false }).findForJob(await userIdOf(who));

  it('are kept once the provider knows them, used for their owner alone, and never given back', async () => {
    const [founder, other] = [new Visitor(backend.url), new Visitor(backend.url)];
    const kept = await call(founder, 'setKey', { provider: 'openai', key });
    expect(kept.result?.data.offer).toMatchObject({ provider: 'OpenAI', billedTo: 'user' });
    expect(keptOf(kept)).toBeTruthy();
    expect(JSON.stringify(kept)).not.toContain(key);
    expect(JSON.stringify(await call(founder, 'settings'))).not.toContain(key);
    expect(await openedFor(founder)).toEqual({ provider: 'openai', key });
    expect(keptOf(await call(other, 'settings'))).toBeNull();
    await call(other, 'removeKey', { provider: 'openai' });
    expect(keptOf(await call(founder, 'settings'))).toBeTruthy();
  });

  it('stand in the database only sealed', async () => {
    await call(new Visitor(backend.url), 'setKey', { provider: 'openai', key });
    const rows: unknown[] = await backend.app
      .get(DataSource)
      .query(
        `SELECT position($1::bytea in sealed) AS at, row_to_json(model_keys)::text AS row FROM model_keys`,
        [Buffer.from(key)],
      );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row).toMatchObject({ at: 0 });
      expect(JSON.stringify(row)).not.toContain(Buffer.from(key).toString('hex'));
    }
  });

  it('are not kept when the provider does not know them', async () => {
    const founder = new Visitor(backend.url);
    const refused = await call(founder, 'setKey', {
      provider: 'openai',
      key: 'sk-of-nobody-at-all',
    });
    expect(refused.error?.data).toMatchObject({
      httpStatus: 502,
      appError: { code: 'provider.key_refused' },
    });
    expect(JSON.stringify(refused)).not.toContain('sk-of-nobody');
    const malformed = await call(founder, 'setKey', { provider: 'openai', key: 'two words' });
    expect(malformed.error?.data.appError.code).toBe('input.invalid');
    expect(keptOf(await call(founder, 'settings'))).toBeNull();
  });

  it('are gone when they are removed', async () => {
    const founder = new Visitor(backend.url);
    await call(founder, 'setKey', { provider: 'openai', key });
    const removed = await call(founder, 'removeKey', { provider: 'openai' });
    expect(keptOf(removed)).toBeNull();
    expect(removed.result?.data.offer).toBeNull();
    expect(await openedFor(founder)).toBeNull();
  });

  it('move to the account with which a guest signs up', async () => {
    const founder = new Visitor(backend.url);
    await call(founder, 'setKey', { provider: 'openai', key });
    const signedUp = await founder.fetch('/api/auth/sign-up/email', {
      json: { name: 'Ada', email: 'ada.models@example.com', password: 'a long password' },
      headers: { origin: backend.url },
    });
    expect(signedUp.status).toBe(200);
    expect(await openedFor(founder)).toEqual({ provider: 'openai', key });
  });
});
