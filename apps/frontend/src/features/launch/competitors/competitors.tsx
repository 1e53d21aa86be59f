import type { DiscoveryResult } from '@hatchr/contracts';
import { SearchX } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Section } from '../section';
import { CompetitorCard } from './competitor-card';
import { EvidencePopover } from './evidence-popover';
import { FeatureMatrix } from './feature-matrix';

/** Who is out there already, what each is known to do, and what few of them do. */
export function Competitors({ discovery }: { discovery: DiscoveryResult }) {
  if (discovery.outcome === 'none_known' || discovery.competitors.length === 0)
    return <NoneKnown discovery={discovery} />;
  const evidence = new Map(discovery.evidence.map((item) => [item.id, item]));
  return (
    <>
      <Section title="Nearest products" description={discovery.statement}>
        <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
          {discovery.competitors.map((competitor) => (
            <li key={competitor.id} className="flex">
              <CompetitorCard competitor={competitor} evidence={evidence} />
            </li>
          ))}
        </ul>
      </Section>
      {discovery.features.length > 0 && (
        <Section
          title="Who does what"
          description="“?” means that nothing was found either way. It is not a no."
        >
          <FeatureMatrix discovery={discovery} />
        </Section>
      )}
      {discovery.gaps.length > 0 && (
        <Section title="Gaps" description="What none or few of them are known to do.">
          <ul className="space-y-3">
            {discovery.gaps.map((gap) => (
              <li
                key={gap.id}
                className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-surface px-5 py-3.5 text-sm shadow-card"
              >
                <p className="min-w-0 flex-1 basis-64" dir="auto">
                  {gap.statement}
                </p>
                <EvidencePopover
                  about={gap.statement}
                  items={gap.evidenceIds.flatMap((id) => evidence.get(id) ?? [])}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Searched discovery={discovery} />
    </>
  );
}

function NoneKnown({ discovery }: { discovery: DiscoveryResult }) {
  return (
    <>
      <Section title="No close competitor known">
        <div className="flex gap-4 rounded-lg border border-line bg-sunken p-5 dark:bg-raised">
          <SearchX className="mt-0.5 size-5 shrink-0 text-ink-faint" aria-hidden />
          <div className="max-w-2xl text-sm">
            <p>{discovery.statement}</p>
            <p className="mt-2 text-ink-soft">
              That is not proof that there is none. Ask ten people who have the problem what they
              use today, and search with their words.
            </p>
          </div>
        </div>
      </Section>
      <Searched discovery={discovery} />
    </>
  );
}

function Searched({ discovery }: { discovery: DiscoveryResult }) {
  if (discovery.queries.length === 0) return null;
  return (
    <Section title="Searched for">
      <ul className="flex flex-wrap gap-2">
        {discovery.queries.map((query) => (
          <li key={query} dir="auto">
            <Badge>{query}</Badge>
          </li>
        ))}
      </ul>
    </Section>
  );
}
