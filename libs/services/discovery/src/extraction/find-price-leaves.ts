import { listAncestors } from './find-hidden.js';
import type { PageModel } from './page-model.js';
import type { HtmlElement } from './parse-html.js';
import type { Block } from './read-blocks.js';
import { readMoney, type Money } from './read-money.js';
import { readPlanName } from './read-plan-name.js';
import { freeWords, isOtherAmount, requestWords } from './read-terms.js';

/** A block that states a price, and the plan that it belongs to. */
export interface Leaf {
  place: number;
  kind: 'money' | 'free' | 'request';
  money: Money | null;
  /** Text before and after the amount within the block. */
  before: string;
  after: string;
}

/** A price stands alone or with a few words; a sentence with an amount in it is about something else. */
const maximumLeafLength = 90;
const maximumLeafWords = 4;
/** Blocks between a plan's name and its price: a badge, a line on whom it is for, a label. */
export const maximumNameDistance = 6;

const termWords =
  /\/|\b(?:per|a|from|starting|at|only|just|now|user|users|seat|member|month|monthly|mo|year|yearly|yr|billed|annually|annual|paid|one|time|once|lifetime|lifetime|price|usd|eur|ab|nur|pro|monat|monatlich|jahr|jährlich|nutzer|abgerechnet|bei|zahlung|par|mois|mensuel|an|annuel|utilisateur|facturé|à|partir|de|por|mes|mensual|al|año|anual|usuario|desde|plus|vat|tax|excl|incl|zzgl|mwst|ht|ttc|iva|forever|when|payment|each|the|of|then|for|free)\b/giu;

function isSentence(text: string): boolean {
  const others = (text.replace(termWords, ' ').match(/\p{L}{2,}/gu) ?? []).length;
  return others > maximumLeafWords || (others >= 2 && /\p{L}{2}[.!?](?:\s|$)|,\s/u.test(text));
}

const endOf = (money: Money | undefined): number => (money?.index ?? 0) + (money?.length ?? 0);

/** Of the words between two amounts, those that belong to the second: "/month or from". */
function textBefore(between: string): string {
  return /^.*(?:[,;|(·]|\b(?:or|oder|ou|o)\b)(.*)$/u.exec(between)?.[1] ?? '';
}

/** Parts of a page whose amounts are no plans: answers to questions, quotes of customers, extras. */
function isAside({ name, attribs }: HtmlElement): boolean {
  return (
    ['details', 'blockquote', 'figure'].includes(name) ||
    /(?:^|[-_\s])(?:faqs?|testimonials?|quotes?|reviews?|add-?ons?|case-stud\w*)(?:$|[-_\s])/iu.test(
      `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`,
    )
  );
}

function readLeaf(block: Block, place: number, model: PageModel): Leaf[] {
  const { text, kind } = block;
  if (block.isStruck || kind === 'cell' || kind === 'action' || text.length > maximumLeafLength)
    return [];
  if (isAside(block.element) || listAncestors(block.element).some(isAside)) return [];
  const bare = { place, money: null, before: '', after: '' };
  if (kind !== 'item' && freeWords.test(text)) return [{ ...bare, kind: 'free' }];
  if (kind !== 'item' && requestWords.test(text)) return [{ ...bare, kind: 'request' }];
  const all = readMoney(text, model.money).filter(
    ({ index }) => !isOtherAmount(text.slice(0, index)),
  );
  if (all.length === 0) return [];
  const parts = all.map((money, order) => ({
    place,
    kind: 'money' as const,
    money,
    before:
      order === 0
        ? text.slice(0, money.index)
        : textBefore(text.slice(endOf(all[order - 1]), money.index)),
    after: text.slice(money.index + money.length, all[order + 1]?.index),
  }));
  return isSentence(text) ? [] : parts;
}

/** Whether "Free" is the heading of a card: then it names the plan, and an amount may follow. */
export function isFreeHeading({ kind, place }: Leaf, { text }: PageModel): boolean {
  const [block, previous] = [text.blocks[place], text.blocks[place - 1]];
  if (kind !== 'free' || block?.kind !== 'heading') return false;
  const isUnderName =
    previous?.kind === 'heading' &&
    previous.level < block.level &&
    readPlanName(previous.text) !== null;
  return !isUnderName;
}

function isFollowedByAmount(
  { place }: Leaf,
  leaves: readonly Leaf[],
  { text }: PageModel,
): boolean {
  for (let at = place + 1; at <= place + maximumNameDistance; at += 1) {
    if (leaves.some((leaf) => leaf.place === at && leaf.kind === 'money')) return true;
    if (text.blocks[at]?.kind === 'heading') return false;
  }
  return false;
}

/** Every block of a page that is a price and nothing else. */
export function findLeaves(model: PageModel): Leaf[] {
  const read = model.text.blocks.flatMap((block, place) => readLeaf(block, place, model));
  const all = read.filter(
    (leaf) => !isFreeHeading(leaf, model) || !isFollowedByAmount(leaf, read, model),
  );
  const isItem = ({ place }: Leaf): boolean => model.text.blocks[place]?.kind === 'item';
  // Amounts in the list of what a plan includes are not its price. A price list may itself be a list.
  const outside = all.filter((leaf) => leaf.kind === 'money' && !isItem(leaf));
  return all.filter(
    (leaf) => !isItem(leaf) || (outside.length === 0 && nameInBlock(leaf) !== null),
  );
}

/** The name that stands in the price's own block: "Starter: $9 a month". */
export function nameInBlock(leaf: Leaf): string | null {
  const [, head = ''] =
    /^(.*?)\s*[:–—-]\s*(?:(?:from|ab|only|just|dès|desde|nur)\s*)?$/iu.exec(leaf.before) ?? [];
  return readPlanName(head);
}
