import type { EntitySpec, FieldSpec } from '@hatchr/contracts';
import { entitySpecOf, type BlockEntity } from './blocks/block.js';
import type { ChosenBlock } from './choose-blocks.js';
import type { DerivedThings } from './derive-entities.js';
import type { PromptReading } from './read-prompt.js';
import { pluralSaid } from './read-other-language.js';
import { englishFor } from './foreign-glossary.js';
import { pluralIdentifier, pluralOf, toIdentifier, toLabel } from './to-identifier.js';

const maxEntities = 9;

interface Renamed {
  entity: BlockEntity;
  /** Name in the block to name in the spec. */
  from: string;
}

// In "booking for patients" these are served; plumbers and agencies in their place run the business themselves.
const served =
  /^(?:patient|donor|guest|customer|client|tenant|patron|visitor|attendee|pupil|shopper|buyer|participant|subscriber|member)s?$/u;

/** The label that a sentence in another language has for it; the name stays, because columns are read by it. */
function nameInOwnWords(
  entity: BlockEntity,
  reading: PromptReading,
  block: readonly BlockEntity[],
): BlockEntity {
  const means = (other: BlockEntity, english: string): boolean =>
    other.name === english ||
    other.label.toLowerCase() === english ||
    (other.aliases ?? []).includes(english);
  const holds = (other: BlockEntity, english: string): boolean =>
    other.name.split('_').includes(english);
  const phrase = reading.phrases.find(({ singular }) => {
    const english = englishFor(singular);
    if (!english) return false;
    const owner =
      block.find((other) => means(other, english)) ?? block.find((other) => holds(other, english));
    return owner === entity;
  });
  if (!phrase) return entity;
  return {
    ...entity,
    label: toLabel(phrase.singular),
    labelPlural: toLabel(pluralSaid(phrase, reading.language)),
  };
}

/** An entity under the name that the sentence uses for it: "patient" where a clinic says so instead of "client". */
function nameAsSaid(
  entity: BlockEntity,
  reading: PromptReading,
  block: readonly BlockEntity[],
): Renamed {
  const own = new Set([entity.name.replaceAll('_', ' '), entity.label.toLowerCase()]);
  const audience = reading.audience?.toLowerCase() ?? '';
  if (reading.language !== 'en' && reading.language !== 'und')
    return { entity: nameInOwnWords(entity, reading, block), from: entity.name };
  const said = (entity.aliases ?? []).find(
    (alias) =>
      !own.has(alias) &&
      reading.searchText.includes(` ${alias} `) &&
      (!audience.includes(alias) || served.test(audience)),
  );
  const saysOwn = [...own].some((word) => reading.searchText.includes(` ${word} `));
  if (!said || saysOwn || reading.language !== 'en') return { entity, from: entity.name };
  const name = toIdentifier(said, entity.name);
  const label = toLabel(said);
  return {
    entity: {
      ...entity,
      name,
      plural: pluralIdentifier(name),
      label,
      labelPlural: toLabel(pluralOf(said, 'en')),
    },
    from: entity.name,
  };
}

function retarget(field: FieldSpec, names: ReadonlyMap<string, BlockEntity>): FieldSpec {
  const target = field.type === 'relation' ? names.get(field.target ?? '') : undefined;
  if (!target || target.name === field.target) return field;
  const isNamedAfter = field.name === `${field.target ?? ''}_id`;
  return {
    ...field,
    name: isNamedAfter ? `${target.name}_id` : field.name,
    label: isNamedAfter ? target.label : field.label,
    target: target.name,
  };
}

/** What is put together: domains, the sentence's own things, what its trade works on, and fields that it names. */
export interface Parts {
  chosen: readonly ChosenBlock[];
  derived: DerivedThings;
  trade: BlockEntity | null;
}

/** All entities of the chosen blocks and of the sentence itself, with relations between them, at most ten. */
export function combineEntities(
  reading: PromptReading,
  { chosen, derived, trade }: Parts,
): { entities: EntitySpec[]; renamed: ReadonlyMap<string, string> } {
  const names = new Map<string, BlockEntity>();
  const combined: BlockEntity[] = [];
  const room = maxEntities - Math.min(derived.entities.length, 2);
  for (const { block } of chosen) {
    const fresh = block.entities.filter((entity) => !names.has(entity.name));
    // A block joins whole: half of one would leave relations that point nowhere.
    if (combined.length > 0 && combined.length + fresh.length > room) continue;
    for (const entity of fresh) {
      const { entity: named, from } = nameAsSaid(entity, reading, block.entities);
      // Two blocks may know the same thing under two names; the first one keeps it.
      const same = combined.find(
        (other) =>
          other.name === named.name || other.plural === named.plural || other.label === named.label,
      );
      names.set(from, same ?? named);
      if (!same) combined.push(named);
    }
  }
  const taken = new Set(combined.flatMap((entity) => [entity.name, entity.plural, entity.label]));
  const own = derived.entities.filter(
    (entity) => ![entity.name, entity.plural, entity.label].some((word) => taken.has(word)),
  );
  const specs = combined.map((entity) => {
    const spec = entitySpecOf(entity);
    const fields = spec.fields.map((field) => retarget(field, names));
    const title = spec.fields.findIndex((field) => field.name === spec.titleField);
    return { ...spec, fields, titleField: fields[title]?.name ?? spec.titleField };
  });
  const renamed = new Map([...names].map(([from, entity]) => [from, entity.name]));
  const linked = linkDerived(specs, own.map(entitySpecOf));
  const lead = chosen[0]?.block.feature.entity;
  const turnsOn = (lead && renamed.get(lead)) ?? derived.feature?.entity ?? linked[0]?.name;
  // What is done for people is what the work of a trade belongs to: the quote and not its lines.
  const served = linked.find(
    (entity) =>
      combined.some(({ name }) => name === entity.name) &&
      entity.fields.some(
        (field) => field.type === 'relation' && field.target === linked.find(isPerson)?.name,
      ),
  );
  const hub = served?.name ?? turnsOn;
  const traded = trade ? linkTrade(linked, entitySpecOf(trade), hub) : linked;
  return { entities: giveAttributes(traded, derived.attributes, hub), renamed };
}

const maxFields = 15;

/** What the trade works on, tied to the thing that the product turns on, and to the people whom it is done for. */
function linkTrade(
  entities: EntitySpec[],
  trade: EntitySpec,
  hub: string | undefined,
): EntitySpec[] {
  if (entities.length >= 9) return entities;
  const person = entities.find((entity) => isPerson(entity) && entity.name !== hub);
  const tied =
    person && !isPerson(trade)
      ? { ...trade, fields: insertFields(trade.fields, [optionalRelation(person)]) }
      : trade;
  const before = person ? entities.indexOf(person) + 1 : 0;
  const linked = entities.map((entity) =>
    entity.name === hub && entity.fields.length < maxFields
      ? { ...entity, fields: insertFields(entity.fields, [optionalRelation(tied)]) }
      : entity,
  );
  return [...linked.slice(0, before), tied, ...linked.slice(before)];
}

/** Fields that the sentence names, on the thing that stands before them, else on what the product turns on. */
function giveAttributes(
  entities: EntitySpec[],
  attributes: DerivedThings['attributes'],
  hub: string | undefined,
): EntitySpec[] {
  return attributes.reduce<EntitySpec[]>((given, { of, field }) => {
    const head = of?.split(/\s+/u).at(-1);
    const owner =
      given.find((entity) => head && entity.label.toLowerCase().split(/\s+/u).includes(head)) ??
      given.find((entity) => entity.name === hub);
    const has = owner?.fields.some(
      (other) =>
        other.name === field.name || other.label.toLowerCase() === field.label.toLowerCase(),
    );
    if (!owner || has || owner.fields.length >= maxFields) return given;
    return given.map((entity) =>
      entity === owner ? { ...entity, fields: insertFields(entity.fields, [field]) } : entity,
    );
  }, entities);
}

const optionalRelation = (target: EntitySpec): FieldSpec => ({
  name: `${target.name}_id`.slice(0, 48),
  label: target.label,
  type: 'relation',
  required: false,
  target: target.name,
});

const isPerson = (entity: EntitySpec): boolean =>
  entity.fields.some((field) => field.type === 'email');
const isDated = (entity: EntitySpec): boolean =>
  entity.fields.some((field) => field.type === 'date' || field.type === 'datetime');

/** Fields with further ones before the closing long text, where a person fills them in. */
function insertFields(fields: readonly FieldSpec[], added: readonly FieldSpec[]): FieldSpec[] {
  const last = fields.at(-1);
  return last?.type === 'long_text'
    ? [...fields.slice(0, -1), ...added, last]
    : [...fields, ...added];
}

/** Ties the sentence's own things into the rest: what happens belongs to what and to whom it happens. */
function linkDerived(block: EntitySpec[], derived: EntitySpec[]): EntitySpec[] {
  const hub = block.find(isDated) ?? block[0];
  const stable = derived.filter(
    (entity) => !isDated(entity) || !entity.fields.some((field) => field.type === 'datetime'),
  );
  const linked = derived.map((entity) => {
    // What came with a thing is tied to it already.
    if (entity.fields.some((field) => field.type === 'relation')) return entity;
    const isActivity = !stable.includes(entity);
    const others = isActivity
      ? [stable[0], [...block, ...derived].find(isPerson)]
      : isPerson(entity)
        ? []
        : [[...block, ...derived].find(isPerson)];
    const targets = [...new Set(others)].filter(
      (target): target is EntitySpec => target !== undefined && target !== entity,
    );
    return { ...entity, fields: insertFields(entity.fields, targets.map(optionalRelation)) };
  });
  const extra = stable.find((entity) => !isPerson(entity)) ?? stable[0];
  const withHub = block.map((entity) =>
    entity === hub && extra && entity.fields.length < 15
      ? { ...entity, fields: insertFields(entity.fields, [optionalRelation(extra)]) }
      : entity,
  );
  return [...withHub, ...linked].slice(0, 10);
}
