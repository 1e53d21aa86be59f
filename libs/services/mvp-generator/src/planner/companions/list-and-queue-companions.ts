import {
  date,
  choice,
  datetime,
  duration,
  money,
  notes,
  optionalDate,
  optionalText,
  relation,
  text,
} from '../blocks/fields.js';
import {
  to,
  type Build,
  comments,
  entity,
  lower,
  withFields,
  withStatus,
} from './companion-parts.js';

/** "Gift lists": lists of gifts. The list comes first, what stands on it belongs to it. */
export const asList: Build = (main) => {
  const list = entity({
    label: `${main.label} list`,
    view: 'gallery',
    icon: 'list-checks',
    description: `Each list of ${lower(main.labelPlural)}, for whom it is and by when.`,
    fields: [
      text('name', 'Name'),
      optionalText('for_whom', 'For whom'),
      optionalDate('needed_on', 'Needed on'),
      notes,
    ],
    titles: [
      'Winter holidays',
      'Summer party',
      'For the little ones',
      'Round birthday',
      'Just in case',
      'Next trip',
    ],
  });
  const item = withFields(
    withStatus({ ...main, view: 'board' }, 'Wished for', 'Found', 'Done'),
    relation(list.name, list.label),
    money('price', 'Price', { required: false }),
  );
  return {
    main: item,
    before: [list],
    after: [],
    feature: {
      kind: 'progress',
      name: 'How far each list is',
      description: `Counts what is done on each list of ${lower(main.labelPlural)}.`,
      entity: main.name,
    },
  };
};

export const asQueue: Build = (main) => ({
  main: {
    ...withFields(
      withStatus(main, 'Waiting', 'Running', 'Done', 'Failed'),
      text('requested_by', 'Asked by'),
      choice('priority', 'Priority', ['Normal', 'Urgent', 'Low']),
      datetime('received_at', 'Received'),
      duration('duration', 'Takes', { defaultValue: 60 }),
    ),
    view: 'board',
  },
  before: [],
  after: [comments(main, 'Note')],
  feature: {
    kind: 'sla_clock',
    name: 'Next in the queue',
    description: `Shows which ${lower(main.labelPlural)} wait longest and what is urgent.`,
    entity: main.name,
  },
});

/** What is collected or registered is written down once, and has a history. */
export const asCollection: Build = (main) => {
  const change = entity({
    label: 'History entry',
    plural: 'History',
    view: 'timeline',
    icon: 'clock',
    description: `What happened to each ${lower(main.label)}, and when.`,
    fields: [
      text('title', 'What happened'),
      to(main),
      choice('kind', 'Kind', ['Added', 'Checked', 'Moved', 'Repaired', 'Given away']),
      date('happened_on', 'Happened on'),
      money('value', 'Value', { required: false }),
      notes,
    ],
    titles: [
      'First entry',
      'Looked over',
      'New place on the shelf',
      'Small repair',
      'Photographed',
      'Described again',
    ],
  });
  return {
    main,
    before: [],
    after: [change],
    feature: {
      kind: 'duplicate_check',
      name: 'Entered twice',
      description: `Finds ${lower(main.labelPlural)} that were written down more than once, before one is added again.`,
      entity: main.name,
    },
  };
};
