import { describe, expect, it } from '@jest/globals';
import { pricingModels } from '@hatchr/contracts';
import { cutWords } from '../ranking/cut-words.js';
import { catalogue, catalogueAsOf, getFeatureLabel } from './catalogue.js';
import { sharedFeatures } from './shared-features.js';

const products = catalogue.flatMap((category) =>
  category.products.map((product) => ({ ...product, category })),
);

/** Makers with several products of their own, each at its own page of one domain. */
const makersWithSeveralProducts = new Set([
  'atlassian.com',
  'adobe.com',
  'docs.google.com',
  'firebase.google.com',
  'proton.me',
  'squareup.com',
  'stripe.com',
  'zoho.com',
]);

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, place) => values.indexOf(value) !== place))];
}

function domainOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./u, '');
}

describe('the bundled catalogue', () => {
  it('covers at least 45 categories and 280 products, each category with at least 3', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(45);
    expect(products.length).toBeGreaterThanOrEqual(280);
    for (const { id, products: own } of catalogue)
      expect([id, own.length >= 3]).toEqual([id, true]);
  });

  it('names every category, product, address and feature once', () => {
    expect(repeated(catalogue.map(({ id }) => id))).toEqual([]);
    expect(repeated(catalogue.map(({ label }) => label))).toEqual([]);
    expect(repeated(products.map(({ id }) => id))).toEqual([]);
    expect(repeated(products.map(({ name }) => name.toLowerCase()))).toEqual([]);
    expect(repeated(products.map(({ url }) => url))).toEqual([]);
    expect(
      repeated([
        ...Object.keys(sharedFeatures),
        ...catalogue.flatMap(({ features }) => Object.keys(features)),
      ]),
    ).toEqual([]);
  });

  it('gives a domain to one product, or to a maker that is known to have several', () => {
    const shared = repeated(products.map(({ url }) => domainOf(url)));
    expect(shared.filter((domain) => !makersWithSeveralProducts.has(domain))).toEqual([]);
  });

  it.each(products.map((product) => [product.id, product] as const))(
    '%s has an https address, a sentence and an audience that is a phrase or unknown',
    (_id, { id, name, url, summary, audience, pricingModel }) => {
      const address = new URL(url);
      expect(address.protocol).toBe('https:');
      expect(address.hostname).toMatch(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/u);
      expect([address.port, address.search, address.hash, address.username]).toEqual([
        '',
        '',
        '',
        '',
      ]);
      expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
      expect(name.trim()).toBe(name);
      expect(summary).toMatch(/^[A-Z][^.!?]*(?:\.[^\s][^.!?]*)*\.$/u);
      expect(summary.length).toBeGreaterThan(15);
      expect(audience === null || /^\S.{2,}[^\s.]$/u.test(audience)).toBe(true);
      expect(pricingModel === null || pricingModels.includes(pricingModel)).toBe(true);
    },
  );

  it('uses only features that are shared or belong to a category of the product', () => {
    const wrong = products.flatMap(({ id, features, lacks = [], alsoIn = [], category }) => {
      const owners = catalogue.filter((other) => other === category || alsoIn.includes(other.id));
      const known = new Set([
        ...Object.keys(sharedFeatures),
        ...owners.flatMap((owner) => Object.keys(owner.features)),
      ]);
      const unknown = [...features, ...lacks].filter((feature) => !known.has(feature));
      const both = lacks.filter((feature) => features.includes(feature));
      const isEmpty = features.length === 0 || repeated(features).length > 0;
      return unknown.length + both.length > 0 || isEmpty ? [[id, unknown, both]] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('refers only to categories and shared features that exist', () => {
    const ids = new Set(catalogue.map(({ id }) => id));
    expect(products.flatMap(({ alsoIn = [] }) => alsoIn).filter((id) => !ids.has(id))).toEqual([]);
    for (const { sharedFeatures: shared } of catalogue)
      expect(shared.filter((id) => !(id in sharedFeatures))).toEqual([]);
    expect(() => getFeatureLabel('no-such-feature')).toThrow('no-such-feature');
  });

  it('keeps every term and hint searchable: no single word without a subject, none of stop words', () => {
    const weak = catalogue.flatMap(({ id, terms, hints }) =>
      [...terms, ...hints]
        .filter((term) => {
          const words = cutWords(term).filter(({ kind }) => kind !== 'stop');
          return words.length === 0 || (words.length === 1 && words[0]?.kind !== 'content');
        })
        .map((term) => `${id}: ${term}`),
    );
    expect(weak).toEqual([]);
  });

  it('is dated by a day', () => {
    expect(catalogueAsOf).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    expect(Number.isNaN(Date.parse(catalogueAsOf))).toBe(false);
  });
});
