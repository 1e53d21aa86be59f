import { domainBlocks } from './blocks/index.js';
import { detectLanguage } from './detect-language.js';
import { actionVerbs, containerNouns, functionWords, genericNouns } from './english-words.js';
import { isInDictionary } from './noun-senses.js';
import { pluralOf, singularOf } from './to-identifier.js';
import { trades } from './trades/index.js';

/** A word as the sentence has it, and the domain word that it was meant to be. */
export interface Correction {
  written: string;
  meant: string;
}

// Of shorter words a letter more or less makes another word ("team", "term").
const shortest = 5;

// Irregular forms and young words that the dictionary lacks.
const missing = new Set(['wrote', 'shown', 'esport', 'esports', 'scorm', 'signup', 'webinar']);

/** Whether English has a word, in its base form or with one of the usual endings. */
function isEnglishWord(word: string): boolean {
  // A planer is a tool, and never what a "meal planer" is.
  if (/^planers?$/u.test(word)) return false;
  if (missing.has(word)) return true;
  const stem = /^(.{3,}?)(?:s|es|ed|ing|er|ers|ly)$/u.exec(word)?.[1];
  const stems =
    stem === undefined
      ? []
      : [stem, `${stem}e`, stem.replace(/([^aeiou][aeiou])([^aeiou])\2$/u, '$1$2')];
  return [word, singularOf(word), word.replace(/ies$|ied$/u, 'y'), ...stems].some(isInDictionary);
}

let known: { all: ReadonlySet<string>; byStart: ReadonlyMap<string, string[]> } | undefined;

/** The words that name domains and trades, and of those the English ones in both numbers by their first letter. */
function domainWords(): NonNullable<typeof known> {
  if (known) return known;
  const terms = [
    ...domainBlocks.flatMap(({ strong, weak, entities }) => [
      ...strong,
      ...weak,
      ...entities.flatMap(({ aliases = [], label }) => [...aliases, label]),
    ]),
    ...trades.flatMap(({ said }) => said),
    ...containerNouns,
    ...genericNouns,
    ...actionVerbs,
  ];
  const words = new Set(terms.flatMap((term) => term.toLowerCase().split(/[^\p{L}]+/u)));
  const english = [...words].filter((word) => word.length >= shortest && isEnglishWord(word));
  const all = new Set([...words, ...english.map((word) => pluralOf(word, 'en'))]);
  const byStart = new Map<string, string[]>();
  for (const word of new Set([...english, ...english.map((word) => pluralOf(word, 'en'))]))
    byStart.set(word.charAt(0), [...(byStart.get(word.charAt(0)) ?? []), word]);
  known = { all, byStart };
  return known;
}

/** Whether one letter added, left out, replaced or moved makes one word of the other. */
export function isOneEditApart(first: string, second: string): boolean {
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  if (long.length - short.length > 1 || short === long) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  let same = 0;
  while (short.at(-1 - same) === long.at(-1 - same)) same++;
  // What is left of both without their common beginning and end.
  const [one, other] = [short, long].map((word) => word.slice(at, word.length - same));
  if (one === undefined || other === undefined) return false;
  return (
    one.length === 1 ||
    one.slice(1) + one.charAt(0) === other ||
    other.slice(1) + other.charAt(0) === one
  );
}

const lettersOf = (word: string): string => [...new Set(word)].sort().join('');

function meantBy(word: string): string | null {
  const { all, byStart } = domainWords();
  if (word.length < shortest || all.has(word) || functionWords.has(word) || isEnglishWord(word))
    return null;
  const near = (byStart.get(word.charAt(0)) ?? []).filter((other) => isOneEditApart(word, other));
  // A letter left out, doubled or swapped is the likelier slip than another letter.
  const sameLetters = near.filter((other) => lettersOf(other) === lettersOf(word));
  const best = sameLetters.length > 0 ? sameLetters : near;
  // Two words as near leave open which one is meant; one and many of a word do not.
  if (new Set(best.map(singularOf)).size !== 1) return null;
  return best.find((other) => other.endsWith('s') === word.endsWith('s')) ?? best[0] ?? null;
}

/**
 * The words of an English sentence that are no words but one letter away from a single domain word: "apointment",
 * "invocing". A capital inside the sentence is a name and stays.
 */
export function findMisspellings(text: string): Correction[] {
  if (!['en', 'und'].includes(detectLanguage(text))) return [];
  return [
    ...text.matchAll(/(?<![\p{L}\p{N}'’@./-])[A-Za-z][a-z]+(?![\p{L}\p{N}'’@./-]*[\p{L}\p{N}@])/gu),
  ]
    .filter(({ 0: word, index }) => index === 0 || word === word.toLowerCase())
    .flatMap(({ 0: written }) => {
      const meant = meantBy(written.toLowerCase());
      return meant === null ? [] : [{ written, meant: inCaseOf(written, meant) }];
    });
}

const inCaseOf = (written: string, word: string): string =>
  written === written.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);

const replaceWord = (text: string, from: string, to: string): string =>
  text.replace(new RegExp(`(?<!\\p{L})${from}(?!\\p{L})`, 'giu'), to);

/** The sentence as it was meant. */
export const corrected = (text: string, corrections: readonly Correction[]): string =>
  corrections.reduce((rest, { written, meant }) => replaceWord(rest, written, meant), text);

/** Words of the corrected sentence as the person wrote them. */
export const asWritten = (text: string, corrections: readonly Correction[]): string =>
  corrections.reduce((rest, { written, meant }) => replaceWord(rest, meant, written), text);
