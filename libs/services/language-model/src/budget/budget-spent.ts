import { AppError } from '@hatchr/contracts';
import type { BudgetScope } from '../ledger/model-ledger.port.js';

const SCOPES: Record<BudgetScope, string> = {
  call: 'of one call',
  step: 'of this step',
  job: 'of this job',
  user_day: 'of your account for today',
  instance_day: 'of this instance for today',
};

/** The error of a call that no longer fits, naming the scope whose cap it would pass. */
export function budgetSpent(scope: BudgetScope): AppError {
  return new AppError('model.budget_spent', {
    message: `The budget for language models ${SCOPES[scope]} is spent, so the rest was made without one. The operator can raise it, or wait for tomorrow.`,
    details: { scope },
  });
}
