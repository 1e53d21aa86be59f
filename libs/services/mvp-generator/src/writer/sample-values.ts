import type { FieldSpec } from '@hatchr/contracts';
import { sampleTitles } from './sample-titles.js';
import { wordsFor } from './sample-words.js';
import { statusOf, type EntityModel, type FieldModel } from '../model/app-model.js';
import { numbersFor } from './sample-numbers.js';
import { dayOf, isOver, type SampleDate } from './sample-dates.js';
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
// Written so that it reads like a row of any product, and names nobody.
const notes = [
  'Agreed on the phone; a written note follows.',
  'Prefers mornings. Send a reminder the day before.',
  'Checked twice, all in order.',
  'Waiting for an answer before the next step.',
  'First time. Explain how it works and leave time for questions.',
  'Same as last time, with one small change.',
  'Take photos before and after.',
  'Ask again in two weeks.',
];
const descriptions = [
  'The one that is asked for most.',
  'Smaller than the others, and quicker.',
  'For those who want the complete version.',
  'New this season.',
  'Good for a first try.',
  'Only on request.',
  'A favourite of regulars.',
  'Simple, and enough for most.',
];
const messages = [
  'Could we look at this together tomorrow?',
  'Done. I left the details in the notes.',
  'Thank you, that answers it.',
  'This came up again today. Here is what I saw.',
  'Let us keep it as it is until the end of the month.',
  'I have added what was missing.',
  'Not sure about this one yet. What do you think?',
  'Works for me.',
];

/** Words for a long text, by what the field is for. */
function proseOf({ column }: FieldModel, row: number): string {
  if (/message|comment|reply|body|answer|question|post|update/u.test(column))
    return pick(messages, row);
  return pick(/descri|summary|about|bio|detail/u.test(column) ? descriptions : notes, row);
}

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
  const isWriter = /author|sender|writer|reviewer|posted_by|written_by/u.test(field.column);
  if ((isTitle && (isPerson(entity) || isWriter)) || (!isTitle && personWords.test(field.column)))
    return pick(people, row);
  if (isTitle) return `Sample ${entity.spec.label} ${String(row + 1)}`.slice(0, 200);
  const usual = wordsFor(field.column);
  return usual
    ? pick(usual, row)
    : `Sample ${field.spec.label.toLowerCase()} ${String(row + 1)}`.slice(0, 200);
}

function within(field: FieldSpec, value: number): number {
  const { min, max } = boundsOf(field);
  return Math.min(max ?? value, Math.max(min ?? value, value));
}

// The end of something is not known while it goes on.
const endWords = /resolved|ended|closed|finished|completed|returned|delivered|paid|until/u;

export type SampleValue = string | number | boolean | null | SampleDate;

const mayBeEmpty = new Set(['text', 'long_text', 'phone', 'url', 'address', 'relation', 'rating']);

/**
 * Whether an optional field of the n-th demo row is left out, as people leave them out. Never in the first two rows,
 * which tests and drawings are made of, and never what names the row.
 */
export function isLeftEmpty(entity: EntityModel, field: FieldModel, row: number): boolean {
  if (field.isRequired || field.column === entity.titleColumn || row < 2) return false;
  return mayBeEmpty.has(field.spec.type) && (row + entity.fields.indexOf(field)) % 5 === 4;
}

/** The value of a field in the n-th demo row of its entity; relations are not filled here. */
export function sampleValue(entity: EntityModel, field: FieldModel, row: number): SampleValue {
  const { spec } = field;
  if (isLeftEmpty(entity, field, row)) return null;
  const isEnd = endWords.test(field.column) && (spec.type === 'date' || spec.type === 'datetime');
  if (isEnd && !field.isRequired && statusOf(entity) && !isOver(entity, row)) return null;
  const earlier = entity.fields.filter((other) => other.spec.type === spec.type).indexOf(field);
  switch (spec.type) {
    case 'long_text':
      return proseOf(field, row);
    case 'integer':
      return within(spec, pick(numbersFor(field, entity.spec.name), row + earlier * 2));
    case 'decimal':
      return within(spec, pick(numbersFor(field, entity.spec.name), row + earlier));
    case 'money':
      return within(spec, pick(numbersFor(field, entity.spec.name), row + earlier));
    case 'boolean':
      return row % 3 !== 2;
    case 'date':
      return { days: dayOf(entity, field, row) };
    case 'datetime':
      return { days: dayOf(entity, field, row), hour: 9 + ((row * 2) % 8) };
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
    // A demo holds no made-up file; the form shows where one goes.
    case 'file':
    case 'relation':
      return null;
    default:
      return textOf(entity, field, row);
  }
}

/** Demo rows of an entity: a board wants one in most columns, other lists a handful. */
export const sampleRowCount = 8;
