import type { BlockEntity, DomainBlock } from './blocks/block.js';
import { choice } from './blocks/fields.js';
import type { ChosenBlock } from './choose-blocks.js';
import type { DerivedThings } from './derive-entities.js';
import { classifyNoun } from './classify-noun.js';
import type { PromptReading } from './read-prompt.js';
import { pluralOf, singularOf, toLabel } from './to-identifier.js';

// What a shop rents out, a library lends and a person rates is whatever the sentence says it is.
const openThings = new Set(['rental_item', 'lending_item', 'subject', 'sold_product']);

const mostKinds = 8;

/** Neither people nor what happens at a time; one rates a game as one rates a book. */
const fits = ({ fields }: BlockEntity, open: BlockEntity): boolean =>
  !fields.some(
    ({ type }) =>
      type === 'email' || type === 'relation' || (type === 'datetime' && open.name !== 'subject'),
  );

/** The open thing under the one name that the sentence has for it, or with the several as its kinds. */
function nameOpenThing(entity: BlockEntity, things: readonly BlockEntity[]): BlockEntity {
  const [only] = things;
  if (things.length === 1 && only)
    return {
      ...entity,
      label: only.label,
      labelPlural: only.labelPlural,
      ...(only.sampleTitles ? { sampleTitles: only.sampleTitles } : {}),
    };
  const kinds = choice(
    'kind',
    'Kind',
    things.slice(0, mostKinds).map(({ labelPlural }) => labelPlural),
  );
  const [title, ...rest] = entity.fields;
  return { ...entity, fields: title ? [title, kinds, ...rest] : [kinds] };
}

/** What stands before "rental" where the domain knows its words already: the gear of "camera gear rental". */
function rentedIn({
  phrases,
  language,
}: PromptReading): Pick<BlockEntity, 'label' | 'labelPlural'> | null {
  const phrase = phrases.find(({ singular }) => /\s(?:rental|hire)$/u.test(singular));
  const thing = phrase?.singular.replace(/\s\S+$/u, '') ?? '';
  if (language !== 'en' || thing === '' || /^(?:equipment|item|thing)$/u.test(thing)) return null;
  return { label: toLabel(thing), labelPlural: toLabel(pluralOf(thing, 'en')) };
}

// Who plans the shifts of others works none of them.
const planners =
  /(?:manager|owner|coordinator|leader|planner|parent|landlord|team|agency|agencie)s?$/iu;

/** Those who work the shifts, where the sentence says who they are: the museum guides of "museum guide shifts". */
function whoWorks(
  { audience, language }: PromptReading,
  derived: DerivedThings,
): Pick<BlockEntity, 'label' | 'labelPlural'> | null {
  const said = derived.entities.find(({ fields }) => fields.some(({ type }) => type === 'email'));
  if (said) return said;
  const isWorker =
    language === 'en' &&
    audience !== null &&
    classifyNoun(singularOf(audience)) === 'person' &&
    !planners.test(audience);
  if (!isWorker) return null;
  const one = audience.replace(/\S+$/u, singularOf);
  return one === audience ? null : { label: toLabel(one), labelPlural: toLabel(audience) };
}

/** A shift plan with its employees under the name that the sentence has for them. */
function namePeople(
  reading: PromptReading,
  chosen: readonly ChosenBlock[],
  derived: DerivedThings,
): { chosen: readonly ChosenBlock[]; derived: DerivedThings } {
  const [lead, ...others] = chosen;
  const people = lead?.block.id === 'shift_planning' ? whoWorks(reading, derived) : null;
  if (!lead || !people) return { chosen, derived };
  const { label, labelPlural } = people;
  const entities = lead.block.entities.map((entity) =>
    entity.name === 'employee' ? { ...entity, label, labelPlural, aliases: [] } : entity,
  );
  return {
    chosen: [{ ...lead, block: { ...lead.block, entities } }, ...others],
    derived: { ...derived, entities: derived.entities.filter((entity) => entity !== people) },
  };
}

/**
 * The leading domain with its open thing filled by the things of the sentence ("Ski rental: skis, boots and
 * helmets" has one list of rental items of three kinds), which then are no lists of their own.
 */
export function foldThings(
  reading: PromptReading,
  chosen: readonly ChosenBlock[],
  derived: DerivedThings,
): { chosen: readonly ChosenBlock[]; derived: DerivedThings } {
  const [lead, ...others] = chosen;
  const open = lead?.block.entities.find(({ name }) => openThings.has(name));
  const own = open ? derived.entities.filter((entity) => fits(entity, open)) : [];
  const rented = open?.name === 'rental_item' ? rentedIn(reading) : null;
  const things = own.length === 0 && open && rented ? [{ ...open, ...rented }] : own;
  if (!lead || !open || things.length === 0) return namePeople(reading, chosen, derived);
  const named = nameOpenThing(open, things);
  const relabel = (entity: BlockEntity): BlockEntity => ({
    ...entity,
    fields: entity.fields.map((field) =>
      field.target === open.name ? { ...field, label: named.label } : field,
    ),
  });
  const block: DomainBlock = {
    ...lead.block,
    entities: lead.block.entities.map((entity) => (entity === open ? named : relabel(entity))),
  };
  return {
    chosen: [{ ...lead, block }, ...others],
    derived: {
      ...derived,
      entities: derived.entities.filter((entity) => !things.includes(entity)),
    },
  };
}
