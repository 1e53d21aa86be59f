import { notes, optionalDate, status, text } from '../blocks/fields.js';
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
