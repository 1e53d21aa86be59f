import type { PricePoint } from '@hatchr/contracts';

const periodWords = { month: 'a month', year: 'a year', one_time: 'once', usage: '' };

/** A plan as its page states it: `Team: from 8 EUR a month per seat, billed yearly`. Nothing is converted. */
export function describePrice(
  plan: Omit<PricePoint, 'competitorId' | 'evidenceId' | 'monthlyAmount'>,
): string {
  return `${plan.name ?? 'Plan'}: ${amountOf(plan)}`;
}

function amountOf(plan: Parameters<typeof describePrice>[0]): string {
  if (plan.isFree) return 'free';
  if (plan.isOnRequest || plan.amount === null) return 'on request';
  const words = [
    plan.isFrom ? 'from' : '',
    String(plan.amount),
    plan.currency ?? 'in a currency that is not stated',
    plan.period ? periodWords[plan.period] : '',
    plan.per ? `per ${plan.per}` : '',
  ];
  const billed = plan.billed && plan.billed !== plan.period ? `, billed ${plan.billed}ly` : '';
  const trial = plan.trialDays === null ? '' : `, ${plan.trialDays} days to try`;
  return words.filter(Boolean).join(' ') + billed + trial;
}
