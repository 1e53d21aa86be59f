import { email, integer, notes, phone, status, text } from '../blocks/fields.js';
import { hypernymsOf, nounSenses } from '../noun-senses.js';
import { type Build, dueTask, entity, lower, only, to, withFields } from './companion-parts.js';

/** People come to a social event; work that is done has steps. */
function isSocial(singular: string): boolean {
  const sense = nounSenses(singular.split(' ').at(-1) ?? '')[0];
  const above = sense ? hypernymsOf(sense) : [];
  return above.some((word) =>
    /^(?:social_event|gathering|contest|party|meeting|show|performance|competition|social_gathering|celebration|campaign|social_activity)$/u.test(
      word,
    ),
  );
}

export const ofEvent: Build = (main, thing) => {
  if (!isSocial(thing.singular))
    return only(
      main,
      dueTask(
        main,
        'Follow-up',
        ['Finding', 'Repair', 'Paperwork'],
        [
          'Write it up',
          'Put right what was found',
          'Tell those concerned',
          'Order what is missing',
          'Look at it again',
          'File the papers',
        ],
      ),
      'Follow-ups due',
    );
  const people = entity({
    label: 'Participant',
    view: 'table',
    icon: 'users',
    description: `Who takes part in each ${lower(main.label)}.`,
    fields: [
      text('name', 'Name'),
      email('email', 'E-mail'),
      phone('phone', 'Phone'),
      to(main),
      status('Invited', 'Going', 'Waiting list', 'Declined'),
      notes,
    ],
    titles: [],
  });
  const places = integer('capacity', 'Places', { min: 1, max: 100_000, defaultValue: 20 });
  return {
    main: withFields(main, places),
    before: [],
    after: [people],
    feature: {
      kind: 'capacity',
      name: 'Places left',
      description: `Counts who comes to each ${lower(main.label)} and how many places are left.`,
      entity: main.name,
    },
  };
};
