import type { ModelOffer } from '@hatchr/contracts';
import { formatMicroUsd } from '@/lib/format';

const toList = new Intl.ListFormat('en', { type: 'conjunction' });
const tokens = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 2 });

/** In two sentences: who plans and writes the next kit, what that usually costs, and where it ends. */
export function describeOffer(offer: ModelOffer): string {
  const models = [...new Set(offer.estimate.map(({ model }) => model))];
  const account = offer.billedTo === 'user' ? 'your own key' : 'the key of this instance';
  const usual = offer.estimate.reduce((sum, task) => sum + task.tokens, 0);
  const amounts = offer.estimate.map(({ microUsd }) => microUsd);
  const known = amounts.every((amount) => amount !== null);
  const cost = known
    ? `about ${formatMicroUsd(amounts.reduce((sum, amount) => sum + amount, 0))}`
    : `about ${tokens.format(usual)} tokens, whose price is not known here`;
  return `${toList.format(models)} of ${offer.provider} plan, read and write along, with ${account}. A kit usually takes ${cost}${describeCap(offer.caps.job, known)}.`;
}

function describeCap(
  { microUsd, tokens: most }: ModelOffer['caps']['job'],
  known: boolean,
): string {
  if (known && microUsd !== null) return `, and never more than ${formatMicroUsd(microUsd)}`;
  return most === null ? '' : `, and never more than ${tokens.format(most)} tokens`;
}
