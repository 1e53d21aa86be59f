import type { EntitySpec, ProductSpec } from '@hatchr/contracts';
import { inSentence } from '../criteria/entity-criteria.js';
import type { DomainBlock } from './blocks/block.js';
import type { DerivedThings } from './derive-entities.js';
import type { PromptReading } from './read-prompt.js';
import { taglineOf } from './plan-tagline.js';
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

/** What the sentence limits, in its own words; the price stands in the plans. */
function limitsOf(reading: PromptReading): string {
  const limits = reading.constraints.filter(
    (words) =>
      // "Open source maintainers" are whom it is for.
      !reading.audience?.includes(words) &&
      words !== placeOf(reading) &&
      !reading.price?.words.includes(words),
  );
  return limits.length > 0 ? ` From the start: ${limits.join('; ')}.` : '';
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
  const own = entities.map((entity) => inSentence(entity.labelPlural, language));
  const things = listOf(own.slice(0, 4));
  const main = entities.find((entity) => entity.name === feature.entity) ?? entities[0];
  const mainWords = inSentence(main?.labelPlural ?? '', language);
  const audience =
    reading.audience ??
    lead?.audience ??
    `people with ${inSentence(derived?.main ?? mainWords, language)} to keep in order`;
  // Words of another language do not stand inside an English sentence.
  const forWhom = reading.forWhom && language === 'en' ? ` for ${reading.forWhom}` : '';
  const promise = lead?.promise ?? derived?.promise ?? `${toLabel(mainWords)} in one clear place`;
  const category = lead?.category ?? derived?.main ?? toLabel(mainWords);
  const place = placeOf(reading);
  return {
    tagline: taglineOf(
      reading,
      category,
      promise,
      entities.find(({ labelPlural }) => labelPlural === derived?.main),
    ),
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
    category: cut(category, 80),
  };
}
