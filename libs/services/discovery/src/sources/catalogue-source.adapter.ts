import { type Competitor, type ServedBy, type StepContext } from '@hatchr/contracts';
import { assertNotCancelled } from '../assert-not-cancelled.js';
import { collectEvidence } from '../analysis/collect-evidence.js';
import type { CatalogueCategory, CatalogueProduct } from '../catalogue/catalogue-entry.js';
import { catalogue, getFeatureLabel } from '../catalogue/catalogue.js';
import { buildCatalogueIndex, type CatalogueIndex } from '../ranking/catalogue-index.js';
import { rankCompetitors, type RankedProduct } from '../ranking/rank-competitors.js';
import type { Idea } from '../ranking/read-idea.js';
import {
  CompetitorSource,
  type CompetitorFindings,
  type FoundCompetitor,
} from './competitor-source.port.js';

const servedBy: ServedBy = {
  provider: 'bundled catalogue',
  mode: 'embedded',
  reason:
    'No live search provider is configured, so the catalogue that ships with Hatchr was searched. Nothing left this machine.',
};

function stateNone(idea: Idea): string {
  const base = 'No close competitor is known to the bundled catalogue';
  if (idea.language !== 'en' && !idea.wasTranslated)
    return `${base}: it is written in English and recognised no field in the words of this sentence. That does not mean that there is none.`;
  return `${base} for this idea. That does not mean that there is none.`;
}

function stateFound(count: number, fields: readonly CatalogueCategory[]): string {
  const labels = fields.map(({ label }) => `“${label}”`);
  const list = labels.length < 3 ? labels.join(' and ') : labels.join(', ');
  return `The bundled catalogue knows ${count} products close to this idea, in ${list}.`;
}

function toFound(
  { row, relevance, reasons }: RankedProduct,
  stems: ReadonlySet<string>,
): FoundCompetitor {
  const product: CatalogueProduct = row.product;
  const has = new Set([...product.features, ...(product.isOpenSource ? ['open-source'] : [])]);
  const evidence = collectEvidence(product, has, row.category.asOf);
  const competitor: Competitor = {
    id: product.id,
    name: product.name,
    url: product.url,
    domain: new URL(product.url).hostname.replace(/^www\./u, ''),
    summary: product.summary,
    audience: product.audience,
    category: row.category.label,
    featureIds: [...has],
    pricingModel: product.pricingModel,
    relevance,
    reasons: [...reasons],
    evidenceIds: evidence.map(({ id }) => id),
  };
  return { competitor, has, lacks: new Set(product.lacks), stems, evidence };
}

/** The embedded source: the catalogue that ships with Hatchr. Offline, without a key, the same answer always. */
export class CatalogueSource extends CompetitorSource {
  private index: CatalogueIndex | null = null;

  /** @param categories what is known; the catalogue that ships with Hatchr unless given */
  constructor(
    private readonly limit: number,
    private readonly categories: Parameters<typeof buildCatalogueIndex>[0] = catalogue,
  ) {
    super();
  }

  override find(idea: Idea, context: StepContext): Promise<CompetitorFindings> {
    // An executor, so that a throw of the signal check becomes a rejection.
    return new Promise((resolve) => {
      resolve(this.search(idea, context));
    });
  }

  /** The searchable catalogue, built on first use. */
  getIndex(): CatalogueIndex {
    return (this.index ??= buildCatalogueIndex(this.categories));
  }

  private search(idea: Idea, context: StepContext): CompetitorFindings {
    const index = this.getIndex();
    const size = { products: index.rows.size, categories: index.categories.size };
    context.progress(0.2, `Searching ${size.products} products in ${size.categories} categories`);
    assertNotCancelled(context.signal);
    const { fields, products } = rankCompetitors(idea, index, this.limit);
    const found = products.map((one) => toFound(one, index.textOf(one.row).all));
    const categories = fields.map(({ category }) => category);
    context.log(
      'info',
      `Searched the bundled catalogue: ${found.length} of ${size.products} products are close.`,
      {
        ...size,
        found: found.map(({ competitor }) => competitor.name),
      },
    );
    const vocabularies = categories.map((category) => [
      ...Object.keys(category.features),
      ...category.sharedFeatures,
    ]);
    const featureIds = new Set([...vocabularies.flat(), ...found.flatMap(({ has }) => [...has])]);
    return {
      found,
      fields: categories.map((category, place) => ({
        label: category.label,
        vocabulary: vocabularies[place] ?? [],
      })),
      namedStems: new Set(fields.flatMap(({ stems }) => [...stems])),
      featureLabels: new Map([...featureIds].map((id) => [id, getFeatureLabel(id)])),
      statement: found.length > 0 ? stateFound(found.length, categories) : stateNone(idea),
      servedBy,
    };
  }
}
