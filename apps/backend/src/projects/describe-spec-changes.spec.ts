import { describe, expect, it } from '@jest/globals';
import type { EntitySpec, ProductSpec } from '@hatchr/contracts';
import { productSpec } from '../../test/step-outputs.js';
import { describeSpecChanges } from './describe-spec-changes.js';

const withSeed = (change: Partial<EntitySpec>): ProductSpec => {
  const spec = productSpec();
  return { ...spec, entities: spec.entities.map((entity) => ({ ...entity, ...change })) };
};
const sentences = (to: ProductSpec, from = productSpec()): string[] =>
  describeSpecChanges(from, to).map((change) => change.message);

describe('the differences of two specifications', () => {
  it('are none between equal ones', () => {
    expect(describeSpecChanges(productSpec(), productSpec())).toEqual([]);
  });

  it('quote a short text and only name a long one', () => {
    expect(sentences({ ...productSpec(), tagline: 'Trade seeds' })).toEqual([
      'The tagline is now “Trade seeds”, no longer “Swap seeds with your neighbours”.',
    ]);
    expect(sentences({ ...productSpec(), summary: 'Seeds. '.repeat(30) })).toEqual([
      'The summary has other words.',
    ]);
  });

  it('follow a thing through a new label, view and title', () => {
    const fields: EntitySpec['fields'] = [
      { name: 'name', label: 'Name', type: 'text', required: true },
      { name: 'variety', label: 'Variety', type: 'text', required: false },
    ];
    const to = withSeed({ labelPlural: 'Packets', view: 'gallery', titleField: 'variety', fields });
    expect(describeSpecChanges(productSpec(), to)).toEqual([
      {
        path: 'entities.seed.label',
        change: 'changed',
        message: 'Seeds are now called Packets.',
      },
      {
        path: 'entities.seed.view',
        change: 'changed',
        message: 'Packets are shown as a gallery, no longer as a table.',
      },
      {
        path: 'entities.seed.titleField',
        change: 'changed',
        message: 'Seed: its title is Variety, no longer Name.',
      },
      {
        path: 'entities.seed.fields.variety',
        change: 'added',
        message: 'Seed: Variety is new (text).',
      },
    ]);
  });

  it('say all that changed of a field in one sentence', () => {
    const fields: EntitySpec['fields'] = [
      { name: 'name', label: 'Title', type: 'long_text', required: false },
    ];
    expect(sentences(withSeed({ fields }))).toEqual([
      'Seed: Name is now called Title and is a long text, no longer a text and may be empty.',
    ]);
  });

  it('name things, flows and parts that came or went', () => {
    const spec = productSpec();
    const plot = { ...withSeed({}).entities[0], name: 'plot', label: 'Plot', labelPlural: 'Plots' };
    const to: ProductSpec = {
      ...spec,
      entities: [...spec.entities, plot as EntitySpec],
      flows: spec.flows.map((flow) => ({ ...flow, name: 'Swap' })),
      publicPage: { kind: 'listing', entity: 'seed', title: 'Seed list', description: 'Open.' },
    };
    expect(sentences(to)).toEqual([
      'Plots are new, with Name.',
      'The flow “Swap” is new.',
      'The flow “Offer” is gone.',
      'The public page “Seed list” is new.',
    ]);
    expect(sentences(spec, to)).toContain('Plots are gone.');
  });
});
