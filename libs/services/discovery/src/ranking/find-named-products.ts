import type { CatalogueIndex, CatalogueRow } from './catalogue-index.js';
import type { Idea } from './read-idea.js';

const comparisons =
  /\b(?:like|alternatives? to|competitors? (?:to|of)|clone of|version of|similar to|better than|cheaper than|simpler than|replac(?:e|es|ing)|unlike|instead of)\s+(?:an?\s+|the\s+)?/giu;
const openings = /^\s*(?:an?\s+|the\s+|open[- ]source\s+|self[- ]hosted\s+)*/iu;
/** After the name of a product that opens the sentence: "Calendly for dentists". */
const analogy = /^\s+(?:for|but|alternative|clone|competitor|without|meets)\b/iu;
const longestName = 4;

function byName(index: CatalogueIndex): Map<string, CatalogueRow> {
  return new Map([...index.rows.values()].map((row) => [row.product.name.toLowerCase(), row]));
}

const namesOf = new WeakMap<CatalogueIndex, Map<string, CatalogueRow>>();

/** The product whose name stands at the beginning of a text, in capitals as a name is written. */
function readName(text: string, index: CatalogueIndex): { row: CatalogueRow; rest: string } | null {
  if (!/^[\p{Lu}\p{N}]/u.test(text)) return null;
  const names = namesOf.get(index) ?? byName(index);
  namesOf.set(index, names);
  const pieces = text.split(/(?=\s)/u).slice(0, longestName);
  for (let length = pieces.length; length > 0; length -= 1) {
    const written = pieces.slice(0, length).join('');
    const row = names.get(written.replace(/[,.;:!?]+$/u, '').toLowerCase());
    if (row) return { row, rest: text.slice(written.length) };
  }
  return null;
}

/**
 * Products that the sentence compares itself with: "like Notion", "alternative to Slack", "Calendly for
 * dentists". A name elsewhere is not taken, since many names are common words (Buffer, Close, Things).
 */
export function findNamedProducts(idea: Idea, index: CatalogueIndex): CatalogueRow[] {
  const found = new Map<string, CatalogueRow>();
  const opening = readName(idea.original.replace(openings, ''), index);
  if (opening && analogy.test(opening.rest)) found.set(opening.row.product.id, opening.row);
  for (const match of idea.original.matchAll(comparisons)) {
    const named = readName(idea.original.slice(match.index + match[0].length), index);
    if (named) found.set(named.row.product.id, named.row);
  }
  return [...found.values()];
}
