import type { BlockField } from './blocks/block.js';
import {
  address,
  choice,
  date,
  datetime,
  duration,
  email,
  file,
  integer,
  longText,
  money,
  notes,
  optionalDate,
  optionalText,
  phone,
  status,
  text,
} from './blocks/fields.js';
import { namesPeople } from './english-words.js';
import type { IconName } from '@hatchr/contracts';
import { hypernymsOf, nounSenses, type NounSense } from './noun-senses.js';

export type NounKind =
  | 'person'
  | 'event'
  | 'place'
  | 'money'
  | 'document'
  | 'measure'
  | 'animal'
  | 'group'
  | 'plant'
  | 'food'
  | 'material'
  | 'object'
  | 'order'
  | 'record';

interface KindPlan {
  view: 'table' | 'board' | 'calendar' | 'gallery' | 'timeline' | 'chart';
  icon: IconName;
  fields: (titleLabel: string) => BlockField[];
  describe: (plural: string) => string;
}

const heads: [NounKind, RegExp][] = [
  ['order', /^(?:order|commission|pre-?order)$/u],
  [
    'plant',
    /^(?:plant|tree|bulb|flower|herb|seedling|orchid|bonsai|mushroom|succulent|shrub|crop|rose|cutting|houseplant|vine)$/u,
  ],
  [
    'food',
    /^(?:wine|beer|cheese|bean|spice|fruit|vegetable|honey|coffee|tea|ingredient|starter|loaf|bread|cider|whisky|whiskey|sauce|snack|dish|jam|chocolate|meal)$/u,
  ],
  [
    'material',
    /^(?:yarn|fabric|glaze|clay|timber|paint|chemical|reagent|resin|filament|ink|dye|fertili[sz]er|soil|oil|leather|pigment|wool|thread)$/u,
  ],
  [
    'money',
    /^(?:fee|inheritance|payment|donation|expense|cost|price|budget|deposit|refund|grant|salary|tip|fine|pledge|fund|loan|debt|tax|rent|dues|bounty|wage|commission|payout|royalty|bonus|allowance|bill)$/u,
  ],
  [
    'measure',
    /^(?:temperature|weight|level|reading|score|measurement|dose|dosage|mileage|speed|pressure|humidity|mood|symptom|pain|sleep|step|metric|result|pulse|yield|height|length|climate|handicap)$/u,
  ],
  [
    'animal',
    /^(?:otter|dog|cat|pet|horse|cow|sheep|goat|chicken|bird|fish|bee|hive|puppy|kitten|rabbit|reptile|llama|alpaca|pig|animal|snake|parrot)$/u,
  ],
  [
    'place',
    /^(?:gallery|dormitory|orchard|canyon|hangar|room|house|home|garden|plot|venue|court|field|studio|site|desk|space|shop|store|kitchen|farm|building|apartment|flat|station|trail|beach|park|site|warehouse|table|stall|booth|location|area|zone|greenhouse|allotment|office|clinic|school|hotel|restaurant|cafe|church|gym|lab|marina|berth|campsite|stable|parking)$/u,
  ],
  [
    'document',
    /^(?:verdict|contract|document|report|note|letter|form|waiver|exhibit|permit|licen[cs]e|certificate|policy|recipe|article|post|story|chapter|manuscript|script|page|photo|picture|video|song|track|poem|essay|paper|file|template|checklist|record|transcript|message|comment|review|question|answer|quiz|translation|caption|prompt|idea|proposal|brief|survey|newsletter|podcast|episode|sermon|speech|quote|resume|cv|verse|lyric|tune|design|blueprint|drawing|sketch|pattern|diagnosis|prescription)$/u,
  ],
  [
    'object',
    /^(?:kiln|gear|seed|tool|radio|wheelchair|garment|goal|bike|bicycle|book|part|item|equipment|machine|instrument|vehicle|car|van|truck|boat|toy|lens|camera|costume|dress|key|sample|specimen|bottle|barrel|keg|card|coin|stamp|kit|battery|sensor|device|laptop|uniform|trophy|medal|prop|antique|painting|artwork|record player|vinyl|album|magazine|asset|material|product|supply|clothes|clothing|furniture|shoe|jewel|watch|gift|puzzle|figure|model|medicine|soap|candle|knife|gun|rod|drone|printer|generator|server|licen[cs]e key|component|tile|brick|cable|pump|filter|tyre|tire|engine|aircraft|rocket)$/u,
  ],
  [
    'group',
    /^(?:choir|band|club|team|group|class|league|committee|crew|squad|family|household|department|cohort|chapter|society|association|tribe)$/u,
  ],
  [
    'event',
    /^(?:surgery|parade|negotiation|event|meeting|lesson|session|tournament|match|game|race|trip|tour|visit|inspection|hearing|shift|rehearsal|show|concert|party|wedding|funeral|class|workshop|call|interview|walk|ride|run|swap|exchange|sale|auction|audition|exam|test|trial|experiment|feeding|bake|harvest|delivery|pickup|booking|repair|audit|campaign|drive|sprint|ceremony|service|route|flight|dive|hike|practice|treatment|vaccination|appointment|checkup|competition|festival|retreat|excursion|shoot|release|launch|cleaning|watering|performance|patrol|raid|quest|cleanup|clean-up|conference|deadline|round|fitting)$/u,
  ],
];

/** WordNet's lexicographer files (lexnames(5WN)) as kinds of things that a product keeps. */
const kindOfFile: Readonly<Record<number, NounKind>> = {
  4: 'event',
  5: 'animal',
  6: 'object',
  7: 'measure',
  10: 'document',
  11: 'event',
  8: 'object',
  9: 'record',
  12: 'measure',
  13: 'food',
  14: 'group',
  15: 'place',
  17: 'object',
  19: 'event',
  18: 'person',
  20: 'plant',
  21: 'money',
  22: 'event',
  23: 'measure',
  27: 'material',
};

/** A built thing that one enters is a place; a picture or a text that someone made is a document. */
function kindOfArtifact(sense: NounSense): NounKind {
  const above = hypernymsOf(sense);
  if (above.some((word) => /^(?:building|room|facility|workplace|structure)$/u.test(word)))
    return 'place';
  return above.some((word) => /^(?:creation|representation)$/u.test(word)) ? 'document' : 'object';
}

function kindBySenses(words: string): NounKind | undefined {
  // Ideas, feelings and states are no rows; the next sense often names the thing itself.
  const sense = nounSenses(words)
    .slice(0, 3)
    .find(({ file }) => kindOfFile[file] !== undefined && kindOfFile[file] !== 'record');
  if (!sense) return undefined;
  if (sense.file === 6) return kindOfArtifact(sense);
  // A speech act ("negotiation") happens at a time; other communications are written down.
  if (sense.file === 10 && hypernymsOf(sense).includes('speech_act')) return 'event';
  return kindOfFile[sense.file];
}

/**
 * What kind of thing an English noun names. The table above comes first, because WordNet's first sense of its
 * words is not the one that products mean ("battery" is a group of guns); then WordNet, first for the whole
 * phrase and then for its last word; then the ending.
 */
export function classifyNoun(singular: string): NounKind {
  const lower = singular.toLowerCase();
  const head = lower.split(/\s+/u).at(-1) ?? '';
  // Played at a table or on a screen, and kept on a shelf; a "game" alone takes place.
  if (/\b(?:board|card|video|computer|tabletop) game$/u.test(lower)) return 'object';
  const known = heads.find(([, pattern]) => pattern.test(head));
  if (known) return known[0];
  const kind = kindBySenses(lower) ?? kindBySenses(head);
  if (kind) return kind;
  if (namesPeople(head)) return 'person';
  if (head.length > 5 && /(?:ing|tion|sion|ment|ance|athon)$/u.test(head)) return 'event';
  return 'record';
}

export const kindPlans: Record<NounKind, KindPlan> = {
  person: {
    view: 'table',
    icon: 'user-round',
    fields: (label) => [
      text('name', label),
      email('email', 'E-mail'),
      phone('phone', 'Phone'),
      status('New', 'Active', 'Inactive'),
      notes,
    ],
    describe: (plural) => `${plural} with how to reach them and where each one stands.`,
  },
  event: {
    view: 'calendar',
    icon: 'calendar-days',
    fields: (label) => [
      text('title', label),
      datetime('starts_at', 'Starts'),
      duration('duration', 'Duration', { defaultValue: 60 }),
      status('Planned', 'Confirmed', 'Done', 'Cancelled'),
      address('place', 'Place'),
      notes,
    ],
    describe: (plural) => `${plural} with when they take place and whether they are settled.`,
  },
  place: {
    view: 'gallery',
    icon: 'map-pin',
    fields: (label) => [
      text('name', label),
      address('address', 'Address'),
      integer('capacity', 'Capacity', { min: 0, max: 100_000, required: false }),
      status('Available', 'In use', 'Closed'),
      notes,
    ],
    describe: (plural) => `${plural} with what fits into each and whether it is free.`,
  },
  money: {
    view: 'board',
    icon: 'coins',
    fields: (label) => [
      text('title', label),
      money('amount', 'Amount'),
      date('due_on', 'Due on'),
      status('Open', 'Pending', 'Paid'),
      notes,
    ],
    describe: (plural) => `${plural} with the amount, the day it is due and whether it is settled.`,
  },
  document: {
    view: 'board',
    icon: 'file-text',
    fields: (label) => [
      text('title', label),
      status('Draft', 'In review', 'Final', 'Archived'),
      longText('content', 'Content'),
      file('file', 'File'),
      optionalDate('dated_on', 'Dated'),
    ],
    describe: (plural) => `${plural} with what is in them and how far each one is.`,
  },
  measure: {
    view: 'chart',
    icon: 'activity',
    fields: (label) => [
      text('title', label),
      { ...integer('value', 'Value'), type: 'decimal' },
      date('measured_on', 'Measured on'),
      optionalText('unit', 'Unit'),
      notes,
    ],
    describe: (plural) => `${plural} over time, each with its day.`,
  },
  animal: {
    view: 'gallery',
    icon: 'paw-print',
    fields: (label) => [
      text('name', label),
      optionalText('breed', 'Breed'),
      optionalDate('born_on', 'Born on'),
      status('Healthy', 'Under treatment', 'Away'),
      notes,
    ],
    describe: (plural) => `${plural} with age, kind and how each one is.`,
  },
  group: {
    view: 'gallery',
    icon: 'users',
    fields: (label) => [
      text('name', label),
      optionalText('contact_name', 'Contact'),
      integer('size', 'Size', { min: 0, max: 100_000, required: false }),
      status('Forming', 'Active', 'Paused'),
      notes,
    ],
    describe: (plural) => `${plural} with who speaks for each and how many belong to it.`,
  },
  plant: {
    view: 'gallery',
    icon: 'sprout',
    fields: (label) => [
      text('name', label),
      optionalText('variety', 'Variety'),
      status('Thriving', 'Needs care', 'Ailing', 'Dormant'),
      optionalText('grows_at', 'Where it grows'),
      optionalDate('planted_on', 'Since'),
      notes,
    ],
    describe: (plural) => `${plural} with where each one grows and how it is doing.`,
  },
  food: {
    view: 'gallery',
    icon: 'utensils',
    fields: (label) => [
      text('name', label),
      optionalText('origin', 'Origin'),
      integer('quantity', 'Quantity', { min: 0, max: 100_000, defaultValue: 1 }),
      status('Fresh', 'In use', 'Used up'),
      optionalDate('best_before', 'Best before'),
      notes,
    ],
    describe: (plural) => `${plural} with where they come from and how long they keep.`,
  },
  material: {
    view: 'table',
    icon: 'layers',
    fields: (label) => [
      text('name', label),
      integer('quantity', 'In stock', { min: 0, max: 1_000_000, defaultValue: 1 }),
      integer('reorder_level', 'Reorder at', { min: 0, max: 1_000_000, defaultValue: 0 }),
      optionalText('unit', 'Unit'),
      optionalText('colour', 'Colour'),
      notes,
    ],
    describe: (plural) => `${plural} with how much is left and when to get more.`,
  },
  order: {
    view: 'board',
    icon: 'shopping-bag',
    fields: () => [
      text('title', 'What is ordered'),
      optionalText('customer_name', 'Customer'),
      phone('phone', 'Phone'),
      date('due_on', 'Due on'),
      money('price', 'Price', { required: false }),
      status('Received', 'In work', 'Ready', 'Handed over', 'Cancelled'),
      longText('wishes', 'Wishes'),
    ],
    describe: (plural) =>
      `${plural} with who wants what, by when, at what price and how far it is.`,
  },
  record: {
    view: 'board',
    icon: 'folder',
    fields: (label) => [
      text('title', label),
      status('Open', 'In progress', 'Done'),
      optionalDate('dated_on', 'Date'),
      notes,
    ],
    describe: (plural) => `${plural} with the day and how far each one is.`,
  },
  object: {
    view: 'gallery',
    icon: 'package',
    fields: (label) => [
      text('name', label),
      choice('condition', 'Condition', ['New', 'Good', 'Worn', 'Needs repair']),
      integer('quantity', 'Quantity', { min: 0, max: 1_000_000, defaultValue: 1 }),
      optionalText('kept_at', 'Kept at'),
      optionalDate('acquired_on', 'Since'),
      notes,
    ],
    describe: (plural) => `${plural} with how many there are, in what condition and where.`,
  },
};
