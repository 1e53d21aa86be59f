import {
  choice,
  email,
  notes,
  optionalDate,
  optionalText,
  phone,
  relation,
  status,
  text,
} from '../blocks/fields.js';
import {
  type Build,
  type Parts,
  dueFeature,
  dueTask,
  entity,
  lower,
  only,
  to,
} from './companion-parts.js';

export const ofPerson: Build = (main) =>
  only(
    main,
    dueTask(
      main,
      'Follow-up',
      ['Call', 'Message', 'Meeting'],
      [
        'Ask how it went',
        'Send the papers',
        'Agree on a date',
        'Say thanks',
        'First meeting',
        'Check in again',
      ],
    ),
    'Follow-ups due',
  );

export const ofGroup: Build = (main) => {
  const member = entity({
    label: 'Member',
    view: 'table',
    icon: 'users',
    description: `Who belongs to each ${lower(main.label)}.`,
    fields: [
      text('name', 'Name'),
      email('email', 'E-mail'),
      phone('phone', 'Phone'),
      to(main),
      status('Invited', 'Active', 'Left'),
      notes,
    ],
    titles: [],
  });
  return only(
    main,
    dueTask(
      main,
      'Plan',
      [],
      [
        'First meeting',
        'Shared outing',
        'Ask new people',
        'Settle the costs',
        'Book the room',
        'Look back together',
      ],
    ),
    'Plans due',
  ).after.reduce<Parts>(
    (all, plan) => ({
      ...all,
      after: [...all.after, plan],
      feature: dueFeature(plan, 'Plans due'),
    }),
    { main, before: [], after: [member], feature: dueFeature(member, 'Plans due') },
  );
};

/** People and how they are related. */
export const asTree: Build = () => {
  const relative = entity({
    label: 'Relative',
    view: 'gallery',
    icon: 'users',
    description: 'Everyone in the family, with when and where they lived.',
    fields: [
      text('name', 'Name'),
      optionalDate('born_on', 'Born on'),
      optionalDate('died_on', 'Died on'),
      optionalText('birthplace', 'Birthplace'),
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
  const tie = entity({
    label: 'Family tie',
    view: 'table',
    icon: 'link',
    description: 'Who is whose parent, partner or sibling.',
    fields: [
      choice('kind', 'Kind', ['Parent of', 'Partner of', 'Sibling of']),
      relation('relative', 'Relative'),
      { ...relation('relative', 'Of whom'), name: 'other_relative_id' },
      notes,
    ],
    titles: [],
  });
  return {
    main: relative,
    before: [],
    after: [tie],
    feature: {
      kind: 'duplicate_check',
      name: 'Same relative twice',
      description: 'Finds relatives who were written down more than once.',
      entity: relative.name,
    },
  };
};
