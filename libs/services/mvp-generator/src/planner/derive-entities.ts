import type { ProductSpec } from '@hatchr/contracts';
import { attributeOf } from './attribute-fields.js';
import type { BlockEntity, BlockField } from './blocks/block.js';
import type { ChosenBlock } from './choose-blocks.js';
import { choice, decimal, duration, relation } from './blocks/fields.js';
import { classifyNoun, kindPlans, type NounKind } from './classify-noun.js';
import { withFields } from './companions/companion-parts.js';
import { companionsOf } from './companions/companions-of.js';
import {
  containerNouns,
  emptyAdjectives,
  genericNouns,
  namesOrganisation,
} from './english-words.js';
import { englishFor } from './foreign-glossary.js';
import { hypernymsOf, nounSenses } from './noun-senses.js';
import type { NounPhrase, PromptReading } from './read-prompt.js';
import { readThing, type Thing } from './read-thing.js';
import { sampleTitlesOf } from './sample-titles-of-kind.js';
import { pluralSaid } from './read-other-language.js';
import { pluralIdentifier, pluralOf, singularOf, toIdentifier, toLabel } from './to-identifier.js';

/** What a sentence asks for beyond the chosen domains. */
export interface DerivedThings {
  entities: BlockEntity[];
  /** Fields that the sentence names, each with the words of the thing named before it. */
  attributes: { of: string | null; field: BlockField }[];
  /** What makes a product of it where no domain does. */
  feature: Pick<ProductSpec['feature'], 'kind' | 'name' | 'description' | 'entity'> | null;
  /** What such a product promises and mends, where no domain says it. */
  copy: { promise: string; problem: string; main: string } | null;
}

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
function uncovered(singular: string, covered: ReadonlySet<string>): string | null {
  if (covered.has(singular.toLowerCase())) return null;
  const words = singular.split(/\s+/u);
  const parts = singular.split(/[\s-]+/u);
  // "AI scheduling tool" says nothing that the block for scheduling does not say already.
  if (covered.size > 0 && parts.every((word) => saysNothingNew(word.toLowerCase(), covered)))
    return null;
  // "Sheet music" is one word, of which no sheet is left.
  const isOneWord = words.length > 2 && nounSenses(words.slice(-2).join(' ')).length > 0;
  if (isOneWord && covered.has(words.at(-1)?.toLowerCase() ?? '')) words.splice(-2);
  while (words.length > 0 && covered.has(words.at(-1)?.toLowerCase() ?? '')) words.pop();
  const isShort = words.length < singular.split(/\s+/u).length;
  // A single word left over only describes what the block knows ("dental appointment").
  if (words.length === 0 || (isShort && words.length === 1)) return null;
  return words.join(' ');
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
  if (audience !== '' && (` ${audience} `.includes(` ${text} `) || text.endsWith(` ${audience}`)))
    return true;
  // The organisation that uses it, in all its words: "for a university IT department".
  const isInside = ` ${plain(reading.setting)} `.includes(` ${text} `);
  if (reading.hasSubject && isInside && namesOrganisation(reading.audience ?? '')) return true;
  // "Results from the field to the report" are on a way, and keep neither end of it.
  const way = /\bfrom the (.{3,24}?) to the (\S{3,24})/iu.exec(reading.text)?.slice(1) ?? [];
  if (way.some((end) => plain(end) === text)) return true;
  return (
    reading.constraints.some((words) => plain(words).includes(text)) ||
    plain(reading.givenName ?? '') === text
  );
}

/** A language that somebody speaks tells about them; it is no thing of its own. */
const isSpoken = ({ text }: NounPhrase, reading: PromptReading): boolean =>
  new RegExp(
    `\\b(?:speak|speaks|speaking|fluent in) ${text.replace(/[^\p{L} ]/gu, '.')}`,
    'iu',
  ).test(reading.text);

/** Words in one form for comparing: "night-shift nurses" and "night shift nurse" are the same people. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .split(/[\s-]+/u)
    .map((word) => singularOf(word))
    .join(' ');
}

/** The kind of a noun; one of another language is looked up by what it means in English. */
function nounKind(singular: string, language: string): NounKind {
  if (language === 'en' || language === 'und') return classifyNoun(singular);
  const english = englishFor(singular);
  return english ? classifyNoun(english) : 'record';
}

// "Reminders" alone are what the app does.
const isNoticeOnly = (singular: string): boolean =>
  /^(?:reminder|alert|notification|update)$/u.test(singular);

/** The plural of a thing of the sentence; one of another language keeps the form in which it is written. */
function pluralIn(singular: string, { phrases, language }: PromptReading): string {
  if (language === 'en' || language === 'und') return pluralOf(singular, 'en');
  const phrase = phrases.find((other) => other.singular === singular);
  return phrase ? pluralSaid(phrase, language) : singular;
}

function entityOf(singular: string, reading: PromptReading, fallback: string): BlockEntity {
  const { language } = reading;
  const isEnglish = language === 'en' || language === 'und';
  const noun = nounKind(singular, language);
  const kind = kindPlans[noun];
  const label = toLabel(singular);
  const labelPlural = toLabel(pluralIn(singular, reading));
  const name = toIdentifier(singular, fallback);
  const fields = kind
    .fields('Name')
    .map((field, index) =>
      index === 0 && field.name === 'title' ? { ...field, label: 'Title' } : field,
    );
  const titles = isEnglish ? sampleTitlesOf(label, noun) : [];
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
    ...(titles.length > 0 ? { sampleTitles: titles } : {}),
  };
}

const distinct = (entities: readonly BlockEntity[]): BlockEntity[] =>
  entities.filter(
    (entity, index) =>
      entities.findIndex(({ name, plural }) => name === entity.name || plural === entity.plural) ===
      index,
  );

const isEnglishLike = ({ language }: PromptReading): boolean =>
  language === 'en' || language === 'und';

/** A shop, a place or a book in which the things of a list are kept. */
const isKeeper = (singular: string): boolean =>
  namesOrganisation(singular) ||
  containerNouns.has(singular.split(' ').at(-1) ?? '') ||
  ['place', 'group'].includes(classifyNoun(singular));

/** The phrases that name things: without the frame, and without what only heads a list after a colon. */
function thingPhrases(reading: PromptReading, hasBlock: boolean): NounPhrase[] {
  // What the known product of "Strava but for X" is about, where no domain stands for it.
  const meant = hasBlock ? [] : reading.analogy.trim().split(/\s+/u).filter(Boolean);
  const own = reading.phrases.filter(
    (phrase) => !isFrame(phrase, reading) && !isSpoken(phrase, reading),
  );
  const listed = /:\s*(\S.*)$/u.exec(reading.text)?.[1] ?? '';
  const inList = own.filter(({ text }) => listed.includes(text));
  // "Consignment shop: consignors, items, payouts" keeps what is listed.
  const heads = own.filter((phrase) => !inList.includes(phrase));
  const isList = inList.length >= 2 && heads.every(({ singular }) => isKeeper(singular));
  const kept = isList ? inList : own;
  return [...kept, ...meant.map((word) => ({ text: word, singular: word }))];
}

/** Fields of knowledge in a row ("maths, physics and chemistry") are what one may choose from. */
function disciplinesOf(phrases: readonly NounPhrase[]): string[] {
  const named = phrases
    .map(({ singular }) => singular)
    .filter((word) =>
      nounSenses(word)
        .slice(0, 1)
        .some((sense) =>
          hypernymsOf(sense).some((above) =>
            /^(?:discipline|science|knowledge_domain)$/u.test(above),
          ),
        ),
    );
  return named.length >= 2 ? named : [];
}

/** Things that somebody has borrowed are kept as in a library, whatever they are. */
const lentOr = (thing: Thing, text: string): Thing =>
  thing.keeping === 'plain' && /\b(?:borrow(?:s|ed|er|ers|ing)?|lent|lends?|lending)\b/iu.test(text)
    ? { ...thing, keeping: 'library' }
    : thing;

/** "Meteorites with weight": one figure of each. "Birds, weights and flights" are lists of their own. */
const weightOf = (text: string, before: string | null): BlockField | null =>
  before !== null && text.toLowerCase() === 'weight'
    ? decimal('weight', 'Weight', { required: false, min: 0 })
    : null;

/** "Uniform shop run by parents": the shop that a sentence begins with is the product. */
const opensWith = (sentence: string, phrase: string): boolean =>
  sentence.toLowerCase().indexOf(phrase.toLowerCase()) < phrase.length;

/** The phrases of a sentence as things of their own and as fields of the thing before. */
function sortPhrases(
  reading: PromptReading,
  covered: ReadonlySet<string>,
  chosen: readonly ChosenBlock[],
): { things: Thing[]; attributes: DerivedThings['attributes'] } {
  const hasBlock = chosen.length > 0;
  const things: Thing[] = [];
  const attributes: DerivedThings['attributes'] = [];
  const isEnglish = isEnglishLike(reading);
  const isShared =
    /\b(?:shar(?:e|ed|ing)|rent(?:ed|al|als|ing)?|hire|book(?:ed|ing|ings)?|reserv\w+|ticketing|tickets?)\b/iu.test(
      reading.text,
    );
  const kept = new Set(
    chosen.flatMap(({ block }) =>
      block.entities.flatMap(({ label, aliases = [] }) => [label.toLowerCase(), ...aliases]),
    ),
  );
  const disciplines = isEnglish ? disciplinesOf(reading.phrases) : [];
  if (disciplines.length > 0)
    attributes.push({ of: null, field: choice('field', 'Subject', disciplines.map(toLabel)) });
  if (isEnglish && /\bhours\b/u.test(reading.text) && !covered.has('hour'))
    attributes.push({ of: null, field: duration('hours_worked', 'Hours', { required: false }) });
  let before: string | null = null;
  for (const { text, singular } of thingPhrases(reading, hasBlock)) {
    if (disciplines.includes(singular)) continue;
    const field =
      hasBlock || before !== null
        ? (weightOf(text, before) ?? attributeOf(singular, reading.language))
        : null;
    if (field) {
      if (!covered.has(singular)) attributes.push({ of: before, field });
      continue;
    }
    before = singular;
    const thing = isEnglish
      ? lentOr(readThing(singular, isShared), reading.text)
      : { singular, keeping: 'plain' as const, wants: null, of: null, isShared };
    // A word of another language may mean what the domain keeps under its English name.
    const means = isEnglish ? null : englishFor(singular);
    const isKnown = isNoticeOnly(thing.singular) || (means !== null && kept.has(means));
    const left = isKnown ? null : uncovered(thing.singular, covered);
    // "escape rooms with 6 players a room" has one kind of room.
    const isShop = hasBlock && /\b(?:shop|store)$/iu.test(text) && opensWith(reading.text, text);
    const isSaid = isShop || things.some(({ singular: other }) => other.endsWith(` ${left ?? ''}`));
    if (left !== null && !isSaid) things.push({ ...thing, singular: left });
  }
  return { things, attributes };
}

const totalsOf = ({ name, label, labelPlural }: BlockEntity): DerivedThings['feature'] => ({
  kind: 'totals',
  name: `${label} totals`,
  description: `Adds up the ${labelPlural.toLowerCase()} by what is still open and what is settled.`,
  entity: name,
});

/**
 * The things of the sentence that no block stands for, each with the fields that its kind of thing has. Where no
 * block is chosen, the first of them gets what belongs around such a thing, and a feature on it.
 */
export function deriveThings(
  reading: PromptReading,
  chosen: readonly ChosenBlock[],
): DerivedThings {
  const covered = coveredWords(chosen);
  const isEnglish = isEnglishLike(reading);
  const { things, attributes } = sortPhrases(reading, covered, chosen);
  const limit = isEnglish || chosen.length === 0 ? maxDerived : maxDerivedBesideBlocks;
  const own = things.slice(0, limit);
  const entities = own.map(({ singular }, index) =>
    entityOf(singular, reading, `entity_${String(index + 1)}`),
  );
  // What is kept comes before the people who bring it.
  const kinds = own.map(({ singular }) => nounKind(singular, reading.language));
  const shared = own.some(({ isShared }) => isShared) ? kinds.indexOf('place') : -1;
  const at =
    shared >= 0
      ? shared
      : Math.max(
          0,
          kinds.findIndex((kind) => kind !== 'person'),
        );
  const first = own[at];
  const main = entities[at];
  if (chosen.length > 0 || !first || !main)
    return { entities: distinct(entities), attributes, feature: null, copy: null };
  const kind = nounKind(first.singular, reading.language);
  const { main: kept, before, after, feature, promise, problem } = companionsOf(main, kind, first);
  const of = first.of ? [entityOf(first.of, reading, 'subject')] : [];
  const tied = of[0]
    ? withFields(kept, relation(of[0].name, of[0].label, { required: false }))
    : kept;
  // A sentence that lists its own things has what it needs.
  const isListed = entities.length >= maxDerived && first.keeping === 'plain';
  const needed = after.filter(({ name }) => !isListed || name === feature.entity);
  const owed = isListed
    ? entities.find(({ fields }) => fields.some(({ name }) => name === 'amount'))
    : null;
  const all = distinct([
    ...before,
    ...of,
    tied,
    ...needed,
    ...entities.filter((entity) => entity !== main),
  ]);
  return {
    entities: all,
    attributes,
    feature: owed
      ? totalsOf(owed)
      : all.some(({ name }) => name === feature.entity)
        ? feature
        : null,
    copy: { promise, problem, main: main.labelPlural },
  };
}
