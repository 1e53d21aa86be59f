import { addMonths } from '@/lib/time';
import type { FeatureReport } from './feature-report';

export interface Spending {
  id: string;
  href: string;
  category: string;
  /** Minor units. */
  amount: number;
  /** Calendar date, YYYY-MM-DD. */
  on: string;
}

export interface CategoryBurn {
  category: string;
  spent: number;
  /** Spent in the month before. */
  before: number;
  /** Where the month ends at this pace. */
  projected: number;
  /** Minor units for a month; null where none is set. */
  budget: number | null;
}

const daysIn = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();

/** Spending of this month in each category beside last month and the budget, the largest first. */
export function computeBurn(
  spending: readonly Spending[],
  today: string,
  budgets: ReadonlyMap<string, number> = new Map(),
): CategoryBurn[] {
  const month = today.slice(0, 7);
  const sum = (category: string, of: string) =>
    spending
      .filter((item) => item.category === category && item.on.startsWith(of) && item.on <= today)
      .reduce((total, item) => total + item.amount, 0);
  const pace = daysIn(month) / Number(today.slice(8, 10));
  return [...new Set([...spending.map((item) => item.category), ...budgets.keys()])]
    .map((category) => {
      const spent = sum(category, month);
      const before = sum(category, addMonths(month, -1));
      const budget = budgets.get(category) ?? null;
      return { category, spent, before, projected: Math.round(spent * pace), budget };
    })
    .filter((burn) => burn.spent > 0 || burn.before > 0 || burn.budget !== null)
    .sort((a, b) => b.spent - a.spent || a.category.localeCompare(b.category));
}

/** What the projected end of the month is held against: the budget, else the month before. */
const limitOf = (burn: CategoryBurn): number => burn.budget ?? burn.before;
const isOver = (burn: CategoryBurn): boolean => limitOf(burn) > 0 && burn.projected > limitOf(burn);

export function describeBurn(
  burns: readonly CategoryBurn[],
  money: (minorUnits: number) => string,
): FeatureReport {
  const total = (pick: (burn: CategoryBurn) => number) =>
    burns.reduce((sum, burn) => sum + pick(burn), 0);
  const over = burns.filter(isOver);
  const basis = (burn: CategoryBurn) => (burn.budget === null ? 'last month' : 'budget');
  return {
    headline:
      over.length === 0
        ? 'Nothing is on its way past its limit this month.'
        : `${over.length} on the way past ${over.length === 1 ? 'its' : 'their'} limit at this pace.`,
    facts: [
      { label: 'This month', value: money(total((burn) => burn.spent)) },
      { label: 'At this pace', value: money(total((burn) => burn.projected)) },
      { label: 'Last month', value: money(total((burn) => burn.before)) },
    ],
    chart: {
      title: 'Spent this month',
      kind: 'bars',
      points: burns.map(({ category, spent }) => ({
        label: category,
        value: spent,
        text: money(spent),
      })),
    },
    rows: burns.map((burn) => ({
      id: burn.category,
      title: burn.category,
      detail: `${money(burn.projected)} at this pace, ${basis(burn)} ${money(limitOf(burn))}`,
      badge: money(burn.spent),
      tone: isOver(burn) ? 'warning' : 'good',
    })),
    empty: 'Spending of this month appears here.',
  };
}
