import MiniSearch from 'minisearch';
import type { CatalogueCategory, CatalogueProduct } from '../catalogue/catalogue-entry.js';
import { getFeatureLabel } from '../catalogue/catalogue.js';
import { cutWords, phraseKey } from './cut-words.js';

/** A product as the index knows it. Every field is a list of keys that are joined by a space. */
interface IndexedProduct {
  id: string;
  terms: string;
  hints: string;
  summary: string;
  features: string;
  audience: string;
  name: string;
}

export type KeyKind = 'term' | 'hint';

export interface CatalogueRow {
  product: CatalogueProduct;
  category: CatalogueCategory;
  /** Place in its category, 0 for the best known. */
  place: number;
  /** Ids of all categories that it belongs to, its own first. */
  categoryIds: readonly string[];
  /** Stems of everything that the catalogue says of it. */
  stems: ReadonlySet<string>;
}

export interface CatalogueIndex {
  search: MiniSearch<IndexedProduct>;
  rows: ReadonlyMap<string, CatalogueRow>;
  categories: ReadonlyMap<string, CatalogueCategory>;
  /** Phrase key to the categories that it names or hints at. */
  keys: ReadonlyMap<string, ReadonlyMap<string, KeyKind>>;
  /** 0 to 1: how few categories use a word in their terms and hints. */
  rarity: (stem: string) => number;
  /** Stems of each product's audience. */
  audienceStems: ReadonlyMap<string, readonly string[]>;
  /** Search over the terms of one word as they are written, to forgive a typing error. */
  vocabulary: MiniSearch<{ id: string }>;
}

/** The key of a term, with all its words; the catalogue's test holds that none is dropped. */
export function termKey(term: string): string {
  return phraseKey(
    cutWords(term)
      .filter((word) => word.kind !== 'stop')
      .map((word) => word.stem),
  );
}

function stemsOf(text: string): string[] {
  return cutWords(text)
    .filter((word) => word.kind !== 'stop')
    .map((word) => word.stem);
}

function indexKeys(categories: readonly CatalogueCategory[]): Map<string, Map<string, KeyKind>> {
  const keys = new Map<string, Map<string, KeyKind>>();
  const add = (text: string, categoryId: string, kind: KeyKind): void => {
    const key = termKey(text);
    const owners = keys.get(key) ?? new Map<string, KeyKind>();
    if (owners.get(categoryId) !== 'term') owners.set(categoryId, kind);
    keys.set(key, owners);
  };
  for (const category of categories) {
    for (const term of category.terms) add(term, category.id, 'term');
    for (const hint of category.hints) add(hint, category.id, 'hint');
  }
  return keys;
}

function measureRarity(
  keys: ReadonlyMap<string, ReadonlyMap<string, KeyKind>>,
  categoryCount: number,
): (stem: string) => number {
  const owners = new Map<string, Set<string>>();
  for (const [key, kinds] of keys)
    for (const stem of key.split('_')) {
      const known = owners.get(stem) ?? new Set<string>();
      for (const id of kinds.keys()) known.add(id);
      owners.set(stem, known);
    }
  return (stem) =>
    Math.log(1 + categoryCount / (owners.get(stem)?.size ?? categoryCount)) /
    Math.log(1 + categoryCount);
}

function listRows(categories: readonly CatalogueCategory[]): Map<string, CatalogueRow> {
  return new Map(
    categories.flatMap((category) =>
      category.products.map((product, place): [string, CatalogueRow] => {
        const categoryIds = [category.id, ...(product.alsoIn ?? [])];
        const stems = new Set(
          stemsOf(
            [
              product.summary,
              product.audience ?? '',
              product.name,
              ...product.features.map(getFeatureLabel),
            ].join(' '),
          ),
        );
        return [product.id, { product, category, place, categoryIds, stems }];
      }),
    ),
  );
}

const byKeys = { tokenize: (text: string) => text.split(' '), processTerm: (term: string) => term };

function indexProducts(
  rows: ReadonlyMap<string, CatalogueRow>,
  byId: ReadonlyMap<string, CatalogueCategory>,
): MiniSearch<IndexedProduct> {
  const search = new MiniSearch<IndexedProduct>({
    fields: ['terms', 'hints', 'summary', 'features', 'audience', 'name'],
    ...byKeys,
  });
  // Once a category and not once a product: cutting words is most of the time that the index takes.
  const keysOf = new Map(
    [...byId].map(([id, { terms, hints }]) => [
      id,
      { terms: terms.map(termKey).join(' '), hints: hints.map(termKey).join(' ') },
    ]),
  );
  search.addAll(
    [...rows.values()].map(({ product, categoryIds }) => {
      const owners = categoryIds.flatMap((id) => keysOf.get(id) ?? []);
      return {
        id: product.id,
        terms: owners.map(({ terms }) => terms).join(' '),
        hints: owners.map(({ hints }) => hints).join(' '),
        summary: stemsOf(product.summary).join(' '),
        features: stemsOf(product.features.map(getFeatureLabel).join(' ')).join(' '),
        audience: stemsOf(product.audience ?? '').join(' '),
        name: stemsOf(product.name).join(' '),
      };
    }),
  );
  return search;
}

/** Builds the index of a catalogue: some tens of milliseconds for 900 products, so it is built once. */
export function buildCatalogueIndex(categories: readonly CatalogueCategory[]): CatalogueIndex {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const keys = indexKeys(categories);
  const rows = listRows(categories);
  const vocabulary = new MiniSearch<{ id: string }>({ fields: ['id'], ...byKeys });
  const singleTerms = categories.flatMap(({ terms }) =>
    terms.filter((term) => !/[\s-]/u.test(term)),
  );
  vocabulary.addAll([...new Set(singleTerms)].map((id) => ({ id })));
  return {
    search: indexProducts(rows, byId),
    rows,
    categories: byId,
    keys,
    rarity: measureRarity(keys, byId.size),
    audienceStems: new Map(
      [...rows.values()].map(({ product }) => [product.id, stemsOf(product.audience ?? '')]),
    ),
    vocabulary,
  };
}
