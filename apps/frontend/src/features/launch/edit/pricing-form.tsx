'use client';
import type { ProductSpec } from '@hatchr/contracts';
import { Plus } from 'lucide-react';
import { Section } from '@/components/layout/section';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { moveItem } from './edit-entities';
import { EditField, LinesField } from './edit-field';
import { ItemActions } from './item-actions';
import type { SpecDraft } from './use-spec-draft';

type Plan = ProductSpec['pricing']['plans'][number];

/** As many as the specification holds. */
const mostPlans = 4;
const periods = [
  ['month', 'a month'],
  ['year', 'a year'],
  ['once', 'once'],
  ['use', 'by use'],
] as const;
const newPlan: Plan = {
  name: '',
  amount: null,
  period: 'month',
  features: [],
  isHighlighted: false,
};

/** Whose numbers they are after an edit: a price that was typed here is the owner's, and without one none is decided. */
function sourceOf(before: ProductSpec['pricing'], plans: Plan[]): ProductSpec['pricing']['source'] {
  if (plans.every(({ amount }) => amount === null)) return 'undecided';
  const known = new Set(before.plans.map(({ amount }) => amount));
  return plans.every(({ amount }) => known.has(amount)) ? before.source : 'owner';
}

/** Plans by name and content; an empty price stays undecided. */
export function PricingForm({ draft: { spec, change } }: { draft: SpecDraft }) {
  const { pricing } = spec;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency: pricing.currency }).resolvedOptions()
      .maximumFractionDigits ?? 2;
  const setPlans = (plans: Plan[], isStep?: boolean): void => {
    const source = sourceOf(pricing, plans);
    change({ ...spec, pricing: { ...pricing, plans, source } }, isStep);
  };
  return (
    <Section
      title="Pricing plans"
      actions={
        <Button
          size="sm"
          disabled={pricing.plans.length >= mostPlans}
          onClick={() => {
            setPlans([...pricing.plans, newPlan], true);
          }}
        >
          <Plus aria-hidden />
          Add a plan
        </Button>
      }
    >
      <ul className="grid gap-3 md:grid-cols-2">
        {pricing.plans.map((plan, index) => {
          const path = `pricing.plans.${String(index)}`;
          const set = (changed: Plan): void => {
            setPlans(pricing.plans.with(index, changed));
          };
          return (
            <li key={path}>
              <Card className="relative grid gap-4 p-5 pt-11">
                <div className="absolute end-2 top-2">
                  <ItemActions
                    name={plan.name || 'new plan'}
                    isFirst={index === 0}
                    isLast={index === pricing.plans.length - 1}
                    onMove={(by) => {
                      setPlans(moveItem(pricing.plans, index, by), true);
                    }}
                    onRemove={
                      pricing.plans.length > 1
                        ? () => {
                            setPlans(pricing.plans.toSpliced(index, 1), true);
                          }
                        : undefined
                    }
                  />
                </div>
                <EditField
                  path={`${path}.name`}
                  label={`Plan ${String(index + 1)}`}
                  value={plan.name}
                  onChange={(name) => {
                    set({ ...plan, name });
                  }}
                />
                <EditField
                  path={`${path}.amount`}
                  label={`Price in ${pricing.currency}`}
                  hint="Empty while undecided."
                  value={plan.amount === null ? '' : String(plan.amount / 10 ** digits)}
                  onChange={(text) => {
                    const amount = text === '' ? null : Math.round(Number(text) * 10 ** digits);
                    if (amount === null || Number.isSafeInteger(amount)) set({ ...plan, amount });
                  }}
                />
                <EditField
                  path={`${path}.period`}
                  label={`Paid for plan ${String(index + 1)}`}
                  options={periods}
                  value={plan.period}
                  onChange={(period) => {
                    set({ ...plan, period: period as Plan['period'] });
                  }}
                />
                <LinesField
                  path={`${path}.features`}
                  label={`What plan ${String(index + 1)} has`}
                  lines={plan.features}
                  onChange={(features) => {
                    set({ ...plan, features });
                  }}
                />
              </Card>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
