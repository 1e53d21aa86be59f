import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DiscoveryResult, ModelSettings, Project, ProjectFile } from '@hatchr/contracts';
import { startModelServer, type ModelServer } from '@hatchr/language-model/testing';
import { richDraft, richIdeas } from '@hatchr/mvp-generator/testing';
import { startTestApp, Visitor, type TestApp } from './test-app.js';

const KEY = 'sk-test-0123456789';
const PROMPT = 'AI scheduling tool for freelancers';

const unknownMarket: DiscoveryResult = {
  outcome: 'none_known',
  statement: 'Nothing close enough is known.',
  ...{ queries: [], categories: [], competitors: [], features: [], matrix: [], gaps: [] },
  evidence: [],
  servedBy: { provider: 'test', mode: 'embedded', reason: 'test' },
};

/** The whole backend with a model that answers nothing of use: the worst that a provider bills for. */
describe('a kit that was made with a language model', () => {
  let server: ModelServer;
  let backend: TestApp | null = null;

  beforeEach(async () => {
    const answer = () => ({ json: {} });
    server = await startModelServer({ protocol: 'openai', apiKey: KEY, answer });
  });
  afterEach(async () => {
    await backend?.stop();
    backend = null;
    await server.close();
  });

  const start = async (environment: Record<string, string> = {}): Promise<Visitor> => {
    backend = await startTestApp({
      OPENAI_API_KEY: KEY,
      OPENAI_BASE_URL: server.baseUrl,
      ...environment,
    });
    return new Visitor(backend.url);
  };
  const ask = async <T>(visitor: Visitor, procedure: string, input?: unknown): Promise<T> => {
    const query = input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
    const { body } = await visitor.json<{ result: { data: T } }>(`/trpc/${procedure}${query}`);
    return body.result.data;
  };
  const decisionsOf = async (visitor: Visitor, projectId: string): Promise<string> => {
    const input = { projectId, path: 'docs/decisions.md' };
    return (await ask<ProjectFile>(visitor, 'projects.file', input)).text ?? '';
  };

  it('says who would serve and at what cost, is whole with unusable answers, and tells what they cost', async () => {
    const visitor = await start();
    const { projectId } = await visitor.hatch(PROMPT);
    const { offer } = await ask<ModelSettings>(visitor, 'models.settings');
    expect(offer).toMatchObject({
      provider: 'OpenAI',
      billedTo: 'operator',
      caps: { job: { microUsd: 2_000_000 } },
    });
    expect(offer?.estimate.map(({ task }) => task)).toEqual(['plan', 'extract', 'copy', 'code']);
    const { modelUse, servedBy } = await ask<Project>(visitor, 'project', { projectId });
    expect(modelUse.calls).toBe(server.requests.length);
    expect(modelUse.microUsd).toBeGreaterThan(0);
    expect(modelUse.steps.map(({ step }) => step)).toContain('mvp');
    expect(servedBy.mvp.mode).toBe('embedded');
    const decisions = await decisionsOf(visitor, projectId);
    expect(decisions).toContain(String.raw`answered, not usable (model.answer\_invalid)`);
    expect(decisions).toContain(`Together: ${modelUse.calls} calls`);
    expect(decisions).toContain('| embedded engine |');
    expect(JSON.stringify(server.requests.map(({ body }) => body))).not.toContain(KEY);
  }, 150_000);

  it('is made from the answer of a model that knows the trade, and says so in every place', async () => {
    const [idea] = richIdeas;
    if (!idea) throw new Error('There is an idea.');
    const draft = richDraft(idea, unknownMarket);
    await server.close();
    server = await startModelServer({
      protocol: 'openai',
      apiKey: KEY,
      // Whatever else is asked gets nothing of use, and is made without a model.
      answer: ({ schemaName }) => ({ json: schemaName === 'product_plan' ? draft : {} }),
    });
    const visitor = await start();
    const { projectId } = await visitor.hatch(idea.prompt);
    const { name, spec, servedBy, modelUse } = await ask<Project>(visitor, 'project', {
      projectId,
    });
    expect(name).toBe(idea.name);
    expect(spec.tagline).toBe(idea.tagline);
    const names = spec.entities.map((entity) => entity.name);
    expect(names).toEqual(expect.arrayContaining(idea.entities.map((entity) => entity.name)));
    expect(servedBy.mvp).toMatchObject({ mode: 'live', provider: 'OpenAI gpt-5.4-mini' });
    expect(modelUse.microUsd).toBeGreaterThan(0);
    expect(await decisionsOf(visitor, projectId)).toContain('OpenAI gpt-5.4-mini');
    const input = { projectId, path: 'README.md' };
    expect((await ask<ProjectFile>(visitor, 'projects.file', input)).text).toContain(idea.name);
  }, 150_000);

  it('is whole without a call where the budget is spent, and says so', async () => {
    const visitor = await start({ MODEL_MAX_USD_PER_DAY: '0' });
    const { projectId } = await visitor.hatch(PROMPT);
    const { modelUse } = await ask<Project>(visitor, 'project', { projectId });
    expect(server.requests).toHaveLength(0);
    expect(modelUse).toEqual({ calls: 0, tokens: 0, microUsd: 0, steps: [] });
    const decisions = await decisionsOf(visitor, projectId);
    expect(decisions).toContain('budget for language models of this instance for today is spent');
  }, 150_000);

  it('says that no model was asked where none is configured', async () => {
    const visitor = await start({ MODEL_PROVIDER: 'off' });
    const { projectId } = await visitor.hatch(PROMPT);
    expect((await ask<ModelSettings>(visitor, 'models.settings')).offer).toBeNull();
    expect(await decisionsOf(visitor, projectId)).toContain('None: no language model was asked.');
  }, 150_000);
});
