import type { DomainBlock } from './blocks/block.js';
import { domainBlocks } from './blocks/index.js';
import { namesOrganisation, namesPeople } from './english-words.js';
import { meansOtherwise, withoutOtherMeanings } from './other-meanings.js';
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
 * Whether a text says a term: as whole words in English, as the beginning of a word in languages whose
 * endings are not known here, and anywhere in scripts without spaces.
 */
function saysIn(text: string, reading: PromptReading, term: string): boolean {
  if (!isLatin.test(term)) return reading.text.toLowerCase().includes(term);
  if (text.includes(` ${term} `)) return true;
  const isInflected = !['en', 'und'].includes(reading.language) && term.length >= shortestStem;
  return isInflected && text.includes(` ${term}`);
}

/** Whether a sentence has a term only inside the words for its audience or the place of its use. */
function isOnlySetting(reading: PromptReading, term: string): boolean {
  // "Call for papers" holds its own "for".
  if (reading.analogy !== '  ' || term.includes(' for ')) return false;
  const words = `${reading.audience?.toLowerCase() ?? ''} ${reading.hasSubject ? reading.setting : ''}`;
  if (words.trim() === '') return false;
  const rest = reading.hasSubject
    ? ` ${reading.subjectText} `
    : ` ${reading.text.toLowerCase().replaceAll(reading.audience?.toLowerCase() ?? '', ' ')} `;
  return !rest.includes(term) && words.includes(term.split(' ').at(-1) ?? term);
}

// What an organisation keeps: after its name, the name only says whose ("food bank stock" is about stock).
const keptByPlaces = ['stock', 'inventory', 'rota', 'shift', 'invoice', 'maintenance', 'cleaning'];

const isOwnerOf = (text: string, term: string, block: DomainBlock): boolean =>
  term.includes(' ') &&
  namesOrganisation(term) &&
  keptByPlaces.some(
    (kept) =>
      text.includes(` ${term} ${kept} `) && ![...block.strong, ...block.weak].includes(kept),
  );

// A second domain joins only when the sentence names it outright: a single supporting word is how
// "invoice reminders for gyms" would become a fitness product.
const strongWeight = 3;
const joins = 3;
// Three domains in one sentence are rare; a third needs two words of its own.
const surelyMeant = 4.5;

// What sentences say of every block, so that a longer term of one can take its words from another.
const longTerms = [
  ...new Set(domainBlocks.flatMap(({ strong }) => strong.filter((term) => term.includes(' ')))),
];

/** The text without the terms of other domains that hold this one inside: the "job" of "job site" is no vacancy. */
function withoutLongerTerms(text: string, said: readonly string[], term: string): string {
  return said
    .filter((longer) => longer !== term && ` ${longer} `.includes(` ${term} `))
    .reduce((rest, longer) => rest.replaceAll(` ${longer} `, ' · '), text);
}

function scoreOf(
  block: DomainBlock,
  reading: PromptReading,
  plain: string,
  longSaid: readonly string[],
): ChosenBlock & { strong: string[] } {
  const others = longSaid.filter((term) => !block.strong.includes(term));
  const says = (term: string): boolean =>
    term.includes(' ')
      ? saysIn(reading.searchText, reading, term)
      : saysIn(withoutLongerTerms(plain, others, term), reading, term);
  const named = block.strong.filter(
    (term) => says(term) && !meansOtherwise(block.id, term, reading.text),
  );
  // "for real estate agents" says who buys, not what the product is about.
  const strong = named.filter(
    (term) => !isOnlySetting(reading, term) && !isOwnerOf(reading.searchText, term, block),
  );
  const weak = [...named.filter((term) => !strong.includes(term)), ...block.weak.filter(says)];
  const early = strong.map((term) =>
    Math.max(0, 1 - Math.max(0, reading.searchText.indexOf(` ${term}`)) / 200),
  );
  const score =
    strong.reduce((sum, term) => sum + strongWeight + term.split(' ').length - 1, 0) +
    weak.length +
    Math.max(0, ...early);
  return { block, score, strong, terms: [...strong, ...weak] };
}

const wordsIn = (terms: readonly string[]): Set<string> =>
  new Set(terms.flatMap((term) => term.split(' ')));

// What a thing is kept in: "training diary" is about training, and the diary is how it is shown.
const containers =
  /^(?:journal|diary|log|logbook|register|list|notebook|book|tracker|calendar|board|schedule|planner|inventory|catalogue|catalog|collection|record|rota|ticket|schedule|directory)$/u;

/** Whether a domain says something that those before it do not say already. */
function addsMeaning(
  { strong, block }: ChosenBlock & { strong: string[] },
  before: readonly ChosenBlock[],
  searchText: string,
): boolean {
  const covered = wordsIn([
    ...before.flatMap(({ terms }) => terms),
    ...before.flatMap(({ block: other }) => other.entities.flatMap(({ aliases = [] }) => aliases)),
    ...before.flatMap(({ block: other }) => other.strong),
  ]);
  return strong.some((term) => {
    const words = term.split(' ');
    if (before.some(({ block: other }) => other.id === block.id)) return false;
    // Who takes part is no second domain.
    if (words.length === 1 && namesPeople(term)) return false;
    if (words.every((word, at) => covered.has(word) || (at > 0 && containers.test(word))))
      return false;
    const isContainer = words.length === 1 && containers.test(term);
    return !(isContainer && [...covered].some((word) => searchText.includes(` ${word} ${term} `)));
  });
}

// German, Dutch and the languages of the north write one word for two: "Werkzeugverleih" is a "Verleih".
const compounding = new Set(['de', 'nl', 'sv', 'da', 'no']);

const shortTerms = new Set(domainBlocks.flatMap(({ strong }) => strong));

/** The words of a sentence with the known words that its compounds end with. */
function withCompoundTails({ searchText, language }: PromptReading): string {
  if (!compounding.has(language)) return searchText;
  const tails = searchText
    .split(' ')
    .flatMap((word) =>
      Array.from({ length: Math.max(0, word.length - 2 - shortestStem) }, (_, at) =>
        word.slice(at + 3),
      ).filter((tail) => shortTerms.has(tail)),
    );
  return `${searchText}${tails.join(' ')} `;
}

/**
 * The domains of a sentence, the best first, at most three. A term of several words counts more than one of
 * a single word, and a term early in the sentence more than a late one, because people name the thing first.
 * A further domain joins only with a word of its own.
 */
export function chooseBlocks(reading: PromptReading): ChosenBlock[] {
  const chosen = chooseFor(reading);
  const isForeign = reading.language !== 'en' && reading.language !== 'und';
  // Where the grammar is not known here, those whom it is for may be all that says what it is about.
  if (chosen.length > 0) return chosen;
  if (isForeign) {
    const whole = { ...reading, audience: null, hasSubject: false };
    const byWords = chooseFor({ ...whole, searchText: withCompoundTails(reading) });
    return byWords.length > 0 ? byWords : chooseFor({ ...whole, searchText: reading.meanings });
  }
  // Where the thing itself names no domain ("ticketing"), the place of its use may ("for escape rooms").
  const byPlace = chooseFor({ ...reading, hasSubject: false });
  return byPlace.length > 0 ? byPlace : soleDomain(reading);
}

function chooseFor(reading: PromptReading): ChosenBlock[] {
  const plain = withoutOtherMeanings(reading.searchText);
  const longSaid = longTerms.filter((term) => saysIn(reading.searchText, reading, term));
  const named = domainBlocks
    .map((block) => scoreOf(block, reading, plain, longSaid))
    .filter(({ score }) => score >= joins)
    .sort((a, b) => b.score - a.score);
  // Of two domains the one that knows every word of the other and more is meant.
  const widest = named.filter(
    ({ terms, block }) =>
      !named.some(
        (other) =>
          other.block !== block &&
          other.terms.length > terms.length &&
          terms.every((term) => other.terms.includes(term)),
      ),
  );
  return widest.reduce<ChosenBlock[]>((chosen, next) => {
    if (chosen.length >= 3 || (chosen.length === 2 && next.score < surelyMeant)) return chosen;
    const isFirst = chosen.length === 0;
    if (!isFirst && !addsMeaning(next, chosen, reading.searchText)) return chosen;
    return [...chosen, { block: next.block, score: next.score, terms: next.terms }];
  }, []);
}

/** The domain of a sentence that is nothing but one thing ("Notes"): a word that else only supports names it then. */
function soleDomain(reading: PromptReading): ChosenBlock[] {
  const [phrase] = reading.phrases;
  const said = reading.text.toLowerCase().replace(/^(?:an?|my|our|the)\s+|[.!?]+$/gu, '');
  if (phrase?.text.toLowerCase() !== said) return [];
  const word = phrase.singular;
  const block = domainBlocks.find(
    ({ weak, entities }) =>
      weak.includes(word) && entities.some(({ label }) => label.toLowerCase() === word),
  );
  return block ? [{ block, score: 1, terms: [word] }] : [];
}
