import nlp from 'compromise';
import { detectLanguage } from './detect-language.js';
import {
  actionVerbs,
  emptyAdjectives,
  functionWords,
  genericAlone,
  genericNouns,
  namesPeople,
} from './english-words.js';
import { nounSenses } from './noun-senses.js';
import { readAnalogy } from './read-analogy.js';
import { readOtherLanguage } from './read-other-language.js';
import { findConstraints, findGivenName, findPrice, type StatedPrice } from './stated-facts.js';
import { singularOf } from './to-identifier.js';

/** A noun phrase of the sentence: the words as written, and the phrase with its head in the singular. */
export interface NounPhrase {
  text: string;
  singular: string;
}

/** What a sentence says, before anything is made of it. */
export interface PromptReading {
  text: string;
  language: string;
  /** Lower-case words as written and in the singular; domains are recognised by these. */
  vocabulary: ReadonlySet<string>;
  /** The same words in order, joined by spaces, for phrases such as "help desk". */
  searchText: string;
  /** What a known product that the sentence names is about ("Uber for X"), each word between spaces. */
  analogy: string;
  phrases: NounPhrase[];
  audience: string | null;
  givenName: string | null;
  price: StatedPrice | null;
  constraints: string[];
}

/** Text without markup, on one line. What is stored stays as the person wrote it; only the reading is cleaned. */
export function cleanText(prompt: string): string {
  return prompt
    .replace(/<[^<>]{0,300}>/gu, ' ')
    .replace(/https?:\/\/\S+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

const boundary = /[.,;:!?()[\]{}"“”«»/|&+*=<>\n–—]/u;

interface Token {
  word: string;
  /** An adverb, or a verb that is no noun as well ("lend", "shipped"): neither names a thing. */
  namesNothing: boolean;
  endsPhrase: boolean;
  startsPhrase: boolean;
}

function tokens(text: string): Token[] {
  const sentences = nlp(text).json() as {
    terms: { text: string; pre: string; post: string; tags: string[] }[];
  }[];
  return sentences.flatMap((sentence) =>
    sentence.terms
      .filter((term) => term.text !== '')
      .map((term) => ({
        word: term.text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
        namesNothing:
          term.tags.includes('Adverb') ||
          (term.tags.includes('Verb') &&
            nounSenses(term.text).length === 0 &&
            nounSenses(singularOf(term.text)).length === 0),
        startsPhrase: boundary.test(term.pre),
        endsPhrase: boundary.test(term.post),
      })),
  );
}

const isContent = ({ word, namesNothing }: Token): boolean => {
  const lower = word.toLowerCase();
  const isWord = /^\p{L}[\p{L}\p{N}'’-]*$/u.test(word) && word.length > 1;
  return isWord && !namesNothing && !functionWords.has(lower) && !emptyAdjectives.has(lower);
};

/** Whether the last word says only "product": "booking platform" is about bookings, "garden tools" are tools. */
function isGeneric(words: readonly string[]): boolean {
  const last = words.at(-1)?.toLowerCase() ?? '';
  return genericNouns.has(last) && !(words.length > 1 && genericAlone.has(last));
}

function toPhrase(words: string[]): NounPhrase | null {
  const kept = words.slice(-3);
  // A verb of intent before a noun is what one does with it ("track exhibits"); after it, it belongs to it.
  while (kept.length > 0 && actionVerbs.has(kept[0]?.toLowerCase() ?? '')) kept.shift();
  while (isGeneric(kept)) kept.pop();
  while (kept.length > 1 && actionVerbs.has(kept.at(-1)?.toLowerCase() ?? '')) kept.pop();
  const head = kept.at(-1);
  if (!head || actionVerbs.has(head.toLowerCase())) return null;
  const text = kept.join(' ');
  return { text, singular: [...kept.slice(0, -1), singularOf(head)].join(' ').toLowerCase() };
}

function nounPhrases(list: Token[]): NounPhrase[] {
  const found: NounPhrase[] = [];
  let run: string[] = [];
  const flush = (): void => {
    const phrase = toPhrase(run);
    if (phrase && !found.some((other) => other.singular === phrase.singular)) found.push(phrase);
    run = [];
  };
  for (const token of list) {
    if (token.startsPhrase) flush();
    // Inside a run a verb of intent begins a new thing: "neighbours swap seeds" is two.
    if (
      !isContent(token) ||
      (run.length > 0 && /s$/u.test(run.at(-1) ?? '') && actionVerbs.has(token.word.toLowerCase()))
    )
      flush();
    else run.push(token.word);
    if (token.endsPhrase) flush();
  }
  flush();
  return found;
}

const audiencePattern =
  /\b(?:for|helps?|helping|lets?|letting|allows?|where)\s+((?:[\p{L}'’-]+\s+){0,3}?[\p{L}'’-]+?)(?=\s+(?:in|who|that|to|with|at|on|and|can|so|from|of|book|find|track|manage|share|swap|sell|buy|rent|plan|split|list|meet|trade|post|learn|see|keep|run)\b|[.,;:!?]|$)/giu;

const articles = new Set(['the', 'a', 'an', 'my', 'our', 'your', 'their', 'all', 'any', 'every']);

/** Who it is for: "X for Y", "helps Y to", "where Y can", "Y book ...". Only words that name people count. */
function findAudience(text: string): string | null {
  const leading =
    /^((?:[\p{L}'’-]+\s+){0,2}[\p{L}'’-]+s)\s+(?:book|find|track|manage|share|swap|sell|buy|rent|plan|can|need|want)\b/iu.exec(
      text,
    );
  const candidates = [
    ...[...text.matchAll(audiencePattern)].map((match) => match[1] ?? ''),
    leading?.[1] ?? '',
  ];
  for (const candidate of candidates) {
    const words = candidate
      .split(/\s+/u)
      .filter((word) => word !== '' && !articles.has(word.toLowerCase()));
    if (words.length > 0 && namesPeople(words.join(' '))) return words.join(' ');
  }
  return null;
}

/** Reads a sentence: language, noun phrases, audience, and the facts that it states. */
export function readPrompt(prompt: string): PromptReading {
  const text = cleanText(prompt);
  const language = detectLanguage(text);
  const isEnglish = language === 'en' || language === 'und';
  const lower = text.toLowerCase();
  const raw = lower.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  const analogy = isEnglish ? readAnalogy(text) : { rest: text, means: '' };
  const singulars = isEnglish ? raw.map(singularOf) : raw;
  const phrases = isEnglish ? nounPhrases(tokens(analogy.rest)) : readOtherLanguage(text, language);
  return {
    text,
    language,
    vocabulary: new Set([...raw, ...singulars]),
    searchText: ` ${raw.join(' ')} ${singulars.join(' ')} ${analogy.means} `,
    analogy: ` ${analogy.means} `,
    phrases: phrases.slice(0, 12),
    audience: isEnglish ? findAudience(text) : null,
    givenName: findGivenName(text),
    price: findPrice(text),
    constraints: findConstraints(text),
  };
}
