import type { CatalogueIndex } from '../ranking/catalogue-index.js';
import type { Idea } from '../ranking/read-idea.js';
import { classifyHit, type ClassifiedHit } from './classify-hit.js';
import type { SiteKind } from './known-hosts.js';
import { listMentionedProducts } from './mentioned-products.js';
import { createSiteRanking } from './rank-sites.js';
import type { SearchHit } from './search-provider.port.js';

/** A site that may be a competitor's own. */
export interface SiteCandidate {
  domain: string;
  /** Its front page, where its own pages are looked for. */
  url: string;
  /** What its titles call it; the domain where they do not say. */
  name: string;
  /** 0 to 1, two decimals. */
  relevance: number;
  /** Why it is listed, in words. */
  reasons: readonly string[];
  /** Every result that led to it, the best placed first. */
  hits: readonly SearchHit[];
}

/** A page that is no competitor but may name some. */
export interface SearchLead {
  kind: SiteKind;
  domain: string;
  url: string;
  title: string;
  /** Names of products that it mentions, as written. */
  mentions: readonly string[];
  hits: readonly SearchHit[];
}

export interface MergedHits {
  /** The most relevant first. */
  candidates: readonly SiteCandidate[];
  leads: readonly SearchLead[];
}

const byRank = (a: SearchHit, b: SearchHit): number => a.rank - b.rank;
const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What the titles call a site: the part that its domain repeats, as "Slotwise" of "Booking | Slotwise". */
function nameSite(domain: string, hits: readonly SearchHit[]): string {
  const label = squeeze(domain.split('.')[0] ?? domain);
  const parts = hits.flatMap(({ title }) => title.split(/\s+[|–—•·-]\s+|:\s+|\s*\|\s*/u));
  const whole = parts.find((part) => squeeze(part) === label);
  if (whole !== undefined) return whole.trim();
  const words = parts.flatMap((part) => part.split(/\s+/u));
  const word = words.find((one) => squeeze(one) === label || squeeze(one) === squeeze(domain));
  return word?.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') ?? domain;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

/** One result for each provider, query and address. */
function withoutRepeats(hits: readonly SearchHit[]): SearchHit[] {
  return [...new Map(hits.map((hit) => [`${hit.provider} ${hit.query} ${hit.url}`, hit])).values()];
}

function toLead(group: readonly ClassifiedHit[]): SearchLead[] {
  const [first] = group;
  if (!first) return [];
  const hits = group.map(({ hit }) => hit).toSorted(byRank);
  const mentions = hits.flatMap(({ title, snippet }) => [
    ...listMentionedProducts(title),
    ...listMentionedProducts(snippet),
  ]);
  const { kind, domain, hit } = first;
  return [{ kind, domain, url: hit.url, title: hit.title, mentions: [...new Set(mentions)], hits }];
}

/** The front page of the host whose page was placed best, without a path that belongs to a campaign. */
function frontPage(hits: readonly SearchHit[]): string {
  const secure = hits.find(({ url }) => url.startsWith('https:')) ?? hits[0];
  return secure ? `${new URL(secure.url).origin}/` : '';
}

/**
 * Brings the results of all providers together: one entry for each registrable domain, with every result that
 * led to it. Sites of products that have to do with the idea are candidates; all else is kept as a lead.
 */
export function mergeHits(
  hits: readonly SearchHit[],
  idea: Idea,
  index: CatalogueIndex,
): MergedHits {
  const classified = withoutRepeats(hits).flatMap((hit) => classifyHit(hit) ?? []);
  const products = classified.filter(({ kind }) => kind === 'product');
  const rank = createSiteRanking(idea, index);
  const sites = groupBy(products, ({ domain }) => domain).map((group) => {
    const found = group.map(({ hit }) => hit).toSorted(byRank);
    const domain = group[0]?.domain ?? '';
    return { group, domain, url: frontPage(found), name: nameSite(domain, found), hits: found };
  });
  const ranked = sites.map((site) => ({ site, ...rank(site) }));
  const candidates = ranked
    .filter(({ isRelated }) => isRelated)
    .map(({ site: { group: _, ...site }, relevance, reasons }) => ({ ...site, relevance, reasons }))
    .toSorted((a, b) => b.relevance - a.relevance);
  const unrelated = ranked.filter(({ isRelated }) => !isRelated).map(({ site }) => site.group);
  const others = groupBy(
    classified.filter(({ kind }) => kind !== 'product'),
    ({ hit }) => hit.url.replace(/[#?].*$/u, ''),
  );
  return { candidates, leads: [...others, ...unrelated].flatMap(toLead) };
}
