import type { BlockEntity } from '../blocks/block.js';
import { status } from '../blocks/fields.js';
import { kindPlans } from '../classify-noun.js';
import { namesOrganisation, namesPeople } from '../english-words.js';
import { withoutOtherMeanings } from '../other-meanings.js';
import type { PromptReading } from '../read-prompt.js';
import { pluralIdentifier, pluralOf, singularOf, toIdentifier } from '../to-identifier.js';
import { craftTrades } from './craft-trades.js';
import { leisureTrades } from './leisure-trades.js';
import { serviceTrades } from './service-trades.js';
import type { Trade } from './trade.js';

/** Every trade that the planner knows. */
export const trades: readonly Trade[] = [...craftTrades, ...serviceTrades, ...leisureTrades];

const isLatin = /^[\p{Script=Latin}' -]+$/u;

interface Said {
  trade: Trade;
  word: string;
  /** Without hyphens. */
  plain: string;
  isLatin: boolean;
  namesWho: boolean;
}

// The longest first: "dental lab" before "lab".
const said: readonly Said[] = trades
  .flatMap((trade) =>
    trade.said.map((word) => ({
      trade,
      word,
      plain: word.replaceAll('-', ' '),
      isLatin: isLatin.test(word),
      namesWho: namesPeople(word) || namesOrganisation(word),
    })),
  )
  .sort((a, b) => b.word.length - a.word.length);

/** The trades that a text names; the words of other languages are found by their beginning. */
function tradesIn(text: string, isForeign: boolean, isAllowed: (word: Said) => boolean): Trade[] {
  const plain = ` ${text} `.replaceAll('-', ' ');
  return said
    .filter(
      (word) =>
        isAllowed(word) &&
        (word.isLatin
          ? plain.includes(` ${word.plain} `) ||
            (isForeign && word.plain.length > 4 && plain.includes(` ${word.plain}`))
          : text.includes(word.word)),
    )
    .map(({ trade }) => trade);
}

/**
 * The trade of a sentence, by its longest word: that of its audience, or one that it mentions as its subject
 * ("football", "dry cleaning"). People and organisations outside the audience are things of the product.
 */
export function findTrade(reading: PromptReading, isForStaff: boolean): Trade | undefined {
  const isForeign = reading.language !== 'en' && reading.language !== 'und';
  const audience = reading.audience?.toLowerCase() ?? '';
  const singular = audience.split(/\s+/u).map(singularOf).join(' ');
  const found = [
    ...tradesIn(`${reading.setting} ${audience} ${singular}`, isForeign, () => true),
    ...tradesIn(withoutOtherMeanings(reading.searchText), isForeign, (word) => !word.namesWho),
  ];
  return (
    found.find((trade) => trade.isForStaff === isForStaff) ??
    found.find((trade) => !trade.isForStaff)
  );
}

/** What the trade works on, as an entity: the fields of its kind with the trade's own statuses and fields. */
export function entityOfTrade(trade: Trade): BlockEntity {
  const kind = kindPlans[trade.kind];
  const name = toIdentifier(trade.thing, 'thing');
  const plural = pluralOf(trade.thing, 'en');
  const own = kind.fields('Name').filter((field) => field.name !== 'condition');
  const named = new Set(trade.fields.map((field) => field.name));
  const kept = own.filter((field) => field.name !== 'status' && !named.has(field.name));
  const [title, ...rest] = kept;
  const closing = rest.filter((field) => field.type === 'long_text');
  const middle = rest.filter((field) => field.type !== 'long_text');
  const fields = [
    ...(title ? [title] : []),
    status(...trade.statuses),
    ...trade.fields,
    ...middle,
    ...closing,
  ];
  return {
    name,
    plural: pluralIdentifier(name),
    label: trade.thing,
    labelPlural: plural,
    description: kind.describe(plural),
    icon: kind.icon,
    titleField: title?.name ?? 'name',
    view: kind.view,
    fields,
    sampleTitles: trade.titles,
  };
}
