import { domainBlocks } from './blocks/index.js';
import type { DomainBlock } from './blocks/block.js';
import type { PromptReading } from './read-prompt.js';

export interface ChosenBlock {
  block: DomainBlock;
  score: number;
  /** The terms that spoke for it. */
  terms: string[];
}

const isLatin = /^[\p{Script=Latin}' -]+$/u;
// Shorter words begin too many others ("abo" and "above").
const shortestStem = 5;

/**
 * Whether a sentence says a term: as whole words in English, as the beginning of a word in languages whose
 * endings are not known here, and anywhere in scripts without spaces.
 */
export function says(reading: PromptReading, term: string): boolean {
  if (!isLatin.test(term)) return reading.text.toLowerCase().includes(term);
  if (reading.searchText.includes(` ${term} `)) return true;
  const isInflected = !['en', 'und'].includes(reading.language) && term.length >= shortestStem;
  return isInflected && reading.searchText.includes(` ${term}`);
}

/** Whether the sentence has a term only inside the words for its audience. */
function isOnlyAudience(reading: PromptReading, term: string): boolean {
  const audience = reading.audience?.toLowerCase() ?? '';
  if (audience === '' || reading.analogy.includes(` ${term} `)) return false;
  const rest = ` ${reading.text.toLowerCase().replaceAll(audience, ' ')} `;
  const singular = term.split(' ').at(-1) ?? term;
  return !rest.includes(singular);
}

// What sentences say of every block, so that a longer term of one can take its words from another.
const phrases = [
  ...new Set(domainBlocks.flatMap(({ strong }) => strong.filter((term) => term.includes(' ')))),
];

/**
 * The sentence without the phrases that hold a block's term inside a longer one: the "job" of "printing job queue"
 * and the "donation" of "blood donation" name another thing than the words alone.
 */
function withoutLongerTerms(
  reading: PromptReading,
  said: readonly string[],
  term: string,
): PromptReading {
  const longer = said.filter((phrase) => phrase !== term && ` ${phrase} `.includes(` ${term} `));
  if (longer.length === 0) return reading;
  const searchText = longer.reduce(
    (text, phrase) => text.replaceAll(` ${phrase} `, ' · '),
    reading.searchText,
  );
  return { ...reading, searchText };
}

// A second domain joins only when the sentence names it outright: a single supporting word is how
// "invoice reminders for gyms" would become a fitness product.
const strongWeight = 3;
const joins = 3;

/**
 * The domains of a sentence, the best first, at most three. A term of several words counts more than one of
 * a single word, and a term early in the sentence more than a late one, because people name the thing first.
 */
export function chooseBlocks(reading: PromptReading): ChosenBlock[] {
  const lower = reading.searchText;
  const said = phrases.filter((phrase) => says(reading, phrase));
  const scored = domainBlocks.map((block): ChosenBlock => {
    const others = said.filter((phrase) => !block.strong.includes(phrase));
    const saysAlone = (term: string): boolean =>
      says(reading, term) && says(withoutLongerTerms(reading, others, term), term);
    const named = block.strong.filter(saysAlone);
    // "for real estate agents" says who buys, not what the product is about.
    const strong = named.filter((term) => !isOnlyAudience(reading, term));
    const weak = [
      ...named.filter((term) => !strong.includes(term)),
      ...block.weak.filter(saysAlone),
    ];
    const early = strong.map((term) =>
      Math.max(0, 1 - Math.max(0, lower.indexOf(` ${term}`)) / 200),
    );
    const score =
      strong.reduce((sum, term) => sum + strongWeight + term.split(' ').length - 1, 0) +
      weak.length +
      Math.max(0, ...early);
    return { block, score, terms: [...strong, ...weak] };
  });
  const named = scored.filter(({ score }) => score >= joins).sort((a, b) => b.score - a.score);
  return named.slice(0, 3);
}
