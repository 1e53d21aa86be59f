import { createHash } from 'node:crypto';
import type { Evidence } from '@hatchr/contracts';
import type { CatalogueProduct } from '../catalogue/catalogue-entry.js';
import { getFeatureLabel } from '../catalogue/catalogue.js';

/**
 * How far a statement of the catalogue is to be trusted. A judgement: what a product does changes slowly, whom
 * it serves and what it can do changes with releases, how it is paid changes most. None is 1, since no page
 * was read.
 */
const confidence = { summary: 0.85, audience: 0.7, features: 0.7, pricing: 0.6, lacks: 0.6 };

const pricingWords: Record<NonNullable<CatalogueProduct['pricingModel']>, string> = {
  free: 'free of charge',
  freemium: 'a free plan and paid plans',
  subscription: 'a subscription',
  usage: 'payment by use',
  one_time: 'a one-time purchase',
  commission: 'a commission on sales',
  quote: 'a price on request',
  open_source: 'open source, free to run',
};

/** sha256 of a snippet, in hex. */
export function hashSnippet(snippet: string): string {
  return createHash('sha256').update(snippet, 'utf8').digest('hex');
}

/** Id of the evidence row for one kind of statement on a competitor, for example `calendly.features`. */
export function evidenceId(competitorId: string, kind: keyof typeof confidence): string {
  return `${competitorId}.${kind}`;
}

function listLabels(featureIds: Iterable<string>): string {
  return [...featureIds].map((id) => getFeatureLabel(id).toLowerCase()).join(', ');
}

/**
 * One row for each statement that the catalogue makes on a product. The snippet is the catalogue's own
 * sentence, the address is the product's site.
 * @param asOf the date of knowledge of the product's row
 */
export function collectEvidence(
  product: CatalogueProduct,
  has: ReadonlySet<string>,
  asOf: string,
): readonly Evidence[] {
  const row = (kind: keyof typeof confidence, claim: string, snippet: string): Evidence => ({
    id: evidenceId(product.id, kind),
    competitorId: product.id,
    claim,
    source: 'catalogue',
    url: product.url,
    asOf,
    snippet,
    snippetHash: hashSnippet(snippet),
    confidence: confidence[kind],
  });
  const { name, audience, pricingModel, lacks } = product;
  return [
    row('summary', `What ${name} does`, product.summary),
    row('features', `What ${name} is known to offer`, `Known features: ${listLabels(has)}.`),
    ...(audience === null
      ? []
      : [row('audience', `Whom ${name} serves`, `It is made for ${audience}.`)]),
    ...(pricingModel === null
      ? []
      : [row('pricing', `How ${name} is paid`, `Pricing: ${pricingWords[pricingModel]}.`)]),
    ...(lacks?.length
      ? [row('lacks', `What ${name} is known not to offer`, `Not offered: ${listLabels(lacks)}.`)]
      : []),
  ];
}
