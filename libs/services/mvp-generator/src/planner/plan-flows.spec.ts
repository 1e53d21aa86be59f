import { describe, expect, it } from '@jest/globals';
import { buildAppModel } from '../model/app-model.js';
import { writeFlowTests } from '../writer/write-tests.js';
import { corpusPrompts } from './corpus-prompts.fixture.js';
import { noDiscovery } from './no-discovery.fixture.js';
import { planProduct } from './plan-product.js';

const plan = (prompt: string) => planProduct(prompt, noDiscovery());

describe('the flows of the corpus', () => {
  const specs = corpusPrompts.map(plan);

  it('have each criterion as a test of the generated app, none as a note for later', () => {
    for (const spec of specs) {
      const tests = writeFlowTests(buildAppModel(spec));
      expect(tests).not.toContain('it.todo');
      for (const { acceptance } of spec.flows) {
        expect(acceptance.length).toBeGreaterThan(0);
        for (const text of acceptance) expect(tests).toContain(text.replaceAll("'", "\\'"));
      }
    }
  });

  it('have one criterion that runs the feature', () => {
    for (const { prompt, flows, feature } of specs) {
      const runs = flows
        .flatMap(({ acceptance }) => acceptance)
        .filter((text) => text.startsWith(`“${feature.name}” answers from`));
      expect({ prompt, runs: runs.length }).toEqual({ prompt, runs: 1 });
    }
  });

  it('are three to five of different names', () => {
    for (const { prompt, flows } of specs) {
      const names = new Set(flows.map(({ name }) => name));
      expect({ prompt, names: names.size, few: names.size < 3 || names.size > 5 }).toEqual({
        prompt,
        names: flows.length,
        few: false,
      });
    }
  });
});

describe('planFlows', () => {
  it.each([
    ['Invoice reminders for plumbers', 'Take invoices from “Draft” to “Paid”'],
    ['Track oil paintings from sketch to sold', 'Take oil paintings from “Sketch” to “Sold”'],
    ['Online booking page for hair salons', 'Plan bookings'],
  ])('begins “%s” with what it is about', (prompt, name) => {
    expect(plan(prompt).flows[0]?.name).toBe(name);
  });

  it('tells what the feature and the public page do with it', () => {
    const spec = plan('Online booking page for hair salons');
    const steps = spec.flows[0]?.steps.join(' ') ?? '';
    expect(steps).toContain(`Open “${spec.feature.name}”`);
    expect(steps).toContain(`Share “${spec.publicPage?.title ?? ''}”`);
  });
});
