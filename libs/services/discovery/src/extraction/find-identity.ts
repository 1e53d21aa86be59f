import { addressesModel, cleanText } from './clean-text.js';
import { makeFact, type Fact } from './fact.js';
import type { PageModel } from './page-model.js';
import { readString, type JsonObject } from './structured-data.js';

const productTypes = [
  'SoftwareApplication',
  'WebApplication',
  'MobileApplication',
  'Product',
  'Service',
];
const ownerTypes = ['WebSite', 'Organization', 'Corporation', 'LocalBusiness', 'OnlineBusiness'];
const noNames =
  /^(?:home|homepage|index|welcome|startseite|accueil|inicio|my (?:wordpress )?(?:site|blog|store)|untitled|website|404.*|just a moment.*|access denied|pricing|plans?|prices|features|preise|tarife?|tarifs|precios|prijzen|prezzi|about(?: us)?|contact|blog)$/iu;
const noSummary =
  /just another wordpress|lorem ipsum|enable javascript|description of (?:my|the) site|^(?:home|welcome)\b.{0,12}$|cookies/iu;
const separators = /\s+[|–—·•»:-]\s+|:\s+/u;

function nodesOf(
  { data }: PageModel,
  types: readonly string[],
): { node: JsonObject; source: string }[] {
  return data.nodes.filter((entry) => entry.types.some((type) => types.includes(type)));
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function isName(text: string | null | undefined): text is string {
  return (
    text !== null &&
    text !== undefined &&
    text.length <= 50 &&
    text.split(' ').length <= 5 &&
    !noNames.test(text) &&
    !addressesModel(text)
  );
}

/** The title of the page as it stands in its head. */
export function findTitle(model: PageModel): Fact<string> | null {
  const title = cleanText(model.$('head title, title').first().text(), 200);
  return title === '' || addressesModel(title) ? null : makeFact(model.page, title, title, 1);
}

function nameFromTitle(title: string, host: string, known: readonly string[]): string | null {
  const parts = title
    .split(separators)
    .map((part) => part.trim())
    .filter(isName);
  const domain = plain(host.replace(/^www\./u, '').split('.')[0] ?? '');
  const match = parts.find(
    (part) => plain(part) === domain || known.some((name) => plain(name) === plain(part)),
  );
  return match ?? null;
}

/** A word that the page also writes in lower case is a word of the language and no name. */
function isCommonWord(name: string, { text, data }: PageModel): boolean {
  const lower = name.toLowerCase();
  if (lower === name) return true;
  const description = data.meta.get('description') ?? '';
  return [...text.blocks.map((block) => block.text), description].some((line) =>
    line.includes(lower),
  );
}

/** The name alone before the first separator of the front page's title: "Acme - booking for barbers". */
function nameBeforeSeparator(title: string, model: PageModel): string | null {
  const { url } = model.page;
  const isFront =
    URL.canParse(url) && new URL(url).pathname.replace(/\/(?:index\.html?)?$/u, '') === '';
  const [head, ...rest] = title.split(separators);
  if (!isFront || !isName(head) || rest.length !== 1) return null;
  return head.split(' ').length <= 2 && !isCommonWord(head, model) ? head : null;
}

/** The name of what the site offers: what the page calls it in its data, confirmed by its title where it can be. */
export function findName(model: PageModel): Fact<string> | null {
  const { page, data, money } = model;
  const title = findTitle(model);
  const fromNodes = [...nodesOf(model, productTypes), ...nodesOf(model, ownerTypes)].map(
    ({ node }) => readString(node['name'], 60),
  );
  const fromMeta = ['application-name', 'og:site_name', 'apple-mobile-web-app-title'].map((key) =>
    data.meta.get(key),
  );
  const candidates = [...fromMeta, ...fromNodes].filter(isName);
  const confirmed = title === null ? null : nameFromTitle(title.value, money.host, candidates);
  if (confirmed !== null && title !== null) return makeFact(page, confirmed, title.value, 0.95);
  const [first] = candidates;
  if (first !== undefined) {
    const supporters = candidates.filter((name) => plain(name) === plain(first)).length;
    return makeFact(page, first, first, supporters > 1 ? 0.9 : 0.8);
  }
  const head = title === null ? null : nameBeforeSeparator(title.value, model);
  return head === null || title === null ? null : makeFact(page, head, title.value, 0.6);
}

/** What the product does, in the page's own sentence; a sentence that speaks to a language model is none. */
export function findSummary(model: PageModel): Fact<string> | null {
  const { page, data, text } = model;
  const isUsable = (summary: string | null | undefined): summary is string =>
    summary !== null &&
    summary !== undefined &&
    summary.length >= 25 &&
    summary.length <= 400 &&
    !noSummary.test(summary) &&
    !addressesModel(summary);
  const stated = [
    ...nodesOf(model, productTypes).map(({ node }) => readString(node['description'], 500)),
    data.meta.get('description'),
    data.meta.get('og:description'),
    data.meta.get('twitter:description'),
  ].find(isUsable);
  if (stated !== undefined) return makeFact(page, stated, stated, 0.9);
  const first = text.blocks.findIndex(({ kind, level }) => kind === 'heading' && level === 1);
  const next = text.blocks.findIndex(({ kind }, place) => place > first && kind === 'heading');
  const end = next < 0 ? first + 3 : Math.min(next, first + 3);
  const below = first < 0 ? [] : text.blocks.slice(first + 1, end);
  const lead = below.find(
    (block) => block.kind === 'text' && isUsable(block.text) && block.text.split(' ').length >= 6,
  );
  return lead === undefined ? null : makeFact(page, lead.text, lead.text, 0.75);
}

function quoteLinks(html: string): string {
  const at = html.search(/hreflang/iu);
  return html.slice(Math.max(0, at - 30), at + 240);
}

/** Languages that the site is offered in, by its own links to its other versions. */
export function findLanguages(model: PageModel): Fact<readonly string[]> | null {
  const tags = model
    .$('link[rel~="alternate"][hreflang]')
    .toArray()
    .map((element) => model.$(element).attr('hreflang') ?? '');
  const codes = tags
    .map((tag) => /^([a-z]{2})(?:-|$)/iu.exec(tag)?.[1]?.toLowerCase())
    .filter((code) => code !== undefined);
  const unique = [...new Set(codes)].slice(0, 40);
  return unique.length < 2 ? null : makeFact(model.page, unique, quoteLinks(model.page.html), 0.9);
}
