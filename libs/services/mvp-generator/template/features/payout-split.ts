import type { FeatureReport } from './feature-report';

export interface Sale {
  id: string;
  title: string;
  href: string;
  /** Who brought it. */
  owner: string;
  /** Minor units that the buyer paid. */
  price: number;
  /** Percent of the price that goes to the owner. */
  share: number;
  isSold: boolean;
  isPaidOut: boolean;
}

export interface Payout extends Sale {
  /** Minor units for the owner; the rest stays with the shop. */
  amount: number;
}

/** What each sold thing earns its owner, rounded down so that the two parts never exceed the price. */
export function splitSales(sales: readonly Sale[]): Payout[] {
  return sales
    .filter((sale) => sale.isSold)
    .map((sale) => ({
      ...sale,
      amount: Math.floor((sale.price * Math.min(100, Math.max(0, sale.share))) / 100),
    }));
}

/** Minor units still owed to each owner, the most first. */
export function owedTo(payouts: readonly Payout[]): { owner: string; amount: number }[] {
  const owed = new Map<string, number>();
  for (const payout of payouts.filter((item) => !item.isPaidOut))
    owed.set(payout.owner, (owed.get(payout.owner) ?? 0) + payout.amount);
  return [...owed]
    .map(([owner, amount]) => ({ owner, amount }))
    .sort((a, b) => b.amount - a.amount || a.owner.localeCompare(b.owner));
}

export function describePayouts(
  payouts: readonly Payout[],
  money: (minorUnits: number) => string,
): FeatureReport {
  const open = payouts.filter((payout) => !payout.isPaidOut);
  const owed = owedTo(payouts);
  const sum = (items: readonly number[]) => items.reduce((total, amount) => total + amount, 0);
  return {
    headline:
      open.length === 0
        ? 'Everybody has been paid.'
        : `${money(sum(owed.map(({ amount }) => amount)))} owed to ${owed.length} ${owed.length === 1 ? 'person' : 'people'}.`,
    facts: [
      { label: 'Sold for', value: money(sum(payouts.map(({ price }) => price))) },
      { label: 'Kept', value: money(sum(payouts.map(({ price, amount }) => price - amount))) },
      {
        label: 'Paid out',
        value: money(sum(payouts.filter(({ isPaidOut }) => isPaidOut).map(({ amount }) => amount))),
      },
    ],
    chart: {
      title: 'Owed to each',
      kind: 'bars',
      points: owed.map(({ owner, amount }) => ({
        label: owner,
        value: amount,
        text: money(amount),
      })),
    },
    rows: open
      .sort((a, b) => a.owner.localeCompare(b.owner) || b.amount - a.amount)
      .map((payout) => ({
        id: payout.id,
        title: payout.title,
        href: payout.href,
        detail: `${payout.owner} gets ${payout.share} % of ${money(payout.price)}`,
        badge: money(payout.amount),
        tone: 'brand' as const,
        actions: [{ name: 'pay', label: 'Paid out' }],
      })),
    empty: 'What has been sold and is not paid out appears here.',
  };
}
