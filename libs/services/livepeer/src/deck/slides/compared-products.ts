import { type Competitor, type DiscoveryResult } from '@hatchr/contracts';

const mostProducts = 5;
const mostFeatures = 6;

/** The competitors that fit the table, most relevant first. */
export function nearestCompetitors(discovery: DiscoveryResult): Competitor[] {
  return [...discovery.competitors]
    .sort((a, b) => b.relevance - a.relevance || (a.id < b.id ? -1 : 1))
    .slice(0, mostProducts);
}

/** Feature rows, those that most of the products are known to have first. */
export function comparedFeatures(
  discovery: DiscoveryResult,
  products: readonly Competitor[],
): { id: string; label: string; known: number }[] {
  const ids = new Set(products.map((product) => product.id));
  return discovery.features
    .map((feature) => ({
      ...feature,
      known: discovery.matrix.filter(
        (row) => ids.has(row.competitorId) && row.cells[feature.id] === 'yes',
      ).length,
    }))
    .sort((a, b) => b.known - a.known)
    .slice(0, mostFeatures);
}
