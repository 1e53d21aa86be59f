import type { Competitor, DiscoveryResult, Evidence, ProviderReport } from '@hatchr/contracts';
import {
  escapeMarkdown,
  linkTo,
  markdownDocument,
  markdownTable,
  textOrUnknown,
} from './escape-markdown.js';
import { describePrice } from './describe-price.js';
import { numberEvidence, type EvidenceNumbers } from './number-evidence.js';

const sourceWords: Record<Evidence['source'], string> = {
  catalogue: 'bundled catalogue',
  page: 'page that was read',
  api: 'search service',
};

/**
 * `docs/competitors.md`: who else does this, what they are known to do, and what none is known to do. Each
 * statement carries the numbers of its sources, which are listed with address and date at the end. What is not
 * known is written `unknown`.
 */
export function renderCompetitors(name: string, discovery: DiscoveryResult): string {
  const numbers = numberEvidence(discovery.evidence);
  return markdownDocument([
    `# Competitors of ${escapeMarkdown(name)}`,
    escapeMarkdown(discovery.statement),
    howItWasFound(discovery),
    ...(discovery.competitors.length === 0 ? [noneKnown] : competitorBlocks(discovery, numbers)),
    '## Gaps',
    statementList(discovery.gaps, numbers, 'No gap is known.'),
    ...angleBlocks(discovery, numbers),
    ...leadBlocks(discovery),
    '## Sources',
    sourceTable(discovery),
  ]);
}

const noneKnown =
  'No competitor is known that is close enough to be listed. That is a limit of what was searched, not a proof ' +
  'that there is none: search again before you rely on it.';

function howItWasFound(discovery: DiscoveryResult): string {
  const { servedBy, queries, categories } = discovery;
  const list = (items: string[]): string => items.map(escapeMarkdown).join('; ') || 'none';
  const providers = (discovery.providers ?? []).map(describeProvider);
  return [
    `- Found by: ${escapeMarkdown(servedBy.provider)} (${servedBy.mode}). ${escapeMarkdown(servedBy.reason)}`,
    `- Searched for: ${list(queries)}`,
    `- Categories: ${list(categories)}`,
    ...providers,
  ].join('\n');
}

function competitorBlocks(discovery: DiscoveryResult, numbers: EvidenceNumbers): string[] {
  return [
    '## Who they are',
    overviewTable(discovery.competitors, numbers),
    '## Why they are listed',
    ...discovery.competitors.map(reasonsOf),
    '## What they are known to do',
    '`unknown` means that no source says either way; it is not a `no`.',
    featureMatrix(discovery),
    ...priceBlocks(discovery, numbers),
    ...positionBlocks(discovery, numbers),
  ];
}

function overviewTable(competitors: Competitor[], numbers: EvidenceNumbers): string {
  return markdownTable(
    ['Name', 'Address', 'What it is', 'For whom', 'Category', 'Pricing', 'Nearness', 'Sources'],
    competitors.map((competitor) => [
      escapeMarkdown(competitor.name),
      linkTo(competitor.url),
      textOrUnknown(competitor.summary),
      textOrUnknown(competitor.audience),
      textOrUnknown(competitor.category),
      textOrUnknown(competitor.pricingModel?.replaceAll('_', ' ') ?? null),
      `${Math.round(competitor.relevance * 100)} %`,
      numbers.cite(competitor.evidenceIds),
    ]),
  );
}

function reasonsOf(competitor: Competitor): string {
  const reasons = competitor.reasons.map((reason) => `- ${escapeMarkdown(reason)}`);
  return [
    `### ${escapeMarkdown(competitor.name)}`,
    reasons.join('\n') || 'No reason was recorded.',
  ].join('\n\n');
}

function featureMatrix({ competitors, features, matrix }: DiscoveryResult): string {
  if (features.length === 0) return 'No feature was compared.';
  const cells = new Map(matrix.map((row) => [row.competitorId, row.cells]));
  return markdownTable(
    ['Feature', ...competitors.map((competitor) => escapeMarkdown(competitor.name))],
    features.map((feature) => [
      escapeMarkdown(feature.label),
      ...competitors.map((competitor) => cells.get(competitor.id)?.[feature.id] ?? 'unknown'),
    ]),
  );
}

function statementList(
  items: readonly { statement: string; evidenceIds: string[] }[],
  numbers: EvidenceNumbers,
  none: string,
): string {
  return (
    items
      .map((item) => `- ${escapeMarkdown(item.statement)} (${numbers.cite(item.evidenceIds)})`)
      .join('\n') || none
  );
}

function describeProvider({ provider, outcome, hits, reason }: ProviderReport): string {
  const count = outcome === 'answered' ? ` with ${hits} ${hits === 1 ? 'result' : 'results'}` : '';
  const why = reason === null ? '' : `: ${escapeMarkdown(reason)}`;
  return `- ${escapeMarkdown(provider)} ${outcome}${count}${why}`;
}

function priceBlocks(
  { prices = [], competitors }: DiscoveryResult,
  numbers: EvidenceNumbers,
): string[] {
  if (prices.length === 0) return [];
  const rows = competitors.flatMap(({ id, name }) =>
    prices
      .filter(({ competitorId }) => competitorId === id)
      .map((plan) => [
        escapeMarkdown(name),
        escapeMarkdown(describePrice(plan)),
        numbers.cite([plan.evidenceId]),
      ]),
  );
  return ['## What they cost', markdownTable(['Name', 'Plan', 'Sources'], rows)];
}

function positionBlocks(
  { positioning, competitors }: DiscoveryResult,
  numbers: EvidenceNumbers,
): string[] {
  if (!positioning) return [];
  const names = new Map(competitors.map(({ id, name }) => [id, name]));
  const { x, y, points, openAreas } = positioning;
  const rows = points.map((point) => [
    textOrUnknown(names.get(point.competitorId) ?? null),
    escapeMarkdown(point.xValue),
    escapeMarkdown(point.yValue),
    numbers.cite(point.evidenceIds),
  ]);
  return [
    '## Where they stand',
    markdownTable(['Name', escapeMarkdown(x.label), escapeMarkdown(y.label), 'Sources'], rows),
    openAreas.map(({ statement }) => `- ${escapeMarkdown(statement)}`).join('\n'),
  ];
}

function angleBlocks({ angles = [] }: DiscoveryResult, numbers: EvidenceNumbers): string[] {
  if (angles.length === 0) return [];
  return ['## Ways to be different', statementList(angles, numbers, '')];
}

function leadBlocks({ leads = [] }: DiscoveryResult): string[] {
  if (leads.length === 0) return [];
  const rows = leads.map((lead) => `- ${escapeMarkdown(lead.title)}: ${linkTo(lead.url)}`);
  return ['## Worth reading', 'These came up and are no competitors.', rows.join('\n')];
}

function sourceTable({ evidence, competitors }: DiscoveryResult): string {
  if (evidence.length === 0) return 'No source was recorded.';
  const names = new Map(competitors.map((competitor) => [competitor.id, competitor.name]));
  return markdownTable(
    ['No.', 'About', 'Statement', 'Words of the source', 'Address', 'Date', 'Kind', 'Confidence'],
    evidence.map((item, index) => [
      `E${index + 1}`,
      textOrUnknown(names.get(item.competitorId) ?? null),
      escapeMarkdown(item.claim),
      item.snippet === null ? 'none kept' : escapeMarkdown(item.snippet),
      linkTo(item.url),
      textOrUnknown(item.asOf),
      sourceWords[item.source],
      `${Math.round(item.confidence * 100)} %`,
    ]),
  );
}
