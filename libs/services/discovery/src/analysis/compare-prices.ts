import type { Competitor, Plan, PricePoint } from '@hatchr/contracts';

const monthsPerYear = 12;

/** What a plan comes to in a month, in its own currency, to the cent; null where it is not paid by time. */
export function monthlyAmount({ amount, period, isFree }: Plan): number | null {
  if (isFree) return 0;
  if (amount === null) return null;
  if (period === 'month') return amount;
  return period === 'year' ? Math.round((amount / monthsPerYear) * 100) / 100 : null;
}

/**
 * The price table: every plan that a competitor's page states, as stated, with its monthly amount beside it.
 * Amounts in different currencies stay apart: a rate of exchange would be a fact that nobody looked up.
 * In the order of the competitors, the cheapest plan first and those without an amount last.
 */
export function comparePrices(competitors: readonly Competitor[]): PricePoint[] {
  const order = ({ monthlyAmount: monthly, amount }: PricePoint): number =>
    monthly ?? amount ?? Number.POSITIVE_INFINITY;
  return competitors.flatMap(({ id, plans = [] }) =>
    plans
      .map((plan): PricePoint => ({
        ...plan,
        competitorId: id,
        monthlyAmount: monthlyAmount(plan),
      }))
      .toSorted((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b))),
  );
}
