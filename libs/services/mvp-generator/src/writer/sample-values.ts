import type { FieldSpec } from '@hatchr/contracts';
import { sampleTitles } from './sample-titles.js';
import type { EntityModel, FieldModel } from '../model/app-model.js';
import { boundsOf } from './write-tables.js';

// Surnames that say what they are, with the domains (RFC 2606) and numbers (NANP 555-01xx) kept for examples, so
// that a demo row can be taken for nobody's data.
const firstNames = ['Ada', 'Noor', 'Mateo', 'Ines', 'Kofi', 'Yuki', 'Lena', 'Tomas'];
const people = firstNames.map((name) => `${name} Sample`);
const organisations = [
  'Sample Studio',
  'Example Bakery',
  'Demo Garden Club',
  'Sample Workshop',
  'Example Clinic',
  'Demo Outfitters',
];
const streets = [
  '1 Example Street',
  '22 Sample Avenue',
  '7 Demo Lane',
  '140 Example Road',
  '9 Sample Square',
  '31 Demo Court',
];
const notes = [
  'Sample text: what was agreed and what comes next.',
  'Sample text: a short note to show how this reads.',
  'Sample text: details go here.',
  'Sample text: replace it with your own.',
];

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

const personWords =
  /name|owner|contact|author|guest|customer|client|member|patient|student|assignee|person|host|instructor|technician|driver|reporter|by$/u;

function isPerson(entity: EntityModel): boolean {
  return entity.spec.fields.some((field) => field.type === 'email' || field.type === 'phone');
}

function textOf(entity: EntityModel, field: FieldModel, row: number): string {
  const isTitle = field.column === entity.titleColumn;
  const own = entity.spec.sampleTitles ?? [];
  const titles = own.length > 0 ? own : sampleTitles[entity.spec.name];
  if (isTitle && titles) return pick(titles, row);
  if (
    /company|organi[sz]ation|business|supplier|vendor/u.test(field.column) ||
    (isTitle && /company|organi[sz]ation|business|supplier|vendor/u.test(entity.spec.name))
  )
    return pick(organisations, row);
  if ((isTitle && isPerson(entity)) || (!isTitle && personWords.test(field.column)))
    return pick(people, row);
  if (isTitle) return `Sample ${entity.spec.label} ${String(row + 1)}`.slice(0, 200);
  return `Sample ${field.spec.label} ${String(row + 1)}`.slice(0, 200);
}

const numbers = [3, 12, 7, 25, 1, 18];
const amounts = [4900, 12_000, 2500, 36_000, 8000, 19_900];

function within(field: FieldSpec, value: number): number {
  const { min, max } = boundsOf(field);
  return Math.min(max ?? value, Math.max(min ?? value, value));
}

/** A date column's sample is relative to today, so that the demo is never out of date. */
export interface SampleDate {
  days: number;
  hour?: number;
}

// Some past, some near, some far: every list of "overdue", "today" and "soon" has something to show.
const dayOffsets = [1, -3, 0, 6, 2, -10, 12, -1];

export type SampleValue = string | number | boolean | null | SampleDate;

/** The value of a field in the n-th demo row of its entity; relations are not filled here. */
export function sampleValue(entity: EntityModel, field: FieldModel, row: number): SampleValue {
  const { spec } = field;
  // Of two dates in a row the later field is the later day (start and end, issued and due).
  const earlier = entity.fields.filter((other) => other.spec.type === spec.type).indexOf(field);
  const day = pick(dayOffsets, row) + earlier * 7;
  switch (spec.type) {
    case 'long_text':
      return pick(notes, row);
    case 'integer':
      return within(spec, pick(numbers, row + earlier * 2));
    case 'decimal':
      return within(spec, pick(numbers, row + earlier) + 0.5);
    case 'money':
      return within(spec, pick(amounts, row + earlier));
    case 'boolean':
      return row % 3 !== 2;
    case 'date':
      return { days: day };
    case 'datetime':
      return { days: day, hour: 9 + ((row * 2) % 8) };
    case 'time':
      return pick(['09:00', '10:30', '13:00', '15:30'], row + earlier * 2);
    case 'duration':
      return within(spec, pick([30, 60, 45, 90], row));
    case 'rating':
      return within(spec, pick([5, 4, 3, 5, 2, 4], row));
    case 'email':
      return `${pick(firstNames, row).toLowerCase()}@example.com`;
    case 'phone':
      return `+1 555 010${String(row % 10)}`;
    case 'url':
      return `https://example.com/sample-${String(row + 1)}`;
    case 'address':
      return pick(streets, row);
    case 'enum':
      return pick(spec.values ?? [], row).value;
    case 'relation':
      return null;
    default:
      return textOf(entity, field, row);
  }
}

/** Demo rows of an entity: a board wants one in most columns, other lists a handful. */
export const sampleRowCount = 8;
