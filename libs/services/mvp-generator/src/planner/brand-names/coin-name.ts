import { createHash } from 'node:crypto';
import { nounSenses } from '../noun-senses.js';
import { singularOf } from '../to-identifier.js';
import { domainWords } from './domain-words.js';
import { featureEndings, placeEndings, plainRoots } from './endings.js';
import { isPronounceable, seamOf } from './pronounce.js';
import { graveWords, knownBrands, unfortunate } from './refused-names.js';
import { subjectWords } from './subject-words.js';

/** What a name is made of. */
export interface NameSources {
  prompt: string;
  /** The sentence's own things and those whom it is for, the most telling first. */
  subjects: readonly string[];
  /** The labels of the product's entities. */
  labels: readonly string[];
  /** Ids of the domains, the leading one first. */
  domains: readonly string[];
  featureKind: string;
  /** Names of competitors. */
  taken: readonly string[];
}

/** The n-th number, 0 to 2^32, that follows from a text; the same text always gives the same numbers. */
export function numberFrom(text: string, n: number): number {
  return createHash('sha256')
    .update(`${String(n)}:${text}`)
    .digest()
    .readUInt32BE(0);
}

const split = (words: string): string[] => words.split(/\s+/u);

/** The words that a table has for a key; a sentence may name what every object has ("constructor"). */
const wordsOf = (table: Readonly<Record<string, string>>, key: string): string[] =>
  Object.hasOwn(table, key) ? split(table[key] ?? '') : [];

// WordNet, lexnames(5WN): animal, artifact, communication, food, object, plant, substance. People, acts and
// states make names that sound like a form.
const nameable = new Set([5, 6, 10, 13, 17, 20, 27]);

// Words for a row of any product: they tell nothing of this one.
const colourless =
  /^(?:app|book|call|card|check|copy|data|date|deal|entry|event|fact|file|form|goods|group|guide|item|job|kind|line|list|log|mail|map|menu|name|note|offer|order|page|part|piece|plan|point|post|price|quote|reply|report|room|sale|set|share|shop|side|site|slot|space|spot|step|stock|story|table|tag|task|test|text|thing|ticket|tool|topic|type|unit|use|user|visit|week|word|work|year)$/u;

const beginsBadly = new RegExp(`^(?:${unfortunate.source})`, 'u');

const isNameable = (word: string): boolean =>
  !beginsBadly.test(word) &&
  nameable.has(nounSenses(word)[0]?.file ?? -1) &&
  !graveWords.has(word) &&
  !colourless.test(word);

/** Whether the rest of a word is an ending or a word, so that it can be cut off: "ite" of "meteorite", "house". */
const isPart = (rest: string): boolean =>
  /^(?:e?s|e?rs?|ors?|ings?|ites?|ists?|y|ies|ship|ment)$/u.test(rest) ||
  (rest.length >= 4 && nounSenses(singularOf(rest)).length > 0);

/** A word of the sentence as a first half: whole when it is short, else the noun that it begins with. */
function rootOf(word: string): string[] {
  if (!/^[a-z]+$/u.test(word)) return [];
  if (word.length <= 6) return word.length >= 3 && isNameable(word) ? [word] : [];
  const lengths = Array.from({ length: word.length - 1 }, (_, at) => word.length - 1 - at);
  const start = lengths
    .filter((length) => length >= 4 && length <= 6 && isPart(word.slice(length)))
    .map((length) => word.slice(0, length))
    .find(isNameable);
  return start === undefined ? [] : [start];
}

/** First halves, the most telling first: those of the sentence's words, its own short words, those of its domain. */
function rootsOf({ subjects, labels, domains }: NameSources): string[] {
  const wordsIn = (phrases: readonly string[]): string[] =>
    phrases.flatMap((phrase) => phrase.toLowerCase().split(/[^\p{L}]+/u));
  const own = wordsIn(subjects);
  const roots = [
    ...own.flatMap((word) => wordsOf(subjectWords, word)),
    ...own.flatMap((word) => wordsOf(subjectWords, singularOf(word))),
    ...own.flatMap(rootOf).slice(0, 2),
    ...domains.flatMap((id) => wordsOf(domainWords, id)),
    ...wordsIn(labels).flatMap(rootOf),
  ];
  return [...new Set(roots)];
}

const flat = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a name is that of somebody else, or holds it whole ("Hive" in "Hivebell"). */
function isTaken(name: string, taken: readonly string[]): boolean {
  const names = taken.flatMap((other) => [other, ...other.split(/[\s.,:|-]+/u)]).map(flat);
  return (
    knownBrands.has(name) ||
    names.includes(name) ||
    taken.map(flat).some((other) => other.length > 3 && name.includes(other))
  );
}

interface Pair {
  first: string;
  second: string;
  /** How far the words are from the sentence: 0 is its own subject. */
  rank: number;
}

/** Whether two words make a name that one would put on a door. */
function fits({ first, second }: Pair): boolean {
  const name = first + second;
  const around = name.slice(Math.max(0, first.length - 4), first.length + 4);
  const meets = [...around.matchAll(new RegExp(`(?=(${unfortunate.source}))`, 'gu'))].some(
    ({ index, 1: word = '' }) => {
      const at = Math.max(0, first.length - 4) + index;
      return at < first.length && at + word.length > first.length;
    },
  );
  return (
    name.length >= 5 &&
    name.length <= 12 &&
    first !== second &&
    // "Skinudge" is read with "skin".
    !(first.length < 4 && /[aeiou]$/u.test(first)) &&
    first.at(-1) !== second.charAt(0) &&
    !(/[aeiouy]$/u.test(first) && /^[aeiouy]/u.test(second)) &&
    seamOf(first, second) <= 3 &&
    isPronounceable(name) &&
    !meets &&
    // A word of the dictionary ("farmyard", "timeline") names no single product.
    nounSenses(name).length === 0
  );
}

const syllables = (word: string): number =>
  word.replace(/(?<![bcdgkptz]l)e$/u, '').match(/[aeiouy]+/gu)?.length ?? 1;

/** How well two words go together, the lower the better. */
function weigh(prompt: string, { first, second, rank }: Pair): number {
  const length = Math.max(0, first.length + second.length - 9);
  const beats = Math.max(0, syllables(first) + syllables(second) - 2);
  const chance = (numberFrom(`${prompt}|${first}|${second}`, 0) / 2 ** 32) * 3;
  return rank * 0.45 + length + beats * 0.6 + seamOf(first, second) * 0.4 + chance;
}

/**
 * A name of two real words, the idea's subject and what the product does with it, the same for the same prompt.
 * Names of competitors (`taken`), of well-known products and of things in the dictionary are passed over.
 */
export function coinName(sources: NameSources): string {
  const { prompt, taken, featureKind } = sources;
  const doing = wordsOf(featureEndings, featureKind);
  const pairsOf = (first: string, rank: number): Pair[] => [
    ...doing.map((second): Pair => ({ first, second, rank })),
    ...split(placeEndings).map((second): Pair => ({ first, second, rank: rank + 2 })),
  ];
  const bestOf = (pairs: readonly Pair[]): Pair | undefined =>
    pairs
      .map((pair) => ({ pair, weight: weigh(prompt, pair) }))
      .sort((a, b) => a.weight - b.weight)
      .find(({ pair }) => fits(pair) && !isTaken(pair.first + pair.second, taken))?.pair;
  const best =
    bestOf(rootsOf(sources).flatMap(pairsOf)) ??
    bestOf(split(plainRoots).flatMap((root) => pairsOf(root, 0)));
  const name = best ? best.first + best.second : `nova${String(numberFrom(prompt, 0) % 1000)}`;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
