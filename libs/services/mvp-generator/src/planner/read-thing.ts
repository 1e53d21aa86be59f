import { classifyNoun } from './classify-noun.js';
import { containerNouns } from './english-words.js';
import { nounSenses } from './noun-senses.js';
import { singularOf } from './to-identifier.js';

/** How a sentence wants a thing kept: what stands after its noun. */
export type Keeping =
  'list' | 'collection' | 'library' | 'map' | 'board' | 'queue' | 'log' | 'tree' | 'plain';

export interface Thing {
  singular: string;
  keeping: Keeping;
  /** "video approval" is about videos that are approved. */
  wants: 'approval' | 'care' | 'payoff' | null;
  /** What the noun before it names, where that is a thing as well: the kiln of a "kiln firing". */
  of: string | null;
  /** Whether the sentence says that several use it: shared, rented, booked. */
  isShared: boolean;
}

const keepings: [Keeping, RegExp][] = [
  ['list', /^(?:list|checklist|wishlist|roster|backlog)$/u],
  ['library', /^library$/u],
  ['map', /^map$/u],
  ['board', /^(?:board|wall)$/u],
  ['queue', /^queue$/u],
  ['tree', /^tree$/u],
  [
    'log',
    /^(?:log|logbook|diary|journal|tracker|planner|calendar|schedule|history|notebook|sheet)$/u,
  ],
];

const wanted: [NonNullable<Thing['wants']>, RegExp][] = [
  ['approval', /^(?:approval|sign-off|signoff|proofing|review)$/u],
  ['care', /^(?:care|watering|feeding|grooming|upkeep)$/u],
  ['payoff', /^(?:payoff|repayment|pay-off)$/u],
];

// Words for a notice about a thing: the app gives it, nobody keeps it.
const notices = /^(?:reminder|alert|notification|warning|update)$/u;
// What one does outdoors or at a table to get at the thing: "mushroom foraging" is about mushrooms.
const pursuits =
  /^(?:foraging|hunting|spotting|collecting|watching|picking|costing|tracking|planning|management)$/u;
const happens = new Set(['event', 'measure']);
const concrete = new Set(['object', 'animal', 'plant', 'food', 'place', 'material']);
// "garden tool" is a tool; "newsletter tool" is the product.
const worksWithTools = new Set(['place', 'object', 'material', 'plant', 'animal', 'food']);

function keepingOf(word: string): Keeping {
  return keepings.find(([, pattern]) => pattern.test(word))?.[0] ?? 'collection';
}

/** What a noun phrase keeps and how: "sermon archive" keeps sermons in a collection. */
export function readThing(singular: string, isShared: boolean): Thing {
  const words = singular.split(/\s+/u);
  const last = (): string => words.at(-1) ?? '';
  const take = (pattern: RegExp): boolean => {
    if (words.length < 2 || !pattern.test(last())) return false;
    words.pop();
    words.push(singularOf(words.pop() ?? ''));
    return true;
  };
  take(notices);
  if (words.length > 1 && !worksWithTools.has(classifyNoun(words.at(-2) ?? ''))) take(/^tool$/u);
  const container = words.length > 1 && containerNouns.has(last()) ? last() : null;
  const isFamily = container === 'tree' && /^(?:family|ancestor|kin)$/u.test(words.at(-2) ?? '');
  if (container && (container !== 'tree' || isFamily)) take(new RegExp(`^${container}$`, 'u'));
  const wants = wanted.find(([, pattern]) => take(pattern))?.[0] ?? null;
  take(pursuits);
  // An inspection report is what was found at an inspection, not a text of its own.
  if (words.length > 1 && classifyNoun(words.at(-2) ?? '') === 'event') take(/^report$/u);
  const before = words.slice(0, -1).join(' ');
  const isOf =
    before !== '' &&
    happens.has(classifyNoun(last())) &&
    concrete.has(classifyNoun(before)) &&
    // "Hearing aid" is one thing, not an aid of a hearing.
    nounSenses(words.join(' ')).length === 0 &&
    !/\d/u.test(before);
  return {
    singular: words.join(' '),
    keeping: isFamily ? 'tree' : container && container !== 'tree' ? keepingOf(container) : 'plain',
    wants,
    of: isOf ? before : null,
    isShared,
  };
}
