import type { ProductSpec } from '@hatchr/contracts';
import type { BlockEntity, BlockField } from './blocks/block.js';
import {
  choice,
  date,
  datetime,
  duration,
  email,
  flag,
  integer,
  longText,
  money,
  notes,
  optionalDate,
  optionalText,
  phone,
  rating,
  relation,
  status,
  text,
  url,
} from './blocks/fields.js';
import type { NounKind } from './classify-noun.js';
import type { IconName } from '@hatchr/contracts';
import { hypernymsOf, nounSenses } from './noun-senses.js';
import type { Thing } from './read-thing.js';
import { pluralIdentifier, pluralOf, toIdentifier, toLabel } from './to-identifier.js';

type Feature = Pick<ProductSpec['feature'], 'kind' | 'name' | 'description' | 'entity'>;

/** What a thing of the sentence needs around it to be worked with. */
export interface Companions {
  /** The thing itself, with what its keeping asks for. */
  main: BlockEntity;
  before: BlockEntity[];
  after: BlockEntity[];
  feature: Feature;
  /** Ends "for <audience>"; one short line about the thing. */
  promise: string;
  /** What goes wrong without it. */
  problem: string;
}

type Parts = Omit<Companions, 'promise' | 'problem'>;

interface Shape {
  label: string;
  plural?: string;
  view: BlockEntity['view'];
  icon: IconName;
  description: string;
  fields: BlockField[];
  titles: string[];
}

function entity({ label, plural, view, icon, description, fields, titles }: Shape): BlockEntity {
  const name = toIdentifier(label, 'part');
  return {
    name,
    plural: pluralIdentifier(name),
    label,
    labelPlural: plural ?? toLabel(pluralOf(label, 'en')),
    description,
    icon,
    titleField: fields[0]?.name ?? 'title',
    view,
    fields,
    sampleTitles: titles,
  };
}

const lower = (label: string): string =>
  /^[A-Z][a-z' -]*$/u.test(label) ? label.toLowerCase() : label;

/** An entity with further fields before its closing text; a field of the same name gives way. */
export function withFields(base: BlockEntity, ...added: BlockField[]): BlockEntity {
  const names = new Set(added.map((field) => field.name));
  const kept = base.fields.filter((field) => !names.has(field.name));
  const closing = kept.at(-1)?.type === 'long_text' ? kept.slice(-1) : [];
  return {
    ...base,
    fields: [...kept.slice(0, kept.length - closing.length), ...added, ...closing],
  };
}

function withStatus(base: BlockEntity, ...labels: string[]): BlockEntity {
  const own = status(...labels);
  const has = base.fields.some((field) => field.name === 'status');
  return has
    ? { ...base, fields: base.fields.map((field) => (field.name === 'status' ? own : field)) }
    : withFields(base, own);
}

const to = (main: BlockEntity): BlockField => relation(main.name, main.label);

const comments = (main: BlockEntity, label = 'Comment'): BlockEntity =>
  entity({
    label,
    view: 'thread',
    icon: 'message-circle',
    description: `What was said about each ${lower(main.label)}, in order.`,
    fields: [
      text('author_name', 'Author'),
      to(main),
      datetime('written_at', 'Written'),
      longText('content', 'Text', { required: true }),
    ],
    titles: ['Ada Sample', 'Noor Sample', 'Mateo Sample', 'Ines Sample'],
  });

const dueTask = (
  main: BlockEntity,
  label: string,
  kinds: string[],
  titles: string[],
): BlockEntity =>
  entity({
    label,
    view: 'board',
    icon: 'list-checks',
    description: `What each ${lower(main.label)} needs next, and by when.`,
    fields: [
      text('title', 'Title'),
      to(main),
      ...(kinds.length > 1 ? [choice('kind', 'Kind', kinds)] : []),
      date('due_on', 'Due on'),
      status('Due', 'Under way', 'Done'),
      notes,
    ],
    titles,
  });

const dueFeature = (task: BlockEntity, name: string): Feature => ({
  kind: 'due_reminders',
  name,
  description: `Lists every one of the ${lower(task.labelPlural)} that is due, the most urgent first, with the words of a reminder.`,
  entity: task.name,
});

type Build = (main: BlockEntity, thing: Thing) => Parts;

const only = (main: BlockEntity, task: BlockEntity, feature: string): Parts => ({
  main,
  before: [],
  after: [task],
  feature: dueFeature(task, feature),
});

const ofPerson: Build = (main) =>
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

const ofEvent: Build = (main, thing) => {
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

const ofPlace: Build = (main, { isShared }) => {
  const visit = entity({
    label: isShared ? 'Reservation' : 'Visit',
    view: 'calendar',
    icon: 'calendar-days',
    description: `Who uses which ${lower(main.label)}, when and for how long.`,
    fields: [
      text('visitor_name', 'Who'),
      to(main),
      datetime('starts_at', 'Starts'),
      duration('duration', 'Duration', { defaultValue: 60 }),
      status('Asked for', 'Confirmed', 'Done', 'Cancelled'),
      notes,
    ],
    titles: [
      'Ada Sample',
      'Noor Sample',
      'Mateo Sample',
      'Ines Sample',
      'Kofi Sample',
      'Yuki Sample',
    ],
  });
  return {
    main,
    before: [],
    after: [visit],
    feature: {
      kind: 'free_slots',
      name: 'Free times',
      description: `Finds when ${lower(main.labelPlural)} are free and points out ${lower(visit.labelPlural)} that overlap.`,
      entity: visit.name,
    },
  };
};

const ofObject: Build = (main, { keeping }) => {
  if (keeping === 'collection') {
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

const ofPlant: Build = (main) => {
  const care = dueTask(
    main,
    'Care task',
    ['Water', 'Feed', 'Prune', 'Repot', 'Check for pests'],
    ['Water well', 'Feed', 'Cut back', 'Repot', 'Turn to the light', 'Look for pests'],
  );
  const growth = entity({
    label: 'Observation',
    view: 'timeline',
    icon: 'leaf',
    description: `How each ${lower(main.label)} changes over the year.`,
    fields: [text('title', 'What was seen'), to(main), date('seen_on', 'Seen on'), notes],
    titles: [
      'First new leaf',
      'In flower',
      'Yellow leaves',
      'Roots at the rim',
      'New shoot',
      'Fruit set',
    ],
  });
  return { main, before: [], after: [care, growth], feature: dueFeature(care, 'Care due') };
};

const ofAnimal: Build = (main, { keeping }) => {
  const seen = entity({
    label: 'Observation',
    view: 'timeline',
    icon: 'search',
    description: `When and where each ${lower(main.label)} was seen, and how many.`,
    fields: [
      text('title', 'What was seen'),
      to(main),
      date('seen_on', 'Seen on'),
      integer('count', 'How many', { min: 1, max: 1_000_000, defaultValue: 1 }),
      notes,
    ],
    titles: [
      'Feeding at dawn',
      'A pair with young',
      'Resting in the shade',
      'Calling at dusk',
      'Passing over',
      'Tracks only',
    ],
  });
  if (keeping === 'map') return only(main, seen, 'Seen lately');
  const care = dueTask(
    main,
    'Care task',
    ['Feeding', 'Check-up', 'Cleaning'],
    [
      'Weigh',
      'Vaccination',
      'Clean the quarters',
      'Change the food',
      'Look at teeth and feet',
      'Check-up',
    ],
  );
  return { main, before: [], after: [care, seen], feature: dueFeature(care, 'Care due') };
};

const ofFood: Build = (main) => {
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

const ofMaterial: Build = (main) => {
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

const isMailing = (singular: string): boolean =>
  /(?:newsletter|bulletin|magazine|digest|mailing)$/u.test(singular);
const isStampCard = (singular: string): boolean =>
  /(?:loyalty|stamp|punch|reward|bonus) card$/u.test(singular);
const isSpoken = (singular: string): boolean =>
  /(?:sermon|speech|talk|lecture|podcast|interview|homily)$/u.test(singular);

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

const ofDocument: Build = (main, { singular }) => {
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

function withApproval(main: BlockEntity): Parts {
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

const ofMeasure: Build = (main) => ({
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

const ofMoney: Build = (main) => {
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

const ofGroup: Build = (main) => {
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

const ofRecord: Build = (main, thing) => {
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

/** "Gift lists": lists of gifts. The list comes first, what stands on it belongs to it. */
const asList: Build = (main) => {
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

/** People and how they are related. */
const asTree: Build = () => {
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

const asQueue: Build = (main) => ({
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

const ofMap: Build = (main) => {
  const spot = entity({
    label: 'Spot',
    view: 'gallery',
    icon: 'map-pin',
    description: `Where ${lower(main.labelPlural)} are found.`,
    fields: [
      text('name', 'Name'),
      { name: 'place', label: 'Place', type: 'address', required: false },
      flag('is_secret', 'Keep to myself'),
      notes,
    ],
    titles: [
      'Beech wood, north edge',
      'Meadow by the stream',
      'Old quarry',
      'Under the oaks',
      'Sunny slope',
      'Path to the mill',
    ],
  });
  const found = entity({
    label: 'Find',
    view: 'chart',
    icon: 'search',
    description: `What was found where, when and how much of it.`,
    fields: [
      text('title', 'What was found'),
      to(main),
      relation(spot.name, spot.label),
      { name: 'amount', label: 'Amount', type: 'decimal', required: true, min: 0, max: 100_000 },
      date('measured_on', 'Found on'),
      notes,
    ],
    titles: [
      'After warm rain',
      'First of the year',
      'A whole basket',
      'Only two',
      'New place',
      'Before the frost',
    ],
  });
  return {
    main,
    before: [spot],
    after: [found],
    feature: {
      kind: 'trend',
      name: 'Finds over time',
      description: `Shows how much was found and whether it becomes more or less.`,
      entity: found.name,
    },
  };
};

/** A card that is stamped: "loyalty cards", "punch cards". */
const asStampCard: Build = (main) => {
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

const byKind: Record<NounKind, Build> = {
  person: ofPerson,
  event: ofEvent,
  place: ofPlace,
  money: ofMoney,
  document: ofDocument,
  measure: ofMeasure,
  animal: ofAnimal,
  group: ofGroup,
  plant: ofPlant,
  food: ofFood,
  material: ofMaterial,
  object: ofObject,
  record: ofRecord,
};

const lines: Record<
  | NounKind
  | Exclude<Thing['keeping'], 'plain' | 'log' | 'collection'>
  | 'approval'
  | 'care'
  | 'payoff'
  | 'archive'
  | 'card'
  | 'mailing',
  [promise: string, problem: string]
> = {
  person: [
    'No {} is forgotten',
    'Who was promised what to which of the {s} sits in somebody’s head, until it is forgotten.',
  ],
  event: [
    'Every {} planned and followed up',
    'Dates of the {s} are agreed in messages, and what has to happen afterwards gets lost.',
  ],
  place: [
    'Always know which {} is free',
    'Nobody can say at once which of the {s} is free, so two people turn up for the same one.',
  ],
  money: [
    'Every {} settled',
    'What is still open on each {} is worked out by hand, again and again.',
  ],
  document: [
    'No {} gets lost',
    'The {s} lie in folders, mails and chats, and the one that is needed is never at hand.',
  ],
  measure: [
    'See what the {s} tell you',
    'The {s} are written down somewhere, and nobody sees the change before it matters.',
  ],
  animal: [
    'Every {} looked after and on record',
    'What each {} needed and when it was last seen is remembered by one person only.',
  ],
  group: [
    'Every {} knows what comes next',
    'Who belongs to which {} and what it plans is spread over ten chats.',
  ],
  plant: [
    'Every {} gets what it needs',
    'One {} is watered twice, the next is forgotten, and the notes on paper are gone by spring.',
  ],
  food: [
    'Remember every {} worth having again',
    'By the third {} nobody remembers what was good about the first.',
  ],
  material: [
    'Never run out of {}',
    'That the {} is used up shows when it is needed, in the middle of the work.',
  ],
  object: [
    'Every {} in its place',
    'Where each {} is, and in what state, is asked every time and written down nowhere.',
  ],
  record: [
    'Every {} finished, step by step',
    'What is still missing for each {} is known by whoever asked last.',
  ],
  list: [
    'Every {} list in one place',
    'The same {} is bought twice, and the one that was wished for is forgotten.',
  ],
  map: [
    'Find your way back to every {}',
    'The good places for {s} are known by heart, until they are not.',
  ],
  board: ['Every {} moves on', 'Nobody sees at a glance where each {} is stuck.'],
  queue: [
    'Every {} in its turn',
    'Who comes next is argued about at the machine, and urgent {s} wait behind the rest.',
  ],
  tree: [
    'The whole family, and how it belongs together',
    'What grandparents knew is in boxes and heads, and each year a little more of it is lost.',
  ],
  approval: [
    'Every {} approved in time',
    'Approvals of {s} come by mail and by chat, and nobody knows which version was meant.',
  ],
  care: [
    'Every {} cared for in time',
    'One {} is cared for twice and the next not at all, because nobody wrote down when it was due.',
  ],
  payoff: [
    'Every {} paid off, step by step',
    'How much of each {} is left, and when it ends, takes an evening with a spreadsheet.',
  ],
  card: [
    'Guests who come back',
    'Paper {s} are lost or left at home, and nobody knows who the regulars are.',
  ],
  mailing: [
    'Every {} out on time',
    'Each {} is put together at the last minute, and the list of readers is in one person’s address book.',
  ],
  archive: [
    'Every {}, easy to find again',
    'There are hundreds of {s}, and the one that is asked for is in no list.',
  ],
};

function linesOf(kind: NounKind, thing: Thing): [string, string] {
  if (isStampCard(thing.singular)) return lines.card;
  if (isMailing(thing.singular)) return lines.mailing;
  if (thing.wants) return lines[thing.wants];
  if (thing.keeping === 'collection') return lines.archive;
  const { keeping } = thing;
  return keeping === 'plain' || keeping === 'log' ? lines[kind] : lines[keeping];
}

/** What belongs around the main thing of a sentence that no domain knows: by how it is kept, then by its kind. */
export function companionsOf(main: BlockEntity, kind: NounKind, thing: Thing): Companions {
  const [promise, problem] = linesOf(kind, thing).map((line) =>
    line.replace('{s}', lower(main.labelPlural)).replace('{}', lower(main.label)),
  );
  return { ...partsOf(main, kind, thing), promise: promise ?? '', problem: problem ?? '' };
}

function partsOf(main: BlockEntity, kind: NounKind, thing: Thing): Parts {
  if (thing.keeping === 'tree') return asTree(main, thing);
  if (isStampCard(thing.singular)) return asStampCard(main, thing);
  if (thing.wants === 'approval') return withApproval(main);
  if (thing.wants === 'care') return byKind[kind === 'animal' ? 'animal' : 'plant'](main, thing);
  if (thing.wants === 'payoff') return ofMoney(main, thing);
  if (thing.keeping === 'list') return asList(main, thing);
  if (thing.keeping === 'queue') return asQueue(main, thing);
  if (thing.keeping === 'map') return ofMap(main, thing);
  return byKind[kind](main, thing);
}
