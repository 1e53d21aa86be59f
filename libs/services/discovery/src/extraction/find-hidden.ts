import type { CheerioAPI } from 'cheerio';
import { isElement, type HtmlElement } from './parse-html.js';

const silentElements = new Set(
  'script style noscript template svg head iframe object canvas nav footer select dialog menu audio video'.split(
    ' ',
  ),
);
const silentRoles = new Set([
  'navigation',
  'contentinfo',
  'dialog',
  'alertdialog',
  'banner-cookie',
]);
const hiddenClasses = new Set(
  'hidden d-none hide is-hidden sr-only visually-hidden screen-reader-text invisible w-condition-invisible'.split(
    ' ',
  ),
);
const consentName = /(?:^|[-_ ])(?:cookies?|consent|gdpr|cmp|onetrust|cookiebanner)(?:$|[-_ ])/iu;
const consentText = /cookies?\b/iu;
/** A consent banner is short; a page whose body is called "cookie-accepted" is not. */
const maximumBanner = 3000;

function classesOf({ attribs }: HtmlElement): string[] {
  return (attribs['class'] ?? '').split(/\s+/u).filter(Boolean);
}

/** Which billing period an element is about by its own attributes ("price--monthly", `data-billing="annual"`). */
export function periodOfElement({ attribs }: HtmlElement): 'month' | 'year' | null {
  const words = Object.entries(attribs)
    .filter(([name]) => name === 'class' || name === 'id' || name.startsWith('data-'))
    .map(([name, value]) => (name.startsWith('data-') ? `${name} ${value}` : value))
    .join(' ')
    .slice(0, 500);
  const isMonth = /month|mensu|monatlich/iu.test(words);
  const isYear = /year|annual|jaehrlich|annuel|anual/iu.test(words);
  return isMonth === isYear ? null : isMonth ? 'month' : 'year';
}

/** Class names that the page's own style sheet, outside of media queries, does not display. */
export function findUndisplayedClasses($: CheerioAPI): ReadonlySet<string> {
  const names = new Set<string>();
  $('style').each((_, element) => {
    let depth = 0;
    let start = 0;
    const css = $(element).text().slice(0, 200_000);
    let selector = '';
    for (let place = 0; place < css.length; place += 1) {
      const sign = css[place];
      if (sign === '{') {
        if (depth === 0) selector = css.slice(start, place).trim();
        depth += 1;
        start = place + 1;
      } else if (sign === '}') {
        if (
          depth === 1 &&
          /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(css.slice(start, place))
        )
          for (const part of selector.split(','))
            if (/^\s*\.[\w-]+\s*$/u.test(part)) names.add(part.trim().slice(1));
        depth = Math.max(0, depth - 1);
        start = place + 1;
      }
    }
  });
  return names;
}

function isUndisplayed(element: HtmlElement, undisplayed: ReadonlySet<string>): boolean {
  const { attribs } = element;
  return (
    'hidden' in attribs ||
    attribs['aria-hidden'] === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px)?\s*(?:;|$)|opacity\s*:\s*0\s*(?:;|$)/iu.test(
      attribs['style'] ?? '',
    ) ||
    classesOf(element).some((name) => hiddenClasses.has(name) || undisplayed.has(name))
  );
}

function isConsent(element: HtmlElement, $: CheerioAPI): boolean {
  if (['html', 'body', 'main'].includes(element.name)) return false;
  const names = `${element.attribs['id'] ?? ''} ${element.attribs['class'] ?? ''}`;
  if (!consentName.test(names)) return false;
  const text = $(element).text();
  return text.length <= maximumBanner && consentText.test(text);
}

/**
 * Whether a visitor does not see an element as part of the page's content: not displayed, or a script, a
 * menu, a footer, a consent banner. The other side of a monthly/yearly switch is not displayed either, but
 * one click away: it counts as visible when it says which period it is about.
 */
export function isHidden(
  element: HtmlElement,
  $: CheerioAPI,
  undisplayed: ReadonlySet<string>,
): boolean {
  if (silentElements.has(element.name) || silentRoles.has(element.attribs['role'] ?? ''))
    return true;
  if (isUndisplayed(element, undisplayed))
    return periodOfElement(element) === null || !/\d/u.test($(element).text());
  return isConsent(element, $);
}

/** Whether text in an element is crossed out: an old price. */
export function isStruck(element: HtmlElement): boolean {
  return (
    ['del', 's', 'strike'].includes(element.name) ||
    /line-through/iu.test(element.attribs['style'] ?? '') ||
    classesOf(element).some((name) =>
      /^(?:line-through|strike(?:through)?|old-price|price-old|was-price|compare-at.*|original-price)$/iu.test(
        name,
      ),
    )
  );
}

/** The ancestors of an element, the nearest first, without the document. */
export function listAncestors(element: HtmlElement): HtmlElement[] {
  const chain: HtmlElement[] = [];
  for (let node = element.parent; node !== null; node = node.parent)
    if (isElement(node)) chain.push(node);
  return chain;
}
