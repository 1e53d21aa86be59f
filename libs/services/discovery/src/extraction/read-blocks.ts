import type { CheerioAPI } from 'cheerio';
import { cleanText } from './clean-text.js';
import { findUndisplayedClasses, isHidden, isStruck, periodOfElement } from './find-hidden.js';
import { isElement, isTextNode, type HtmlElement, type HtmlNode } from './parse-html.js';

/** A run of visible text without a border in it: a heading, a list item, a cell, a paragraph. */
export interface Block {
  text: string;
  kind: 'heading' | 'item' | 'cell' | 'action' | 'text';
  /** 1 to 6 for headings, else 0. */
  level: number;
  /** The innermost element that holds all of it. */
  element: HtmlElement;
  /** The period that the element or what surrounds it is about. */
  period: 'month' | 'year' | null;
  isStruck: boolean;
}

/** The visible text of a page in reading order, and where each element's part of it lies. */
export interface PageText {
  blocks: readonly Block[];
  /** First block and the one after the last, for every visible element. */
  spans: ReadonlyMap<HtmlElement, readonly [number, number]>;
}

const inlineElements = new Set(
  'a abbr b bdi bdo cite code data em font i kbd label mark q small span strong sub sup time u var ins wbr'.split(
    ' ',
  ),
);
const maximumBlocks = 6000;
const headingClass =
  /(?:^|[-_\s])(?:plan|tier|package|pricing|price|card)[-_]{0,2}(?:name|title|heading)(?:$|[-_\s])|^title$/iu;
const actionClass = /(?:^|[-_\s])(?:btn|button|cta)(?:$|[-_\s])/iu;

interface Surroundings {
  kind: Block['kind'];
  level: number;
  element: HtmlElement;
  period: Block['period'];
  isStruck: boolean;
}

function isInline(element: HtmlElement): boolean {
  return inlineElements.has(element.name) && !actionClass.test(element.attribs['class'] ?? '');
}

function kindOf(element: HtmlElement, around: Surroundings): Pick<Block, 'kind' | 'level'> {
  const { name, attribs } = element;
  if (/^h[1-6]$/u.test(name)) return { kind: 'heading', level: Number(name[1]) };
  if (attribs['role'] === 'heading')
    return { kind: 'heading', level: Number(attribs['aria-level'] ?? 3) };
  if (name === 'td' || name === 'th') return { kind: 'cell', level: 0 };
  if (name === 'button' || actionClass.test(attribs['class'] ?? ''))
    return { kind: 'action', level: 0 };
  if (around.kind !== 'text') return around;
  if (name === 'li') return { kind: 'item', level: 0 };
  if (name === 'dt' || name === 'legend' || headingClass.test(attribs['class'] ?? ''))
    return { kind: 'heading', level: 4 };
  return around;
}

class BlockReader {
  readonly blocks: Block[] = [];
  readonly spans = new Map<HtmlElement, readonly [number, number]>();
  private buffer = '';
  private crossedElement = false;
  private readonly undisplayed: ReadonlySet<string>;

  constructor(private readonly $: CheerioAPI) {
    this.undisplayed = findUndisplayedClasses($);
  }

  private flush({ kind, level, element, period, isStruck: struck }: Surroundings): void {
    const text = cleanText(this.buffer);
    this.buffer = '';
    if (text !== '' && this.blocks.length < maximumBlocks)
      this.blocks.push({ text, kind, level, element, period, isStruck: struck });
  }

  /** Two elements that touch are two words, unless a sign joins them: "<i>9</i><i>.99</i>" is one number. */
  private append(text: string): void {
    const touches =
      this.crossedElement && /[\p{L}\d]$/u.test(this.buffer) && /^[\p{Lu}\d\p{Sc}]/u.test(text);
    const splitsNumber = /\d$/u.test(this.buffer) && /^\d/u.test(text);
    this.buffer += touches || splitsNumber ? ` ${text}` : text;
    this.crossedElement = false;
  }

  read(node: HtmlNode, around: Surroundings): void {
    if (isTextNode(node)) {
      this.append(node.data);
      return;
    }
    if (!isElement(node)) return;
    if (node.name === 'br') {
      this.buffer += ' ';
      return;
    }
    if (isHidden(node, this.$, this.undisplayed)) return;
    const period = periodOfElement(node);
    const struck = isStruck(node);
    const start = this.blocks.length;
    if (isInline(node) && period === null && !struck) {
      this.crossedElement = true;
      for (const child of node.children) this.read(child, around);
      this.crossedElement = true;
      return;
    }
    this.flush(around);
    const inside: Surroundings = {
      ...kindOf(node, around),
      element: node,
      period: period ?? around.period,
      isStruck: struck || around.isStruck,
    };
    for (const child of node.children) this.read(child, inside);
    this.flush(inside);
    this.spans.set(node, [start, this.blocks.length]);
  }
}

/** Reads what a visitor sees. */
export function readBlocks($: CheerioAPI): PageText {
  const reader = new BlockReader($);
  const body = $('body').get(0);
  if (body !== undefined)
    reader.read(body, { kind: 'text', level: 0, element: body, period: null, isStruck: false });
  return reader;
}
