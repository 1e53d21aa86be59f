import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../catalogue/catalogue.js';
import { buildCatalogueIndex } from './catalogue-index.js';
import { rankCompetitors, type RankedProduct } from './rank-competitors.js';
import { nonsensePrompts } from './nonsense-prompts.fixture.js';
import { readIdea } from './read-idea.js';
import { knownIdeas, passingIdeas, unknownIdeas } from './relevance.fixture.js';

/**
 * Sentences as founders write them, with products that a person of that field would name at once. Written down
 * before the ranking was looked at; a name that the catalogue does not know stays in the list.
 */
const namedCompetitors = Object.entries(
  JSON.parse(
    readFileSync(
      path.resolve(import.meta.dirname, '../../../../../bench/discovery/named-competitors.json'),
      'utf8',
    ),
  ) as Record<string, string[]>,
);
const index = buildCatalogueIndex(catalogue);
const rank = (prompt: string): readonly RankedProduct[] =>
  rankCompetitors(readIdea(prompt), index, 8).products;
const isIn = (ranked: RankedProduct | undefined, ids: readonly string[]): boolean =>
  ranked?.row.categoryIds.some((id) => ids.includes(id)) ?? false;

describe('relevance over the evaluation sentences', () => {
  it('has at least 60 sentences, and expects only categories that exist', () => {
    expect(knownIdeas.length + unknownIdeas.length).toBeGreaterThanOrEqual(60);
    const expected = knownIdeas.flatMap(([, ids]) => ids);
    expect(expected.filter((id) => !index.categories.has(id))).toEqual([]);
  });

  it('puts a product of an expected category first for at least 95 % of known ideas', () => {
    const missed = knownIdeas.filter(([prompt, ids]) => !isIn(rank(prompt)[0], ids));
    expect(missed.length / knownIdeas.length).toBeLessThanOrEqual(0.05);
  });

  it('lists 3 to 8 products for a known idea, at least 80 % of them from expected categories', () => {
    const all = knownIdeas.map(([prompt, ids]) => ({ ranked: rank(prompt), ids }));
    const found = all.filter(({ ranked }) => ranked.length > 0);
    for (const { ranked } of found) expect(ranked.length).toBeGreaterThanOrEqual(3);
    const listed = found.flatMap(({ ranked, ids }) => ranked.map((one) => isIn(one, ids)));
    expect(listed.filter(Boolean).length / listed.length).toBeGreaterThanOrEqual(0.8);
  });

  it('knows none for at least 95 % of the ideas outside the catalogue', () => {
    const wrong = unknownIdeas.filter((prompt) => rank(prompt).length > 0);
    expect(wrong.length / unknownIdeas.length).toBeLessThanOrEqual(0.05);
  });

  it.each(passingIdeas)('knows none where words of a field only pass by: %s', (prompt) => {
    expect(rank(prompt).map(({ row }) => row.product.name)).toEqual([]);
  });

  it('gives relevance between 0 and 1, falling down the list', () => {
    for (const [prompt] of knownIdeas) {
      const values = rank(prompt).map(({ relevance }) => relevance);
      expect(values).toEqual(values.toSorted((a, b) => b - a));
      for (const value of values) expect(value > 0 && value <= 1).toBe(true);
    }
  });
});

describe('competitors that a person of the field would name', () => {
  const asked = namedCompetitors.map(([prompt, names]) => {
    const wanted = names.map((name) => name.toLowerCase());
    const first = rank(prompt).slice(0, 5);
    return {
      prompt,
      isFound: first.some(({ row }) => wanted.includes(row.product.name.toLowerCase())),
    };
  });

  it('has one of them among the first five for at least 95 % of at least 80 sentences', () => {
    expect(asked.length).toBeGreaterThanOrEqual(80);
    const missed = asked.filter(({ isFound }) => !isFound).map(({ prompt }) => prompt);
    expect(missed.length / asked.length).toBeLessThanOrEqual(0.05);
  });

  it.each(nonsensePrompts)('lists none where there is no idea: %s', (prompt) => {
    expect(rank(prompt).map(({ row }) => row.product.name)).toEqual([]);
  });

  it('takes what it is for the field, and whom it is for for less', () => {
    const [first] = rank('Habit tracker for night-shift nurses');
    expect(isIn(first, ['habit-tracking'])).toBe(true);
    expect(isIn(rank('Applicant tracking for restaurants')[0], ['recruiting'])).toBe(true);
  });

  it('keeps places for a second field that is nearly as close', () => {
    const listed = rank('Rechnungen für Handwerker');
    expect(isIn(listed[0], ['field-service'])).toBe(true);
    expect(listed.filter((one) => isIn(one, ['invoicing'])).length).toBeGreaterThanOrEqual(2);
    expect(listed).toHaveLength(8);
  });

  it('takes the words after "for" in full where they say what it does', () => {
    expect(isIn(rank('An app for hikers to log bird sightings')[0], ['birding'])).toBe(true);
  });

  it('tells Portuguese from Spanish by the words that it knows', () => {
    expect(readIdea('Controle de estoque para padarias').language).toBe('pt');
    expect(readIdea('Reservas de mesas para restaurantes').language).toBe('es');
  });
});

describe('reading a sentence', () => {
  it('puts the product that it names first', () => {
    const [first] = rank('A cheaper alternative to Calendly');
    expect(first?.row.product.id).toBe('calendly');
    expect(first?.reasons).toContain('You named it');
  });

  it('does not take a common word for a product', () => {
    expect(rank('things that close a buffer')).toEqual([]);
  });

  it('leaves out what the sentence excludes', () => {
    expect(isIn(rank('Budgeting without spreadsheets')[0], ['personal-finance'])).toBe(true);
    expect(rank('not a CRM but a lighthouse lamp')).toEqual([]);
  });

  it('takes the first sentence for the field and later ones for detail', () => {
    const [first] = rank('A note taking app. It also sends invoices and takes bookings.');
    expect(isIn(first, ['note-taking'])).toBe(true);
  });

  it('forgives a typing error in a long word', () => {
    expect(isIn(rank('genealgy for beginners')[0], ['genealogy'])).toBe(true);
    expect(rank('a machine for weeding, and for hair parting')).toEqual([]);
  });

  it('takes a phrase in any order and with a word between', () => {
    expect(isIn(rank('track my daily habits')[0], ['habit-tracking'])).toBe(true);
    expect(isIn(rank('bills that roommates split')[0], ['expense-splitting'])).toBe(true);
  });

  it('reads whom the idea is for', () => {
    const { audience } = readIdea('AI scheduling tool for independent barbers who hate phones');
    expect(audience.map(({ written }) => written)).toEqual(['independent', 'barbers']);
    expect(readIdea('a budgeting app').audience).toEqual([]);
  });

  it('tells the language by its small words and leaves English alone', () => {
    expect(readIdea('Rechnungen für Handwerker mit einer App').language).toBe('de');
    expect(readIdea('レシピを共有するアプリ').language).toBe('ja');
    expect(readIdea('Recipes for people who cook').language).toBe('en');
    expect(readIdea('Recipes for people who cook').wasTranslated).toBe(false);
  });

  it('understands a title of one foreign word, and takes no English word for a foreign one', () => {
    expect(isIn(rank('Rechnungsprogramm')[0], ['invoicing'])).toBe(true);
    expect(isIn(rank('App: Kirchengemeinde')[0], ['church-management'])).toBe(true);
    expect(isIn(rank('Academia job search tracker')[0], ['job-boards'])).toBe(true);
  });
});
