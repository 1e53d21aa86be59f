import { load, type CheerioAPI } from 'cheerio';
import { getDomain } from 'tldts';
import { parseUrl } from '../network/parse-url.js';

/** The pages of a product's site that say most about it, the most telling first. */
export const pageKinds = ['pricing', 'features', 'changelog', 'integrations', 'about'] as const;
export type PageKind = (typeof pageKinds)[number];

export interface FoundPage {
  kind: PageKind;
  url: string;
  foundIn: 'link' | 'sitemap';
}

interface Candidate {
  url: URL;
  text: string;
  isInNavigation: boolean;
  foundIn: 'link' | 'sitemap';
}

/** How sites call these pages, in the languages of most sites; whole words, lower case, without accents. */
const words: Record<PageKind, string> = {
  pricing:
    'pricing|prices|price|plans|plan|preise|preis|tarife|prix|tarifs|tarif|precios|precio|planes|prezzi|precos|planos|prijzen|priser|cennik|fiyatlandirma|ceny|цены|тарифы|料金|価格|价格|定价',
  features:
    'features|feature|product|platform|capabilities|how it works|funktionen|funktion|produkt|fonctionnalites|produit|funciones|caracteristicas|producto|funzionalita|recursos|funcionalidades|functies|funktioner|funkcje|возможности|機能|功能',
  changelog:
    'changelog|release notes|releases|whats new|updates|neuigkeiten|nouveautes|novedades|novita|novidades|更新',
  integrations:
    'integrations|integration|marketplace|connectors|addons|integrationen|integraciones|integrazioni|integracoes|integraties|連携|集成',
  about:
    'about us|about|company|our story|team|uber uns|a propos|sobre nosotros|sobre|chi siamo|sobre nos|over ons|om oss|o nas|о нас|会社概要|关于我们',
};
const patterns = Object.fromEntries(
  pageKinds.map((kind) => [kind, new RegExp(`(?<![\\p{L}])(?:${words[kind]})(?![\\p{L}])`, 'u')]),
) as Record<PageKind, RegExp>;

/** Sections in which such words are a topic and not the page itself. */
const sideways =
  /\/(?:blog|news|help|support|docs?|legal|jobs|careers|customers|case-stud\w+|compare|vs|events?|academy|community|login|signup|press|privacy|terms)(?:[/.-]|$)/u;
const navigation = 'nav, header, footer, [role="navigation"], [role="menu"]';
const notPages = /\.(?:pdf|zip|png|jpe?g|svg|gif|webp|xml|json|mp4|css|js|ico|dmg|exe)$/iu;

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f'’]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Registrable domain, with the customers of shared hosts kept apart; the host itself for an address. */
export const siteOf = (url: URL): string =>
  getDomain(url.hostname, { allowPrivateDomains: true }) ?? url.host;

function pathWords(url: URL): string[] {
  let path = url.pathname;
  try {
    path = decodeURIComponent(path);
  } catch {
    // A path that is not well encoded is read as it stands.
  }
  return path.split('/').map(fold).filter(Boolean);
}

/** How surely the candidate is that page; 0 for not at all. Judged so that `/pricing` beats every other. */
function scoreAs(kind: PageKind, { url, text, isInNavigation }: Candidate): number {
  const segments = pathWords(url);
  const last = segments.at(-1) ?? '';
  const pattern = patterns[kind];
  const isExact = pattern.exec(last)?.[0] === last && last !== '';
  const label = fold(text);
  // A long text is a teaser that mentions the word, not the name of a page.
  const isLabelled = label.length <= 30 && pattern.test(label);
  const base = isExact ? 6 : isLabelled ? 4 : pattern.test(last) ? 3 : 0;
  if (base === 0 || segments.length === 0) return 0;
  const score =
    base + (isExact && isLabelled ? 2 : 0) + (isInNavigation ? 1 : 0) - (segments.length - 1);
  return Math.max(0, sideways.test(url.pathname.toLowerCase()) ? score - 4 : score);
}

function listLinks(page: CheerioAPI, base: URL): Candidate[] {
  return page('a[href]')
    .toArray()
    .flatMap((element): Candidate[] => {
      const link = page(element);
      const url = parseUrl((link.attr('href') ?? '').trim(), base.href);
      if (!url) return [];
      const isInNavigation = link.closest(navigation).length > 0;
      return [{ url, text: link.text(), isInNavigation, foundIn: 'link' }];
    });
}

function isReadable(url: URL, home: URL): boolean {
  return (
    /^https?:$/u.test(url.protocol) &&
    siteOf(url) === siteOf(home) &&
    url.port === home.port &&
    url.pathname !== home.pathname &&
    !notPages.test(url.pathname)
  );
}

/**
 * Chooses at most one page of each kind from the links of a home page and the site's sitemap, on the same
 * registrable domain only.
 * @param home its final URL and HTML
 * @param sitemap URLs of the site's sitemap, perhaps none
 * @returns the chosen pages in the order of `pageKinds`, each URL once and without its fragment
 */
export function findPages(
  home: { url: string; html: string },
  sitemap: readonly string[] = [],
): FoundPage[] {
  const homeUrl = new URL(home.url);
  const page = load(home.html);
  const base = parseUrl(page('base[href]').attr('href') ?? '', home.url) ?? homeUrl;
  const listed = sitemap.flatMap((text): Candidate[] => {
    const url = parseUrl(text);
    return url ? [{ url, text: '', isInNavigation: false, foundIn: 'sitemap' }] : [];
  });
  const candidates = [...listLinks(page, base), ...listed].filter(({ url }) =>
    isReadable(url, homeUrl),
  );
  const taken = new Set<string>();
  return pageKinds.flatMap((kind): FoundPage[] => {
    let best: { score: number; url: string; foundIn: 'link' | 'sitemap' } | null = null;
    for (const candidate of candidates) {
      const score = scoreAs(kind, candidate);
      const url = new URL(candidate.url);
      url.hash = '';
      if (score > (best?.score ?? 0) && !taken.has(url.href))
        best = { score, url: url.href, foundIn: candidate.foundIn };
    }
    if (!best) return [];
    taken.add(best.url);
    return [{ kind, url: best.url, foundIn: best.foundIn }];
  });
}
