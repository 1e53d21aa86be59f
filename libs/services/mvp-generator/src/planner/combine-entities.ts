import type { EntitySpec, FieldSpec } from '@hatchr/contracts';
import { entitySpecOf, type BlockEntity } from './blocks/block.js';
import type { ChosenBlock } from './choose-blocks.js';
import type { PromptReading } from './read-prompt.js';
import { pluralIdentifier, pluralOf, toIdentifier, toLabel } from './to-identifier.js';

const maxEntities = 8;

interface Renamed {
  entity: BlockEntity;
  /** Name in the block to name in the spec. */
  from: string;
}

// In "booking for patients" these are served; plumbers and agencies in their place run the business themselves.
const served =
  /^(?:patient|donor|guest|customer|client|tenant|patron|visitor|attendee|pupil|shopper|buyer|participant|subscriber|member)s?$/u;

/** An entity under the name that the sentence uses for it: "patient" where a clinic says so instead of "client". */
function nameAsSaid(entity: BlockEntity, reading: PromptReading): Renamed {
  const own = new Set([entity.name.replaceAll('_', ' '), entity.label.toLowerCase()]);
  const audience = reading.audience?.toLowerCase() ?? '';
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

/** All entities of the chosen blocks and of the sentence itself, with relations between them, at most eight. */
export function combineEntities(
  reading: PromptReading,
  chosen: readonly ChosenBlock[],
  derived: readonly BlockEntity[],
): { entities: EntitySpec[]; renamed: ReadonlyMap<string, string> } {
  const names = new Map<string, BlockEntity>();
  const combined: BlockEntity[] = [];
  const room = maxEntities - Math.min(derived.length, 3);
  for (const { block } of chosen) {
    const fresh = block.entities.filter((entity) => !names.has(entity.name));
    // A block joins whole: half of one would leave relations that point nowhere.
    if (combined.length > 0 && combined.length + fresh.length > room) continue;
    for (const entity of fresh) {
      const { entity: named, from } = nameAsSaid(entity, reading);
      // Two blocks may know the same thing under two names; the first one keeps it.
      const same = combined.find(
        (other) => other.name === named.name || other.plural === named.plural,
      );
      names.set(from, same ?? named);
      if (!same) combined.push(named);
    }
  }
  const taken = new Set(combined.flatMap((entity) => [entity.name, entity.plural]));
  const own = derived.filter((entity) => !taken.has(entity.name) && !taken.has(entity.plural));
  const specs = combined.map((entity) => {
    const spec = entitySpecOf(entity);
    const fields = spec.fields.map((field) => retarget(field, names));
    const title = spec.fields.findIndex((field) => field.name === spec.titleField);
    return { ...spec, fields, titleField: fields[title]?.name ?? spec.titleField };
  });
  return {
    entities: linkDerived(specs, own.map(entitySpecOf)),
    renamed: new Map([...names].map(([from, entity]) => [from, entity.name])),
  };
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
