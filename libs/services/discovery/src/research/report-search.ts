import type { Lead, ProviderReport } from '@hatchr/contracts';
import type { SiteKind } from '../search/known-hosts.js';
import type { SearchLead } from '../search/merge-hits.js';
import type { SearchOutcome } from '../search/search.service.js';

/** More are a list of search results. */
const maximumLeads = 12;

const outcomes = {
  ok: 'answered',
  empty: 'empty',
  cached: 'cached',
  skipped: 'skipped',
  failed: 'failed',
} as const;

const leadKinds: Record<SiteKind, Lead['kind']> = {
  product: 'product',
  listicle: 'comparison',
  article: 'article',
  directory: 'directory',
  app_store: 'app_store',
  forum: 'forum',
  news: 'news',
  reference: 'reference',
  code_host: 'repository',
};

/** How each provider did, for the result. */
export function toProviderReports({ reports }: SearchOutcome): ProviderReport[] {
  return reports.map(({ label, outcome, hits, durationMs, reason, sent }) => ({
    ...{ provider: label, outcome: outcomes[outcome], hits, durationMs, reason, sent: [...sent] },
  }));
}

/** The leads worth a founder's time: comparisons and discussions before products that are far from the idea. */
export function toLeads(leads: readonly SearchLead[]): Lead[] {
  return leads
    .toSorted((a, b) => Number(a.kind === 'product') - Number(b.kind === 'product'))
    .slice(0, maximumLeads)
    .map(({ title, url, kind, mentions, hits }) => ({
      title: title.trim() || url,
      url,
      kind: leadKinds[kind],
      provider: hits[0]?.provider ?? '',
      mentions: [...mentions],
    }));
}

const labels = (
  outcome: SearchOutcome,
  which: (report: SearchOutcome['reports'][number]) => boolean,
) =>
  outcome.reports
    .filter(which)
    .map(({ label }) => label)
    .join(', ');

/** Why only the catalogue answered, for the page; null where the web can be asked for pages. */
export function explainNoNetwork(outcome: SearchOutcome): string | null {
  switch (outcome.status) {
    case 'off':
      return 'Live research is switched off on this instance (DISCOVERY_NETWORK=off), so the catalogue that ships with Hatchr was searched. Nothing left this machine.';
    case 'unreachable':
      return `No search service could be reached (${labels(outcome, () => true)}), so the catalogue that ships with Hatchr was searched.`;
    default:
      return null;
  }
}

/**
 * Who did the research and who could not, in a sentence.
 * @param others services that were asked beside the search
 */
export function describeResearch(
  outcome: SearchOutcome,
  readSites: number,
  others: readonly ProviderReport[] = [],
): string {
  const asked = labels(
    outcome,
    ({ outcome: one }) => one === 'ok' || one === 'cached' || one === 'empty',
  );
  const missing = [
    ...outcome.reports.filter(({ outcome: one }) => one === 'failed').map(({ label }) => label),
    ...others.filter(({ outcome: one }) => one === 'failed').map(({ provider }) => provider),
  ].join(', ');
  return [
    asked
      ? `Searched with ${asked} and the bundled catalogue`
      : 'No search service answered, so the bundled catalogue named the products',
    `; ${readSites} ${readSites === 1 ? 'site was' : 'sites were'} read.`,
    missing ? ` Missing, since they failed: ${missing}.` : '',
  ].join('');
}
