import { type ProductSpec } from '@hatchr/contracts';
import { asFragment, joinWords, splitSentences } from '../text/shape-words.js';

type SpecWords = Pick<ProductSpec, 'language' | 'prompt'>;

const isEnglish = ({ language }: SpecWords): boolean => /^(en|und)\b/u.test(language);

/** The whole text as one stretch of words: sentence ends inside become semicolons, the last one goes. */
export function oneLine(text: string): string {
  return splitSentences(text).map(asFragment).filter(Boolean).join('; ');
}

/**
 * A label as it reads inside an English sentence: its capital is lowered, but for abbreviations (`RSVPs`) and words
 * that the person capitalises in the middle of their own sentence (`Etsy orders`). Words of another language are
 * quoted as they stand: a German noun keeps its capital, and nobody takes `turnos` for a slip.
 */
export function labelInSentence(label: string, spec: SpecWords): string {
  const words = oneLine(label);
  if (!isEnglish(spec)) return isForeign(words, spec) ? `“${words}”` : lowered(words);
  const [first = ''] = words.split(/[\s-]/u);
  const isName = new RegExp(`[\\p{L}\\p{N},;] ${escapeRegExp(first)}(?!\\p{L})`, 'u').test(
    spec.prompt,
  );
  return isName ? words : lowered(words);
}

/** Whether the words come from a sentence that is not English. */
function isForeign(words: string, { prompt }: SpecWords): boolean {
  // eslint-disable-next-line no-control-regex -- anything outside ASCII counts
  if (/[^\u0000-\u007f“”’]/u.test(words)) return true;
  const own = new Set(prompt.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length > 2 && own.has(word));
}

function lowered(words: string): string {
  const [first = ''] = words.split(/[\s/-]/u);
  const isAbbreviation = /^\P{L}*\p{Lu}\P{Ll}*\p{Lu}/u.test(first);
  return isAbbreviation ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** What the planner writes where the sentence names nobody; no reader is meant by it. */
const nobodyInParticular = 'people who need it';

/**
 * The audience inside a sentence, with the article that a single one needs (`a padel hall`); empty where the
 * sentence names nobody.
 */
export function audienceInSentence(audience: string, spec: SpecWords): string {
  if (audience.toLowerCase() === nobodyInParticular) return '';
  const words = labelInSentence(audience, spec);
  const before = new RegExp(`\\b(an?|our|my|the) ${escapeRegExp(words)}(?!\\p{L})`, 'iu');
  const article = before.exec(spec.prompt)?.[1]?.toLowerCase();
  if (article === undefined) return words;
  return `${article === 'the' ? 'the' : /^[aeiou]/iu.test(words) ? 'an' : 'a'} ${words}`;
}

/**
 * A description that begins with what the feature does (`Finds the next free times.`) as it follows its name inside
 * a sentence; null for any other, which is then quoted.
 */
export function asAction(description: string): string | null {
  const words = asFragment(description);
  const isAction =
    /^[A-Z][a-z]+(?<![uis])s (?:up |out )?(?!of\b|for\b|in\b|on\b|from\b|with\b|and\b|to\b|by\b|at\b|are\b|that\b|which\b)\S/u.test(
      words,
    ) || /^[A-Z][a-z]+s for (?:every|each)\b/u.test(words);
  return isAction ? words.charAt(0).toLowerCase() + words.slice(1) : null;
}

/** What the product leaves out, after `it`: `takes no payments and sends no e-mail`; null where it is put otherwise. */
export function asAbstentions(nonGoals: readonly string[]): string | null {
  const actions = nonGoals.map((nonGoal) => /^It (\p{Ll}.*)$/u.exec(oneLine(nonGoal))?.[1]);
  return actions.length > 0 && actions.every((action) => action !== undefined)
    ? joinWords(actions)
    : null;
}

/** A claim after a colon: those of the research begin with words that have no capital of their own. */
export function afterColon(claim: string): string {
  return /^(?:None|Nothing|Of|Only|No|All|Some|Few|Most|Every) /u.test(claim)
    ? claim.charAt(0).toLowerCase() + claim.slice(1)
    : claim;
}

/** With a capital in front, as a sentence or a title begins. */
export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** In quotation marks; marks inside become single ones. */
export function quoted(words: string): string {
  return `“${words.replace(/“/gu, '‘').replace(/”/gu, '’')}”`;
}
