import type { PlanPreview } from '@hatchr/contracts';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { Monogram } from '@/components/brand/monogram';
import { toWords } from '@/lib/format';

/** Delay between two cards, so that they come one after the other (ms). The last ones come together. */
const stagger = 90;

/** The specification as it takes shape: grey shapes until it is planned, then its parts one by one. */
export function PlanPanel({ plan, isActive }: { plan: PlanPreview | null; isActive: boolean }) {
  if (!plan) return isActive ? <PlanSkeleton /> : null;
  return (
    <section aria-label="The plan" className="animate-rise-in mt-10">
      <div className="flex items-start gap-4">
        <Monogram
          name={plan.name}
          colour={plan.brand.primary}
          className="size-11 shrink-0 rounded-lg text-xl"
        />
        <div className="min-w-0">
          <h2 className="text-lg font-semibold tracking-[-0.02em]" dir="auto">
            {plan.name}
          </h2>
          <p className="text-sm text-ink-soft" dir="auto">
            {plan.tagline}
          </p>
        </div>
        <span className="ms-auto flex gap-1.5 pt-1" role="img" aria-label="Brand colours">
          {[plan.brand.primary, plan.brand.accent].map((colour) => (
            <span
              key={colour}
              className="size-5 rounded-full border border-line"
              style={{ backgroundColor: colour }}
            />
          ))}
        </span>
      </div>
      <ul className="mt-5 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {plan.entities.map((entity, index) => (
          <li
            key={entity.label}
            className="animate-rise-in [animation-fill-mode:backwards]"
            style={{ animationDelay: `${String(Math.min(index, 6) * stagger)}ms` }}
          >
            <EntityCard entity={entity} />
          </li>
        ))}
      </ul>
      <Card className="mt-3 p-4 text-sm">
        <p className="font-medium" dir="auto">
          {plan.feature.name}
        </p>
        <p className="mt-0.5 text-ink-soft" dir="auto">
          {plan.feature.description}
        </p>
        <ul aria-label="Flows" className="mt-3 flex flex-wrap gap-1.5">
          {plan.flows.map((flow) => (
            <li key={flow} className="max-w-full">
              <Badge className="whitespace-normal">{flow}</Badge>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function EntityCard({ entity }: { entity: PlanPreview['entities'][number] }) {
  return (
    <Card className="h-full p-4">
      <div className="flex items-center justify-between gap-3">
        <h3 className="min-w-0 truncate text-sm font-semibold" dir="auto">
          {entity.labelPlural}
        </h3>
        <Badge>{toWords(entity.view)}</Badge>
      </div>
      <p className="mt-1.5 text-[13px] text-ink-soft" dir="auto">
        {entity.fields.map((field) => field.label).join(' · ')}
      </p>
    </Card>
  );
}

function PlanSkeleton() {
  return (
    <section aria-label="The plan" className="mt-10">
      <div className="flex gap-4">
        <Skeleton className="size-11 rounded-lg" />
        <div className="flex-1 space-y-2.5 pt-1">
          <Skeleton className="h-5 w-36" />
          <Skeleton className="h-3.5 w-64 max-w-full" />
        </div>
      </div>
      <div className="mt-5 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {[0, 1, 2].map((card) => (
          <Skeleton key={card} className="h-20 max-sm:not-first:hidden" />
        ))}
      </div>
      <p className="sr-only">The plan appears here as soon as it is made.</p>
    </section>
  );
}
