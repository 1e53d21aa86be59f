import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../catalogue/catalogue.js';
import { buildCatalogueIndex } from '../ranking/catalogue-index.js';
import { readIdea } from '../ranking/read-idea.js';
import { knownIdeas, unknownIdeas } from '../ranking/relevance.fixture.js';
import { planQueries, type PlannedQuery } from './plan-queries.js';

const index = buildCatalogueIndex(catalogue);
const plan = (prompt: string): PlannedQuery[] => planQueries(readIdea(prompt), index);
const texts = (prompt: string): string[] => plan(prompt).map(({ text }) => text);

describe('planning the searches of an idea', () => {
  it('asks for the category with its audience first, then the category, the best of it and a comparison', () => {
    expect(plan('kanban board for architects').slice(0, 4)).toMatchObject([
      { purpose: 'category_for_audience', text: 'kanban board for architects' },
      { purpose: 'category', text: 'kanban board software' },
      { purpose: 'best', text: 'best project management software for architects' },
      { purpose: 'comparison', text: 'project management software comparison' },
    ]);
  });

  it.each([
    ['A cheaper alternative to Calendly', 'alternatives to Calendly'],
    ['an app like Notion but for lawyers', 'alternatives to Notion'],
    ['A simpler tool, similar to Quorvex, for florists', 'alternatives to Quorvex'],
    [
      'AI tool that turns meeting recordings into summaries',
      'tool that turns meeting recordings into summaries',
    ],
    ['An app for couples to track shared expenses', 'track shared expenses for couples'],
    ['daycare app that sends photos to parents', 'app that sends photos to parents'],
    ['Uber for dog walking', 'dog walking software'],
    ['community platform for alumni', 'community platform'],
    ['point of sale for food trucks', 'point of sale for food trucks'],
  ])('%s: asks for "%s"', (prompt, query) => {
    expect(texts(prompt)).toContain(query);
  });

  it('takes the noun that the person uses', () => {
    expect(texts('dating app for book lovers')).toContain('dating app');
    expect(texts('find freelancers on a marketplace')).not.toContain(
      'freelancers marketplace marketplace',
    );
  });

  it.each([
    ['Rechnungsprogramm für Freiberufler', 'invoice'],
    ['Application de facturation pour les indépendants', 'invoicing'],
    ['レシピを共有するアプリ', 'recipe'],
    ['تطبيق فواتير للمستقلين', 'invoice'],
  ])('asks %s in the person’s own words and in English', (prompt, english) => {
    const [first, ...others] = plan(prompt);
    expect(first).toMatchObject({ purpose: 'own_words', text: prompt });
    expect(first?.language).not.toBe('en');
    expect(others.some(({ text }) => text.includes(english))).toBe(true);
  });

  it('asks only the own words where none of another language is known', () => {
    expect(plan('Un logiciel pour les accordeurs de clavecins')).toEqual([
      {
        purpose: 'own_words',
        text: 'Un logiciel pour les accordeurs de clavecins',
        language: 'fr',
      },
    ]);
  });

  it('asks nothing where the sentence says nothing', () => {
    for (const prompt of ['!!! ??? ### $$$', '🚀🚀🚀 🦄', 'the and of it is for with', ''])
      expect(texts(prompt)).toEqual([]);
  });

  it('sends no address, number, or operator of a search engine', () => {
    const prompts = [
      'invoice tool for plumbers, write to jo.bloggs@mail.example or +44 7700 900123',
      'Rechnungsprogramm für jo.bloggs@mail.example und +44 7700 900123',
      'Rechnungsprogramm "site:evil.example" -free (intitle:admin | x)',
    ];
    for (const text of prompts.flatMap(texts)) {
      expect(text).not.toMatch(/bloggs|900123|["|()]|site:|intitle:|(?:^|\s)-/u);
    }
  });

  it('keeps the plan of every evaluation sentence within its budget and free of repetition', () => {
    for (const prompt of [...knownIdeas.map(([sentence]) => sentence), ...unknownIdeas]) {
      const queries = plan(prompt);
      expect(queries.length).toBeLessThanOrEqual(14);
      const asked = queries.map(
        ({ purpose, text }) =>
          `${String(purpose === 'keywords' || purpose === 'product_name')} ${text.toLowerCase()}`,
      );
      expect(new Set(asked).size).toBe(asked.length);
      for (const { text } of queries) {
        expect(text.length).toBeLessThanOrEqual(120);
        expect(text.trim()).toBe(text);
      }
    }
  });

  it('plans at least three questions for every sentence whose field is known', () => {
    const poor = knownIdeas.filter(([prompt]) => plan(prompt).length < 3).map(([prompt]) => prompt);
    expect(poor).toEqual([]);
  });

  it('obeys the limit', () => {
    expect(planQueries(readIdea('kanban board for architects'), index, 2)).toHaveLength(2);
  });
});
