import { pricingModels } from '@hatchr/contracts';
import { parse } from 'tldts';
import { cutWords } from '../ranking/cut-words.js';
import type { CatalogueProduct, DatedCategory } from './catalogue-entry.js';
import { sharedFeatures } from './shared-features.js';

interface Placed {
  product: CatalogueProduct;
  category: DatedCategory;
}

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
/** One sentence that begins with a verb; a point inside a name ("Cal.com") does not end it. */
const sentencePattern = /^[A-Z][^.!?]*(?:\.[^\s][^.!?]*)*\.$/u;
const shortestSummary = 16;
const fewestProducts = 3;

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, place) => values.indexOf(value) !== place))];
}

/** The registrable domain of an address that may stand in the catalogue, or what is wrong with it. */
function readAddress(url: string): { domain: string } | { fault: string } {
  if (!URL.canParse(url)) return { fault: 'is no address' };
  const { protocol, port, search, hash, username, hostname } = new URL(url);
  if (protocol !== 'https:') return { fault: 'is not https' };
  if (port + search + hash + username !== '') return { fault: 'has more than a host and a path' };
  const { domain, isIcann, isIp } = parse(hostname);
  return domain && isIcann && !isIp ? { domain } : { fault: 'has no registrable domain' };
}

function listDateFaults({ id, asOf }: DatedCategory, today: string): string[] {
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/u.test(asOf) &&
    !Number.isNaN(Date.parse(asOf)) &&
    new Date(asOf).toISOString().startsWith(asOf);
  if (!isDay) return [`${id}: "${asOf}" is not a day`];
  return asOf > today ? [`${id}: ${asOf} has not come yet`] : [];
}

/**
 * Whether a term can be found as it is meant: it has a subject, no word twice (a phrase with one never matches),
 * and is not cut to a single everyday word ("check in" to "check").
 */
function isSearchable(term: string): boolean {
  const words = cutWords(term).filter(({ kind }) => kind !== 'stop');
  const [first] = words;
  if (first === undefined || new Set(words.map(({ stem }) => stem)).size < words.length)
    return false;
  if (words.length > 1) return true;
  const pieces = term.toLowerCase().split(/[\s-]+/u);
  return first.kind === 'content' && (pieces.length === 1 || !pieces.includes(first.written));
}

function listCategoryFaults({
  id,
  label,
  topic,
  products,
  terms,
  hints,
  sharedFeatures: shared,
}: DatedCategory): string[] {
  const weak = [...terms, ...hints].filter((term) => !isSearchable(term));
  return [
    ...(idPattern.test(id) ? [] : [`${id}: the id is not kebab-case`]),
    ...(label.trim() && topic.trim() ? [] : [`${id}: has no label or topic`]),
    ...(products.length < fewestProducts
      ? [`${id}: has fewer than ${fewestProducts} products`]
      : []),
    ...(terms.length === 0 ? [`${id}: has no term`] : []),
    ...weak.map((term) => `${id}: "${term}" cannot be searched`),
    ...shared.filter((one) => !(one in sharedFeatures)).map((one) => `${id}: no feature "${one}"`),
  ];
}

function listProductFaults({ product }: Placed): string[] {
  const { id, name, url, summary, audience, pricingModel } = product;
  const address = readAddress(url);
  return [
    ...(idPattern.test(id) ? [] : ['the id is not kebab-case']),
    ...(name.trim() === name && name !== '' ? [] : ['the name is empty or has spaces around it']),
    ...('fault' in address ? [`${url} ${address.fault}`] : []),
    ...(sentencePattern.test(summary) && summary.length >= shortestSummary
      ? []
      : ['the summary is not one sentence']),
    ...(audience === null || /^\S.{2,}[^\s.]$/u.test(audience)
      ? []
      : ['the audience is not a phrase']),
    ...(pricingModel === null || pricingModels.includes(pricingModel)
      ? []
      : ['the pricing model is unknown']),
  ].map((fault) => `${id}: ${fault}`);
}

function listReferenceFaults(
  { product, category }: Placed,
  byId: ReadonlyMap<string, DatedCategory>,
): string[] {
  const { id, features, lacks = [], alsoIn = [] } = product;
  const owners = [category, ...alsoIn.flatMap((other) => byId.get(other) ?? [])];
  const known = new Set([
    ...Object.keys(sharedFeatures),
    ...owners.flatMap((owner) => Object.keys(owner.features)),
  ]);
  return [
    ...(features.length === 0 ? ['has no feature'] : []),
    ...[...features, ...lacks].filter((one) => !known.has(one)).map((one) => `no feature "${one}"`),
    ...repeated([...features, ...lacks]).map((one) => `names "${one}" twice`),
    ...[...alsoIn, category.id]
      .filter((other, place, all) => !byId.has(other) || all.indexOf(other) !== place)
      .map((other) => `no other category "${other}"`),
  ].map((fault) => `${id}: ${fault}`);
}

function listDuplicates(
  categories: readonly DatedCategory[],
  placed: readonly Placed[],
  makers: ReadonlySet<string>,
): string[] {
  const domains = placed.flatMap(({ product }) => {
    const address = readAddress(product.url);
    return 'domain' in address && !makers.has(address.domain) ? [address.domain] : [];
  });
  const featureIds = categories.flatMap(({ features }) => Object.keys(features));
  return [
    ...repeated(categories.map(({ id }) => id)).map((id) => `category ${id}`),
    ...repeated(categories.map(({ label }) => label)).map((label) => `label ${label}`),
    ...repeated(placed.map(({ product }) => product.id)).map((id) => `product ${id}`),
    ...repeated(placed.map(({ product }) => product.name.toLowerCase())).map((n) => `name ${n}`),
    ...repeated(placed.map(({ product }) => product.url)).map((url) => `address ${url}`),
    ...repeated(domains).map((domain) => `domain ${domain}`),
    ...repeated([...Object.keys(sharedFeatures), ...featureIds]).map((id) => `feature ${id}`),
  ].map((what) => `${what}: stands there twice`);
}

/**
 * Everything that is wrong with a catalogue, one line a fault: shape, ids, addresses (https, a registrable
 * domain), references to features and categories, dates, duplicates. Called by the tests and not at run time.
 * @param makers registrable domains that carry several products on purpose
 * @param today ISO date; no date of knowledge may lie after it
 */
export function listCatalogueFaults(
  categories: readonly DatedCategory[],
  makers: ReadonlySet<string>,
  today: string,
): string[] {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const placed = categories.flatMap((category) =>
    category.products.map((product) => ({ product, category })),
  );
  return [
    ...categories.flatMap((category) => listDateFaults(category, today)),
    ...categories.flatMap(listCategoryFaults),
    ...placed.flatMap(listProductFaults),
    ...placed.flatMap((one) => listReferenceFaults(one, byId)),
    ...listDuplicates(categories, placed, makers),
  ];
}
