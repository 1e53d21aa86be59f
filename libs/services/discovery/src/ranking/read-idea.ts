import { cutWords, phraseKey, type Word } from './cut-words.js';
import { isForeignStopWord, translateWords } from './translate-words.js';

export interface IdeaWord extends Word {
  /** 1 in the part that says what it is, less in later sentences and in lists of features. */
  weight: number;
}

export interface IdeaPhrase {
  /** Places in `Idea.words` of the words that it is made of. */
  places: readonly number[];
}

/** A founder's sentence, prepared for the search. */
export interface Idea {
  /** Without stop words, in order, at most 200. */
  words: readonly IdeaWord[];
  /** Every word pair or triple that stands close together, and every content word, by its key. */
  phrases: ReadonlyMap<string, IdeaPhrase>;
  /** Whom it is for, in the founder's words; empty where the sentence does not say. */
  audience: readonly Word[];
  /** The sentence without tags and addresses, for names and qualifiers. */
  original: string;
  language: string;
  wasTranslated: boolean;
}

/** A founder's second sentence is detail more often than it is the field; the first must win a tie. */
const detailWeight = 0.6;
/** Whom it is for tells less of the field than what it is: a habit tracker for nurses is no nurse rota. */
const audienceWeight = 0.8;
/** 2,000 characters hold some 350 words; the field is named long before the 200th. */
const maximumWords = 200;
/** Words of a phrase may be apart by one other word ("track my daily habits"). */
const maximumGap = 2;

const borders = /[.!?;:\n\r\u3002\uff01\uff1f]+/u;
const detailMarkers = /\b(?:with|including|includes|plus|also|as well as|featuring)\b/iu;
const exclusions =
  /\b(?:without|instead of|replac(?:e|es|ing)|rather than|not an?(?: other)?|unlike|no more)\s+(?:\p{L}+\s?){1,2}|\b\p{L}+-free\b/giu;

/** Removes what is not language: tags with their scripts, addresses, entities. */
function stripMarkup(prompt: string): string {
  return prompt
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/giu, ' . ')
    .replace(/<[^<>]*>/gu, ' . ')
    .replace(/\b(?:https?:\/\/|www\.)\S+/giu, ' ')
    .replace(/&[a-z#0-9]+;/giu, ' ');
}

interface Clause {
  words: readonly IdeaWord[];
}

/** Weighs the words after "X for" as audience, up to a word that goes back to what it does. */
function weighWords(words: readonly Word[], weight: number): IdeaWord[] {
  let isAudience = false;
  let hasSubject = false;
  return words.map((word) => {
    if (word.written === 'for') isAudience = hasSubject;
    else if (/^(?:to|who|that)$/u.test(word.written)) isAudience = false;
    hasSubject ||= word.kind === 'content';
    return { ...word, weight: isAudience ? weight * audienceWeight : weight };
  });
}

function readClauses(text: string, language: string): Clause[] {
  const weigh = (part: string, weight: number): Clause => ({
    words: weighWords(cutWords(part), weight).filter(
      (word) => word.kind !== 'stop' && !isForeignStopWord(word.written, language),
    ),
  });
  const sentences = text.split(borders).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  return sentences.flatMap((sentence, index) => {
    const [head = '', ...details] = sentence.split(detailMarkers);
    return [
      weigh(head, index === 0 ? 1 : detailWeight),
      ...details.map((detail) => weigh(detail, detailWeight)),
    ];
  });
}

function addPhrases(
  phrases: Map<string, IdeaPhrase>,
  words: readonly IdeaWord[],
  places: readonly number[],
): void {
  const add = (chosen: readonly number[]): void => {
    const stems = chosen.map((place) => words[place]?.stem ?? '');
    const key = phraseKey(stems);
    if (new Set(stems).size === stems.length && !phrases.has(key))
      phrases.set(key, { places: chosen });
  };
  places.forEach((first, i) => {
    if (words[first]?.kind === 'content') add([first]);
    for (let j = i + 1; j <= i + maximumGap && j < places.length; j += 1) {
      const second = places[j] ?? 0;
      add([first, second]);
      for (let k = j + 1; k <= j + maximumGap && k < places.length; k += 1)
        add([first, second, places[k] ?? 0]);
    }
  });
}

function collectPhrases(clauses: readonly Clause[]): {
  words: IdeaWord[];
  phrases: Map<string, IdeaPhrase>;
} {
  const words: IdeaWord[] = [];
  const phrases = new Map<string, IdeaPhrase>();
  for (const clause of clauses) {
    const start = words.length;
    words.push(...clause.words.slice(0, maximumWords - start));
    const places = words.slice(start).map((_, offset) => start + offset);
    addPhrases(phrases, words, places);
    // Frame words must not keep "restaurant app reservations" from being a phrase.
    addPhrases(
      phrases,
      words,
      places.filter((place) => words[place]?.kind === 'content'),
    );
  }
  return { words, phrases };
}

function readAudience(text: string): Word[] {
  const match =
    /\b(?:for|helps?|helping|lets)\s+((?:[\p{L}'-]+\s+){0,3}?[\p{L}'-]+?)(?=\s+(?:to|who|that|with|in|on|and|by|from|at|so|when|of|without|find|manage|track|make|get|book|plan|share|learn|create|build|keep)\b|[.,;:!?()]|\s*$)/iu.exec(
      text,
    );
  return cutWords(match?.[1] ?? '').filter((word) => word.kind !== 'stop');
}

/**
 * Prepares a sentence for the search: language, words, phrases, audience. Total: every string gives an idea,
 * if only one without words.
 */
export function readIdea(prompt: string): Idea {
  const original = stripMarkup(prompt).replace(/\s+/gu, ' ').trim();
  const { language, english } = translateWords(original);
  const kept = original.replace(exclusions, ' ');
  const clauses = [
    ...english.flatMap((form) => readClauses(form, 'en')),
    ...readClauses(kept, language),
  ];
  return {
    ...collectPhrases(clauses),
    audience: language === 'en' ? readAudience(kept) : [],
    original,
    language,
    wasTranslated: english.length > 0,
  };
}
