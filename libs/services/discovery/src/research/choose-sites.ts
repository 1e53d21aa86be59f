import type { FoundCompetitor } from '../sources/competitor-source.port.js';
import type { SiteCandidate } from '../search/merge-hits.js';
import type { SiteReport } from './site-reader.js';

/** A site that is worth reading: known to the catalogue, found by the search, or both. */
export interface ChosenSite {
  domain: string;
  url: string;
  name: string;
  /** 0 to 1. */
  relevance: number;
  reasons: readonly string[];
  known: FoundCompetitor | null;
  candidate: SiteCandidate | null;
}

const onceEach = (texts: readonly string[]): string[] => [...new Set(texts)];

/**
 * The sites that are nearest to the idea, one for each domain, the nearest first. A product that both sources name
 * keeps the better of the two relevances and the reasons of both.
 */
export function chooseSites(
  known: readonly FoundCompetitor[],
  candidates: readonly SiteCandidate[],
  limit: number,
): ChosenSite[] {
  const found = new Map(candidates.map((candidate) => [candidate.domain, candidate]));
  const both = known.map((product): ChosenSite => {
    const { competitor } = product;
    const candidate = found.get(competitor.domain) ?? null;
    found.delete(competitor.domain);
    return {
      domain: competitor.domain,
      url: competitor.url,
      name: competitor.name,
      relevance: Math.max(competitor.relevance, candidate?.relevance ?? 0),
      reasons: onceEach([...competitor.reasons, ...(candidate?.reasons ?? [])]),
      known: product,
      candidate,
    };
  });
  const only = [...found.values()].map((candidate): ChosenSite => ({
    ...{ domain: candidate.domain, url: candidate.url, name: candidate.name, known: null },
    ...{ relevance: candidate.relevance, reasons: candidate.reasons, candidate },
  }));
  return [...both, ...only].toSorted((a, b) => b.relevance - a.relevance).slice(0, limit);
}

/**
 * The chosen sites as they were found when read: one that redirects to another chosen site is that product under an
 * old name and goes; one that has moved elsewhere is listed under its new domain. What the catalogue knows by name
 * stays, since one company's domain may carry several products.
 */
export function followMoves(
  chosen: readonly ChosenSite[],
  reports: ReadonlyMap<string, Pick<SiteReport, 'domain' | 'url'>>,
): ChosenSite[] {
  const taken = new Set(chosen.map(({ domain }) => domain));
  return chosen.flatMap((site) => {
    const report = reports.get(site.domain);
    if (!report || report.domain === site.domain || site.known) return [site];
    if (taken.has(report.domain)) return [];
    taken.add(report.domain);
    return [{ ...site, domain: report.domain, url: `${new URL(report.url).origin}/` }];
  });
}
