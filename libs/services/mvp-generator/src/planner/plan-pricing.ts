import type { EntitySpec, ProductSpec } from '@hatchr/contracts';
import { inSentence } from '../criteria/entity-criteria.js';
import type { StatedPrice } from './stated-facts.js';

/** The price that the sentence states, or plans without a price: what it costs is the founder's to decide. */
export function planPricing(
  price: StatedPrice | null,
  entities: readonly EntitySpec[],
  featureName: string,
  language: string,
): ProductSpec['pricing'] {
  const everything = [
    `${featureName} included`,
    ...entities
      .slice(0, 3)
      .map((entity) => `Unlimited ${inSentence(entity.labelPlural, language)}`),
    'Export of all data',
  ];
  if (price)
    return {
      currency: price.currency,
      source: 'prompt',
      plans: [
        {
          name: 'Standard',
          amount: price.amount,
          period: price.period,
          features: everything,
          isHighlighted: true,
        },
      ],
    };
  return {
    currency: 'USD',
    source: 'undecided',
    plans: [
      {
        name: 'Starter',
        amount: null,
        period: 'month',
        features: [featureName, 'One workspace'],
        isHighlighted: false,
      },
      { name: 'Full', amount: null, period: 'month', features: everything, isHighlighted: true },
    ],
  };
}
