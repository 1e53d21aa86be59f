import type { DiscoveryResult, Lead, ProviderReport } from '@hatchr/contracts';
import { Section } from '@/components/layout/section';
import { Badge } from '@/components/ui/badge';
import { OutsideLink } from '@/components/ui/outside-link';
import { formatDuration, toWords } from '@/lib/format';

/** What was asked of whom, how each did, and pages that are no competitors but name some. */
export function Searched({ discovery }: { discovery: DiscoveryResult }) {
  const { queries, providers = [], leads = [] } = discovery;
  if (queries.length === 0 && providers.length === 0) return null;
  return (
    <>
      <Section
        title="Searched for"
        description={
          providers.some(wasAsked)
            ? 'These words, and nothing else of your idea, were sent to the services below.'
            : 'These words were looked up on this instance. None of them left it.'
        }
      >
        <ul className="flex flex-wrap gap-2">
          {queries.map((query) => (
            <li key={query} dir="auto">
              <Badge>{query}</Badge>
            </li>
          ))}
        </ul>
        {providers.length > 0 && (
          <ul className="mt-5 divide-y divide-line rounded-lg border border-line bg-surface text-sm shadow-card">
            {providers.map((report) => (
              <Provider key={report.provider} report={report} />
            ))}
          </ul>
        )}
      </Section>
      {leads.length > 0 && (
        <Section
          title="Worth reading"
          description="Comparisons, directories and discussions that came up. They are not competitors."
        >
          <ul className="grid gap-x-8 gap-y-2 text-sm sm:grid-cols-2">
            {leads.map((lead) => (
              <LeadRow key={lead.url} lead={lead} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

const wasAsked = ({ sent }: ProviderReport): boolean => sent.length > 0;

const tones = {
  answered: 'good',
  empty: 'neutral',
  cached: 'neutral',
  skipped: 'neutral',
  failed: 'bad',
} as const;

function Provider({ report }: { report: ProviderReport }) {
  const { provider, outcome, hits, durationMs, reason } = report;
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-5 py-3">
      <span className="w-36 font-medium">{provider}</span>
      <Badge tone={tones[outcome]}>{toWords(outcome)}</Badge>
      {(wasAsked(report) || hits > 0) && (
        <span className="tabular text-[13px] text-ink-faint">
          {hits} {hits === 1 ? 'hit' : 'hits'} in {formatDuration(durationMs)}
        </span>
      )}
      {reason && <span className="min-w-0 flex-1 basis-64 text-ink-soft">{reason}</span>}
    </li>
  );
}

function LeadRow({ lead }: { lead: Lead }) {
  return (
    <li className="min-w-0">
      <OutsideLink href={lead.url} className="max-w-full">
        <span className="truncate" dir="auto">
          {lead.title}
        </span>
      </OutsideLink>
      <span className="block text-[13px] text-ink-faint">
        {toWords(lead.kind)}
        {lead.mentions.length > 0 && `, mentions ${lead.mentions.slice(0, 5).join(', ')}`}
      </span>
    </li>
  );
}
