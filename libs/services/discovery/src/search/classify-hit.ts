import { parse } from 'tldts';
import { parseUrl } from '../network/parse-url.js';
import { findKnownKind, type SiteKind } from './known-hosts.js';
import type { SearchHit } from './search-provider.port.js';

export interface ClassifiedHit {
  hit: SearchHit;
  kind: SiteKind;
  /** Registrable domain, with a customer's part of a shared one ("someone.github.io"); the host where there is none. */
  domain: string;
}

/** Titles of lists and tests, in the languages whose words the search knows. */
const listTitle =
  /\b(?:top|best)\s+\d+|\b\d+\+?\s+(?:[\p{L}-]+\s+){0,5}?(?:alternatives|tools|apps|platforms|programs|options|ways|solutions|competitors|sites|websites)\b|\balternatives\b|\bcompetitors\b|\bbest\b.*\b(?:20\d\d|reviewed|compared|ranked|picks)\b|\b(?:vergleich|alternativen|die besten|les meilleur\w*|las mejores|los mejores|i migliori|os melhores|comparatif)\b|(?:比較|おすすめ|選$)/iu;
const comparison = /\b(?:vs\.?|versus|alternative|compared (?:to|with))\b/iu;
const articlePath =
  /\/(?:blog|blogs|article|articles|news|guides?|learn|posts?|stories|magazine|docs?|help|support|wiki|kb|academy|glossary|press|resources|tutorials?|20[0-2]\d)(?:\/|$)/iu;
const articleHost =
  /^(?:blog|docs?|help|support|news|learn|wiki|developers?|community|forum|academy)\./iu;
const publicBody = /(?:^|\.)(?:gov|edu|mil|gouv\.fr|gov\.\p{L}{2}|ac\.\p{L}{2}|edu\.\p{L}{2})$/iu;
/** Kinds whose own front page is a product of its own ("substack.com" for newsletters). */
const ownProducts: ReadonlySet<SiteKind> = new Set(['forum', 'code_host', 'app_store']);

function isFront({ pathname, search }: URL): boolean {
  return search === '' && /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:index\.\w+)?$/iu.test(pathname);
}

const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** A page that compares its own product with another one, and so says that they compete. */
function comparesItself(title: string, label: string): boolean {
  const plain = title.replace(/\s+/gu, ' ');
  return comparison.test(plain) && !/\d+\s+\p{L}/u.test(plain) && squeeze(plain).includes(label);
}

function kindOf(url: URL, title: string, label: string | null, host: string): SiteKind {
  const isList = listTitle.test(title) && !isFront(url);
  const known = findKnownKind(url, label);
  if (known !== null) {
    if (ownProducts.has(known) && isFront(url)) return 'product';
    return isList && known === 'news' ? 'listicle' : known;
  }
  if (publicBody.test(host)) return 'reference';
  if (isList) return 'listicle';
  if (label !== null && comparesItself(title, squeeze(label))) return 'product';
  if (articleHost.test(host) || articlePath.test(url.pathname)) return 'article';
  return comparison.test(title) && !isFront(url) ? 'listicle' : 'product';
}

/**
 * What a result is, by its host, its path and its title.
 * @returns null where its address is none of the web's
 */
export function classifyHit(hit: SearchHit): ClassifiedHit | null {
  const url = parseUrl(hit.url);
  if (!url) return null;
  const { domain, domainWithoutSuffix, hostname, isIp } = parse(url.href, {
    allowPrivateDomains: true,
  });
  if (!/^https?:$/u.test(url.protocol) || hostname === null || isIp === true) return null;
  const host = hostname.replace(/^www\./u, '');
  return { hit, kind: kindOf(url, hit.title, domainWithoutSuffix, host), domain: domain ?? host };
}
