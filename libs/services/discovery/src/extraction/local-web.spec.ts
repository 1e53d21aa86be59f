import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Plan } from '@hatchr/contracts';
import { detectTechnologies } from '../technology/detect-technologies.js';
import { extractFacts, mergeFacts, type SiteFacts } from './extract-facts.js';
import { hashSnippet } from '../analysis/collect-evidence.js';
import type { Fact, FetchedPage } from './fact.js';
import { readPage } from './page-model.js';

// The made-up sites that the benchmark serves on loopback, read from disk: everything but the network is real.
const folder = path.resolve(import.meta.dirname, '../../../../../bench/discovery/local-web');

interface ExpectedSite {
  id: string;
  pages: Record<string, string>;
  needsBrowser?: true;
  special?: string;
  headers?: Record<string, string>;
  expected: {
    name?: string;
    summary?: string;
    audience?: string;
    features?: string[];
    lacks?: string[];
    plans?: Partial<Plan>[];
    trialDays?: number;
    integrations?: string[];
    languages?: string[];
    technologies?: string[];
  } | null;
}

const manifest = JSON.parse(
  readFileSync(path.join(folder, 'manifest.json'), 'utf8'),
) as ExpectedSite[];
const sites = manifest.filter((site) => site.special === undefined && site.needsBrowser !== true);
const unknownPlan: Plan = {
  name: null,
  amount: null,
  currency: null,
  period: null,
  billed: null,
  per: null,
  isFrom: false,
  isFree: false,
  isOnRequest: false,
  trialDays: null,
};

function readPages({ id, pages, headers }: ExpectedSite): FetchedPage[] {
  return Object.entries(pages).map(([address, file]) => ({
    html: readFileSync(path.join(folder, 'sites', id, file), 'utf8'),
    url: new URL(address, 'http://127.0.0.1:4000').href,
    headers: headers ?? {},
    fetchedAt: '2026-11-25T12:00:00.000Z',
  }));
}

/** Every statement of a site in one line, so that what is said and what is expected can be compared. */
function listStatements(facts: {
  [K in keyof Required<NonNullable<ExpectedSite['expected']>>]?: unknown;
}): string[] {
  return Object.entries(facts).flatMap(([field, value]) => {
    const values = Array.isArray(value) && field !== 'languages' ? (value as unknown[]) : [value];
    return values
      .filter((item) => item !== null && item !== undefined)
      .map((item) => `${field}: ${JSON.stringify(item)}`);
  });
}

function stated(facts: SiteFacts): string[] {
  const values = <T>(list: readonly Fact<T>[]): T[] => list.map(({ value }) => value);
  return listStatements({
    name: facts.name?.value,
    summary: facts.summary?.value,
    audience: facts.audience?.value,
    features: values(facts.features),
    lacks: values(facts.lacks),
    plans: values(facts.plans),
    trialDays: facts.trialDays?.value,
    integrations: values(facts.integrations),
    languages: facts.languages?.value,
  });
}

function expectedOf({ expected }: ExpectedSite): string[] {
  const { technologies: _, ...facts } = expected ?? {};
  return listStatements({
    ...facts,
    plans: (facts.plans ?? []).map((plan) => ({ ...unknownPlan, ...plan })),
  });
}

function listFacts(facts: SiteFacts): Fact<unknown>[] {
  return Object.values(facts).flatMap((value: unknown) =>
    (Array.isArray(value) ? (value as Fact<unknown>[]) : [value as Fact<unknown> | null]).filter(
      (fact) => fact !== null,
    ),
  );
}

const collapse = (text: string): string => text.replace(/\s+/gu, ' ');

describe('extraction from the local web', () => {
  it('is measured on at least 14 sites', () => {
    expect(sites.length).toBeGreaterThanOrEqual(14);
  });

  it.each(sites.map((site) => [site.id, site] as const))(
    'states nothing wrong of %s',
    (_id, site) => {
      const facts = mergeFacts(readPages(site).map(extractFacts));
      const expected = new Set(expectedOf(site));
      expect(stated(facts).filter((statement) => !expected.has(statement))).toEqual([]);
    },
  );

  it('finds at least 85 of 100 facts that the sites state', () => {
    const missed = sites.flatMap((site) => {
      const found = new Set(stated(mergeFacts(readPages(site).map(extractFacts))));
      return expectedOf(site)
        .filter((statement) => !found.has(statement))
        .map((statement) => `${site.id} ${statement}`);
    });
    const all = sites.flatMap(expectedOf).length;
    expect((all - missed.length) / all).toBeGreaterThanOrEqual(0.85);
  });

  it.each(sites.map((site) => [site.id, site] as const))(
    'quotes of %s only what stands on the page',
    (_id, site) => {
      for (const page of readPages(site)) {
        const { $, text, data } = readPage(page);
        const visible = collapse(text.blocks.map((block) => block.text).join(' '));
        const told = [
          $('title').text(),
          $('title').text(),
          ...data.meta.values(),
          ...data.nodes.map(({ source }) => source),
          ...data.states.map(({ source }) => source),
        ];
        const source = collapse([visible, ...told, page.html].join('\n'));
        for (const fact of listFacts(extractFacts(page))) {
          expect(source).toContain(fact.snippet);
          expect(fact.snippetHash).toBe(hashSnippet(fact.snippet));
          expect(fact).toMatchObject({ url: page.url, fetchedAt: page.fetchedAt });
          expect(fact.confidence).toBeGreaterThan(0);
        }
      }
    },
  );

  it.each(sites.flatMap((site) => (site.expected?.technologies ? [[site.id, site] as const] : [])))(
    'recognises what %s is made with',
    (_id, site) => {
      const [page] = readPages(site);
      const names = readPages(site).flatMap((each) =>
        detectTechnologies({ ...each, cookies: [] }).map(({ name }) => name),
      );
      expect(page).toBeDefined();
      expect([...new Set(names)].toSorted()).toEqual(
        expect.arrayContaining([...(site.expected?.technologies ?? [])]),
      );
    },
  );
});
