import { describe, expect, it } from '@jest/globals';
import { publicPageKinds, type FieldSpec, type ProductSpec } from '@hatchr/contracts';
import { buildAppModel } from '../model/app-model.js';
import { noDiscovery } from '../planner/no-discovery.fixture.js';
import { planProduct } from '../planner/plan-product.js';
import { writeApp } from './write-app.js';
import { publicOf } from './write-public.js';

const field = (name: string, type: FieldSpec['type']): FieldSpec => ({
  name,
  label: name,
  type,
  required: false,
});
const fields: FieldSpec[] = [
  field('name', 'text'),
  field('symptoms', 'long_text'),
  field('diagnosis', 'text'),
  field('notes', 'long_text'),
  field('description', 'long_text'),
  field('remarks', 'text'),
  field('starts_at', 'datetime'),
  field('date_of_birth', 'date'),
  field('capacity', 'integer'),
  field('weight', 'integer'),
  field('price', 'money'),
  field('balance', 'money'),
  field('website', 'url'),
  field('rating', 'rating'),
  field('is_urgent', 'boolean'),
];

function specOf(kind: (typeof publicPageKinds)[number], extra: FieldSpec[] = []): ProductSpec {
  const spec = planProduct('a habit tracker', noDiscovery());
  const [first] = spec.entities;
  if (!first) throw new Error('The plan has no entity.');
  const entity = { ...first, titleField: 'name', fields: [...fields, ...extra] };
  const publicPage = { kind, entity: entity.name, title: 'Visits', description: 'Open visits.' };
  return { ...spec, entities: [entity, ...spec.entities.slice(1)], publicPage };
}
const columnsOf = (spec: ProductSpec): string[] | undefined =>
  publicOf(buildAppModel(spec))?.columns;

describe('publicOf', () => {
  it.each(publicPageKinds)('never opens health, notes, births and free text on %s', (kind) => {
    const columns = columnsOf(specOf(kind));
    expect(columns).toEqual(expect.arrayContaining(['name', 'starts_at', 'capacity', 'rating']));
    for (const hidden of [
      'symptoms',
      'diagnosis',
      'notes',
      'remarks',
      'date_of_birth',
      'weight',
      'balance',
      'website',
      'is_urgent',
    ])
      expect(columns).not.toContain(hidden);
  });

  it('opens a price on a listing alone, and a description everywhere but on free times', () => {
    expect(publicPageKinds.filter((kind) => columnsOf(specOf(kind))?.includes('price'))).toEqual([
      'listing',
    ]);
    expect(
      publicPageKinds.filter((kind) => !columnsOf(specOf(kind))?.includes('description')),
    ).toEqual(['booking']);
  });

  it('hides the name of a row that can be reached like a person', () => {
    const reachable = [field('email', 'email')];
    expect(columnsOf(specOf('booking', reachable))).not.toContain('name');
    expect(columnsOf(specOf('listing', reachable))).toContain('name');
  });

  it('grants visitors these columns and no others', () => {
    const spec = specOf('booking');
    const sql = writeApp(spec).find((file) => file.path.endsWith('_public.sql'))?.content;
    const [, granted] = /^grant select \((.+)\) on .+ to anon;$/mu.exec(String(sql)) ?? [];
    const columns = ['id', 'is_published', ...(columnsOf(spec) ?? [])];
    expect(granted).toBe(columns.map((column) => `"${column}"`).join(', '));
  });

  it('numbers each migration once', () => {
    const versions = writeApp(specOf('rsvp')).flatMap(
      ({ path }) => /migrations\/(\d+)_/u.exec(path)?.[1] ?? [],
    );
    expect(new Set(versions).size).toBe(versions.length);
  });
});
