import { describe, expect, it } from '@jest/globals';
import type { ProductSpec } from '@hatchr/contracts';
import { productSpec } from '../../test/step-outputs.js';
import { draftSpec } from './draft-spec.js';

describe('a draft of a specification', () => {
  it('that is sound comes back as it was', () => {
    expect(draftSpec(productSpec())).toEqual({ spec: productSpec(), problems: [] });
  });

  it('gets names from labels of any script, and each only once', () => {
    const spec = productSpec();
    const [seed] = spec.entities;
    const made = (label: string) => ({ ...seed, name: '', plural: '', label, labelPlural: '' });
    const { problems, spec: filled } = draftSpec({
      ...spec,
      entities: [...spec.entities, made('Seed'), made('Büchse'), made('種')],
    });
    expect(problems).toEqual([]);
    const { entities } = filled as ProductSpec;
    expect(entities.map(({ name }) => name).slice(0, 3)).toEqual(['seed', 'seed_2', 'buchse']);
    expect(new Set(entities.map(({ plural }) => plural)).size).toBe(4);
  });

  it('gets the stored values of choices and the address of the product', () => {
    const spec = productSpec();
    const field = { name: '', label: 'State', type: 'enum', required: true };
    const values = [{ value: '', label: 'In bloom' }, { label: 'In bloom!' }];
    const entities = spec.entities.map((entity) => ({
      ...entity,
      fields: [...entity.fields, { ...field, values }],
    }));
    const drafted = draftSpec({ ...spec, name: 'Plot & Pot', slug: '', entities });
    expect(drafted.problems).toEqual([]);
    expect(drafted.spec).toMatchObject({ slug: 'plot-pot' });
    expect((drafted.spec as ProductSpec).entities[0]?.fields[1]).toMatchObject({
      name: 'state',
      values: [{ value: 'in_bloom' }, { value: 'in_bloom_2' }],
    });
  });

  it('has its problems told in words, at the place where they are', () => {
    const spec = productSpec();
    const entities = spec.entities.map((entity) => ({
      ...entity,
      fields: [
        ...entity.fields,
        { name: 'Wrong name', label: 'Ref', type: 'text', required: true },
      ],
    }));
    expect(draftSpec({ ...spec, audience: 'a'.repeat(81), entities }).problems).toEqual([
      { path: 'audience', message: 'Audience: use at most 80 characters.' },
      {
        path: 'entities.0.fields.1.name',
        message:
          'Seed, Ref, name: it has characters that cannot be used there; use small letters, digits and underscores.',
      },
    ]);
    const dangling = spec.entities.map((entity) => ({
      ...entity,
      fields: [...entity.fields, { name: 'ref', label: 'Ref', type: 'relation', required: false }],
    }));
    expect(draftSpec({ ...spec, entities: dangling }).problems).toEqual([
      { path: 'entities.0.fields.1', message: 'Seed, Ref: Unknown relation target.' },
    ]);
  });

  it.each([null, 42, 'text', [], { entities: 'none' }, { entities: [null] }])(
    'that is nothing of the kind (%j) is answered with problems',
    (edited) => {
      expect(draftSpec(edited).problems.length).toBeGreaterThan(0);
    },
  );
});
