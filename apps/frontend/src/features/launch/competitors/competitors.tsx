import type { DiscoveryResult, Evidence } from '@hatchr/contracts';
import { SearchX } from 'lucide-react';
import { Section } from '@/components/layout/section';
import { CompetitorCard } from './competitor-card';
import { EvidencePopover } from './evidence-popover';
import { FeatureMatrix } from './feature-matrix';
import { PositioningMap } from './positioning-map';
import { PriceChart } from './price-chart';
import { Searched } from './searched';

/** Who is out there already, what each is known to do, and what few of them do. */
export function Competitors({ discovery }: { discovery: DiscoveryResult }) {
  if (discovery.outcome === 'none_known' || discovery.competitors.length === 0)
    return <NoneKnown discovery={discovery} />;
  const evidence = new Map(discovery.evidence.map((item) => [item.id, item]));
  return (
    <>
      <Section title="Nearest products" description={discovery.statement}>
        <ul className="grid grid-cols-1 gap-4 md:grid-cols-2 xl:grid-cols-3">
          {discovery.competitors.map((competitor) => (
            <li key={competitor.id} className="flex min-w-0">
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
          <FeatureMatrix discovery={discovery} evidence={evidence} />
        </Section>
      )}
      {discovery.prices && (
        <Section title="What they cost" description="As their own pages state it.">
          {discovery.prices.length > 0 ? (
            <PriceChart
              competitors={discovery.competitors}
              prices={discovery.prices}
              evidence={evidence}
            />
          ) : (
            <Unknown>No page that was read states a price.</Unknown>
          )}
        </Section>
      )}
      {discovery.positioning && (
        <Section
          title="Where they stand"
          description="The two measures that set these products apart the most."
        >
          <PositioningMap
            positioning={discovery.positioning}
            competitors={discovery.competitors}
            evidence={evidence}
          />
        </Section>
      )}
      {discovery.positioning === null && (
        <Section title="Where they stand">
          <Unknown>No map is drawn: too little is known that tells these products apart.</Unknown>
        </Section>
      )}
      {discovery.gaps.length > 0 && (
        <Section title="Gaps" description="What none or few of them are known to do.">
          <Findings items={discovery.gaps} evidence={evidence} />
        </Section>
      )}
      {discovery.angles && discovery.angles.length > 0 && (
        <Section title="Ways to be different" description="Each comes out of a gap above.">
          <Findings items={discovery.angles} evidence={evidence} />
        </Section>
      )}
      <Searched discovery={discovery} />
    </>
  );
}

/** Says that nothing is known, where a reader would look for it. */
function Unknown({ children }: { children: string }) {
  return (
    <p className="rounded-lg border border-dashed border-line px-5 py-3.5 text-sm text-ink-soft">
      {children}
    </p>
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

interface FindingsProps {
  items: { id: string; title?: string; statement: string; evidenceIds: string[] }[];
  evidence: Map<string, Evidence>;
}

/** Statements, each with the facts that it rests on. */
function Findings({ items, evidence }: FindingsProps) {
  return (
    <ul className="space-y-3">
      {items.map(({ id, title, statement, evidenceIds }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-surface px-5 py-3.5 text-sm shadow-card"
        >
          <div className="min-w-0 flex-1 basis-64" dir="auto">
            {title && <h3 className="font-medium">{title}</h3>}
            <p className={title && 'mt-0.5 text-ink-soft'}>{statement}</p>
          </div>
          <EvidencePopover
            about={statement}
            items={evidenceIds.flatMap((other) => evidence.get(other) ?? [])}
          />
        </li>
      ))}
    </ul>
  );
}
