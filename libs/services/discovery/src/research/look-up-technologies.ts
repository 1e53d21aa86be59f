import type { Evidence, ProviderReport, StepContext } from '@hatchr/contracts';
import { assertNotCancelled } from '../assert-not-cancelled.js';
import { hashSnippet } from '../analysis/collect-evidence.js';
import { NetworkError } from '../network/index.js';
import type { FoundCompetitor } from '../sources/competitor-source.port.js';
import type { BuiltWithClient, BuiltWithProfile } from '../technology/builtwith.adapter.js';

const label = 'BuiltWith';
/** The service has looked at the live site as our own fingerprints do, with more rules. */
const confidence = 0.85;
const maximumTechnologies = 25;

export interface Enriched {
  found: readonly FoundCompetitor[];
  /** Empty where nobody was asked. */
  reports: readonly ProviderReport[];
}

/**
 * What BuiltWith adds to the technologies that the sites' own pages show. Its failure leaves all as it was.
 * @param deadline when it must have answered
 */
export async function lookUpTechnologies(
  client: BuiltWithClient | null,
  found: readonly FoundCompetitor[],
  deadline: AbortSignal,
  context: StepContext,
): Promise<Enriched> {
  if (client === null || found.length === 0) return { found, reports: [] };
  const domains = found.map(({ competitor }) => competitor.domain);
  const startedAt = performance.now();
  const report = (outcome: ProviderReport['outcome'], hits: number, reason: string | null) => {
    const durationMs = Math.round(performance.now() - startedAt);
    context.log(
      reason === null ? 'info' : 'warn',
      reason ?? `${label}: knows ${hits} of the sites.`,
    );
    return [{ provider: label, outcome, hits, durationMs, reason, sent: domains }];
  };
  try {
    const profiles = await client.lookUp(domains, AbortSignal.any([context.signal, deadline]));
    const byDomain = new Map(profiles.map((profile) => [profile.domain, profile]));
    return {
      found: found.map((one) => addProfile(one, byDomain.get(one.competitor.domain))),
      reports: report(profiles.length > 0 ? 'answered' : 'empty', profiles.length, null),
    };
  } catch (error) {
    assertNotCancelled(context.signal);
    if (!(error instanceof NetworkError)) throw error;
    const reason = deadline.aborted
      ? `${label} had not answered when the time of the research was up.`
      : error.message;
    return { found, reports: report('failed', 0, reason) };
  }
}

function addProfile(one: FoundCompetitor, profile: BuiltWithProfile | undefined): FoundCompetitor {
  const seen = new Set(one.competitor.technologies?.map(({ name }) => name.toLowerCase()));
  const added = (profile?.technologies ?? [])
    .filter(({ name }) => !seen.has(name.toLowerCase()))
    .slice(0, maximumTechnologies);
  if (!profile || added.length === 0) return one;
  const { id, name } = one.competitor;
  const snippet = added.map((technology) => technology.name).join(', ');
  const row: Evidence = {
    ...{ id: `${id}.builtwith.technology`, competitorId: id, kind: 'technology', source: 'api' },
    ...{ claim: `What BuiltWith has seen on the site of ${name}`, url: profile.url },
    ...{ asOf: profile.fetchedAt, snippet, snippetHash: hashSnippet(snippet), confidence },
  };
  const technologies = added.map((technology) => ({
    ...{ name: technology.name, category: technology.tag || 'other' },
    ...{ confidence, evidenceId: row.id },
  }));
  return {
    ...one,
    evidence: [...one.evidence, row],
    competitor: {
      ...one.competitor,
      technologies: [...(one.competitor.technologies ?? []), ...technologies],
      evidenceIds: [...one.competitor.evidenceIds, row.id],
    },
  };
}
