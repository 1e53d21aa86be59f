import { cutWords } from '../ranking/cut-words.js';
import type { Passage } from './choose-passages.js';
import { cleanText } from './clean-text.js';

/** Words that really stand on a page, and where. */
export interface StandingQuote {
  text: string;
  passage: Passage;
  /** Place of its line among the lines of the passage. */
  place: number;
  /** The sentence that it stands in. */
  sentence: string;
}

const negations =
  /(?<!\p{L})(?:no|not|without|never|cannot|kein\w*|nicht|ohne|sans|sin|pas|ne)(?!\p{L})|n['’]t\b/iu;
/** Scripts that set no space between words: there a quote may end anywhere. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const isWordLike = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{L}\p{N}]/u.test(sign) && !unspaced.test(sign);

function sentenceAround(line: string, index: number, length: number): string {
  const start = Math.max(...['. ', '! ', '? '].map((end) => line.lastIndexOf(end, index) + 1));
  const end = /[.!?](?:\s|$)/u.exec(line.slice(index + length - 1));
  return line.slice(start, end === null ? undefined : index + length + end.index).trim();
}

/** Looks for a quote on the pages, letter by letter and by whole words; null where it stands on none of them. */
export function findQuote(quote: string, passages: readonly Passage[]): StandingQuote | null {
  const text = cleanText(quote, 500);
  if (text.length < 3) return null;
  for (const passage of passages)
    for (const [place, line] of passage.lines.entries()) {
      const index = line.indexOf(text);
      const around = [line[index - 1], line[index + text.length]];
      if (index < 0 || around.some(isWordLike)) continue;
      return { text, passage, place, sentence: sentenceAround(line, index, text.length) };
    }
  return null;
}

/** Numbers as they are written, in any script. */
export function listNumbers(text: string): string[] {
  return text.match(/\p{N}+(?:[.,]\p{N}+)*/gu) ?? [];
}

/** The numbers of a text that stand in none of the sources. */
export function findForeignNumbers(text: string, sources: readonly string[]): string[] {
  const known = new Set(sources.flatMap(listNumbers));
  return listNumbers(text).filter((number) => !known.has(number));
}

/**
 * Whether a statement says no more than its quote: each of its numbers and of its words that carry meaning stands
 * there, in whatever form, and what the sentence denies is not stated as if it did not.
 */
export function restsOn(statement: string, { text, sentence }: StandingQuote): boolean {
  if (findForeignNumbers(statement, [text]).length > 0) return false;
  if (negations.test(sentence) && !negations.test(statement)) return false;
  if (unspaced.test(statement) && text.includes(statement)) return true;
  const known = new Set(cutWords(text).map(({ stem }) => stem));
  const words = cutWords(statement).filter(
    ({ written, kind }) => kind !== 'stop' || negations.test(written),
  );
  return words.length > 0 && words.every(({ stem }) => known.has(stem));
}
