import { stemmer } from 'stemmer';
import { frameWords, stopWords } from './stop-words.js';
import { keptForms, spellings, synonyms } from './synonyms.js';

export interface Word {
  /** As written, in lower case. */
  written: string;
  stem: string;
  /** `frame` words carry no subject of their own. */
  kind: 'content' | 'frame' | 'stop';
}

/** The form in which words are compared: synonym, kept form or Porter stem (library `stemmer`). */
export function stemWord(word: string): string {
  const canonical = synonyms[word] ?? word;
  return keptForms[canonical] ?? stemmer(canonical);
}

function kindOf(word: string): Word['kind'] {
  if (stopWords.has(word) || /^\d+$/u.test(word)) return 'stop';
  return frameWords.has(word) ? 'frame' : 'content';
}

/** Lower case without accents, with the spellings of the catalogue. */
export function normaliseSpelling(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{Mark}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/'s\b/gu, '');
  return spellings.reduce((line, [pattern, form]) => line.replace(pattern, form), plain);
}

function cutNormalised(text: string): Word[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((written) => ({ written, stem: stemWord(written), kind: kindOf(written) }));
}

/** Cuts a text into words; punctuation, symbols and emoji are borders and never part of a word. */
export function cutWords(text: string): Word[] {
  return cutNormalised(normaliseSpelling(text));
}

/** Cuts many short texts at once, which costs one pass of the spellings and not one a text. */
export function cutPhrases(texts: readonly string[]): Word[][] {
  const plain = texts.map((text) => text.replaceAll(';', ','));
  return normaliseSpelling(plain.join(';')).split(';').map(cutNormalised);
}

/** One key for a phrase whatever the order of its words: "habit tracker" and "track habits" are equal. */
export function phraseKey(stems: readonly string[]): string {
  return stems.toSorted().join('_');
}
