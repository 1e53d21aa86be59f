import type { BlockEntity } from '../blocks/block.js';
import {
  date,
  email,
  longText,
  notes,
  optionalDate,
  optionalText,
  phone,
  relation,
  status,
  text,
  url,
} from '../blocks/fields.js';
import {
  type Build,
  type Parts,
  comments,
  entity,
  lower,
  withFields,
  withStatus,
} from './companion-parts.js';
import { isMailing, isSpoken } from './promise-lines.js';

/** What is sent to many has readers. */
function toReaders(main: BlockEntity): Parts {
  const reader = entity({
    label: 'Subscriber',
    view: 'table',
    icon: 'mail',
    description: `Who gets the ${lower(main.labelPlural)}.`,
    fields: [
      text('name', 'Name'),
      email('email', 'E-mail'),
      status('Asked to join', 'Subscribed', 'Unsubscribed'),
      optionalDate('joined_on', 'Since'),
      notes,
    ],
    titles: [],
  });
  return {
    main: {
      ...withFields(
        withStatus(main, 'Idea', 'Written', 'Checked', 'Sent'),
        date('send_on', 'Send on'),
      ),
      view: 'board',
    },
    before: [],
    after: [reader],
    feature: {
      kind: 'due_reminders',
      name: 'Going out next',
      description: `Shows which ${lower(main.labelPlural)} have to go out next and how far each one is.`,
      entity: main.name,
    },
  };
}

export const ofDocument: Build = (main, { singular }) => {
  if (isMailing(singular)) return toReaders(main);
  const topic = entity({
    label: isSpoken(singular) ? 'Series' : 'Topic',
    plural: isSpoken(singular) ? 'Series' : 'Topics',
    view: 'gallery',
    icon: 'tag',
    description: `What the ${lower(main.labelPlural)} are about.`,
    fields: [text('name', 'Name'), longText('description', 'Description')],
    titles: ['Beginnings', 'Everyday life', 'Hope', 'Questions', 'Seasons', 'Work and rest'],
  });
  const speaker = entity({
    label: 'Speaker',
    view: 'table',
    icon: 'user-round',
    description: `Whose ${lower(main.labelPlural)} they are.`,
    fields: [text('name', 'Name'), email('email', 'E-mail'), phone('phone', 'Phone'), notes],
    titles: [],
  });
  const held = isSpoken(singular)
    ? [
        relation('speaker', 'Speaker', { required: false }),
        optionalDate('given_on', 'Given on'),
        url('recording', 'Recording'),
      ]
    : [];
  const kept = withFields(main, relation(topic.name, topic.label, { required: false }), ...held);
  return {
    main: kept,
    before: [topic, ...(isSpoken(singular) ? [speaker] : [])],
    after: [comments(main)],
    feature: {
      kind: 'progress',
      name: `${topic.labelPlural} at a glance`,
      description: `Shows how far the ${lower(main.labelPlural)} of each ${lower(topic.label)} are.`,
      entity: main.name,
    },
  };
};

export function withApproval(main: BlockEntity): Parts {
  const kept = withFields(
    withStatus(main, 'Waiting for approval', 'Changes asked for', 'Approved'),
    optionalText('requested_by', 'Asked by'),
    date('needed_by', 'Needed by'),
  );
  return {
    main: { ...kept, view: 'board' },
    before: [],
    after: [comments(main, 'Review comment')],
    feature: {
      kind: 'due_reminders',
      name: 'Waiting for approval',
      description: `Shows which ${lower(main.labelPlural)} still wait for a yes, and how soon it is needed.`,
      entity: main.name,
    },
  };
}
