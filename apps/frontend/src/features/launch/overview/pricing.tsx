import type { ProductSpec } from '@hatchr/contracts';
import { Check } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { cn } from '@/lib/class-names';

type PricingSpec = ProductSpec['pricing'];
type Plan = PricingSpec['plans'][number];

const perPeriod = { month: 'a month', year: 'a year', once: 'once', use: 'a use' } as const;

/** A plan's price in words. An amount nobody has decided is never filled in. */
export function priceOf(plan: Plan, currency: string): { amount: string; period: string | null } {
  if (plan.amount === null) return { amount: 'To be decided', period: null };
  if (plan.amount === 0) return { amount: 'Free', period: null };
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return { amount: format.format(plan.amount / 10 ** digits), period: perPeriod[plan.period] };
}

const sourceWords: Record<PricingSpec['source'], string> = {
  prompt: 'The prices are the ones in your sentence.',
  owner: 'The prices are the ones that you set.',
  undecided:
    'Your sentence names no price, so none was made up. The plans show how the product could be divided.',
};

export function Pricing({ pricing }: { pricing: PricingSpec }) {
  return (
    <>
      <p className="-mt-4 mb-5 text-sm text-ink-soft">{sourceWords[pricing.source]}</p>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {pricing.plans.map((plan) => (
          <li key={plan.name} className="flex">
            <PlanCard plan={plan} currency={pricing.currency} />
          </li>
        ))}
      </ul>
    </>
  );
}

function PlanCard({ plan, currency }: { plan: Plan; currency: string }) {
  const price = priceOf(plan, currency);
  return (
    <Card className={cn('flex-1 p-5', plan.isHighlighted && 'border-shell')}>
      <h3 className="text-sm font-medium text-ink-soft" dir="auto">
        {plan.name}
      </h3>
      <p className="tabular mt-1 text-xl font-semibold tracking-[-0.02em]">
        {price.amount}
        {price.period && (
          <span className="ms-1.5 text-sm font-normal tracking-normal text-ink-faint">
            {price.period}
          </span>
        )}
      </p>
      <ul className="mt-4 space-y-2 text-sm text-ink-soft">
        {plan.features.map((feature) => (
          <li key={feature} className="flex gap-2.5">
            <Check className="mt-0.5 size-4 shrink-0 text-shell" aria-hidden />
            <span dir="auto">{feature}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
