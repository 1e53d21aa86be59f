import type { MergedHits } from './merge-hits.js';
import type { PlannedQuery } from './plan-queries.js';

/** As many as the provider that answers to names takes in one search. */
const mostNames = 3;

const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Searches for the products that lists and comparisons mention and that are no candidate yet, the most
 * mentioned first: Wikidata knows the official sites of many.
 * @param limit the largest number of queries
 */
export function planFollowUps(
  { candidates, leads }: MergedHits,
  limit = mostNames,
): PlannedQuery[] {
  const known = new Set(
    candidates.flatMap(({ name, domain }) => [squeeze(name), squeeze(domain.split('.')[0] ?? '')]),
  );
  const sites = new Map<string, { name: string; domains: Set<string> }>();
  for (const { mentions, domain } of leads.filter(({ kind }) => kind !== 'product'))
    for (const name of mentions) {
      const entry = sites.get(squeeze(name)) ?? { name, domains: new Set<string>() };
      entry.domains.add(domain);
      sites.set(squeeze(name), entry);
    }
  return [...sites]
    .filter(([key]) => !known.has(key))
    .toSorted(([, a], [, b]) => b.domains.size - a.domains.size)
    .slice(0, limit)
    .map(([, { name }]) => ({ purpose: 'product_name', text: name, language: 'en' }));
}
