import { stringify } from 'csv-stringify/sync';
import type { Competitor, DiscoveryResult } from '@hatchr/contracts';
import { describePrice } from './describe-price.js';

/**
 * `docs/competitors.csv`: the comparison for a spreadsheet, a row each competitor and a column each feature. Empty:
 * not known. Texts that a spreadsheet would run as a formula are defused, since they come from strangers' pages.
 */
export function renderCompetitorsCsv(discovery: DiscoveryResult): string {
  const { competitors, features, matrix, evidence } = discovery;
  const cells = new Map(matrix.map((row) => [row.competitorId, row.cells]));
  const urls = new Map(evidence.map(({ id, url }) => [id, url]));
  const rows = competitors.map((competitor) => [
    competitor.name,
    competitor.url,
    competitor.summary,
    competitor.audience,
    competitor.category,
    competitor.pricingModel?.replaceAll('_', ' '),
    pricesOf(competitor, discovery),
    competitor.relevance,
    ...features.map(({ id }) => cells.get(competitor.id)?.[id] ?? 'unknown'),
    [...new Set(competitor.evidenceIds.flatMap((id) => urls.get(id) ?? []))].join(' '),
  ]);
  const header = [
    ...['Name', 'Address', 'What it is', 'For whom', 'Category', 'Pricing', 'Plans', 'Nearness'],
    ...features.map(({ label }) => label),
    'Sources',
  ];
  return stringify([header, ...rows], { escape_formulas: true, record_delimiter: 'windows' });
}

function pricesOf({ id }: Competitor, { prices = [] }: DiscoveryResult): string {
  return prices
    .filter(({ competitorId }) => competitorId === id)
    .map(describePrice)
    .join('; ');
}
