import { namesOrganisation, namesPeople } from './english-words.js';
import { nounSenses } from './noun-senses.js';
import { singularOf } from './to-identifier.js';

/** For whom or where a sentence says that its product is. */
export interface Audience {
  /** The people or the organisation, without an article; null when the sentence names none. */
  words: string | null;
  /** The same after "for", with the article that English wants ("a small restaurant"). */
  withArticle: string | null;
  /** Every "for ..." part in lower case: words that say where the product is used, not what it is. */
  setting: string;
  /** The sentence without those parts, in lower case. */
  subject: string;
}

const end =
  '(?=\\s+(?:in|who|that|to|with|at|on|and|can|so|from|book|find|track|manage|share|swap|sell|buy|rent|plan|split|list|meet|trade|post|learn|see|keep|run|where|which|using|without|across|near|under|before|after|is|are)\\b|\\s*[.,;:!?()]|$)';
const audiencePattern = new RegExp(
  `\\b(?:for|helps?|helping|lets?|letting|allows?|where|between|among)\\s+((?:(?!for\\b)[\\p{L}\\p{N}'’-]+\\s+){0,5}?[\\p{L}'’-]+?)${end}`,
  'giu',
);
const settingPattern = new RegExp(
  `\\b(?:for|für|pour|para|voor|per|для)\\s+(?!every\\b|each\\b)((?:[\\p{L}\\p{N}'’-]+\\s+){0,5}?[\\p{L}\\p{N}'’-]+?)${end}`,
  'giu',
);
const runsPattern =
  /\b(?:I|we)\s+(?:run|own|have|manage|operate|am|are)\s+(an?\s+(?:[\p{L}'’-]+\s+){0,3}?[\p{L}'’-]+?)(?=\s+(?:in|with|and|that|who|near|of|where)\b|[.,;:!?]|$)/iu;
const doingPattern =
  /\bfor\s+((?:people|anyone|those|everyone)\s+(?:\p{L}+ing|with|who)\s[^.,;:!?]{2,50})/iu;

const articles = new Set(['the', 'a', 'an', 'my', 'our', 'your', 'their', 'all', 'any', 'every']);

function withoutArticle(candidate: string): string {
  const words = candidate.split(/\s+/u).filter((word) => word !== '');
  while (words.length > 0 && articles.has(words[0]?.toLowerCase() ?? '')) words.shift();
  // "parents of a primary school" are parents.
  const of = words.findIndex((word) => word.toLowerCase() === 'of');
  return (of > 0 ? words.slice(0, of) : words).join(' ');
}

// WordNet's lexicographer files of groups and of people (lexnames(5WN)).
const whoFiles = new Set([14, 18]);

/** Whether the first meaning of a noun is a person or a group: pilots and retail chains. */
const meansWho = (words: string): boolean =>
  whoFiles.has(
    nounSenses(singularOf(words.toLowerCase().split(/\s+/u).at(-1) ?? ''))[0]?.file ?? 0,
  );

/** "retired engineers mentor young inventors" are retired engineers: a verb follows the first people of a clause. */
function firstPeople(candidate: string): string {
  const words = candidate.split(/\s+/u);
  const at = words.findIndex((word) => isPlural(word) && meansWho(word));
  const isWhole = at < 0 || namesOrganisation(words.at(-1) ?? '') || at === words.length - 1;
  return isWhole ? candidate : words.slice(0, at + 1).join(' ');
}

const isPlural = (words: string): boolean =>
  /(?:[^s]s|people|men|women|children|staff)$/iu.test(words);

/** "a small restaurant" for one, "small restaurants" for many. */
function articled(words: string): string {
  if (isPlural(words) || /^(?:people|anyone|those|everyone)\b/iu.test(words)) return words;
  return `${/^[aeio]|^u(?!ni|se)/iu.test(words) ? 'an' : 'a'} ${words}`;
}

/**
 * Who it is for: "X for Y", "helps Y to", "where Y can", "Y book ...", "I run a Y". People come before
 * organisations and places, because "for parents of a primary school" is for the parents.
 */
function findWho(text: string): string | null {
  const doing = doingPattern.exec(text)?.[1];
  if (doing) return doing.trim();
  const leading =
    /^((?:[\p{L}'’-]+\s+){0,2}[\p{L}'’-]+s)\s+(?:book|find|track|manage|share|swap|sell|buy|rent|plan|can|need|want)\b/iu.exec(
      text,
    );
  const candidates = [
    ...[...text.matchAll(audiencePattern)].map((match) => match[1] ?? ''),
    leading?.[1] ?? '',
    runsPattern.exec(text)?.[1] ?? '',
  ]
    .map(withoutArticle)
    .map(firstPeople)
    .filter((words) => words !== '');
  return (
    candidates.find(namesPeople) ??
    candidates.find(namesOrganisation) ??
    candidates.find(meansWho) ??
    null
  );
}

/** Reads for whom the product of an English sentence is. */
export function readAudience(text: string): Audience {
  const words = findWho(text);
  const runs = runsPattern.exec(text)?.[1] ?? '';
  const settings = [...[...text.matchAll(settingPattern)].map((match) => match[1] ?? ''), runs];
  const lower = settings.join(' ').toLowerCase().split(/\s+/u);
  return {
    words,
    withArticle: words === null ? null : articled(words),
    setting: ` ${lower.join(' ')} ${lower.map(singularOf).join(' ')} `,
    // "for students of a language school": the school still says what it is about.
    subject: text
      .replace(runs, ' ')
      .replace(settingPattern, (part: string) => /\sof\s.*$/u.exec(part)?.[0] ?? ' ')
      .toLowerCase(),
  };
}
