import type { CheerioAPI } from 'cheerio';
import type { FetchedPage } from './fact.js';
import { parseHtml } from './parse-html.js';
import { readBlocks, type Block, type PageText } from './read-blocks.js';
import { findStatedCurrencies, type MoneyContext } from './read-money.js';
import { readStructuredData, type StructuredData } from './structured-data.js';

/** Everything that the readers of facts need of one page, read once. */
export interface PageModel {
  page: FetchedPage;
  $: CheerioAPI;
  text: PageText;
  data: StructuredData;
  money: MoneyContext;
  /** Whether the page as a whole, by its address or first heading, is about prices, functions or integrations. */
  subject: 'pricing' | 'features' | 'integrations' | null;
  /** An article: what it says of prices and integrations is as often said of others. */
  isArticle: boolean;
}

function readIsArticle(
  { url }: FetchedPage,
  title: string,
  { nodes, meta }: StructuredData,
): boolean {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  return (
    /\/(?:blog|news|articles?|posts?|stories|magazine?|ratgeber|press)(?:\/|$)/iu.test(path) ||
    /\b\d+ (?:best|top|great)\b|\b(?:best|top) \d+\b|\balternatives\b/iu.test(title) ||
    meta.get('og:type') === 'article' ||
    nodes.some(({ types }) =>
      types.some((type) => /^(?:News|Tech)?Article$|^BlogPosting$/u.test(type)),
    )
  );
}

export const pricingWords =
  /(?<!\p{L})(?:pricing|prices|plans|preise|tarife|tarifs?|prix|precios|planes|tarifas|prijzen|prezzi|preços)(?!\p{L})/iu;
export const featureWords =
  /(?<!\p{L})(?:features?|capabilities|funktionen|leistungen|fonctionnalités|funciones|características|funcionalidades|functies|funzionalità)(?!\p{L})|^(?:everything|all) you need\b|^what you get\b/iu;
export const integrationWords =
  /(?<!\p{L})(?:integrations?|integrates with|works with|connects (?:with|to)|integrationen|intégrations|integraciones)(?!\p{L})/iu;

function readSubject(
  page: FetchedPage,
  blocks: readonly Block[],
  title: string,
): PageModel['subject'] {
  const path = URL.canParse(page.url) ? new URL(page.url).pathname : '';
  const heading =
    blocks.find(({ kind, level }) => kind === 'heading' && level === 1)?.text ?? title;
  for (const text of [path, heading.length < 60 ? heading : '']) {
    if (pricingWords.test(text)) return 'pricing';
    if (integrationWords.test(text)) return 'integrations';
    if (featureWords.test(text)) return 'features';
  }
  return null;
}

/** Reads a page. Never throws: whatever the markup, what is not understood is not there. */
export function readPage(page: FetchedPage): PageModel {
  const $ = parseHtml(page.html);
  const text = readBlocks($);
  const data = readStructuredData($);
  const title = $('title').first().text();
  const language =
    /^[a-z]{2}/iu.exec($('html').attr('lang')?.trim() ?? '')?.[0].toLowerCase() ?? null;
  const stated = findStatedCurrencies(text.blocks.map((block) => block.text).join('\n'));
  for (const { node } of data.nodes)
    if (typeof node['priceCurrency'] === 'string') stated.add(node['priceCurrency']);
  return {
    page,
    $,
    text,
    data,
    money: {
      language,
      host: URL.canParse(page.url) ? new URL(page.url).hostname : '',
      statedCurrencies: stated,
    },
    subject: readSubject(page, text.blocks, title),
    isArticle: readIsArticle(page, title, data),
  };
}
