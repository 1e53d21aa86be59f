import { describe, expect, it } from '@jest/globals';
import { productSpecSchema } from '@hatchr/contracts';
import { spec } from '../../../../test/fixtures/spec';
import { describeChanges } from './describe-changes';
import {
  addField,
  changeFieldType,
  moveItem,
  nameOfLabel,
  removeEntity,
  removeField,
} from './edit-entities';

const first = spec.entities[0];
const booking = spec.entities[1];
if (!first || !booking) throw new Error('The fixture lacks entities.');

describe('editing the data', () => {
  it('removes what pointed at a removed entity and stays sound', () => {
    const edited = removeEntity(spec, 'client');
    expect(productSpecSchema.safeParse(edited).error).toBeUndefined();
    expect(edited.entities[0]?.fields.some((field) => field.target === 'client')).toBe(false);
    expect(edited.pages.some((page) => page.entity === 'client')).toBe(false);
  });

  it('moves the feature to data that is left', () => {
    expect(removeEntity(spec, 'booking').feature.entity).toBe('client');
  });

  it('names a new field apart from the others and another title when the title goes', () => {
    const twice = addField(addField(first));
    expect(new Set(twice.fields.map(({ name }) => name)).size).toBe(twice.fields.length);
    expect(removeField(first, 0).titleField).toBe('email');
  });

  it('gives each type what it needs', () => {
    const field = { name: 'x', label: 'X', type: 'text' as const, required: false };
    expect(changeFieldType(field, 'enum', 'client').values).toHaveLength(2);
    const relation = changeFieldType(field, 'relation', 'client');
    expect(relation.target).toBe('client');
    expect(changeFieldType(relation, 'date', 'client')).not.toHaveProperty('target');
    expect(changeFieldType({ ...field, required: true }, 'file', '').required).toBe(false);
  });

  it('makes identifiers of labels in any script', () => {
    expect(nameOfLabel('Due on', ['due_on'], 'field')).toBe('due_on_2');
    expect(nameOfLabel('Срок', [], 'field')).toBe('field');
  });

  it('moves within the list only', () => {
    expect(moveItem(['a', 'b'], 0, 1)).toEqual(['b', 'a']);
    expect(moveItem(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });
});

describe('what an edit changes', () => {
  it('is told in words, and nothing for no change', () => {
    const entities = spec.entities.map((entity) =>
      entity === first ? { ...addField(first), label: 'Customer' } : entity,
    );
    expect(describeChanges(spec, { ...spec, entities })).toEqual([
      '“Client” renamed to “Customer”',
      'Customer: field without a name added',
    ]);
    expect(describeChanges(spec, JSON.parse(JSON.stringify(spec)) as typeof spec)).toEqual([]);
  });
});
