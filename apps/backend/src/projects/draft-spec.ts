import { editedSpecSchema, type DraftSpec } from '@hatchr/contracts';
import anyAscii from 'any-ascii';
import pluralize from 'pluralize';
import { toSpecProblems } from './spec-problems.js';

type Draft = Record<string, unknown>;

/**
 * An edited specification with what follows from its labels filled in where it was left blank: names, plurals,
 * title fields, the values of choices and the slug. What is wrong with the rest comes as sentences.
 */
export function draftSpec(edited: unknown): DraftSpec {
  const filled = isDraft(edited) ? fillSpec(edited) : edited;
  const checked = editedSpecSchema.safeParse(filled);
  return checked.success
    ? { spec: checked.data, problems: [] }
    : { spec: filled, problems: toSpecProblems(checked.error, filled) };
}

function fillSpec(spec: Draft): Draft {
  const slug = isBlank(spec.slug) ? toSlug(textOf(spec.name)) : spec.slug;
  const entities = draftsOf(spec.entities);
  if (!entities) return { ...spec, slug };
  const names = takenOf(entities, 'name');
  const plurals = takenOf(entities, 'plural');
  return { ...spec, slug, entities: entities.map((entity) => fillEntity(entity, names, plurals)) };
}

function fillEntity(entity: Draft, names: Set<string>, plurals: Set<string>): Draft {
  const label = textOf(entity.label) || pluralize.singular(textOf(entity.labelPlural));
  const labelPlural = textOf(entity.labelPlural) || (label && pluralize(label));
  const name = isBlank(entity.name) ? claim(names, toIdentifier(label, 'item')) : entity.name;
  const plural = isBlank(entity.plural)
    ? claim(plurals, toIdentifier(labelPlural, 'items'))
    : entity.plural;
  const filled = {
    ...entity,
    label,
    labelPlural,
    name,
    plural,
    description:
      isBlank(entity.description) && label ? `Keeps ${labelPlural}.` : entity.description,
    icon: isBlank(entity.icon) ? 'box' : entity.icon,
    view: isBlank(entity.view) ? 'table' : entity.view,
    ownership: 'user',
  };
  const fields = draftsOf(entity.fields);
  if (!fields) return filled;
  const taken = takenOf(fields, 'name');
  const complete = fields.map((field) => fillField(field, taken));
  const title = complete.find((field) => field.type === 'text') ?? complete[0];
  const titleField = isBlank(entity.titleField) ? title?.name : entity.titleField;
  return { ...filled, titleField, fields: complete };
}

function fillField(field: Draft, taken: Set<string>): Draft {
  const name = isBlank(field.name)
    ? claim(taken, toIdentifier(textOf(field.label), 'field'))
    : field.name;
  const values = draftsOf(field.values);
  const filled = { ...field, name, required: field.required ?? false };
  if (!values) return filled;
  const takenValues = takenOf(values, 'value');
  const complete = values.map((choice) =>
    isBlank(choice.value)
      ? { ...choice, value: claim(takenValues, toIdentifier(textOf(choice.label), 'choice')) }
      : choice,
  );
  return { ...filled, values: complete };
}

/** Transliterated where that gives letters; short enough that a number still fits behind it. */
function toIdentifier(label: string, fallback: string): string {
  const plain = anyAscii(label)
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^a-z0-9]+/gu, '_')
    .replace(/^[^a-z]+/u, '')
    .slice(0, 40)
    .replace(/_+$/u, '');
  return plain || fallback;
}

const toSlug = (name: string): string => toIdentifier(name, 'product').replaceAll('_', '-');

/** The name itself, or with the first number that makes it new among the taken ones. */
function claim(taken: Set<string>, wanted: string): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}_${String(count)}`;
  taken.add(name);
  return name;
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The list where it is one of objects; the schema says what is wrong with anything else. */
const draftsOf = (value: unknown): Draft[] | null =>
  Array.isArray(value) && value.every(isDraft) ? value : null;

const takenOf = (items: Draft[], key: string): Set<string> =>
  new Set(items.map((item) => textOf(item[key])));

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';
