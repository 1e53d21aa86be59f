import type { EntitySpec } from '@hatchr/contracts';
import {
  containerNouns,
  emptyAdjectives,
  functionWords,
  genericNouns,
  namesOrganisation,
  namesPeople,
} from './english-words.js';
import { hypernymsOf, nounSenses } from './noun-senses.js';
import type { PromptReading } from './read-prompt.js';
import { singularOf, toLabel } from './to-identifier.js';

// WordNet's lexicographer files whose nouns say what a product is about: animals, artifacts, food, plants, substances.
const topical = new Set([5, 6, 13, 20, 27]);
const pastimes =
  /^(?:sport|game|athletic_game|diversion|art|craft|discipline|dance|music|contact_sport|language)$/u;

/** Whether a noun tells a subject: a thing, or a sport, an art, a language or a field of knowledge. */
function isTopical(word: string): boolean {
  const sense = nounSenses(word)[0];
  if (!sense) return false;
  return topical.has(sense.file) || hypernymsOf(sense).some((above) => pastimes.test(above));
}

const saysNothing = (word: string): boolean =>
  functionWords.has(word) ||
  emptyAdjectives.has(word) ||
  genericNouns.has(word) ||
  containerNouns.has(word) ||
  namesPeople(word) ||
  namesOrganisation(word);

const endsInContainer = (words: string): boolean =>
  containerNouns.has(words.split(' ').at(-1) ?? '');

/** Words of the sentence that tell its subject: what stands before the things, then the place of use. */
function topicWords(reading: PromptReading, hasTrade: boolean): string[] {
  const audience = (reading.audience ?? '').toLowerCase();
  const own = reading.phrases.filter(
    ({ text }) => !` ${audience} `.includes(` ${text.toLowerCase()} `),
  );
  const settings = own.filter(({ singular }) => reading.setting.includes(` ${singular} `));
  const language = /\b(?:learning|speaking)\s+(\p{Lu}\p{L}+)/u.exec(reading.text)?.[1];
  const modifiers = own
    .map(({ singular }) => singular.split(/\s+/u).slice(0, -1))
    .filter((words) => words.length > 0);
  return [
    ...(language ? [language] : []),
    // "building material" is one word for what it is about.
    ...own
      .map(({ singular }) => singular)
      .filter(
        (words) => words.includes(' ') && nounSenses(words).length > 0 && !endsInContainer(words),
      ),
    ...modifiers.flat(),
    ...(settings.length === 1 ? settings : []).map(
      ({ singular }) => singular.split(/\s+/u).at(-1) ?? '',
    ),
    ...(hasTrade ? [] : audience.split(/\s+/u).slice(0, -1).map(singularOf)),
  ].filter(
    (word) => word.length > 2 && !word.split(' ').some((part) => saysNothing(part.toLowerCase())),
  );
}

/**
 * The entities with the leading one named after the subject where no label says it: the fixtures of a chess club
 * are "Chess fixtures". Only labels change, so that what reads the columns stays as it is.
 */
export function qualifyLead(
  reading: PromptReading,
  entities: readonly EntitySpec[],
  lead: string,
  shown: string,
  hasTrade: boolean,
): EntitySpec[] {
  if (reading.language !== 'en') return [...entities];
  const seen =
    `${shown} ${entities.map(({ label, labelPlural }) => `${label} ${labelPlural}`).join(' ')}`.toLowerCase();
  const word = topicWords(reading, hasTrade).find(
    (topic) =>
      !seen.includes(topic.toLowerCase().slice(0, Math.max(4, topic.length - 2))) &&
      (/^\p{Lu}/u.test(topic) || topic.includes(' ') || isTopical(topic.toLowerCase())),
  );
  if (!word) return [...entities];
  const qualified = (label: string): string =>
    toLabel(`${toLabel(word)} ${/^[A-Z][a-z' -]*$/u.test(label) ? label.toLowerCase() : label}`);
  return entities.map((entity) =>
    entity.name === lead &&
    !entity.label.includes(' ') &&
    !word.toLowerCase().split(' ').includes(entity.label.toLowerCase())
      ? { ...entity, label: qualified(entity.label), labelPlural: qualified(entity.labelPlural) }
      : entity,
  );
}
