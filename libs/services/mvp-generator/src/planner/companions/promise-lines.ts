import type { NounKind } from '../classify-noun.js';
import type { Thing } from '../read-thing.js';

export const isMailing = (singular: string): boolean =>
  /(?:newsletter|bulletin|magazine|digest|mailing)$/u.test(singular);
export const isStampCard = (singular: string): boolean =>
  /(?:loyalty|stamp|punch|reward|bonus) card$/u.test(singular);
export const isSpoken = (singular: string): boolean =>
  /(?:sermon|speech|talk|lecture|podcast|interview|homily)$/u.test(singular);

const lines: Record<
  | NounKind
  | Exclude<Thing['keeping'], 'plain' | 'log' | 'collection' | 'library'>
  | 'approval'
  | 'care'
  | 'payoff'
  | 'archive'
  | 'lending'
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
  order: [
    'Every {} ready on its day',
    'Wishes for {s} come by message and by phone, and one of them is remembered a day late.',
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
  lending: [
    'Every {} comes back',
    'Who took which of the {s} is remembered until somebody asks for it.',
  ],
  archive: [
    'Every {}, easy to find again',
    'There are hundreds of {s}, and the one that is asked for is in no list.',
  ],
};

export function linesOf(kind: NounKind, thing: Thing): [string, string] {
  if (isStampCard(thing.singular)) return lines.card;
  if (isMailing(thing.singular)) return lines.mailing;
  if (thing.wants) return lines[thing.wants];
  const { keeping } = thing;
  if (keeping === 'library') return kind === 'object' ? lines.lending : lines.archive;
  if (keeping === 'collection') return lines.archive;
  return keeping === 'plain' || keeping === 'log' ? lines[kind] : lines[keeping];
}
