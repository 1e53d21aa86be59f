import { describe, expect, it } from '@jest/globals';
import type { ProductSpec } from '@hatchr/contracts';
import { chooseFeature } from '../features/feature-library.js';
import { buildAppModel } from '../model/app-model.js';
import { noDiscovery } from '../planner/no-discovery.fixture.js';
import { planProduct } from '../planner/plan-product.js';
import { writeDecisions } from './write-decisions.js';
import { writeRoadmap } from './write-roadmap.js';

const spec = planProduct('Appointment booking for barbers', noDiscovery());
const roadmap = (change: Partial<ProductSpec>): string =>
  writeRoadmap(buildAppModel({ ...spec, ...change }));

describe('writeRoadmap', () => {
  it('asks for prices only while they are not decided', () => {
    const { pricing } = spec;
    expect(roadmap({ pricing: { ...pricing, source: 'undecided' } })).toContain(
      'Decide the prices',
    );
    expect(roadmap({ pricing: { ...pricing, source: 'prompt' } })).not.toContain(
      'Decide the prices',
    );
  });

  it('lists the criteria that no test holds, and no other', () => {
    expect(roadmap({})).not.toContain('not tested yet');
    const [flow] = spec.flows;
    if (!flow) throw new Error('A plan has a flow.');
    const acceptance = [...flow.acceptance, 'A barber smiles.'];
    const text = roadmap({ flows: [{ ...flow, acceptance }] });
    expect(text).toContain('A barber smiles.');
    for (const tested of flow.acceptance) expect(text).not.toContain(tested);
  });

  it('keeps the limits and what is left out', () => {
    const text = roadmap({ constraints: ['in Portland'], nonGoals: ['It sells nothing.'] });
    expect(text).toContain('- in Portland');
    expect(text).toContain('- It sells nothing.');
  });
});

describe('writeDecisions', () => {
  it('names the feature, its file and the list of each kind of row', () => {
    const model = buildAppModel(spec);
    const chosen = chooseFeature(model);
    const text = writeDecisions(model, chosen);
    expect(text).toContain(`src/features/${chosen.feature.fileName}.ts`);
    for (const entity of spec.entities) expect(text).toContain(`- ${entity.labelPlural}: `);
  });
});
