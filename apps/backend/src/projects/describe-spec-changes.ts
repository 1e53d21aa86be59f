import type { EntitySpec, FieldSpec, ProductSpec, SpecChange } from '@hatchr/contracts';

type Kind = SpecChange['change'];
type Add = (path: string, change: Kind, message: string) => void;

/** Longer texts are named, not quoted: two paragraphs do not fit into a sentence. */
const QUOTED = 80;

/** A text of the specification that changes as a whole, as a founder calls it. */
const texts: [name: string, read: (spec: ProductSpec) => string][] = [
  ['name', (spec) => spec.name],
  ['tagline', (spec) => spec.tagline],
  ['summary', (spec) => spec.summary],
  ['problem', (spec) => spec.problem],
  ['audience', (spec) => spec.audience],
  ['category', (spec) => spec.category],
  ['feature.name', (spec) => spec.feature.name],
  ['feature.description', (spec) => spec.feature.description],
  ['feature.kind', (spec) => spec.feature.kind],
  ['brand.primary', (spec) => spec.brand.primary],
  ['brand.accent', (spec) => spec.brand.accent],
  ['brand.icon', (spec) => spec.brand.icon],
  ['brand.tone', (spec) => spec.brand.tone],
  ['pricing.currency', (spec) => spec.pricing.currency],
];

const calledOf: Record<string, string> = {
  'feature.name': 'The feature',
  'feature.description': 'The description of the feature',
  'feature.kind': 'The kind of feature',
  'brand.primary': 'The main colour',
  'brand.accent': 'The accent colour',
  'brand.icon': 'The icon',
  'brand.tone': 'The tone',
  'pricing.currency': 'The currency',
};

/** What differs between two specifications, in the order in which a founder reads them. */
export function describeSpecChanges(from: ProductSpec, to: ProductSpec): SpecChange[] {
  const changes: SpecChange[] = [];
  const add: Add = (path, change, message) => changes.push({ path, change, message });
  for (const [path, read] of texts)
    if (read(from) !== read(to))
      add(path, 'changed', nowIs(calledOf[path] ?? `The ${path}`, read(from), read(to)));
  describeEntities(from, to, add);
  describeParts(from, to, add);
  const entityOf = (spec: ProductSpec) =>
    spec.entities.find(({ name }) => name === spec.feature.entity)?.labelPlural ?? '';
  if (from.feature.entity !== to.feature.entity)
    add(
      'feature.entity',
      'changed',
      nowIs('What the feature works on', entityOf(from), entityOf(to)),
    );
  return changes;
}

function describeEntities(from: ProductSpec, to: ProductSpec, add: Add): void {
  compareNamed(from.entities, to.entities, ({ name }) => name, {
    added: (entity) => {
      const fields = entity.fields.map(({ label }) => label).join(', ');
      add(`entities.${entity.name}`, 'added', `${entity.labelPlural} are new, with ${fields}.`);
    },
    removed: (entity) => {
      add(`entities.${entity.name}`, 'removed', `${entity.labelPlural} are gone.`);
    },
    both: (before, after) => {
      describeEntity(before, after, add);
    },
  });
}

function describeEntity(from: EntitySpec, to: EntitySpec, add: Add): void {
  const path = `entities.${to.name}`;
  const field = (entity: EntitySpec) =>
    entity.fields.find(({ name }) => name === entity.titleField)?.label ?? entity.titleField;
  if (from.labelPlural !== to.labelPlural || from.label !== to.label)
    add(`${path}.label`, 'changed', `${from.labelPlural} are now called ${to.labelPlural}.`);
  if (from.view !== to.view)
    add(
      `${path}.view`,
      'changed',
      `${to.labelPlural} are shown as a ${to.view}, no longer as a ${from.view}.`,
    );
  if (from.titleField !== to.titleField)
    add(
      `${path}.titleField`,
      'changed',
      `${to.label}: its title is ${field(to)}, no longer ${field(from)}.`,
    );
  if (from.description !== to.description)
    add(
      `${path}.description`,
      'changed',
      nowIs(`The description of ${to.labelPlural}`, from.description, to.description),
    );
  if (from.icon !== to.icon)
    add(`${path}.icon`, 'changed', nowIs(`The icon of ${to.labelPlural}`, from.icon, to.icon));
  compareNamed(from.fields, to.fields, ({ name }) => name, {
    added: (added) => {
      add(
        `${path}.fields.${added.name}`,
        'added',
        `${to.label}: ${added.label} is new (${typeOf(added)}).`,
      );
    },
    removed: (gone) => {
      add(`${path}.fields.${gone.name}`, 'removed', `${to.label}: ${gone.label} is gone.`);
    },
    both: (before, after) => {
      describeField(to, before, after, add);
    },
  });
}

function describeField(entity: EntitySpec, from: FieldSpec, to: FieldSpec, add: Add): void {
  const parts: string[] = [];
  if (from.label !== to.label) parts.push(`is now called ${to.label}`);
  if (from.type !== to.type) parts.push(`is a ${typeOf(to)}, no longer a ${typeOf(from)}`);
  else if (from.target !== to.target) parts.push(`points at ${to.target ?? 'nothing'}`);
  if (from.required !== to.required) parts.push(to.required ? 'must be given' : 'may be empty');
  const choices = (field: FieldSpec) => (field.values ?? []).map(({ label }) => label).join(', ');
  if (choices(from) !== choices(to) && to.values) parts.push(`has the choices ${choices(to)}`);
  if (parts.length === 0 && JSON.stringify(from) !== JSON.stringify(to))
    parts.push('has other limits or another hint');
  if (parts.length > 0)
    add(
      `entities.${entity.name}.fields.${to.name}`,
      'changed',
      `${entity.label}: ${from.label} ${parts.join(' and ')}.`,
    );
}

/** Flows, plans, the public page and the assistant: parts that are named as a whole. */
function describeParts(from: ProductSpec, to: ProductSpec, add: Add): void {
  const groups: [path: string, called: string, read: (spec: ProductSpec) => Part[]][] = [
    ['flows', 'The flow', (spec) => spec.flows],
    ['roles', 'The role', (spec) => spec.roles.map((role) => ({ ...role, name: role.label }))],
    ['pricing.plans', 'The plan', (spec) => spec.pricing.plans],
    ['publicPage', 'The public page', (spec) => toPart(spec.publicPage?.title, spec.publicPage)],
    ['assistant', 'The assistant', (spec) => toPart(spec.assistant?.name, spec.assistant)],
    ['nonGoals', 'The limit', (spec) => spec.nonGoals.map((name) => ({ name }))],
    ['constraints', 'The condition', (spec) => spec.constraints.map((name) => ({ name }))],
  ];
  for (const [path, called, read] of groups)
    compareNamed(read(from), read(to), ({ name }) => name, {
      added: ({ name }) => {
        add(`${path}.${name}`, 'added', `${called} “${name}” is new.`);
      },
      removed: ({ name }) => {
        add(`${path}.${name}`, 'removed', `${called} “${name}” is gone.`);
      },
      both: (before, after) => {
        if (JSON.stringify(before) !== JSON.stringify(after))
          add(`${path}.${after.name}`, 'changed', `${called} “${after.name}” has changed.`);
      },
    });
}

interface Part {
  name: string;
}

const toPart = (name: string | undefined, part: object | undefined): Part[] =>
  name === undefined ? [] : [{ ...part, name }];

function compareNamed<Item>(
  from: Item[],
  to: Item[],
  nameOf: (item: Item) => string,
  say: {
    added: (item: Item) => void;
    removed: (item: Item) => void;
    both: (from: Item, to: Item) => void;
  },
): void {
  const before = new Map(from.map((item) => [nameOf(item), item]));
  const after = new Map(to.map((item) => [nameOf(item), item]));
  for (const [name, item] of after) {
    const known = before.get(name);
    if (known === undefined) say.added(item);
    else say.both(known, item);
  }
  for (const [name, item] of before) if (!after.has(name)) say.removed(item);
}

function nowIs(called: string, from: string, to: string): string {
  if (from.length > QUOTED || to.length > QUOTED) return `${called} has other words.`;
  return `${called} is now “${to}”, no longer “${from}”.`;
}

const typeOf = (field: FieldSpec): string =>
  field.type === 'relation' ? `link to ${field.target ?? 'nothing'}` : field.type.replace('_', ' ');
