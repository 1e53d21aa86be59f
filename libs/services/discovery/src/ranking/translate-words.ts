import { foreignStopWords, foreignWords } from './foreign-words.js';
import { normaliseSpelling } from './cut-words.js';
import { frameWords, stopWords } from './stop-words.js';

export interface Translation {
  /** BCP 47 tag of the language that the sentence seems to be in; `und` where it cannot be told. */
  language: string;
  /** English words for what was recognised, in the order of the table. */
  english: readonly string[];
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['zh', /\p{Script=Han}/u],
  ['ar', /\p{Script=Arabic}/u],
];

function matches(pattern: string, text: string, words: readonly string[]): boolean {
  if (pattern.startsWith('*')) return text.includes(pattern.slice(1, -1));
  const isPrefix = pattern.endsWith('*');
  const form = isPrefix ? pattern.slice(0, -1) : pattern;
  if (form.includes(' '))
    return ` ${words.join(' ')} `.includes(isPrefix ? ` ${form}` : ` ${form} `);
  return words.some((word) => (isPrefix ? word.startsWith(form) : word === form));
}

function translateFrom(language: string, text: string, words: readonly string[]): string[] {
  return Object.entries(foreignWords[language] ?? {}).flatMap(([pattern, form]) =>
    matches(pattern, text, words) ? [form] : [],
  );
}

function tellLanguage(text: string, words: readonly string[]): string {
  const script = scripts.find(([, pattern]) => pattern.test(text));
  if (script) return script[0];
  if (/\p{L}/u.test(text) && !/\p{Script=Latin}/u.test(text)) return 'und';
  const english = words.filter((word) => stopWords.has(word)).length;
  const counts = Object.entries(foreignStopWords).map(([language, small]) => ({
    language,
    count: words.filter((word) => small.includes(word)).length,
  }));
  const highest = Math.max(...counts.map(({ count }) => count));
  if (highest <= english) return 'en';
  // "para" is Spanish and Portuguese: the one whose table knows more of the sentence is meant.
  const tied = counts.filter(({ count }) => count === highest).map(({ language }) => language);
  const known = tied.map((language) => translateFrom(language, text, words).length);
  return tied[known.indexOf(Math.max(...known))] ?? 'en';
}

/** Words that founders of every language write. */
const internationalWords = new Set(['ai', 'app', 'online', 'saas', 'software', 'startup', 'tool']);

function isEnglishWord(word: string): boolean {
  return (stopWords.has(word) || frameWords.has(word)) && !internationalWords.has(word);
}

/**
 * Tells the language of a sentence and gives the catalogue's English for the words that are known.
 * An English sentence is left as it is, so no foreign word can match in it by accident.
 */
export function translateWords(sentence: string): Translation {
  const text = normaliseSpelling(sentence);
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const language = tellLanguage(text, words);
  // A short title has no small words ("Rechnungsprogramm"): without an English one, every table is tried.
  const isShort = language === 'en' && !words.some(isEnglishWord);
  const tables = isShort ? Object.keys(foreignWords) : [language];
  const english = tables.flatMap((table) => translateFrom(table, text, words));
  return { language, english: [...new Set(english)] };
}

/** Whether a word is one of the small words by which a foreign language is told. */
export function isForeignStopWord(word: string, language: string): boolean {
  return foreignStopWords[language]?.includes(word) ?? false;
}
