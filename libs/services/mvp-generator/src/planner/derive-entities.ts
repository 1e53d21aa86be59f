import type { BlockEntity } from './blocks/block.js';
import type { ChosenBlock } from './choose-blocks.js';
import { classifyNoun, kindPlans } from './classify-noun.js';
import { emptyAdjectives, genericNouns, namesOrganisation } from './english-words.js';
import type { NounPhrase, PromptReading } from './read-prompt.js';
import { pluralIdentifier, pluralOf, singularOf, toIdentifier, toLabel } from './to-identifier.js';

// More than three things of its own and a sentence reads as a word cloud, not as a product.
const maxDerived = 3;
// Words of a language whose grammar is not known here may name what a block already keeps.
const maxDerivedBesideBlocks = 2;

/** Words that the chosen blocks already stand for: their terms, entities, fields and aliases. */
function coveredWords(chosen: readonly ChosenBlock[]): Set<string> {
  const words = chosen.flatMap(({ block, terms }) => [
    ...terms,
    ...block.strong,
    ...block.weak,
    ...block.category.toLowerCase().split(/\s+/u),
    ...block.entities.flatMap((entity) => [
      entity.label.toLowerCase(),
      ...(entity.aliases ?? []),
      ...entity.label.toLowerCase().split(/\s+/u),
      ...entity.fields.map((field) => field.label.toLowerCase()),
      ...entity.fields.flatMap(
        (field) => field.values?.map(({ label }) => label.toLowerCase()) ?? [],
      ),
    ]),
  ]);
  return new Set(words);
}

/** What is left of a phrase when its covered end is taken away: "escape room" of "escape room booking". */
function uncovered(phrase: NounPhrase, covered: ReadonlySet<string>): NounPhrase | null {
  if (covered.has(phrase.singular.toLowerCase())) return null;
  const words = phrase.singular.split(/\s+/u);
  // "AI scheduling tool" says nothing that the block for scheduling does not say already.
  if (words.every((word) => saysNothingNew(word.toLowerCase(), covered))) return null;
  while (words.length > 0 && covered.has(words.at(-1)?.toLowerCase() ?? '')) words.pop();
  const isShort = words.length < phrase.singular.split(/\s+/u).length;
  // A single word left over only describes what the block knows ("dental appointment").
  if (words.length === 0 || (isShort && words.length === 1)) return null;
  return isShort ? { text: words.join(' '), singular: words.join(' ') } : phrase;
}

function saysNothingNew(word: string, covered: ReadonlySet<string>): boolean {
  if (covered.has(word) || genericNouns.has(word) || emptyAdjectives.has(word)) return true;
  // Endings of languages that are not known here: "reservas" is what the term "reserva" found.
  return [...covered].some((term) => term.length >= 5 && word.startsWith(term));
}

/** Whether a phrase only says who or where: not a thing that the product keeps. */
function isFrame(phrase: NounPhrase, reading: PromptReading): boolean {
  const text = plain(phrase.text);
  const audience = plain(reading.audience ?? '');
  if (audience !== '' && (audience === text || audience.endsWith(text) || text.endsWith(audience)))
    return true;
  // The organisation that uses it, in all its words: "for a university IT department".
  if (
    reading.hasSubject &&
    ` ${plain(reading.setting)} `.includes(` ${text} `) &&
    namesOrganisation(audience)
  )
    return true;
  return (
    reading.constraints.some((words) => plain(words).includes(text)) ||
    plain(reading.givenName ?? '') === text
  );
}

/** Words in one form for comparing: "night-shift nurses" and "night shift nurse" are the same people. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .split(/[\s-]+/u)
    .map((word) => singularOf(word))
    .join(' ');
}

function entityOf(phrase: NounPhrase, language: string, fallback: string): BlockEntity {
  const isEnglish = language === 'en' || language === 'und';
  const kind = kindPlans[isEnglish ? classifyNoun(phrase.singular) : 'record'];
  const label = toLabel(phrase.singular);
  const labelPlural = toLabel(pluralOf(phrase.singular, isEnglish ? 'en' : language));
  const name = toIdentifier(phrase.singular, fallback);
  const fields = kind
    .fields('Name')
    .map((field, index) =>
      index === 0 && field.name === 'title' ? { ...field, label: 'Title' } : field,
    );
  return {
    name,
    plural: pluralIdentifier(name),
    label,
    labelPlural,
    description: kind.describe(labelPlural),
    icon: kind.icon,
    titleField: fields[0]?.name ?? 'name',
    view: kind.view,
    fields,
  };
}

/** The things of the sentence that no block stands for, each with the fields that its kind of thing has. */
export function deriveEntities(
  reading: PromptReading,
  chosen: readonly ChosenBlock[],
): BlockEntity[] {
  const covered = coveredWords(chosen);
  // What the known product of "Strava but for X" is about, where no domain stands for it.
  const meant = chosen.length > 0 ? [] : reading.analogy.trim().split(/\s+/u).filter(Boolean);
  const open = [...reading.phrases, ...meant.map((word) => ({ text: word, singular: word }))]
    .filter((phrase) => !isFrame(phrase, reading))
    .flatMap((phrase) => uncovered(phrase, covered) ?? []);
  const isEnglish = reading.language === 'en' || reading.language === 'und';
  const entities = open
    .slice(0, isEnglish || chosen.length === 0 ? maxDerived : maxDerivedBesideBlocks)
    .map((phrase, index) => entityOf(phrase, reading.language, `entity_${String(index + 1)}`));
  return entities.filter(
    (entity, index) => entities.findIndex((other) => other.name === entity.name) === index,
  );
}
