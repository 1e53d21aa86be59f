import type { EntitySpec, ProductSpec } from '@hatchr/contracts';

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const quote = (text: string): string => (text ? `“${text}”` : 'without a name');

/** What an edit changes, one sentence each, in the order of the form. Empty when nothing has changed. */
export function describeChanges(base: ProductSpec, spec: ProductSpec): string[] {
  const lines: string[] = [];
  for (const [key, word] of [
    ['name', 'Name'],
    ['tagline', 'Tagline'],
    ['summary', 'Summary'],
    ['audience', 'Audience'],
  ] as const)
    if (base[key] !== spec[key])
      lines.push(key === 'summary' ? 'Summary rewritten' : `${word}: ${quote(spec[key])}`);
  if (!isSame(base.brand, spec.brand)) lines.push('Brand changed');
  lines.push(...entityChanges(base.entities, spec.entities));
  for (const [key, word] of [
    ['feature', 'Feature'],
    ['flows', 'Flows'],
    ['publicPage', 'Public page'],
    ['assistant', 'Assistant'],
    ['pricing', 'Pricing'],
    ['nonGoals', 'What is left out'],
  ] as const)
    if (!isSame(base[key], spec[key])) lines.push(`${word} changed`);
  return lines;
}

function entityChanges(before: EntitySpec[], after: EntitySpec[]): string[] {
  const known = new Map(before.map((entity) => [entity.name, entity]));
  const left = new Set(after.map(({ name }) => name));
  const removed = before.filter(({ name }) => !left.has(name));
  const kept = before.filter(({ name }) => left.has(name)).map(({ name }) => name);
  const order = after.filter(({ name }) => known.has(name)).map(({ name }) => name);
  return [
    ...removed.map((entity) => `${quote(entity.label)} removed`),
    ...after.flatMap((entity) => {
      const old = known.get(entity.name);
      return old ? fieldChanges(old, entity) : [`${quote(entity.label)} added`];
    }),
    ...(isSame(kept, order) ? [] : ['Order of the data changed']),
  ];
}

function fieldChanges(old: EntitySpec, entity: EntitySpec): string[] {
  const known = new Map(old.fields.map((field) => [field.name, field]));
  const left = new Set(entity.fields.map(({ name }) => name));
  const { fields: _old, label: oldLabel, ...oldRest } = old;
  const { fields: _new, label, ...rest } = entity;
  const kept = (fields: EntitySpec['fields'], by: { has: (name: string) => boolean }) =>
    fields.filter((field) => by.has(field.name)).map((field) => field.name);
  return [
    ...(oldLabel === label ? [] : [`${quote(oldLabel)} renamed to ${quote(label)}`]),
    ...(isSame(oldRest, rest) ? [] : [`${quote(label)} described or shown differently`]),
    ...old.fields
      .filter((field) => !left.has(field.name))
      .map((field) => `${label}: field ${quote(field.label)} removed`),
    ...entity.fields.flatMap((field) => {
      const before = known.get(field.name);
      if (!before) return [`${label}: field ${quote(field.label)} added`];
      return isSame(before, field) ? [] : [`${label}: field ${quote(field.label)} changed`];
    }),
    ...(isSame(kept(old.fields, left), kept(entity.fields, known))
      ? []
      : [`${label}: order of the fields changed`]),
  ];
}
