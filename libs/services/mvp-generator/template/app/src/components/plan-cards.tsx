import Link from 'next/link';
import { Icon } from '@/components/icon';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cn } from '@/lib/class-names';
import { formatMoney } from '@/lib/format';
import { product } from '@/product';

const periods = { month: 'a month', year: 'a year', once: 'once', use: 'a use' };
const columns: Record<number, string> = {
  1: 'max-w-sm',
  2: 'max-w-3xl md:grid-cols-2',
  3: 'max-w-5xl md:grid-cols-3',
  4: 'max-w-6xl md:grid-cols-2 lg:grid-cols-4',
};

export const pricesText = product.isPriceDecided
  ? `What ${product.name} costs.`
  : 'Prices are not decided yet. These are the plans as they stand.';

/** The plans as cards. A price that nobody has decided is shown as such. `level` fits the page's headings. */
export function PlanCards({
  level: Heading,
  className,
}: {
  level: 'h2' | 'h3';
  className?: string;
}) {
  return (
    <div className={cn('grid gap-4', columns[product.plans.length], className)}>
      {product.plans.map((plan) => (
        <Card
          key={plan.name}
          className={cn(
            'flex flex-col p-6',
            plan.isHighlighted && 'border-brand-text ring-1 ring-brand-text',
          )}
        >
          <Heading className="text-[15px] font-semibold break-words">{plan.name}</Heading>
          <p className="mt-3 flex flex-wrap items-baseline gap-x-1.5">
            {plan.amount === null ? (
              <span className="text-sm text-muted">Price to be decided</span>
            ) : (
              <span className="text-3xl font-semibold tracking-tight">
                {formatMoney(plan.amount)}
              </span>
            )}
            {plan.amount === null || plan.amount === 0 ? null : (
              <span className="text-sm text-muted">{periods[plan.period]}</span>
            )}
          </p>
          <ul className="mt-6 flex-1 space-y-2.5 text-sm">
            {plan.features.map((feature) => (
              <li key={feature} className="flex gap-2.5">
                <Icon name="check" className="mt-0.5 size-4 shrink-0 text-brand-text" />
                <span className="min-w-0 break-words">{feature}</span>
              </li>
            ))}
          </ul>
          <Link
            href="/signup"
            className={buttonClass(plan.isHighlighted ? 'primary' : 'outline', 'md', 'mt-8')}
          >
            Start with {plan.name}
          </Link>
        </Card>
      ))}
    </div>
  );
}
