import type { Plan } from '@hatchr/contracts';
import { makeFact, type Fact } from './fact.js';
import { listAncestors } from './find-hidden.js';
import {
  findLeaves,
  isFreeHeading,
  maximumNameDistance,
  nameInBlock,
  type Leaf,
} from './find-price-leaves.js';
import { pricingWords, type PageModel } from './page-model.js';
import type { HtmlElement } from './parse-html.js';
import { readPlanName } from './read-plan-name.js';
import { isStartingPrice, readTerms, readTrialDays } from './read-terms.js';

interface NamedLeaf extends Leaf {
  name: string | null;
  /** Block that the name was read from; its own block where it has none. */
  nameAt: number;
  /** The element that holds name and price. */
  card: HtmlElement | null;
}

/** Blocks within which cards of one price list follow each other. */
const maximumCardDistance = 30;

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

/** Whether the heading above a price, or the one of its section, asks a question or is about extras. */
function isUnderOther({ place }: Leaf, { text }: PageModel): boolean {
  const headings = text.blocks.slice(0, place).filter(({ kind }) => kind === 'heading');
  const own = headings.at(-1);
  const section = headings.findLast(({ level }) => own !== undefined && level < own.level);
  return [own, section].some(
    (heading) =>
      heading !== undefined &&
      (heading.text.endsWith('?') || /^(?:add-?ons?|extras|faqs?)$/iu.test(heading.text)),
  );
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
  const isRequest = leaf.kind === 'request';
  const terms = readTerms(isRequest ? '' : [leaf.before, leaf.after, ...tail].join(' '));
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
          (around === 'month' && !isRequest ? 'month' : null)),
      billed:
        terms.billed ??
        (around === 'year' && !isRequest && terms.period !== 'year' && !isFree ? 'year' : null),
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
      !isUnderOther(leaf, model) &&
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
