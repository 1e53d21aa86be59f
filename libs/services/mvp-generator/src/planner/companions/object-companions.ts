import {
  date,
  email,
  integer,
  notes,
  optionalDate,
  optionalText,
  phone,
  relation,
  status,
  text,
} from '../blocks/fields.js';
import { type Build, dueTask, entity, lower, only, to, withFields } from './companion-parts.js';

export const ofObject: Build = (main, { keeping }) => {
  if (keeping === 'library') {
    const loan = entity({
      label: 'Loan',
      view: 'board',
      icon: 'repeat',
      description: `Who has which ${lower(main.label)}, and when it comes back.`,
      fields: [
        text('borrower_name', 'Borrower'),
        to(main),
        date('due_on', 'Due back'),
        optionalDate('returned_on', 'Returned on'),
        status('Out', 'Returned'),
        notes,
      ],
      titles: [
        'Ada Sample',
        'Noor Sample',
        'Mateo Sample',
        'Ines Sample',
        'Kofi Sample',
        'Lena Sample',
      ],
    });
    return {
      main,
      before: [],
      after: [loan],
      feature: {
        kind: 'loan_returns',
        name: 'Out on loan',
        description: `Shows which ${lower(main.labelPlural)} are out and which should be back by now.`,
        entity: loan.name,
      },
    };
  }
  return only(
    main,
    dueTask(
      main,
      'Check',
      ['Inspection', 'Cleaning', 'Repair', 'Replacement'],
      [
        'Look for damage',
        'Clean and dry',
        'Replace what is worn',
        'Yearly inspection',
        'Test before use',
        'Tighten and oil',
      ],
    ),
    'Checks due',
  );
};

/** A card that is stamped: "loyalty cards", "punch cards". */
export const asStampCard: Build = (main) => {
  const holder = entity({
    label: 'Card holder',
    view: 'table',
    icon: 'users',
    description: `Who collects on a ${lower(main.label)}.`,
    fields: [text('name', 'Name'), email('email', 'E-mail'), phone('phone', 'Phone'), notes],
    titles: [],
  });
  const stamp = entity({
    label: 'Stamp',
    view: 'timeline',
    icon: 'badge-check',
    description: 'Every purchase that counts towards a reward.',
    fields: [
      text('title', 'For what'),
      to(main),
      date('stamped_on', 'Stamped on'),
      integer('points', 'Points', { min: 1, max: 1000, defaultValue: 1 }),
      notes,
    ],
    titles: [
      'Flat white',
      'Filter and cake',
      'Bag of beans',
      'Two cappuccinos',
      'Iced latte',
      'Breakfast',
    ],
  });
  return {
    main: {
      ...withFields(
        {
          ...main,
          fields: [text('number', 'Card number')],
          titleField: 'number',
          sampleTitles: ['DEMO-001', 'DEMO-002', 'DEMO-003', 'DEMO-004', 'DEMO-005', 'DEMO-006'],
        },
        relation(holder.name, holder.label),
        integer('stamps_needed', 'Stamps for a reward', { min: 1, max: 100, defaultValue: 10 }),
        status('Collecting', 'Reward ready', 'Redeemed'),
        optionalText('reward', 'Reward'),
        notes,
      ),
      view: 'board',
    },
    before: [holder],
    after: [stamp],
    feature: {
      kind: 'streaks',
      name: 'Regulars',
      description: `Shows which ${lower(main.labelPlural)} are used again and again.`,
      entity: stamp.name,
    },
  };
};
