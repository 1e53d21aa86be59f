import { type ProductSpec } from '@hatchr/contracts';

type Plan = ProductSpec['pricing']['plans'][number];

const periodNames = { month: 'per month', year: 'per year', once: 'once', use: 'per use' } as const;

/** What stands in place of a price that the founder has not set. */
export const undecidedPrice = 'To be decided';

/** The price of a plan, for example `$12` or `€9.50`; `To be decided` where there is none. */
export function formatAmount(plan: Plan, currency: string): string {
  if (plan.amount === null) return undecidedPrice;
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const value = plan.amount / 10 ** digits;
  const isWhole = Number.isInteger(value);
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: isWhole ? 0 : digits,
    maximumFractionDigits: isWhole ? 0 : digits,
  })
    .format(value)
    .replace(/\s/gu, ' ');
}

/** The period of a plan in words; empty where the price is open. */
export function formatPeriod(plan: Plan): string {
  return plan.amount === null || plan.amount === 0 ? '' : periodNames[plan.period];
}
