import { load, type CheerioAPI } from 'cheerio';

export type HtmlNode = ReturnType<ReturnType<CheerioAPI['root']>['contents']>[number];
export type HtmlElement = Extract<HtmlNode, { attribs: Record<string, string> }>;
export type HtmlText = Extract<HtmlNode, { nodeType: 3 }>;

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'attribs' in node;
}

export function isTextNode(node: HtmlNode): node is HtmlText {
  return node.nodeType === 3;
}

/** Pages are text; two million characters are more than any pricing page and little enough to parse at once. */
const maximumLength = 2_000_000;
/** Real pages have fewer than 15,000 elements, each with two tags. */
const maximumTags = 40_000;
/**
 * An HTML parser searches the stack of its open elements, so nesting costs the square of its depth: 30,000
 * nested elements took 11 seconds. Real pages stay below 100 levels; what lies deeper is cut off.
 */
const maximumDepth = 400;

/** Elements that have no end tag, or whose end tag may be left out so that counting them would mislead. */
const uncounted = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option path rect circle line polygon use'.split(
    ' ',
  ),
);

/** The part of a page before its nesting or its number of tags gets out of hand. */
function cutToBounds(html: string): string {
  const open = new Map<string, number>();
  let depth = 0;
  let tags = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9-]{0,30})/giu)) {
    const name = (match[2] ?? '').toLowerCase();
    tags += 1;
    if (tags > maximumTags) return html.slice(0, match.index);
    if (uncounted.has(name)) continue;
    const count = open.get(name) ?? 0;
    if (match[1] === '/') {
      if (count === 0) continue;
      open.set(name, count - 1);
      depth -= 1;
    } else {
      open.set(name, count + 1);
      depth += 1;
      if (depth > maximumDepth) return html.slice(0, match.index);
    }
  }
  return html;
}

/** Parses a page leniently, as a browser would, within bounds of size and nesting. Never throws on markup. */
export function parseHtml(html: string): CheerioAPI {
  return load(cutToBounds(html.slice(0, maximumLength)));
}
