import type { Competitor, Evidence } from '@hatchr/contracts';
import { hashSnippet } from '../analysis/collect-evidence.js';
import type { NormalisedFeatures } from '../analysis/normalise-features.js';
import { cutWords } from '../ranking/cut-words.js';
import type { FoundCompetitor } from '../sources/competitor-source.port.js';
import type { ChosenSite } from './choose-sites.js';
import { readPricingModel, type DescribedSite } from './describe-site.js';

/** What a result of a search says of a site, in its own words: little, and of a stranger. */
const snippetConfidence = 0.4;

/** An id that is safe in other ids and says who it is: the domain with hyphens. */
export const competitorIdOf = ({ known, domain }: ChosenSite): string =>
  known?.competitor.id ?? domain.replaceAll('.', '-');

/** The row for what a search service says of a site whose pages do not say it. */
export function describeBySearch(id: string, { candidate, name }: ChosenSite): Evidence | null {
  const hit = candidate?.hits.find(({ snippet }) => snippet.trim() !== '');
  if (!hit) return null;
  const snippet = hit.snippet.trim().slice(0, 280);
  return {
    ...{ id: `${id}.search.summary`, competitorId: id, kind: 'summary', source: 'api' },
    ...{ claim: `What a search result says of ${name}`, url: hit.url, asOf: hit.fetchedAt },
    ...{ snippet, snippetHash: hashSnippet(snippet), confidence: snippetConfidence },
  };
}

/**
 * One competitor from all that is known of it. What its own pages say today stands before what the catalogue knew.
 * @returns null where nothing says what the product does
 */
export function buildCompetitor(
  site: ChosenSite,
  described: DescribedSite | null,
  features: NormalisedFeatures,
  /** The field of the idea, for a product that no catalogue has sorted. */
  field: string,
): FoundCompetitor | null {
  const { known } = site;
  const id = competitorIdOf(site);
  const said = described?.summary || known ? null : describeBySearch(id, site);
  const summary = described?.summary ?? known?.competitor.summary ?? said?.snippet ?? null;
  if (summary === null) return null;
  const evidence = [
    ...(known?.evidence ?? []),
    ...(described?.evidence ?? []),
    ...(said ? [said] : []),
  ];
  const read = features.byCompetitor.get(id);
  const has = new Set([...(known?.has ?? []), ...(read?.has ?? [])]);
  for (const missing of read?.lacks ?? []) has.delete(missing);
  const lacks = new Set(
    [...(known?.lacks ?? []), ...(read?.lacks ?? [])].filter((one) => !has.has(one)),
  );
  const competitor: Competitor = {
    id,
    name: known?.competitor.name ?? described?.name ?? site.name,
    url: site.url,
    domain: site.domain,
    summary,
    audience: described?.audience ?? known?.competitor.audience ?? null,
    category: known?.competitor.category ?? field,
    featureIds: [...has],
    pricingModel:
      (described && readPricingModel(described.plans)) ?? known?.competitor.pricingModel ?? null,
    relevance: site.relevance,
    reasons: [...site.reasons],
    evidenceIds: evidence.map((row) => row.id),
    ...(described
      ? {
          plans: described.plans,
          integrations: described.integrations,
          technologies: described.technologies,
        }
      : {}),
  };
  const text = [
    competitor.name,
    summary,
    competitor.audience ?? '',
    ...(described?.features ?? []).map((one) => one.text),
  ];
  const stems = new Set([
    ...(known?.stems ?? []),
    ...cutWords(text.join('. ')).map(({ stem }) => stem),
  ]);
  return { competitor, has, lacks, stems, evidence, sources: sourcesOf(described, read?.words) };
}

/** The row behind each feature that the site's own pages state. */
function sourcesOf(
  described: DescribedSite | null,
  words: ReadonlyMap<string, string> | undefined,
): ReadonlyMap<string, string> {
  const rows = new Map(
    [...(described?.lacks ?? []), ...(described?.features ?? [])].map((one) => [
      one.text,
      one.evidenceId,
    ]),
  );
  return new Map(
    [...(words ?? [])].flatMap(([featureId, text]) => {
      const row = rows.get(text);
      return row === undefined ? [] : [[featureId, row] as const];
    }),
  );
}
