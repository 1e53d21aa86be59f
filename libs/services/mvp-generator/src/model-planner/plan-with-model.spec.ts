import { describe, expect, it } from '@jest/globals';
import {
  AppError,
  productSpecSchema,
  silentStepContext,
  type DiscoveryResult,
} from '@hatchr/contracts';
import { findFileProblems } from '../gates/check-files.js';
import { noDiscovery } from '../planner/no-discovery.fixture.js';
import { planProduct } from '../planner/plan-product.js';
import { planBehaviours } from '../testing/plan-behaviours.js';
import { richDraft } from '../testing/rich-draft.js';
import { richIdeas } from '../testing/rich-ideas.js';
import { scriptedModel, type Script } from '../testing/scripted-model.js';
import { writeApp } from '../writer/write-app.js';
import { makePlan } from './make-plan.js';

const idea = richIdeas[5];
if (!idea) throw new Error('There are rich ideas.');
const { prompt } = idea;
const good = richDraft(idea, noDiscovery());
const embedded = planProduct(prompt, noDiscovery());

async function planBy(script: Script, discovery: DiscoveryResult = noDiscovery()) {
  const logged: string[] = [];
  const context = {
    ...silentStepContext(),
    log: (_: unknown, message: string) => void logged.push(message),
  };
  const { model, requests } = scriptedModel(script, context);
  return { ...(await makePlan({ prompt, discovery, model }, context)), requests, logged };
}

describe('a plan by a model', () => {
  it('is what the model says, and who decided what is told', async () => {
    const { spec, decisions, servedBy, requests } = await planBy(() => JSON.stringify(good));
    expect(requests).toHaveLength(1);
    expect(spec.name).toBe('Combledger');
    expect(spec.entities.map(({ name }) => name)).toContain('mite_count');
    expect(servedBy).toMatchObject({ provider: 'Scripted scripted-1', mode: 'live' });
    expect(decisions.find(({ subject }) => /rows/u.test(subject))).toMatchObject({
      by: 'model',
      model: 'Scripted scripted-1',
    });
  });

  it('is asked for with the embedded plan as data, and with constant instructions', async () => {
    const { requests } = await planBy(() => JSON.stringify(good));
    expect(requests[0]?.data).toContain(embedded.entities[0]?.name ?? '');
    expect(requests[0]?.instructions).not.toContain(prompt);
    expect(requests[0]?.schema?.json).toMatchObject({
      type: 'object',
      additionalProperties: false,
    });
  });

  it('repairs with the exact problems, and takes the answer that holds', async () => {
    const { spec, requests } = await planBy((_, turn) =>
      JSON.stringify(turn === 1 ? { ...good, tagline: 'Only $9 a month' } : good),
    );
    expect(requests).toHaveLength(2);
    expect(requests[1]?.data).toContain('tagline: "$9" is a price');
    expect(spec.tagline).toBe(idea.tagline);
  });

  it('keeps what holds of an answer that stays wrong, and says what stands in', async () => {
    const { spec, servedBy, logged, decisions } = await planBy((_, turn) =>
      JSON.stringify({ ...good, tagline: `Only $${String(turn)} a month`, flows: 'none' }),
    );
    expect(spec.tagline).toBe(embedded.tagline);
    expect(spec.entities.map(({ name }) => name)).toContain('mite_count');
    expect(servedBy.mode).toBe('live');
    expect(servedBy.reason).toContain('flows and acceptance criteria');
    expect(logged.join('\n')).toContain('Planning went on without the model');
    expect(decisions.find(({ subject }) => subject.startsWith('Flows'))?.by).toBe('embedded');
  });

  it('is the embedded one where the provider fails, with the reason', async () => {
    const { spec, servedBy, model } = await planBy(() => {
      throw new AppError('provider.key_refused');
    });
    // It would fail for the code of the app as well.
    expect(model).toBeNull();
    expect(spec).toEqual(embedded);
    expect(servedBy).toMatchObject({ mode: 'embedded' });
    expect(servedBy.reason).toContain('did not accept its key');
  });

  it('ends with the job where that is cancelled', async () => {
    const abort = new AbortController();
    const context = silentStepContext(abort.signal);
    const { model } = scriptedModel(() => {
      abort.abort();
      throw new AppError('job.cancelled');
    }, context);
    const attempt = makePlan({ prompt, discovery: noDiscovery(), model }, context);
    await expect(attempt).rejects.toMatchObject({ code: 'job.cancelled' });
  });

  it('takes no price but that of the sentence', async () => {
    const { spec } = await planBy(() => JSON.stringify(good));
    expect(spec.pricing).toMatchObject({ source: 'undecided' });
    expect(spec.pricing.plans.every(({ amount }) => amount === null)).toBe(true);
  });

  it('keeps the name that the sentence gives', async () => {
    const model = scriptedModel(() => JSON.stringify(good)).model;
    const named = 'Beekeeping journal called HiveMate with hives and inspections';
    const { spec } = await makePlan(
      { prompt: named, discovery: noDiscovery(), model },
      silentStepContext(),
    );
    expect(spec.name).toBe(planProduct(named, noDiscovery()).name);
  });
});

describe.each(planBehaviours)('a model that answers with $name', ({ answer }) => {
  it('ends in a plan that is whole, safe and plain', async () => {
    const { spec } = await planBy(() => answer(good));
    expect(productSpecSchema.safeParse(spec).error).toBeUndefined();
    expect(spec.entities.length).toBeGreaterThanOrEqual(3);
    const words = JSON.stringify({ ...spec, prompt: '' }).match(
      /<script|onerror|.{0,30}\$19|made-up|polluted|\.\.\/|\$\(|eval\(/gu,
    );
    expect(words).toBeNull();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const files = writeApp(spec);
    expect(findFileProblems(files)).toEqual([]);
    expect(files.filter(({ path }) => /\.\.|\\/u.test(path))).toEqual([]);
  });
});
