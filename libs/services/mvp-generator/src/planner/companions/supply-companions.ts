import { date, integer, notes, rating, text } from '../blocks/fields.js';
import { type Build, entity, lower, to } from './companion-parts.js';

export const ofFood: Build = (main) => {
  const tasting = entity({
    label: 'Tasting',
    view: 'timeline',
    icon: 'star',
    description: `How each ${lower(main.label)} tasted, and when.`,
    fields: [
      text('title', 'First impression'),
      to(main),
      rating('stars', 'Rating', { min: 1, max: 5 }),
      date('tasted_on', 'Tasted on'),
      notes,
    ],
    titles: [
      'Round and sweet',
      'A little too sour',
      'Better than last time',
      'Smoky finish',
      'Needs more time',
      'Everybody asked for more',
    ],
  });
  return {
    main,
    before: [],
    after: [tasting],
    feature: {
      kind: 'rating_summary',
      name: 'Best so far',
      description: `Puts the ratings of all ${lower(main.labelPlural)} side by side.`,
      entity: tasting.name,
    },
  };
};

export const ofMaterial: Build = (main) => {
  const use = entity({
    label: 'Use',
    plural: 'Uses',
    view: 'timeline',
    icon: 'trending-up',
    description: `What each ${lower(main.label)} was used for, and how much of it.`,
    fields: [
      text('title', 'Used for'),
      to(main),
      date('used_on', 'Used on'),
      integer('amount', 'Amount', { min: 0, max: 1_000_000, defaultValue: 1 }),
      notes,
    ],
    titles: ['Small test', 'First batch', 'Big order', 'Repair', 'Second try', 'Demonstration'],
  });
  return {
    main,
    before: [],
    after: [use],
    feature: {
      kind: 'low_stock',
      name: 'Running low',
      description: `Shows which ${lower(main.labelPlural)} are at or below the amount at which to get more.`,
      entity: main.name,
    },
  };
};
