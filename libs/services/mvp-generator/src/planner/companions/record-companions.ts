import { integer, money, notes, optionalDate, status, text } from '../blocks/fields.js';
import { type Build, entity, lower, to } from './companion-parts.js';
import { withApproval } from './document-companions.js';

export const ofRecord: Build = (main, thing) => {
  if (thing.wants === 'approval') return withApproval(main);
  const step = entity({
    label: 'Step',
    view: 'board',
    icon: 'list-checks',
    description: `What belongs to each ${lower(main.label)}, one after the other.`,
    fields: [
      text('title', 'Title'),
      to(main),
      optionalDate('due_on', 'Due on'),
      status('Open', 'Under way', 'Done'),
      notes,
    ],
    titles: [
      'Collect what is there',
      'Ask those concerned',
      'First draft',
      'Try it out',
      'Correct it',
      'Tell everybody',
    ],
  });
  return {
    main,
    before: [],
    after: [step],
    feature: {
      kind: 'progress',
      name: `How far each ${lower(main.label)} is`,
      description: `Counts the finished steps of each ${lower(main.label)}.`,
      entity: step.name,
    },
  };
};

/** What is ordered is made up of lines, and has to be ready on its day. */
export const ofOrder: Build = (main) => {
  const line = entity({
    label: 'Order line',
    view: 'table',
    icon: 'list-checks',
    description: `What each ${lower(main.label)} is made up of, how many and at what price.`,
    fields: [
      text('title', 'What'),
      to(main),
      integer('quantity', 'Quantity', { min: 1, max: 100_000, defaultValue: 1 }),
      money('unit_price', 'Price each', { required: false }),
      notes,
    ],
    titles: [
      'Small, plain',
      'Large, with a name',
      'As last time',
      'Gift wrapped',
      'Sample',
      'Extra',
    ],
  });
  return {
    main,
    before: [],
    after: [line],
    feature: {
      kind: 'due_reminders',
      name: 'Due next',
      description: `Lists the ${lower(main.labelPlural)} that have to be ready next, the most urgent first, and words a message for each.`,
      entity: main.name,
    },
  };
};
