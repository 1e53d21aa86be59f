import { addMonths } from '@/lib/time';
import type { FeatureReport } from './feature-report';

export interface Debt {
  id: string;
  title: string;
  href: string;
  /** Minor units still owed. */
  balance: number;
  /** Percent a year. */
  yearlyRate: number;
  /** Minor units that have to be paid each month. */
  minimum: number;
}

export type PayoffOrder = 'avalanche' | 'snowball';

export interface Payoff {
  /** Debts in the order in which they end, each with the number of months until then. */
  ended: { id: string; months: number }[];
  /** Interest of all months, in minor units. */
  interest: number;
  /** null when the payments never end it. */
  months: number | null;
}

// Fifty years: what is not paid by then is taken as never.
const MAX_MONTHS = 600;

const firstOf = (debts: readonly Debt[], order: PayoffOrder): Debt[] =>
  [...debts].sort((a, b) =>
    order === 'avalanche'
      ? b.yearlyRate - a.yearlyRate || a.balance - b.balance
      : a.balance - b.balance || b.yearlyRate - a.yearlyRate,
  );

/**
 * Month by month: interest, then every minimum, then whatever is left of the same monthly sum to the first debt of
 * the order. Avalanche pays the dearest debt first, snowball the smallest; what an ended debt took goes to the next.
 */
export function payOff(debts: readonly Debt[], extra: number, order: PayoffOrder): Payoff {
  const open = firstOf(
    debts.filter((debt) => debt.balance > 0),
    order,
  ).map((debt) => ({ ...debt }));
  const monthly = extra + open.reduce((sum, debt) => sum + debt.minimum, 0);
  const result: Payoff = { ended: [], interest: 0, months: 0 };
  for (let month = 1; open.length > 0; month++) {
    if (month > MAX_MONTHS) return { ...result, months: null };
    let left = monthly;
    for (const debt of open) {
      const interest = Math.round((debt.balance * debt.yearlyRate) / 1200);
      result.interest += interest;
      debt.balance += interest;
      const paid = Math.min(debt.minimum, debt.balance, left);
      debt.balance -= paid;
      left -= paid;
    }
    for (const debt of open) {
      const paid = Math.min(left, debt.balance);
      debt.balance -= paid;
      left -= paid;
    }
    for (const debt of open.filter((item) => item.balance <= 0))
      result.ended.push({ id: debt.id, months: month });
    open.splice(0, open.length, ...open.filter((debt) => debt.balance > 0));
    result.months = month;
  }
  return result;
}

export function describePayoff(
  debts: readonly Debt[],
  extra: number,
  today: string,
  money: (minorUnits: number) => string,
): FeatureReport {
  const plans = [
    { name: 'Dearest first', plan: payOff(debts, extra, 'avalanche') },
    { name: 'Smallest first', plan: payOff(debts, extra, 'snowball') },
  ] as const;
  const [dearest, smallest] = plans;
  const monthOf = (months: number | null) =>
    months === null ? 'Never' : addMonths(today.slice(0, 7), months);
  const owed = debts.reduce((sum, debt) => sum + Math.max(0, debt.balance), 0);
  const saved = smallest.plan.interest - dearest.plan.interest;
  const open = firstOf(
    debts.filter((debt) => debt.balance > 0),
    'avalanche',
  );
  return {
    headline:
      owed === 0
        ? 'Nothing is owed.'
        : dearest.plan.months === null
          ? 'At this pace it never ends: the payments do not cover the interest.'
          : `Free of debt in ${monthOf(dearest.plan.months)}${saved > 0 ? `; paying the dearest first saves ${money(saved)}` : ''}.`,
    facts: [
      { label: 'Owed', value: money(owed) },
      { label: 'Extra a month', value: money(extra) },
      {
        label: 'Interest to come',
        value: dearest.plan.months === null ? 'No end' : money(dearest.plan.interest),
      },
    ],
    table: {
      title: 'Which order',
      columns: ['Order', 'Free in', 'Months', 'Interest'],
      rows: plans.map(({ name, plan }) => ({
        id: name,
        cells: [
          name,
          monthOf(plan.months),
          plan.months === null ? 'No end' : String(plan.months),
          plan.months === null ? 'No end' : money(plan.interest),
        ],
      })),
    },
    rows: open.map((debt, index) => {
      const months = dearest.plan.ended.find(({ id }) => id === debt.id)?.months ?? null;
      return {
        id: debt.id,
        title: debt.title,
        href: debt.href,
        detail: `${money(debt.balance)} at ${debt.yearlyRate} %, gone in ${monthOf(months)}`,
        badge: index === 0 ? 'Pay extra here' : `${index + 1}.`,
        tone: months === null ? 'danger' : index === 0 ? 'brand' : 'neutral',
      };
    }),
    empty: 'Add what you owe, its rate and its smallest payment.',
  };
}
