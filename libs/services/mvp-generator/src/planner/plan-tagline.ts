import type { EntitySpec } from '@hatchr/contracts';
import type { PromptReading } from './read-prompt.js';

const longestTagline = 120;
// Longer openings are a clause of their own, not what the product is called.
const longestSubject = 64;

// "My", "our" and "I want" speak to us, not to those who are to use it.
const speaksOfSelf = /\b(?:i|i'm|i’m|we|me|us|my|our|mine)\b/iu;
const namesMoney = /[$€£¥₹]|\d\s?(?:euros?|dollars?|pounds|usd|eur|gbp|chf)\b/iu;

const withoutEnd = (text: string): string => text.replace(/[\s.,;:!?…-]+$/u, '');

/** The opening of a text up to its first stop, or up to its first comma where it is still long, states a price or speaks of its writer. */
function openingOf(text: string): string {
  const clause = withoutEnd(text.split(/[.;:!?(](?:\s|$)|\s[–—-]\s/u)[0] ?? '');
  const isTidy =
    clause.length <= longestSubject && !namesMoney.test(clause) && !speaksOfSelf.test(clause);
  return isTidy ? clause : withoutEnd(clause.split(',')[0] ?? '');
}

/** What the sentence itself calls its product, null where its opening cannot stand alone. */
function subjectOf(reading: PromptReading): string | null {
  const isLike = reading.analogy.trim() !== '';
  // The name of another product is no word of ours: "Uber for dog walking" is about dog walking.
  const text = isLike ? reading.withoutAnalogy.replace(/^(?:but\s+)?for\s+/iu, '') : reading.text;
  const opening = openingOf(text).replace(/\s+(?:called|named)\s.*$/iu, '');
  const isOnlyWho = isLike && reading.audience !== null && opening.endsWith(reading.audience);
  const isFit =
    opening.length > 2 &&
    opening.length <= longestSubject &&
    !isOnlyWho &&
    !speaksOfSelf.test(opening) &&
    !namesMoney.test(opening);
  return isFit ? opening : null;
}

// Only a plain first word is lowered: "I" and "AI" keep their form.
const startOf = (line: string): string =>
  /^(?:A|[A-Z][a-z]+)\b/u.test(line) ? line.charAt(0).toLowerCase() + line.slice(1) : line;

const cut = (text: string): string =>
  text.length <= longestTagline
    ? text
    : `${text.slice(0, longestTagline - 1).replace(/\s\S*$/u, '')}…`;

/** The promise with "one" for a thing of several words that the subject has named already. */
function withoutRepeat(promise: string, subject: string, thing: EntitySpec | undefined): string {
  const [one, many] = [thing?.label ?? '', thing?.labelPlural ?? ''].map((label) =>
    label.toLowerCase(),
  );
  const isSaid = [one, many].some((words) => words && subject.toLowerCase().includes(words));
  if (!one?.includes(' ') || !isSaid) return promise;
  return promise.replace(`very ${one}`, 'very one').replace(`the ${many ?? ''} tell`, 'they tell');
}

/**
 * One line for what it is, in the words of the sentence, and what one gains; at most 120 characters. A sentence in
 * another language stands alone, because our promises are English.
 */
export function taglineOf(
  reading: PromptReading,
  category: string,
  promise: string,
  thing?: EntitySpec,
): string {
  if (reading.language !== 'en') return cut(capitalised(openingOf(reading.text)) || category);
  const forWhom = reading.forWhom ? ` for ${reading.forWhom}` : '';
  const subject = subjectOf(reading) ?? `${category}${forWhom}`;
  const line = `${capitalised(subject)}: ${startOf(withoutRepeat(promise, subject, thing))}`;
  return line.length <= longestTagline ? line : cut(capitalised(subject));
}

const capitalised = (text: string): string =>
  text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
