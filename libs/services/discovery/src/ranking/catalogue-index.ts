import MiniSearch from 'minisearch';
import type { CatalogueProduct, DatedCategory } from '../catalogue/catalogue-entry.js';
import { getFeatureLabel } from '../catalogue/catalogue.js';
import { cutPhrases, cutWords, phraseKey, type Word } from './cut-words.js';

export type KeyKind = 'term' | 'hint';

export interface CatalogueRow {
  product: CatalogueProduct;
  category: DatedCategory;
  /** Place in its category, 0 for the best known. */
  place: number;
  /** Ids of all categories that it belongs to, its own first. */
  categoryIds: readonly string[];
}

/** What the catalogue says of a product, in stems. */
export interface RowText {
  name: readonly string[];
  summary: readonly string[];
  features: readonly string[];
  audience: readonly string[];
  all: ReadonlySet<string>;
}

export interface CatalogueIndex {
  rows: ReadonlyMap<string, CatalogueRow>;
  categories: ReadonlyMap<string, DatedCategory>;
  /** Phrase key to the categories that it names or hints at. */
  keys: ReadonlyMap<string, ReadonlyMap<string, KeyKind>>;
  /** 0 to 1: how few categories use a word in their terms and hints. */
  rarity: (stem: string) => number;
  /** Reads a row's text once and only when asked: a sentence needs those of two or three categories. */
  textOf: (row: CatalogueRow) => RowText;
  /** Search over the terms of one word as they are written, to forgive a typing error. */
  vocabulary: MiniSearch<{ id: string }>;
}

function stemsWithoutStops(words: readonly Word[]): string[] {
  return words.filter(({ kind }) => kind !== 'stop').map(({ stem }) => stem);
}

function indexKeys(categories: readonly DatedCategory[]): Map<string, Map<string, KeyKind>> {
  const entries = categories.flatMap(({ id, terms, hints }) => [
    ...terms.map((text) => ({ id, text, kind: 'term' as const })),
    ...hints.map((text) => ({ id, text, kind: 'hint' as const })),
  ]);
  const keys = new Map<string, Map<string, KeyKind>>();
  cutPhrases(entries.map(({ text }) => text)).forEach((words, place) => {
    const entry = entries[place];
    if (!entry) return;
    const key = phraseKey(stemsWithoutStops(words));
    const owners = keys.get(key) ?? new Map<string, KeyKind>();
    if (owners.get(entry.id) !== 'term') owners.set(entry.id, entry.kind);
    keys.set(key, owners);
  });
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

function listRows(categories: readonly DatedCategory[]): Map<string, CatalogueRow> {
  return new Map(
    categories.flatMap((category) =>
      category.products.map((product, place): [string, CatalogueRow] => {
        const categoryIds = [category.id, ...(product.alsoIn ?? [])];
        return [product.id, { product, category, place, categoryIds }];
      }),
    ),
  );
}

function readText({ product }: CatalogueRow): RowText {
  const { name, summary, audience, features } = product;
  const read = (text: string): string[] => stemsWithoutStops(cutWords(text));
  const text = {
    name: read(name),
    summary: read(summary),
    audience: read(audience ?? ''),
    features: read(features.map(getFeatureLabel).join('; ')),
  };
  return { ...text, all: new Set(Object.values(text).flat()) };
}

function readTextsOnce(): (row: CatalogueRow) => RowText {
  const texts = new Map<string, RowText>();
  return (row) => {
    const text = texts.get(row.product.id) ?? readText(row);
    texts.set(row.product.id, text);
    return text;
  };
}

/** Cuts keys and row texts, which are joined by a space. */
export const byKeys = {
  tokenize: (text: string) => text.split(' '),
  processTerm: (term: string) => term,
};

/** Builds the index of a catalogue: the names of its fields. It is built once, on first use. */
export function buildCatalogueIndex(categories: readonly DatedCategory[]): CatalogueIndex {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const keys = indexKeys(categories);
  const vocabulary = new MiniSearch<{ id: string }>({ fields: ['id'], ...byKeys });
  const singleTerms = categories.flatMap(({ terms }) =>
    terms.filter((term) => !/[\s-]/u.test(term)),
  );
  vocabulary.addAll([...new Set(singleTerms)].map((id) => ({ id })));
  return {
    rows: listRows(categories),
    categories: byId,
    keys,
    rarity: measureRarity(keys, byId.size),
    textOf: readTextsOnce(),
    vocabulary,
  };
}
