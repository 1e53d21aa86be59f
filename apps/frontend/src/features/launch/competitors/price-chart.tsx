'use client';
import type { Competitor, Evidence, PricePoint } from '@hatchr/contracts';
import { Card } from '@/components/ui/card';
import { Popover, PopoverTrigger } from '@/components/ui/popover';
import { cn } from '@/lib/class-names';
import { EvidenceList, EvidencePopover } from './evidence-popover';

interface PriceChartProps {
  competitors: Competitor[];
  prices: PricePoint[];
  evidence: Map<string, Evidence>;
}

interface Scale {
  currency: string;
  most: number;
  /** Share of the width for an amount: square roots keep cheap plans apart when one costs a hundred times more. */
  at: (amount: number) => number;
}

const nameOf = (plan: PricePoint): string => plan.name ?? 'Plan';

/** A price as the page states it: `from €8 a month per seat, billed yearly`. */
export function describePrice(plan: PricePoint): string {
  if (plan.isFree) return 'free';
  if (plan.isOnRequest || plan.amount === null) return 'on request';
  const amount = plan.currency
    ? new Intl.NumberFormat('en', {
        style: 'currency',
        currency: plan.currency,
        trailingZeroDisplay: 'stripIfInteger',
      }).format(plan.amount)
    : String(plan.amount);
  const period = { month: 'a month', year: 'a year', one_time: 'once', usage: '' };
  const words = [
    plan.isFrom ? `from ${amount}` : amount,
    plan.period ? period[plan.period] : '',
    plan.per ? `per ${plan.per}` : '',
  ];
  const billed = plan.billed && plan.billed !== plan.period ? `, billed ${plan.billed}ly` : '';
  return words.filter(Boolean).join(' ') + billed;
}

function describePlan(plan: PricePoint): string {
  const name = nameOf(plan);
  const price = describePrice(plan);
  return name.toLowerCase() === price ? name : `${name}: ${price}`;
}

/** The currency that most of the prices are in: amounts of different ones are never drawn on one scale. */
function scaleOf(prices: PricePoint[]): Scale | null {
  const counts = new Map<string, number>();
  for (const { currency, monthlyAmount } of prices)
    if (currency && monthlyAmount !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const currency = [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
  if (!currency) return null;
  const most = Math.max(
    ...prices
      .filter((plan) => plan.currency === currency)
      .map(({ monthlyAmount }) => monthlyAmount ?? 0),
  );
  if (most <= 0) return null;
  return { currency, most, at: (amount) => Math.sqrt(amount / most) };
}

/** What each competitor's plans cost a month, one row each; every point opens the page that says so. */
export function PriceChart({ competitors, prices, evidence }: PriceChartProps) {
  const scale = scaleOf(prices);
  const rows = competitors.flatMap((competitor) => {
    const plans = prices.filter(({ competitorId }) => competitorId === competitor.id);
    return plans.length > 0 ? [{ competitor, plans }] : [];
  });
  const unknown = competitors.filter(({ id }) => !prices.some((plan) => plan.competitorId === id));
  return (
    <Card className="p-5">
      <ul className="space-y-4">
        {rows.map(({ competitor, plans }) => (
          <li
            key={competitor.id}
            className="grid grid-cols-1 items-center gap-x-5 gap-y-2 sm:grid-cols-[9rem_minmax(0,1fr)]"
          >
            <span className="truncate text-sm font-medium" dir="auto">
              {competitor.name}
            </span>
            <div>
              {scale && (
                <Track name={competitor.name} plans={plans} scale={scale} evidence={evidence} />
              )}
              <div className="flex items-start justify-between gap-x-3">
                <p className="min-w-0 py-1.5 text-[13px] text-ink-soft" dir="auto">
                  {plans.map(describePlan).join(' · ')}
                </p>
                <EvidencePopover
                  about={`the prices of ${competitor.name}`}
                  items={[...new Set(plans.map(({ evidenceId }) => evidenceId))].flatMap(
                    (id) => evidence.get(id) ?? [],
                  )}
                />
              </div>
            </div>
          </li>
        ))}
      </ul>
      {scale && (
        <p className="mt-5 text-[13px] text-ink-faint">
          Points: a month in {scale.currency}, from 0 at the start to{' '}
          {new Intl.NumberFormat('en').format(scale.most)} at the end, on a square root scale.
          Prices in other currencies are listed, not converted.
        </p>
      )}
      {unknown.length > 0 && (
        <p className="mt-2 text-[13px] wrap-anywhere text-ink-faint">
          No price is known of {unknown.map(({ name }) => name).join(', ')}.
        </p>
      )}
    </Card>
  );
}

interface TrackProps {
  name: string;
  plans: PricePoint[];
  scale: Scale;
  evidence: Map<string, Evidence>;
}

function Track({ name, plans, scale, evidence }: TrackProps) {
  const drawn = plans.flatMap((plan) => {
    const amount = plan.isFree ? 0 : plan.monthlyAmount;
    const fits = plan.isFree || plan.currency === scale.currency;
    return amount !== null && fits ? [{ plan, at: scale.at(amount) }] : [];
  });
  if (drawn.length === 0) return null;
  const places = drawn.map(({ at }) => at);
  const first = Math.min(...places);
  const last = Math.max(...places);
  return (
    <div className="relative mx-3 h-6">
      <span aria-hidden className="absolute inset-x-0 top-1/2 h-px bg-line" />
      <span
        aria-hidden
        className="absolute top-1/2 h-1 -translate-y-1/2 rounded-full bg-shell-line"
        style={{ insetInlineStart: percent(first), width: percent(last - first) }}
      />
      {drawn.map(({ plan, at }, index) => (
        <Popover key={`${nameOf(plan)} ${String(index)}`}>
          <PopoverTrigger asChild>
            <button
              type="button"
              aria-label={`${name}, ${nameOf(plan)}: ${describePrice(plan)}. Show the source`}
              className="absolute top-0 -ms-3 grid size-6 place-items-center rounded-full"
              style={{ insetInlineStart: percent(at) }}
            >
              <span
                aria-hidden
                className={cn(
                  'size-3 rounded-full border-2',
                  plan.isFree ? 'border-shell bg-surface' : 'border-surface bg-shell',
                )}
              />
            </button>
          </PopoverTrigger>
          <EvidenceList
            about={`${name}, ${nameOf(plan)}`}
            items={[evidence.get(plan.evidenceId)].filter((item) => item !== undefined)}
          />
        </Popover>
      ))}
    </div>
  );
}

const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;
