import {
  budgetScopes,
  type Amount,
  type Budgets,
  type BudgetScope,
} from '../ledger/model-ledger.port.js';

/**
 * The first scope whose cap would be passed by `worst` on top of what counts there already; null where it fits everywhere.
 * @param counted for each scope; a scope that is not given is not held
 */
export function spentScope(
  counted: Partial<Record<BudgetScope, Amount>>,
  worst: Amount,
  budgets: Budgets,
): BudgetScope | null {
  const passes = (scope: BudgetScope): boolean => {
    const already = counted[scope];
    const cap = budgets[scope];
    if (!already) return false;
    return (
      (cap.tokens !== null && already.tokens + worst.tokens > cap.tokens) ||
      (cap.microUsd !== null && already.microUsd + worst.microUsd > cap.microUsd)
    );
  };
  return budgetScopes.find(passes) ?? null;
}
