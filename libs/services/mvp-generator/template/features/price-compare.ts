import type { FeatureReport } from './feature-report';

export interface Offer {
  id: string;
  title: string;
  href: string;
  item: string;
  supplier: string;
  /** Minor units. */
  price: number;
}

export interface Comparison {
  item: string;
  best: Offer;
  dearest: Offer;
  offers: Offer[];
  /** What the best offer saves against the dearest, in minor units. */
  saving: number;
}

// "Oak board " and "oak board" are the same thing to whoever typed them.
const keyOf = (item: string): string => item.trim().toLowerCase().replace(/\s+/g, ' ');

/** The cheapest offer of each item, the largest saving first. */
export function compareOffers(offers: readonly Offer[]): Comparison[] {
  const items = new Map<string, Offer[]>();
  for (const offer of offers)
    items.set(keyOf(offer.item), [...(items.get(keyOf(offer.item)) ?? []), offer]);
  return [...items.values()]
    .flatMap((group) => {
      const sorted = [...group].sort(
        (a, b) => a.price - b.price || a.supplier.localeCompare(b.supplier),
      );
      const [best, dearest] = [sorted[0], sorted.at(-1)];
      if (!best || !dearest) return [];
      const saving = dearest.price - best.price;
      return [{ item: best.item, best, dearest, offers: sorted, saving }];
    })
    .sort((a, b) => b.saving - a.saving || a.item.localeCompare(b.item));
}

export function describeComparison(
  comparisons: readonly Comparison[],
  money: (minorUnits: number) => string,
): FeatureReport {
  const saving = comparisons.reduce((sum, comparison) => sum + comparison.saving, 0);
  const wins = new Map<string, number>();
  for (const { best, offers } of comparisons)
    if (offers.length > 1) wins.set(best.supplier, (wins.get(best.supplier) ?? 0) + 1);
  return {
    headline:
      saving > 0
        ? `The best offers save ${money(saving)} against the dearest.`
        : 'Add a second offer of an item to compare.',
    facts: [
      { label: 'Items', value: String(comparisons.length) },
      {
        label: 'With several offers',
        value: String(comparisons.filter((comparison) => comparison.offers.length > 1).length),
      },
      { label: 'Saving', value: money(saving) },
    ],
    chart: {
      title: 'Best price, how often',
      kind: 'bars',
      points: [...wins]
        .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
        .map(([label, count]) => ({ label, value: count, text: String(count) })),
    },
    rows: comparisons.map(({ item, best, dearest, offers, saving: saved }) => ({
      id: best.id,
      title: item,
      href: best.href,
      detail:
        offers.length > 1
          ? `${best.supplier} ${money(best.price)}, ${dearest.supplier} ${money(dearest.price)}`
          : `Only ${best.supplier}, ${money(best.price)}`,
      badge: saved > 0 ? `Saves ${money(saved)}` : money(best.price),
      tone: saved > 0 ? 'good' : 'neutral',
    })),
    empty: 'Offers appear here side by side.',
  };
}
