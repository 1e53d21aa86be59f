import type { Plan } from '@hatchr/contracts';
import { makeFact, type Fact } from './fact.js';
import { listAncestors } from './find-hidden.js';
import { pricingWords, type PageModel } from './page-model.js';
import type { HtmlElement } from './parse-html.js';
import { readPlanName } from './read-plan-name.js';
import { readMoney, type Money } from './read-money.js';
import type { Block } from './read-blocks.js';
import {
  freeWords,
  isOtherAmount,
  isStartingPrice,
  readTerms,
  readTrialDays,
  requestWords,
} from './read-terms.js';

/** A block that states a price, and the plan that it belongs to. */
interface Leaf {
  place: number;
  kind: 'money' | 'free' | 'request';
  money: Money | null;
  /** Text before and after the amount within the block. */
  before: string;
  after: string;
}

interface NamedLeaf extends Leaf {
  name: string | null;
  /** Block that the name was read from; its own block where it has none. */
  nameAt: number;
  /** The element that holds name and price. */
  card: HtmlElement | null;
}

/** A price stands alone or with a few words; a sentence with an amount in it is about something else. */
const maximumLeafLength = 90;
const maximumLeafWords = 4;
/** Blocks between a plan's name and its price: a badge, a line on whom it is for, a label. */
const maximumNameDistance = 6;
/** Blocks within which cards of one price list follow each other. */
const maximumCardDistance = 30;

const termWords =
  /\/|\b(?:per|a|from|starting|at|only|just|now|user|users|seat|member|month|monthly|mo|year|yearly|yr|billed|annually|annual|paid|one|time|once|lifetime|lifetime|price|usd|eur|ab|nur|pro|monat|monatlich|jahr|jährlich|nutzer|abgerechnet|bei|zahlung|par|mois|mensuel|an|annuel|utilisateur|facturé|à|partir|de|por|mes|mensual|al|año|anual|usuario|desde|plus|vat|tax|excl|incl|zzgl|mwst|ht|ttc|iva|forever|when|payment|each|the|of|then|for|free)\b/giu;

function countOtherWords(text: string): number {
  return (text.replace(termWords, ' ').match(/\p{L}{2,}/gu) ?? []).length;
}

const endOf = (money: Money | undefined): number => (money?.index ?? 0) + (money?.length ?? 0);

/** Of the words between two amounts, those that belong to the second: "/month or from". */
function textBefore(between: string): string {
  return /^.*(?:[,;|(·]|\b(?:or|oder|ou|o)\b)(.*)$/u.exec(between)?.[1] ?? '';
}

function readLeaf(block: Block, place: number, model: PageModel): Leaf[] {
  const { text, kind } = block;
  if (block.isStruck || kind === 'cell' || kind === 'action' || text.length > maximumLeafLength)
    return [];
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
  return countOtherWords(parts.map(({ before, after }) => `${before} ${after}`).join(' ')) >
    maximumLeafWords
    ? []
    : parts;
}

/** Whether "Free" is the heading of a card: then it names the plan, and an amount may follow. */
function isFreeHeading({ kind, place }: Leaf, { text }: PageModel): boolean {
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

function findLeaves(model: PageModel): Leaf[] {
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
function nameInBlock(leaf: Leaf): string | null {
  const head = leaf.before
    .replace(/[\s:–—-]+$/u, '')
    .replace(/\b(?:from|ab|only|just|dès|desde|nur)$/iu, '')
    .replace(/[\s:–—(-]+$/u, '');
  return head === '' ? null : readPlanName(head);
}

function nameAround(
  leaf: Leaf,
  card: HtmlElement,
  model: PageModel,
  prices: ReadonlySet<number>,
): number | null {
  const [start, end] = model.text.spans.get(card) ?? [0, 0];
  const { blocks } = model.text;
  for (let at = leaf.place - 1; at >= Math.max(start, leaf.place - maximumNameDistance); at -= 1) {
    const block = blocks[at];
    if (block?.kind === 'heading' && readPlanName(block.text) !== null && !prices.has(at))
      return at;
  }
  const first = blocks[start];
  const isLabel =
    start < leaf.place && leaf.place - start <= 3 && first?.kind === 'text' && !prices.has(start);
  if (isLabel && first.text.length <= 25 && readPlanName(first.text) !== null) return start;
  const inside = blocks.slice(start, end);
  const headings = inside.flatMap((block, place) =>
    block.kind === 'heading' && !prices.has(start + place) ? [start + place] : [],
  );
  const [only] = headings;
  const isAlone = [...prices].filter((at) => at >= start && at < end).length === 1;
  return headings.length === 1 &&
    only !== undefined &&
    only > leaf.place &&
    isAlone &&
    readPlanName(blocks[only]?.text ?? '') !== null
    ? only
    : null;
}

function nameLeaf(leaf: Leaf, model: PageModel, prices: ReadonlySet<number>): NamedLeaf {
  const block = model.text.blocks[leaf.place];
  const own = isFreeHeading(leaf, model) ? (block?.text ?? null) : nameInBlock(leaf);
  if (block === undefined || own !== null)
    return { ...leaf, name: own, nameAt: leaf.place, card: block?.element ?? null };
  for (const card of [block.element, ...listAncestors(block.element)]) {
    if (card.name === 'body' && (model.text.spans.get(card)?.[1] ?? 0) > 60) break;
    const at = nameAround(leaf, card, model, prices);
    if (at !== null)
      return { ...leaf, name: readPlanName(model.text.blocks[at]?.text ?? ''), nameAt: at, card };
  }
  return { ...leaf, name: null, nameAt: leaf.place, card: null };
}

/** The blocks after a price that still speak of it: "per month", "billed yearly". */
function readTail(leaf: Leaf, model: PageModel, prices: ReadonlySet<number>): string[] {
  const tail: string[] = [];
  for (let at = leaf.place + 1; at <= leaf.place + 2; at += 1) {
    const block = model.text.blocks[at];
    if (block === undefined || prices.has(at) || !['text', 'heading'].includes(block.kind)) break;
    if (
      block.kind === 'heading' &&
      readPlanName(block.text) !== null &&
      !/^[/\p{Ll}]/u.test(block.text)
    )
      break;
    if (block.text.length > 60 || /[$€£]\s?\d/u.test(block.text)) break;
    tail.push(block.text);
  }
  return tail;
}

function isOnPriceList(leaf: NamedLeaf, model: PageModel): boolean {
  if (model.subject === 'pricing') return true;
  const { blocks } = model.text;
  const before = blocks.slice(Math.max(0, leaf.place - 40), leaf.place);
  return before.some(
    ({ kind, level, text }) =>
      kind === 'heading' && level <= 2 && text.length < 80 && pricingWords.test(text),
  );
}

function toPlan(
  leaf: NamedLeaf,
  model: PageModel,
  prices: ReadonlySet<number>,
  trialDays: number | null,
): Fact<Plan> {
  const { blocks } = model.text;
  const block = blocks[leaf.place];
  const tail = readTail(leaf, model, prices);
  const terms = readTerms([leaf.before, leaf.after, ...tail].join(' '));
  const around = block?.period ?? null;
  const label = blocks[leaf.place - 1]?.text ?? '';
  const labelled =
    label.length <= 20 && !prices.has(leaf.place - 1) ? readTerms(label).period : null;
  const amount = leaf.kind === 'free' ? 0 : (leaf.money?.amount ?? null);
  const isFree = amount === 0;
  const start =
    leaf.place - leaf.nameAt <= 3 && leaf.nameAt < leaf.place ? leaf.nameAt : leaf.place;
  const snippet = blocks
    .slice(start, leaf.place + 1 + tail.length)
    .map(({ text }) => text)
    .join(' ');
  return makeFact(
    model.page,
    {
      name: leaf.name,
      amount,
      currency: leaf.money?.currency ?? null,
      period: isFree
        ? null
        : (terms.period ??
          (terms.billed === null ? labelled : null) ??
          (around === 'month' ? 'month' : null)),
      billed:
        terms.billed ?? (around === 'year' && terms.period !== 'year' && !isFree ? 'year' : null),
      per: terms.per,
      isFrom: isStartingPrice(leaf.before) || (leaf.before === '' && isStartingPrice(label)),
      isFree,
      isOnRequest: leaf.kind === 'request',
      trialDays,
    },
    snippet,
    terms.period === null && !isFree ? 0.7 : 0.85,
  );
}

function readTrialOf(
  leaf: NamedLeaf,
  leaves: readonly NamedLeaf[],
  model: PageModel,
): number | null {
  const end =
    leaf.card === null ? leaf.place : (model.text.spans.get(leaf.card)?.[1] ?? leaf.place);
  const next = leaves.find((other) => other.nameAt > leaf.nameAt && other.place > leaf.place);
  for (const { text } of model.text.blocks.slice(leaf.nameAt, Math.min(end, next?.nameAt ?? end))) {
    const days = readTrialDays(text);
    if (days !== null) return days;
  }
  return null;
}

/**
 * The plans that stand on a page as cards or lines. A word such as "Free" or "Contact us" is a price only
 * beside plans that have an amount; an amount is a plan only with a period or on a list of prices.
 */
export function findCardPlans(model: PageModel): Fact<Plan>[] {
  const leaves = findLeaves(model);
  const prices = new Set(leaves.map(({ place }) => place));
  const named = leaves.map((leaf) => nameLeaf(leaf, model, prices));
  const facts = named.map((leaf) => ({
    leaf,
    fact: toPlan(leaf, model, prices, readTrialOf(leaf, named, model)),
  }));
  const paid = facts.filter(
    ({ leaf, fact }) =>
      leaf.kind === 'money' &&
      (isOnPriceList(leaf, model) || (fact.value.period !== null && leaf.name !== null)),
  );
  const stands = new Set(paid.map(({ leaf }) => leaf.nameAt));
  const isBeside = (leaf: NamedLeaf): boolean =>
    leaf.name !== null &&
    !stands.has(leaf.nameAt) &&
    paid.some((other) => Math.abs(other.leaf.place - leaf.place) <= maximumCardDistance);
  return facts
    .filter(
      (entry) => paid.includes(entry) || (entry.leaf.kind !== 'money' && isBeside(entry.leaf)),
    )
    .map(({ fact }) => fact);
}
