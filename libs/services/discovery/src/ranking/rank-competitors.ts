import MiniSearch from 'minisearch';
import { byKeys, type CatalogueIndex, type CatalogueRow } from './catalogue-index.js';
import { findNamedProducts } from './find-named-products.js';
import { matchCategories, type CategoryMatch } from './match-categories.js';
import { answersQualifier, listAskedQualifiers, type IdeaQualifier } from './idea-qualifiers.js';
import type { Idea } from './read-idea.js';

export interface RankedProduct {
  row: CatalogueRow;
  /** 0 to 1, two decimals. */
  relevance: number;
  reasons: readonly string[];
}

export interface Ranking {
  fields: readonly CategoryMatch[];
  products: readonly RankedProduct[];
}

/**
 * The field decides most, then what the row itself says, whom it serves, how well it is known and what the
 * sentence asks for ("AI", "offline"). Text alone must not lift a product of a farther field above all of the
 * nearest one.
 */
const shares = { field: 0.5, text: 0.15, audience: 0.15, prominence: 0.1, asked: 0.1 };
/** The words that name the field are in every row of it; they must not decide which row comes first. */
const fieldWordBoost = 0.2;
/** Below this a product shares a field with the idea and little else. */
const lowestRelevance = 0.3;
/** A field that is nearly as close as the first is worth seeing beside it, however many the first one has. */
const placesOfOtherField = 2;
/** What the naming of a product adds, so that it stands among the first. */
const namedBonus = 0.25;
const boosts = { summary: 3, features: 2, audience: 3, name: 0.5 };

/** Only the rows of the fields are searched, so that a word counts for what it tells among neighbours. */
function textScores(
  idea: Idea,
  index: CatalogueIndex,
  fields: readonly CategoryMatch[],
): Map<string, number> {
  const fieldIds = new Set(fields.map(({ category }) => category.id));
  const fieldStems = new Set(fields.flatMap(({ stems }) => [...stems]));
  const stems = new Set(
    idea.words.filter((word) => word.kind === 'content').map((word) => word.stem),
  );
  const search = new MiniSearch<Record<string, string>>({ fields: Object.keys(boosts), ...byKeys });
  for (const row of index.rows.values()) {
    if (!row.categoryIds.some((owner) => fieldIds.has(owner))) continue;
    const { name, summary, features, audience } = index.textOf(row);
    search.add({
      id: row.product.id,
      name: name.join(' '),
      summary: summary.join(' '),
      features: features.join(' '),
      audience: audience.join(' '),
    });
  }
  const results = search.search([...stems].join(' '), {
    boost: boosts,
    boostTerm: (stem) => (fieldStems.has(stem) ? fieldWordBoost : 1),
  });
  const best = results[0]?.score ?? 1;
  return new Map(results.map((result) => [String(result.id), result.score / best]));
}

/** Words of the idea's audience that the row's own audience names, as the founder wrote them. */
function servedWords(idea: Idea, row: CatalogueRow, index: CatalogueIndex): string[] {
  const stems = new Set(index.textOf(row).audience);
  const served = idea.audience.filter((word) => stems.has(word.stem));
  // "Small" or "teams" alone would make everyone served.
  return served.some((word) => word.kind === 'content') ? served.map((word) => word.written) : [];
}

function matchedWords(
  idea: Idea,
  known: ReadonlySet<string>,
  except: ReadonlySet<string>,
): string[] {
  const words = idea.words.filter(
    (word) => word.kind === 'content' && known.has(word.stem) && !except.has(word.stem),
  );
  return [...new Map(words.map((word) => [word.stem, word.written])).values()].slice(0, 4);
}

function featuresOf({ product }: CatalogueRow): string[] {
  return product.isOpenSource ? [...product.features, 'open-source'] : [...product.features];
}

interface Grounds {
  idea: Idea;
  /** Stems of everything that the catalogue says of the product. */
  known: ReadonlySet<string>;
  field: CategoryMatch;
  served: readonly string[];
  answered: readonly IdeaQualifier[];
  isNamed: boolean;
}

function explain({ idea, known, field, served, answered, isNamed }: Grounds): string[] {
  const servedSet = new Set(idea.audience.map((word) => word.stem));
  const words = matchedWords(idea, known, served.length > 0 ? servedSet : new Set());
  return [
    ...(isNamed ? ['You named it'] : []),
    `Both are about ${field.category.topic}`,
    ...(served.length > 0 ? [`Serves ${served.join(' ')}`] : []),
    ...answered.map(({ phrase }) => `Known to ${phrase}, as you ask`),
    ...(words.length > 0
      ? [
          `Matches the ${words.length === 1 ? 'word' : 'words'} ${words.map((word) => `“${word}”`).join(', ')}`,
        ]
      : []),
  ];
}

/** The closest products, with places kept for the best of each further field. `ranked` is in order. */
function choose(
  ranked: readonly RankedProduct[],
  fields: readonly CategoryMatch[],
  limit: number,
): RankedProduct[] {
  const fieldOf = ({ row }: RankedProduct): number =>
    fields.findIndex(({ category }) => row.categoryIds.includes(category.id));
  const kept = fields
    .slice(1)
    .flatMap((_, place) =>
      ranked.filter((product) => fieldOf(product) === place + 1).slice(0, placesOfOtherField),
    );
  const others = ranked.filter((product) => !kept.includes(product));
  const chosen = new Set([...kept, ...others.slice(0, Math.max(0, limit - kept.length))]);
  return ranked.filter((product) => chosen.has(product)).slice(0, limit);
}

/**
 * Products near an idea, the closest first, with the reasons in words.
 * @param limit the largest number of products
 */
export function rankCompetitors(idea: Idea, index: CatalogueIndex, limit: number): Ranking {
  const fields = matchCategories(idea, index);
  const bestFit = fields[0]?.fit;
  if (bestFit === undefined) return { fields, products: [] };
  const scores = textScores(idea, index, fields);
  const qualifiers = listAskedQualifiers(idea.original);
  const named = new Set(findNamedProducts(idea, index));
  const ranked = [...index.rows.values()].flatMap((row): RankedProduct[] => {
    const field = fields.find(({ category }) => row.categoryIds.includes(category.id));
    if (!field) return [];
    const served = servedWords(idea, row, index);
    const prominence = 1 - row.place / row.category.products.length;
    const answered = qualifiers.filter((one) => answersQualifier(one, featuresOf(row)));
    const score =
      (shares.field * field.fit) / bestFit +
      shares.text * (scores.get(row.product.id) ?? 0) +
      shares.audience * (served.length > 0 ? 1 : 0) +
      shares.prominence * prominence +
      shares.asked * (answered.length / Math.max(1, qualifiers.length)) +
      (named.has(row) ? namedBonus : 0);
    const relevance = Math.round(Math.min(1, score) * 100) / 100;
    return [
      {
        row,
        relevance,
        reasons: explain({
          idea,
          known: index.textOf(row).all,
          field,
          served,
          answered,
          isNamed: named.has(row),
        }),
      },
    ];
  });
  const near = ranked
    .filter(({ relevance }) => relevance >= lowestRelevance)
    .toSorted((a, b) => b.relevance - a.relevance);
  const products = choose(near, fields, limit);
  const listed = new Set(products.flatMap(({ row }) => row.categoryIds));
  return { fields: fields.filter(({ category }) => listed.has(category.id)), products };
}
