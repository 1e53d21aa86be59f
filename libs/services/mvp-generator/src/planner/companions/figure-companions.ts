import { date, money, notes, status, text } from '../blocks/fields.js';
import { type Build, entity, lower, to, withFields } from './companion-parts.js';

export const ofMeasure: Build = (main) => ({
  main,
  before: [],
  after: [
    entity({
      label: 'Observation',
      view: 'timeline',
      icon: 'search',
      description: `What explains a value, on its day.`,
      fields: [text('title', 'What was noticed'), date('seen_on', 'Seen on'), notes],
      titles: [
        'After a calm night',
        'Instrument cleaned',
        'Higher than expected',
        'Strong wind',
        'New battery',
        'First frost',
      ],
    }),
  ],
  feature: {
    kind: 'trend',
    name: 'Trends',
    description: `Shows where ${lower(main.labelPlural)} stand and whether they rise or fall.`,
    entity: main.name,
  },
});

export const ofMoney: Build = (main) => {
  const target = withFields({
    ...main,
    view: 'table',
    fields: main.fields.map((field) =>
      field.name === 'amount' ? { ...field, name: 'target', label: 'Total' } : field,
    ),
  });
  const payment = entity({
    label: 'Payment',
    view: 'board',
    icon: 'coins',
    description: `What was paid towards each ${lower(main.label)}, and when.`,
    fields: [
      text('title', 'Title'),
      to(main),
      money('amount', 'Amount'),
      date('paid_on', 'Paid on'),
      status('Planned', 'Paid'),
      notes,
    ],
    titles: [
      'January instalment',
      'February instalment',
      'March instalment',
      'Extra payment',
      'April instalment',
      'Last instalment',
    ],
  });
  return {
    main: target,
    before: [],
    after: [payment],
    feature: {
      kind: 'allocation',
      name: 'Paid so far',
      description: `Sets the payments against the total of each ${lower(main.label)} and shows what is left.`,
      entity: payment.name,
    },
  };
};
