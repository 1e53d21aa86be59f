import nlp from 'compromise';
import { detectLanguage } from './detect-language.js';
import {
  actionVerbs,
  containerNouns,
  emptyAdjectives,
  functionWords,
  genericAlone,
  genericNouns,
  namesPeople,
} from './english-words.js';
import { englishFor } from './foreign-glossary.js';
import { nounSenses } from './noun-senses.js';
import { readAnalogy } from './read-analogy.js';
import { readAudience } from './read-audience.js';
import { readForeignAudience, readOtherLanguage } from './read-other-language.js';
import { findStatuses, type StatedStatuses } from './stated-statuses.js';
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
  /** What the words of another language mean in English, as far as the glossary has them, between spaces. */
  meanings: string;
  /** What a known product that the sentence names is about ("Uber for X"), each word between spaces. */
  analogy: string;
  /** The sentence without the name of that product. */
  withoutAnalogy: string;
  phrases: NounPhrase[];
  audience: string | null;
  /** The audience with the article that it wants after "for". */
  forWhom: string | null;
  /** Every "for ..." part in lower case, between spaces. */
  setting: string;
  /** The sentence without those parts, in lower case. */
  subjectText: string;
  /** Whether it names a thing outside of them: "a tool for invoices" does not. */
  hasSubject: boolean;
  givenName: string | null;
  price: StatedPrice | null;
  constraints: string[];
  statuses: StatedStatuses | null;
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

interface Term {
  text: string;
  pre: string;
  post: string;
  tags: string[];
}

/** The library parts "check-ins" in two; a person means one word. */
function joinHyphens(terms: Term[]): Term[] {
  return terms.reduce<Term[]>((joined, term) => {
    const before = joined.at(-1);
    if (before?.post !== '-') return [...joined, term];
    return [
      ...joined.slice(0, -1),
      { ...term, text: `${before.text}-${term.text}`, pre: before.pre },
    ];
  }, []);
}

const namesNoThing = (word: string): boolean =>
  nounSenses(word).length === 0 && nounSenses(singularOf(word)).length === 0;

function tokens(text: string): Token[] {
  const sentences = nlp(text).json() as { terms: Term[] }[];
  return sentences.flatMap((sentence) => {
    const terms = joinHyphens(sentence.terms.filter((term) => term.text !== ''));
    return terms.map((term, index) => {
      const before = terms[index - 1]?.text.toLowerCase() ?? '';
      const stem = /^\p{L}{4,}ing$/iu.test(term.text) ? term.text.slice(0, -3) : '';
      // "Ticketing for museums" is about tickets.
      const isThing = index === 0 && stem !== '' && namesNoThing(term.text) && !namesNoThing(stem);
      const isVerb = term.tags.includes('Verb') && !isThing;
      return {
        word: (isThing ? `${stem}s` : term.text).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
        namesNothing:
          term.tags.includes('Adverb') ||
          (isVerb && namesNoThing(term.text)) ||
          // "AI that sorts e-mails", "I want to book": a verb stands there, whatever else the word may be.
          (/^(?:that|who|which)$/u.test(before) && /s$/u.test(term.text)) ||
          (/^(?:to|can|could|should|i|we|they|not)$/u.test(before) && isVerb),
        startsPhrase: boundary.test(term.pre),
        endsPhrase: boundary.test(term.post),
      };
    });
  });
}

const isContent = ({ word, namesNothing }: Token): boolean => {
  const lower = word.toLowerCase();
  const isWord =
    (/^\p{L}[\p{L}\p{N}'’-]*$/u.test(word) && word.length > 1) || /^[23]D$/iu.test(word);
  return isWord && !namesNothing && !functionWords.has(lower) && !emptyAdjectives.has(lower);
};

/** Whether the last word says only "product": "booking platform" is about bookings, "garden tools" are tools. */
function isGeneric(words: readonly string[]): boolean {
  const last = words.at(-1)?.toLowerCase() ?? '';
  return genericNouns.has(last) && !(words.length > 1 && genericAlone.has(last));
}

// Verbs of intent that are things when they stand in the plural behind another noun: "dry cleaning orders".
const keptNouns = /^(?:orders|records|reviews|posts|checks|offers|requests|tickets)$/iu;

/** "building materials" and "reading lists" are one thing, not something that one builds or reads. */
function beginsCompound([first = '', second = '']: readonly string[]): boolean {
  return second !== '' && nounSenses(`${first} ${singularOf(second)}`).length > 0;
}

function toPhrase(words: string[]): NounPhrase | null {
  const kept = words.slice(-4);
  // A verb of intent before a noun is what one does with it ("track exhibits"); after it, it belongs to it.
  while (
    kept.length > 0 &&
    actionVerbs.has(kept[0]?.toLowerCase() ?? '') &&
    !(kept.length === 1 && keptNouns.test(kept[0] ?? '')) &&
    !beginsCompound(kept)
  )
    kept.shift();
  while (isGeneric(kept)) kept.pop();
  while (
    kept.length > 1 &&
    actionVerbs.has(kept.at(-1)?.toLowerCase() ?? '') &&
    !keptNouns.test(kept.at(-1) ?? '')
  )
    kept.pop();
  const head = kept.at(-1);
  if (!head || (actionVerbs.has(head.toLowerCase()) && !keptNouns.test(head))) return null;
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
    const last = run.at(-1) ?? '';
    // "engineers mentor inventors": a second person in the singular is what the first ones are to them.
    const isDeed =
      /s$/u.test(last) && namesPeople(last) && namesPeople(token.word) && !/s$/u.test(token.word);
    if (isDeed) flush();
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

// "12 guests per night": a rate, no thing of its own.
const ratePattern = /\bper\s+(?:night|day|week|month|year|hour|person|head|seat|player|guest)\b/giu;

/** Reads a sentence: language, noun phrases, audience, and the facts that it states. */
export function readPrompt(prompt: string): PromptReading {
  const text = cleanText(prompt);
  const language = detectLanguage(text);
  const isEnglish = language === 'en' || language === 'und';
  const lower = text.toLowerCase();
  const raw = lower.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  const analogy = isEnglish ? readAnalogy(text) : { rest: text, means: '' };
  const audience = isEnglish ? readAudience(text) : readForeignAudience(text, language);
  const statuses = isEnglish ? findStatuses(text) : null;
  // Steps are no things: "draft, paid, packed" is how an order goes.
  const withoutStatuses = statuses ? analogy.rest.replace(statuses.words, ' ') : analogy.rest;
  const singulars = isEnglish ? raw.map(singularOf) : raw;
  const meanings = isEnglish ? [] : raw.flatMap((word) => englishFor(word) ?? []);
  const phrases = isEnglish
    ? nounPhrases(tokens(withoutStatuses.replace(ratePattern, ' ')))
    : readOtherLanguage(text, language);
  const subjectText = audience.subject;
  return {
    text,
    language,
    vocabulary: new Set([...raw, ...singulars]),
    searchText: ` ${raw.join(' ')} ${singulars.join(' ')} ${analogy.means} `,
    meanings: ` ${meanings.join(' ')} `,
    analogy: ` ${analogy.means} `,
    withoutAnalogy: analogy.rest,
    phrases: phrases.slice(0, 12),
    audience: audience.words,
    forWhom: audience.withArticle,
    setting: audience.setting,
    subjectText,
    hasSubject: phrases.some(
      (phrase) =>
        subjectText.includes(phrase.text.toLowerCase()) && !containerNouns.has(phrase.singular),
    ),
    givenName: findGivenName(text),
    price: findPrice(text),
    constraints: findConstraints(text),
    statuses,
  };
}
