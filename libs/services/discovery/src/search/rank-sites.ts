import type { CatalogueCategory } from '../catalogue/catalogue-entry.js';
import type { CatalogueIndex } from '../ranking/catalogue-index.js';
import { cutWords, phraseKey, type Word } from '../ranking/cut-words.js';
import { matchCategories } from '../ranking/match-categories.js';
import type { Idea, IdeaWord } from '../ranking/read-idea.js';
import { listNamedProducts } from './plan-queries.js';
import { searchProviderLabels, type SearchHit } from './search-provider.port.js';

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
const maximumGap = 2;
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
    stems.slice(i + 1, i + 1 + maximumGap).forEach((second, offset) => {
      keys.add(phraseKey([first, second]));
      const after = i + 2 + offset;
      for (const third of stems.slice(after, after + maximumGap))
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
  const names = [...new Set(hits.map(({ provider }) => searchProviderLabels[provider]))];
  const times = queries === 1 ? 'one search' : `${queries} searches`;
  return `Found in ${times} with ${names.join(', ')}`;
}

const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The idea, prepared once for all sites. */
interface Aim {
  fields: readonly CatalogueCategory[];
  audience: readonly Word[];
  deciding: readonly IdeaWord[];
  /** Names that the sentence compares itself with, in small letters and digits. */
  named: ReadonlySet<string>;
}

/** What a site and the idea have in common. */
interface Common {
  field: CatalogueCategory | undefined;
  /** Deciding words of the idea that stand on the site, as the founder wrote them. */
  matched: readonly string[];
  served: readonly string[];
  isNamed: boolean;
}

function prepare(idea: Idea, index: CatalogueIndex): Aim {
  const audience = idea.audience.filter(({ kind }) => kind === 'content');
  return {
    fields: matchCategories(idea, index).map(({ category }) => category),
    audience,
    deciding: listDeciding(idea, new Set(audience.map(({ stem }) => stem))),
    named: new Set(listNamedProducts(idea, index).map(squeeze)),
  };
}

function compare(aim: Aim, { domain, hits }: Site, index: CatalogueIndex): Common {
  const text = hits.map(({ title, snippet }) => `${title}. ${snippet}`).join('. ');
  const spoken = cutWords(text.slice(0, maximumText)).filter(({ kind }) => kind !== 'stop');
  const stems = new Set(spoken.map(({ stem }) => stem));
  const keys = [...listPhraseKeys(spoken.map(({ stem }) => stem))];
  const onSite = (words: readonly Word[]): string[] =>
    words.filter(({ stem }) => stems.has(stem)).map(({ written }) => written);
  return {
    // A name of the field ("appointment scheduling" for booking) counts as the idea's own word would.
    field: aim.fields.find(({ id }) => keys.some((key) => index.keys.get(key)?.get(id) === 'term')),
    matched: onSite(aim.deciding),
    served: onSite(aim.audience),
    isNamed: aim.named.has(squeeze(domain.split('.')[0] ?? '')),
  };
}

function explain(
  { field, matched, served, isNamed }: Common,
  hits: readonly SearchHit[],
): string[] {
  const noun = matched.length === 1 ? 'word' : 'words';
  return [
    ...(isNamed ? ['You named it'] : []),
    ...(field ? [`Both are about ${field.topic}`] : []),
    ...(served.length > 0 ? [`Speaks of ${served.join(' ')}`] : []),
    ...(matched.length > 0 ? [`Matches the ${noun} ${quote(matched.slice(0, 4))}`] : []),
    describeProviders(hits),
  ];
}

/** Prepares the comparison of sites with one idea, by what titles and snippets of results say. */
export function createSiteRanking(idea: Idea, index: CatalogueIndex): (site: Site) => RankedSite {
  const aim = prepare(idea, index);
  return (site) => {
    const common = compare(aim, site, index);
    const { field, matched, served, isNamed } = common;
    const words = aim.deciding.length === 0 ? 0 : matched.length / aim.deciding.length;
    // An idea outside the catalogue has no field, and its words alone say what it is.
    const closeness = aim.fields.length === 0 ? words : Number(field !== undefined);
    const score =
      shares.field * closeness +
      shares.words * words +
      (served.length > 0 ? shares.audience : 0) +
      shares.placing * placing(site.hits) +
      (isNamed ? namedBonus : 0);
    return {
      relevance: Math.round(Math.min(1, score) * 100) / 100,
      reasons: explain(common, site.hits),
      isRelated: isNamed || field !== undefined || words >= leastWords,
    };
  };
}
