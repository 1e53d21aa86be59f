import { describe, expect, it } from '@jest/globals';
import { chooseFeature } from '../features/feature-library.js';
import { buildAppModel } from '../model/app-model.js';
import { noDiscovery } from '../planner/no-discovery.fixture.js';
import { planProduct } from '../planner/plan-product.js';
import { writeDecisions } from './write-decisions.js';

const spec = planProduct('Appointment booking for barbers', noDiscovery());
describe('writeDecisions', () => {
  it('names the feature, its file and the list of each kind of row', () => {
    const model = buildAppModel(spec);
    const chosen = chooseFeature(model);
    const text = writeDecisions(model, chosen);
    expect(text).toContain(`src/features/${chosen.feature.fileName}.ts`);
    for (const entity of spec.entities) expect(text).toContain(`- ${entity.labelPlural}: `);
  });
});
