'use client';
import type { ProductSpec } from '@hatchr/contracts';
import { Card } from '@/components/ui/card';
import { Section } from '../section';
import { EditField, LinesField } from './edit-field';
import type { SpecDraft } from './use-spec-draft';

type Plan = ProductSpec['pricing']['plans'][number];

/** Plans by name and content; an empty price stays undecided. */
export function PricingForm({ draft: { spec, change } }: { draft: SpecDraft }) {
  const { pricing } = spec;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency: pricing.currency }).resolvedOptions()
      .maximumFractionDigits ?? 2;
  return (
    <Section title="Pricing plans">
      <ul className="grid gap-3 md:grid-cols-2">
        {pricing.plans.map((plan, index) => {
          const path = `pricing.plans.${String(index)}`;
          const set = (changed: Plan): void => {
            const plans = pricing.plans.map((old, at) => (at === index ? changed : old));
            change({ ...spec, pricing: { ...pricing, plans } });
          };
          return (
            <li key={path}>
              <Card className="grid gap-4 p-5">
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
