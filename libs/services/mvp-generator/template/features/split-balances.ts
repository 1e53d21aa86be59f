import type { FeatureReport } from './feature-report';

export interface SharedExpense {
  /** Who paid. */
  payerId: string;
  /** Minor units. */
  amount: number;
  isSettled: boolean;
}

export interface Transfer {
  from: string;
  to: string;
  amount: number;
}

/**
 * What each person is owed (positive) or owes (negative) when open expenses are shared equally by all. The parts
 * of an amount that does not divide go to the first people, so the balances always add up to nothing.
 */
export function computeBalances(
  people: readonly string[],
  expenses: readonly SharedExpense[],
): Map<string, number> {
  const balances = new Map(people.map((person) => [person, 0]));
  const add = (person: string, amount: number) =>
    balances.set(person, (balances.get(person) ?? 0) + amount);
  for (const expense of expenses) {
    if (expense.isSettled || people.length === 0 || !balances.has(expense.payerId)) continue;
    const share = Math.floor(expense.amount / people.length);
    const rest = expense.amount - share * people.length;
    add(expense.payerId, expense.amount);
    for (const [index, person] of people.entries()) add(person, -(share + (index < rest ? 1 : 0)));
  }
  return balances;
}

/** Transfers that settle all balances: the largest debt is paid to the largest credit until nothing is left. */
export function settleUp(balances: ReadonlyMap<string, number>): Transfer[] {
  const open = [...balances]
    .map(([person, amount]) => ({ person, amount }))
    .filter(({ amount }) => amount !== 0);
  const transfers: Transfer[] = [];
  for (;;) {
    open.sort((a, b) => b.amount - a.amount || a.person.localeCompare(b.person));
    const [creditor, debtor] = [open[0], open.at(-1)];
    if (!creditor || !debtor || creditor.amount <= 0 || debtor.amount >= 0) return transfers;
    const amount = Math.min(creditor.amount, -debtor.amount);
    transfers.push({ from: debtor.person, to: creditor.person, amount });
    creditor.amount -= amount;
    debtor.amount += amount;
  }
}

export function describeBalances(
  transfers: readonly Transfer[],
  total: number,
  nameOf: (id: string) => string,
  money: (amount: number) => string,
  hrefOf: (id: string) => string,
): FeatureReport {
  return {
    headline:
      transfers.length === 0
        ? 'Everyone is even.'
        : `${transfers.length} ${transfers.length === 1 ? 'payment settles' : 'payments settle'} everything.`,
    facts: [
      { label: 'Open expenses', value: money(total) },
      { label: 'Payments', value: String(transfers.length) },
    ],
    rows: transfers.map((transfer) => ({
      id: `${transfer.from}-${transfer.to}`,
      title: `${nameOf(transfer.from)} pays ${nameOf(transfer.to)}`,
      detail: 'Equal shares of all open expenses',
      href: hrefOf(transfer.from),
      badge: money(transfer.amount),
      tone: 'brand',
    })),
    empty: 'Nobody owes anybody anything.',
  };
}
