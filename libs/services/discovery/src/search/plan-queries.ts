import { cutWords, phraseKey } from '../ranking/cut-words.js';
import type { CatalogueIndex } from '../ranking/catalogue-index.js';
import { findNamedProducts } from '../ranking/find-named-products.js';
import { matchCategories } from '../ranking/match-categories.js';
import type { Idea } from '../ranking/read-idea.js';
import { translateWords } from '../ranking/translate-words.js';
import { readSubject, removePersonal, type SearchSubject } from './read-subject.js';

/** Why a query is asked. A provider takes the purposes that its index can answer. */
export const queryPurposes = [
  'category_for_audience',
  'category',
  'alternatives',
  'best',
  'job',
  'comparison',
  'own_words',
  'keywords',
  'product_name',
] as const;
export type QueryPurpose = (typeof queryPurposes)[number];

/** Questions that an engine of the whole web can answer. */
export const webPurposes: readonly QueryPurpose[] = [
  'category_for_audience',
  'category',
  'alternatives',
  'best',
  'job',
  'comparison',
  'own_words',
];

export interface PlannedQuery {
  text: string;
  purpose: QueryPurpose;
  /** BCP 47 tag of the words; `und` where it cannot be told. */
  language: string;
}
type Candidate = Pick<PlannedQuery, 'text' | 'purpose'>;

/** A person waits for the answer and keyless limits are small: past a dozen, new queries find the same sites. */
export const maximumPlannedQueries = 14;
/** The narrowest limit of the providers is 50 words and 400 characters; longer queries find less anyway. */
const maximumCharacters = 120;
const maximumNames = 3;

const comparison =
  /\b(?:like|alternatives? to|competitors? (?:to|of)|clone of|version of|similar to|better than|cheaper than|simpler than|replac(?:e|es|ing)|unlike|instead of)\s+((?:\p{Lu}[\p{L}\p{N}.]*\s?){1,3})/gu;

/** Names that the sentence compares itself with: of the catalogue first, then what is written as a name. */
export function listNamedProducts(idea: Idea, index: CatalogueIndex): string[] {
  const known = findNamedProducts(idea, index).map(({ product }) => product.name);
  const written = [...idea.original.matchAll(comparison)].map(([, name = '']) =>
    name.trim().replace(/\.$/u, ''),
  );
  const isKnown = (name: string): boolean =>
    known.some((one) => name.toLowerCase().startsWith(one.toLowerCase()));
  return [...new Set([...known, ...written.filter((name) => !isKnown(name))])].slice(
    0,
    maximumNames,
  );
}

/** The person's own words as one query: their first sentence, without what a search engine reads as a command. */
function ownWords(idea: Idea): string {
  const plain = removePersonal(idea.original).replace(
    /["“”()[\]{}|<>*]|(?<=\s|^)-|\b\w+:(?=\S)/gu,
    ' ',
  );
  const [first = ''] = plain
    .split(/(?<=[.!?\u3002\uff01\uff1f])\s*/u)
    .filter((sentence) => /\p{L}/u.test(sentence));
  return first.replace(/[.!?\u3002\uff01\uff1f]+$/u, '');
}

/** The words of an English sentence, or the English of what is known of another language. */
function englishSubject(idea: Idea, names: readonly string[]): SearchSubject {
  if (idea.language === 'en' && !idea.wasTranslated) return readSubject(idea, names);
  const { english } = translateWords(idea.original);
  return { subject: english.slice(0, 3), audience: [], job: null, noun: 'software' };
}

interface Grounds extends SearchSubject {
  names: readonly string[];
  /** Labels of the catalogue's fields that the idea lies in, the closest first. */
  fields: readonly string[];
  wellKnown: string | null;
}

/** A field that names its kind of product ("freelance marketplaces", "business software") needs no noun. */
function withNoun(what: string, noun: string): string {
  const hasNoun = /\b(?:software|apps?|tools?|platforms?|marketplaces?|builders?|managers?)$/iu;
  return hasNoun.test(what) ? what : `${what} ${noun}`;
}

/** The first letter small, unless the word is written in capitals ("AI meeting notes"). */
function toLowerStart(label: string): string {
  return /^\p{Lu}[\p{Lu}/]/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

function listCandidates({
  subject,
  audience,
  job,
  noun,
  names,
  fields,
  wellKnown,
}: Grounds): Candidate[] {
  const what = subject.join(' ');
  const whom = audience.length > 0 ? ` for ${audience.join(' ')}` : '';
  const field = fields[0] ?? what;
  const when = (condition: unknown, purpose: QueryPurpose, text: string): Candidate[] =>
    condition ? [{ purpose, text }] : [];
  return [
    ...when(what && whom, 'category_for_audience', `${what}${whom}`),
    ...when(what, 'category', withNoun(what, noun)),
    ...names.map((name): Candidate => ({
      purpose: 'alternatives',
      text: `alternatives to ${name}`,
    })),
    ...when(field, 'best', `best ${withNoun(field, noun)}${whom}`),
    ...when(job, 'job', `${noun} ${job ?? ''}`),
    ...when(field, 'comparison', `${withNoun(field, 'software')} comparison`),
    ...fields.map((label): Candidate => ({
      purpose: 'category',
      text: withNoun(label, 'software'),
    })),
    ...when(wellKnown, 'alternatives', `alternatives to ${wellKnown ?? ''}`),
    ...when(what, 'keywords', what),
    ...fields.map((label): Candidate => ({ purpose: 'keywords', text: label })),
    ...names.map((name): Candidate => ({ purpose: 'product_name', text: name })),
  ];
}

/** Words that make no other search of it: "habit tracker app" and "habit tracker software" are one. */
const interchangeable = new Set(
  ['software', 'app', 'tool', 'platform', 'website', 'service'].map(
    (word) => cutWords(word)[0]?.stem ?? word,
  ),
);

function queryKey({ text, purpose }: Candidate): string {
  const words = cutWords(text).filter(
    ({ kind, stem }) => kind !== 'stop' && !interchangeable.has(stem),
  );
  const stems = [...new Set(words.map(({ stem }) => stem))];
  // Short forms are asked of other providers than whole questions, so they do not exclude each other.
  const group = purpose === 'keywords' || purpose === 'product_name' ? purpose : 'question';
  return `${group}:${stems.length > 0 ? phraseKey(stems) : text.toLowerCase()}`;
}

function shorten(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  if (plain.length <= maximumCharacters) return plain;
  const cut = plain.slice(0, maximumCharacters);
  return cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
}

/**
 * The searches for an idea, the most telling first, without two that ask the same. Total: an idea without words
 * gives none. In another language the person's own words are asked, and the English of those that are known.
 * @param limit the largest number of queries in all
 */
export function planQueries(
  idea: Idea,
  index: CatalogueIndex,
  limit = maximumPlannedQueries,
): PlannedQuery[] {
  const names = listNamedProducts(idea, index);
  const fields = matchCategories(idea, index).map(({ category }) => category);
  const spoken = idea.language !== 'en' || idea.wasTranslated ? ownWords(idea) : '';
  const candidates: Candidate[] = [
    ...(spoken ? [{ purpose: 'own_words' as const, text: spoken }] : []),
    ...listCandidates({
      ...englishSubject(idea, names),
      names,
      fields: fields.slice(0, 2).map(({ label }) => toLowerStart(label)),
      wellKnown: fields[0]?.products[0]?.name ?? null,
    }),
  ].map(({ purpose, text }) => ({ purpose, text: shorten(text) }));
  const known = new Map<string, Candidate>();
  for (const query of candidates)
    if (/[\p{L}\p{N}]/u.test(query.text) && !known.has(queryKey(query)))
      known.set(queryKey(query), query);
  // A short foreign title is taken for English by its small words alone; it is not told which language it is.
  const ownLanguage = idea.language === 'en' ? 'und' : idea.language;
  return [...known.values()].slice(0, limit).map((query) => ({
    ...query,
    language: query.purpose === 'own_words' ? ownLanguage : 'en',
  }));
}
