import type { Competitor, Evidence } from '@hatchr/contracts';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { OutsideLink } from '@/components/ui/outside-link';
import { toWords } from '@/lib/format';
import { EvidencePopover } from './evidence-popover';

interface CompetitorCardProps {
  competitor: Competitor;
  evidence: Map<string, Evidence>;
}

export function CompetitorCard({ competitor, evidence }: CompetitorCardProps) {
  const trial = findTrial(competitor, evidence);
  return (
    <Card className="flex w-full flex-col p-5">
      <div className="flex items-baseline justify-between gap-3">
        <h3
          className="line-clamp-3 min-w-0 font-semibold tracking-[-0.01em] wrap-anywhere"
          dir="auto"
        >
          {competitor.name}
        </h3>
        <OutsideLink href={competitor.url} className="max-w-1/2 shrink-0 text-[13px]">
          <span className="truncate">{competitor.domain}</span>
        </OutsideLink>
      </div>
      <p className="mt-2 text-sm text-ink-soft" dir="auto">
        {competitor.summary}
      </p>
      <dl className="mt-4 grid grid-cols-[5rem_minmax(0,1fr)] gap-y-1 text-[13px]">
        <dt className="text-ink-faint">Audience</dt>
        <dd className="text-ink-soft">{competitor.audience ?? 'Unknown'}</dd>
        <dt className="text-ink-faint">Pricing</dt>
        <dd className="text-ink-soft">
          {competitor.pricingModel ? toWords(competitor.pricingModel) : 'Unknown'}
        </dd>
        {trial && (
          <>
            <dt className="self-center text-ink-faint">Trial</dt>
            <dd className="flex items-center justify-between gap-3 text-ink-soft">
              {trial.days} {trial.days === 1 ? 'day' : 'days'}
              <EvidencePopover
                about={`how long ${competitor.name} can be tried`}
                items={trial.sources}
              />
            </dd>
          </>
        )}
      </dl>
      <SourcedNames
        title="Connects to"
        about={`what ${competitor.name} connects to`}
        items={competitor.integrations ?? []}
        evidence={evidence}
      />
      <SourcedNames
        title="Made with"
        about={`what the site of ${competitor.name} is made with`}
        items={competitor.technologies ?? []}
        evidence={evidence}
      />
      <ul className="mt-4 space-y-1 border-s-2 border-shell-line ps-3 text-[13px] text-ink-soft">
        {competitor.reasons.map((reason) => (
          <li key={reason} dir="auto">
            {reason}
          </li>
        ))}
      </ul>
      <div className="mt-auto flex items-center justify-between gap-3 pt-4">
        <Relevance value={competitor.relevance} />
        <EvidencePopover
          about={competitor.name}
          items={competitor.evidenceIds.flatMap((id) => evidence.get(id) ?? [])}
        />
      </div>
    </Card>
  );
}

/** The longest trial of any plan, with the words that promise it: of the plan, and of the site in general. */
function findTrial({ id, plans = [] }: Competitor, evidence: Map<string, Evidence>) {
  const longest = plans.toSorted((a, b) => (b.trialDays ?? 0) - (a.trialDays ?? 0))[0];
  if (!longest?.trialDays) return null;
  const ofSite = [...evidence.values()].filter(
    (row) => row.competitorId === id && row.kind === 'trial',
  );
  const ofPlan = evidence.get(longest.evidenceId);
  return { days: longest.trialDays, sources: ofPlan ? [ofPlan, ...ofSite] : ofSite };
}

/** More names than these make the cards of a row too uneven to compare; the sources list all of them. */
const shownNames = 6;

interface SourcedNamesProps {
  title: string;
  /** For the accessible name of the sources. */
  about: string;
  items: { name: string; evidenceId: string }[];
  evidence: Map<string, Evidence>;
}

/** Names that were found on a site, with the rows that say so; nothing where none was. */
function SourcedNames({ title, about, items, evidence }: SourcedNamesProps) {
  if (items.length === 0) return null;
  const rows = new Set(items.map(({ evidenceId }) => evidenceId));
  return (
    <div className="mt-3">
      <div className="flex items-center justify-between gap-3">
        <h4 className="text-[13px] text-ink-faint">{title}</h4>
        <EvidencePopover about={about} items={[...rows].flatMap((id) => evidence.get(id) ?? [])} />
      </div>
      <ul className="flex flex-wrap gap-1.5">
        {items.slice(0, shownNames).map(({ name }) => (
          <li key={name} className="max-w-full" dir="auto">
            <Badge>{name}</Badge>
          </li>
        ))}
        {items.length > shownNames && (
          <li className="self-center text-[13px] text-ink-faint">
            and {items.length - shownNames} more
          </li>
        )}
      </ul>
    </div>
  );
}

function Relevance({ value }: { value: number }) {
  const percent = Math.round(value * 100);
  return (
    <span className="flex items-center gap-2 text-[13px] text-ink-faint">
      <span aria-hidden className="h-1 w-12 overflow-hidden rounded-full bg-line">
        <span className="block h-full bg-shell-fill" style={{ width: `${String(percent)}%` }} />
      </span>
      <span className="tabular">{percent} % near</span>
    </span>
  );
}
