import type { CatalogueIndex } from '../ranking/catalogue-index.js';
import { cutWords, phraseKey } from '../ranking/cut-words.js';
import { matchCategories } from '../ranking/match-categories.js';
import type { Idea, IdeaWord } from '../ranking/read-idea.js';
import { listNamedProducts } from './plan-queries.js';
import type { SearchHit } from './search-provider.port.js';

export interface RankedSite {
  /** 0 to 1, two decimals. */
  relevance: number;
  reasons: readonly string[];
  /** Whether its words have to do with the idea at all. */
  isRelated: boolean;
}

interface Site {
  domain: string;
  hits: readonly SearchHit[];
}

/** What it says decides most; the engines' order and agreement decide between sites that say the same. */
const shares = { field: 0.35, words: 0.3, audience: 0.15, placing: 0.2 };
const namedBonus = 0.25;
/** Reciprocal rank fusion (Cormack 2009): 60 keeps one first place from outweighing several good ones. */
const fusion = 60;
/** As many results as that on good places are as much as agreement can say. */
const fullAgreement = 4;
/** A founder's first words name it; from then on detail follows that no title repeats. */
const decidingWords = 6;
/** The first results of a site say what it is; the rest repeats it. */
const maximumText = 1500;
/** Words of a phrase may be apart by one other word. */
const nearness = 2;
/** Without a common field, half of the deciding words must stand on a site: one alone is chance. */
const leastWords = 0.5;

function placing(hits: readonly SearchHit[]): number {
  const sum = hits.reduce((total, { rank }) => total + 1 / (fusion + rank), 0);
  return Math.min(1, (sum * (fusion + 1)) / fullAgreement);
}

/** The words that name the idea, the same word once. */
function listDeciding(idea: Idea, audience: ReadonlySet<string>): IdeaWord[] {
  const content = idea.words.filter(
    ({ kind, weight, stem }) => kind === 'content' && weight === 1 && !audience.has(stem),
  );
  return [...new Map(content.map((word) => [word.stem, word])).values()].slice(0, decidingWords);
}

/** Keys of all words, and of pairs and triples of words that stand close together. */
function listPhraseKeys(stems: readonly string[]): Set<string> {
  const keys = new Set<string>();
  stems.forEach((first, i) => {
    keys.add(first);
    stems.slice(i + 1, i + 1 + nearness).forEach((second, offset) => {
      keys.add(phraseKey([first, second]));
      const after = i + 2 + offset;
      for (const third of stems.slice(after, after + nearness))
        keys.add(phraseKey([first, second, third]));
    });
  });
  return keys;
}

function quote(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}

function describeProviders(hits: readonly SearchHit[]): string {
  const queries = new Set(hits.map(({ query }) => query)).size;
  const names = [...new Set(hits.map(({ provider }) => provider))];
  const times = queries === 1 ? 'one search' : `${queries} searches`;
  return `Found in ${times} with ${names.join(', ')}`;
}

/** Prepares the comparison of sites with one idea, by what titles and snippets of results say. */
export function createSiteRanking(idea: Idea, index: CatalogueIndex): (site: Site) => RankedSite {
  const fields = matchCategories(idea, index).map(({ category }) => category);
  const audience = new Set(
    idea.audience.filter(({ kind }) => kind === 'content').map(({ stem }) => stem),
  );
  const deciding = listDeciding(idea, audience);
  const named = new Set(
    listNamedProducts(idea, index).map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')),
  );
  return ({ domain, hits }) => {
    const text = hits
      .map(({ title, snippet }) => `${title}. ${snippet}`)
      .join('. ')
      .slice(0, maximumText);
    const spoken = cutWords(text).filter(({ kind }) => kind !== 'stop');
    const stems = new Set(spoken.map(({ stem }) => stem));
    const keys = [...listPhraseKeys(spoken.map(({ stem }) => stem))];
    // A name of the field ("appointment scheduling" for booking) counts as the idea's own word would.
    const field = fields.find(({ id }) =>
      keys.some((key) => index.keys.get(key)?.get(id) === 'term'),
    );
    const matched = deciding.filter(({ stem }) => stems.has(stem)).map(({ written }) => written);
    const words = deciding.length === 0 ? 0 : matched.length / deciding.length;
    const served = idea.audience.filter(({ stem }) => audience.has(stem) && stems.has(stem));
    const isNamed = named.has((domain.split('.')[0] ?? '').replace(/[^\p{L}\p{N}]/gu, ''));
    const score =
      // An idea outside the catalogue has no field, and its words alone say what it is.
      (fields.length === 0 ? shares.field * words : field ? shares.field : 0) +
      shares.words * words +
      (served.length > 0 ? shares.audience : 0) +
      shares.placing * placing(hits) +
      (isNamed ? namedBonus : 0);
    const reasons = [
      ...(isNamed ? ['You named it'] : []),
      ...(field ? [`Both are about ${field.topic}`] : []),
      ...(served.length > 0 ? [`Speaks of ${served.map(({ written }) => written).join(' ')}`] : []),
      ...(matched.length > 0
        ? [`Matches the ${matched.length === 1 ? 'word' : 'words'} ${quote(matched.slice(0, 4))}`]
        : []),
      describeProviders(hits),
    ];
    return {
      relevance: Math.round(Math.min(1, score) * 100) / 100,
      reasons,
      isRelated: isNamed || field !== undefined || words >= leastWords,
    };
  };
}
