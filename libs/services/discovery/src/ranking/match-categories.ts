import type { DatedCategory } from '../catalogue/catalogue-entry.js';
import type { CatalogueIndex, KeyKind } from './catalogue-index.js';
import { cutWords, stemWord } from './cut-words.js';
import { findNamedProducts } from './find-named-products.js';
import type { Idea } from './read-idea.js';

export interface CategoryMatch {
  category: DatedCategory;
  /** Sum over the matched words of their rarity and weight; orders categories, has no upper bound. */
  fit: number;
  /** Stems of the idea's words that name the category. */
  stems: ReadonlySet<string>;
}

/** A hint is worth less than half a term, so that two hints never beat one name. */
const hintStrength = 0.4;
/** A product that is named counts less than a field that is named: "Airbnb for parking" is about parking. */
const nameStrength = 0.7;
/** A second field is listed when it is nearly as close; below this it is a word in passing. */
const secondFieldShare = 0.6;
/** Typing errors are forgiven from this length on; shorter words have too many neighbours ("parting"). */
const shortestForgiven = 8;
/** The beginning of a word is seldom mistyped, and tells "weeding" from "wedding". */
const certainLetters = 3;

interface Tally {
  /** Best value of each word, by place. A word counts once however many phrases hold it. */
  values: Map<number, number>;
  isNamed: boolean;
  bonus: number;
}

/** The term that a mistyped word stands for, when it is one letter away from exactly such a term. */
function correctTyping(word: string | undefined, index: CatalogueIndex): string | null {
  if (word === undefined || word.length < shortestForgiven || !/^[a-z]+$/u.test(word)) return null;
  const [best] = index.vocabulary.search(word, { fuzzy: 1 });
  return typeof best?.id === 'string' && best.id.startsWith(word.slice(0, certainLetters))
    ? stemWord(best.id)
    : null;
}

/** Phrases of the idea that the catalogue knows, a mistyped single word among them. */
function knownPhrases(
  idea: Idea,
  index: CatalogueIndex,
): { owners: ReadonlyMap<string, KeyKind>; places: readonly number[] }[] {
  return [...idea.phrases].flatMap(([key, { places }]) => {
    const owners = index.keys.get(key);
    if (owners) return [{ owners, places }];
    const corrected =
      places.length > 1 ? null : correctTyping(idea.words[places[0] ?? 0]?.written, index);
    const forgiven = corrected === null ? undefined : index.keys.get(corrected);
    return forgiven ? [{ owners: forgiven, places }] : [];
  });
}

function tallyCategories(idea: Idea, index: CatalogueIndex): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const tallyOf = (id: string): Tally => {
    const tally = tallies.get(id) ?? {
      values: new Map<number, number>(),
      isNamed: false,
      bonus: 0,
    };
    tallies.set(id, tally);
    return tally;
  };
  for (const { owners, places } of knownPhrases(idea, index))
    for (const [id, kind] of owners) {
      const tally = tallyOf(id);
      tally.isNamed ||= kind === 'term';
      for (const place of places) {
        const word = idea.words[place];
        if (!word) continue;
        const strength = kind === 'term' ? 1 : hintStrength;
        const value = strength * word.weight * index.rarity(word.stem);
        tally.values.set(place, Math.max(value, tally.values.get(place) ?? 0));
      }
    }
  for (const row of findNamedProducts(idea, index)) {
    const tally = tallyOf(row.category.id);
    tally.isNamed = true;
    tally.bonus = nameStrength;
  }
  return tallies;
}

/** From this number of words on, a text of nothing but nouns is a list and not a title. */
const shortestList = 4;

/**
 * Whether an English text is a list of unrelated words ("restaurant piano glacier wedding pencil"): no small
 * word joins them. Such a text is about a field only when that field has more than one of them.
 */
function isWordList({ original, language, wasTranslated }: Idea): boolean {
  if (language !== 'en' || wasTranslated) return false;
  const words = cutWords(original);
  return words.length >= shortestList && words.every(({ kind }) => kind === 'content');
}

/**
 * The fields of the catalogue that an idea lies in, the closest first. A field is only taken when one of its
 * names (or a product of it) stands in the sentence; words in passing never make a match, so an idea outside
 * the catalogue gives an empty list.
 */
export function matchCategories(idea: Idea, index: CatalogueIndex): CategoryMatch[] {
  const fewestWords = isWordList(idea) ? 2 : 0;
  const matches = [...tallyCategories(idea, index)]
    .filter(([, tally]) => tally.isNamed && tally.values.size >= fewestWords)
    .flatMap(([id, tally]): CategoryMatch[] => {
      const category = index.categories.get(id);
      if (!category) return [];
      const fit = [...tally.values.values()].reduce((sum, value) => sum + value, tally.bonus);
      const stems = new Set([...tally.values.keys()].map((place) => idea.words[place]?.stem ?? ''));
      return [{ category, fit, stems }];
    })
    .toSorted((a, b) => b.fit - a.fit);
  const best = matches[0]?.fit ?? 0;
  return matches.filter(({ fit }) => fit >= secondFieldShare * best).slice(0, 3);
}
