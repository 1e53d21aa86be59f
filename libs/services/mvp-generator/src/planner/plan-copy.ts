import type { EntitySpec, ProductSpec } from '@hatchr/contracts';
import { inSentence } from '../criteria/entity-criteria.js';
import type { DomainBlock } from './blocks/block.js';
import type { DerivedThings } from './derive-entities.js';
import type { PromptReading } from './read-prompt.js';
import { toLabel } from './to-identifier.js';

interface CopyInput {
  reading: PromptReading;
  lead: DomainBlock | undefined;
  derived: DerivedThings['copy'];
  entities: readonly EntitySpec[];
  feature: ProductSpec['feature'];
  name: string;
}

const cut = (text: string, length: number): string => {
  const characters = Array.from(text);
  if (characters.length <= length) return text;
  return `${characters
    .slice(0, length - 1)
    .join('')
    .replace(/\s\S*$/u, '')
    .trimEnd()}…`;
};

function listOf(words: readonly string[]): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

const placeOf = (reading: PromptReading): string =>
  reading.constraints.find((words) => /^in\s/iu.test(words)) ?? '';

/** Without an audience the things of the sentence tell this product from the next of its kind. */
function withSubject(promise: string, reading: PromptReading): string {
  const things = reading.phrases
    .map(({ text }) => text)
    .filter((text) => !promise.toLowerCase().includes(text.toLowerCase()))
    .slice(0, 3);
  return things.length > 0
    ? `${toLabel(reading.language === 'en' ? listOf(things) : things.join(', '))}: ${startOf(promise)}`
    : promise;
}

// Only a plain first word is lowered: "I" and "AI" keep their form.
const startOf = (line: string): string =>
  /^(?:A|[A-Z][a-z]+)\b/u.test(line) ? line.charAt(0).toLowerCase() + line.slice(1) : line;

/** What the sentence limits, in its own words; the price stands in the plans. */
function limitsOf(reading: PromptReading): string {
  const limits = reading.constraints.filter(
    (words) => words !== placeOf(reading) && !reading.price?.words.includes(words),
  );
  return limits.length > 0 ? ` Made for: ${limits.join('; ')}.` : '';
}

/** Tagline, summary, problem, audience and category: the block's words with the sentence's own put in. */
export function planCopy({
  reading,
  lead,
  derived,
  entities,
  feature,
  name,
}: CopyInput): Pick<ProductSpec, 'tagline' | 'summary' | 'problem' | 'audience' | 'category'> {
  const { language } = reading;
  const audience = reading.audience ?? lead?.audience ?? 'people who need it';
  const own = entities.map((entity) => inSentence(entity.labelPlural, language));
  const things = listOf(own.slice(0, 4));
  const main = entities.find((entity) => entity.name === feature.entity) ?? entities[0];
  const mainWords = inSentence(main?.labelPlural ?? '', language);
  const forWhom = reading.forWhom ? ` for ${reading.forWhom}` : '';
  const promise = lead?.promise ?? derived?.promise ?? `${toLabel(mainWords)} in one clear place`;
  const place = placeOf(reading);
  return {
    tagline: cut(forWhom ? `${promise}${forWhom}` : withSubject(promise, reading), 120),
    summary: cut(
      `${name} keeps ${things} together${forWhom}${place ? ` ${place}` : ''}. ${feature.description}${limitsOf(reading)}`,
      600,
    ),
    problem: cut(
      lead?.problem ??
        derived?.problem ??
        `Keeping ${things} in notes, chats and spreadsheets means that something is always missed.`,
      400,
    ),
    audience: cut(audience, 80),
    category: cut(lead?.category ?? derived?.main ?? toLabel(mainWords), 80),
  };
}
