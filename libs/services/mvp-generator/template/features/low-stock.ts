import type { FeatureReport } from './feature-report';

export interface StockItem {
  id: string;
  title: string;
  href: string;
  quantity: number;
  /** Order more at or below this. */
  reorderLevel: number;
}

export interface Reorder extends StockItem {
  suggested: number;
}

/** How many to order: enough to reach twice the level, and never nothing. */
export const suggestOrder = (quantity: number, reorderLevel: number): number =>
  Math.max(1, reorderLevel * 2 - quantity);

/** What to order: everything at or below its level, the emptiest first, enough to reach twice the level. */
export function findLowStock(items: readonly StockItem[]): Reorder[] {
  const fill = (item: StockItem) => item.quantity / Math.max(1, item.reorderLevel);
  return items
    .filter((item) => item.quantity <= item.reorderLevel)
    .map((item) => ({ ...item, suggested: suggestOrder(item.quantity, item.reorderLevel) }))
    .sort((a, b) => fill(a) - fill(b) || a.title.localeCompare(b.title));
}

export function describeLowStock(reorders: readonly Reorder[], total: number): FeatureReport {
  const out = reorders.filter((item) => item.quantity === 0).length;
  return {
    headline:
      reorders.length === 0
        ? 'Everything is above its level.'
        : `${reorders.length} of ${total} ${reorders.length === 1 ? 'is' : 'are'} at or below the level.`,
    facts: [
      { label: 'To order', value: String(reorders.length) },
      { label: 'Out', value: String(out) },
    ],
    rows: reorders.map((item) => ({
      id: item.id,
      title: item.title,
      href: item.href,
      detail: `${item.quantity} left, level ${item.reorderLevel}. Order ${item.suggested}.`,
      badge: item.quantity === 0 ? 'Out' : 'Low',
      tone: item.quantity === 0 ? 'danger' : 'warning',
      actions: [{ name: 'reorder', label: `Add ${item.suggested}` }],
    })),
    chart: {
      title: 'Left of what is low',
      kind: 'bars',
      points: reorders.map((item) => ({
        label: item.title,
        value: item.quantity,
        text: String(item.quantity),
      })),
    },
    empty: 'Nothing needs ordering.',
  };
}
