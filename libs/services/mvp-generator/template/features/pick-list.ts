import type { FeatureReport } from './feature-report';

export interface OrderLine {
  id: string;
  title: string;
  href: string;
  product: string;
  /** Shelf, aisle or bin; empty where it is not known. */
  place: string;
  quantity: number;
  /** What is on the shelf; null where it is not counted. */
  onHand: number | null;
  isPicked: boolean;
}

export interface Pick extends OrderLine {
  /** Units that the shelf cannot give to this line, because the lines before it take them. */
  short: number;
}

/** What is still to pick, in the order of the shelves ("A2" before "A10"), and where the shelf runs out. */
export function planPicks(lines: readonly OrderLine[]): Pick[] {
  const taken = new Map<string, number>();
  return lines
    .filter((line) => !line.isPicked)
    .sort(
      (a, b) =>
        Number(a.place === '') - Number(b.place === '') ||
        a.place.localeCompare(b.place, 'en', { numeric: true }) ||
        a.product.localeCompare(b.product) ||
        a.title.localeCompare(b.title),
    )
    .map((line) => {
      const before = taken.get(line.product) ?? 0;
      taken.set(line.product, before + line.quantity);
      const left = line.onHand === null ? line.quantity : Math.max(0, line.onHand - before);
      return { ...line, short: Math.max(0, line.quantity - left) };
    });
}

export function describePicks(picks: readonly Pick[], total: number): FeatureReport {
  const short = picks.filter((pick) => pick.short > 0);
  const places = new Set(picks.map((pick) => pick.place));
  return {
    headline:
      picks.length === 0
        ? 'Everything is picked.'
        : short.length > 0
          ? `${short.length} of ${picks.length} lines cannot be picked in full.`
          : `${picks.length} ${picks.length === 1 ? 'line' : 'lines'} to pick at ${places.size} ${places.size === 1 ? 'place' : 'places'}.`,
    facts: [
      { label: 'To pick', value: String(picks.length) },
      { label: 'Units', value: String(picks.reduce((sum, pick) => sum + pick.quantity, 0)) },
      { label: 'Picked', value: String(total - picks.length) },
    ],
    rows: picks.map((pick) => ({
      id: pick.id,
      title: pick.product,
      href: pick.href,
      detail: [pick.place === '' ? 'No place' : pick.place, pick.title]
        .filter((part) => part !== pick.product)
        .join(', '),
      badge: pick.short > 0 ? `${pick.short} short` : `${pick.quantity} ×`,
      tone: pick.short > 0 ? 'danger' : 'neutral',
      actions: [{ name: 'pick', label: 'Picked' }],
    })),
    empty: 'Lines of open orders appear here in the order of the shelves.',
  };
}
