import type { Plan } from '@hatchr/contracts';
import type { Fact } from './fact.js';
import { findCardPlans } from './find-card-plans.js';
import { findStatePlans, findSchemaPlans } from './find-structured-plans.js';
import { findTablePlans } from './find-table-plans.js';
import type { PageModel } from './page-model.js';

const maximumPlans = 24;

function keyOf({ name, amount, currency, period, billed, per }: Plan): string {
  return JSON.stringify([name?.toLowerCase(), amount, currency, period, billed, per]);
}

/**
 * A yearly switch shows an amount without saying whether it is for a month or for the year. Beside the monthly
 * amount of the same plan it is clear: at most that much is a month's share, six times as much is a year's.
 */
function settleSwitchedPrices(facts: readonly Fact<Plan>[]): Fact<Plan>[] {
  return facts.map((fact) => {
    const { name, amount, period, billed } = fact.value;
    if (period !== null || billed !== 'year' || amount === null) return fact;
    const monthly = facts.find(
      ({ value }) => value.name === name && value.period === 'month' && value.billed !== 'year',
    )?.value.amount;
    if (monthly === undefined || monthly === null) return fact;
    const settled = amount <= monthly ? 'month' : amount >= 6 * monthly ? 'year' : null;
    return {
      ...fact,
      value: { ...fact.value, period: settled, billed: settled === 'year' ? null : billed },
    };
  });
}

/** The same plan once; where one statement only adds what the other leaves open, the fuller one stays. */
export function mergePlans(facts: readonly Fact<Plan>[]): Fact<Plan>[] {
  const kept: Fact<Plan>[] = [];
  for (const fact of facts) {
    const { value } = fact;
    const isCovered = kept.some(
      ({ value: other }) =>
        keyOf(other) === keyOf(value) ||
        (other.name?.toLowerCase() === value.name?.toLowerCase() &&
          other.amount === value.amount &&
          other.currency === value.currency &&
          other.isOnRequest === value.isOnRequest &&
          (value.period === null || value.period === other.period) &&
          (value.billed === null || value.billed === other.billed) &&
          (value.per === null || value.per === other.per)),
    );
    if (!isCovered && kept.length < maximumPlans) kept.push(fact);
  }
  return kept;
}

/**
 * The pricing plans of a page: what a visitor sees in cards, lines and tables, and only where that is nothing,
 * what the page says to programs, because that is what goes stale unseen.
 */
export function findPlans(model: PageModel): Fact<Plan>[] {
  const seen = [...findCardPlans(model), ...findTablePlans(model)];
  if (seen.length > 0) return mergePlans(settleSwitchedPrices(seen));
  const schema = findSchemaPlans(model);
  return mergePlans(schema.length > 0 ? schema : findStatePlans(model));
}
