import { describe, expect, it } from '@jest/globals';
import type { CatalogueProduct, DatedCategory } from './catalogue-entry.js';
import { catalogue, getFeatureLabel } from './catalogue.js';
import { listCatalogueFaults } from './validate-catalogue.js';

const today = new Date().toISOString().slice(0, 10);

/** Makers with several products of their own, each at its own page or subdomain of one domain. */
const makersWithSeveralProducts = new Set([
  'adobe.com',
  'apache.org',
  'atlassian.com',
  'dropbox.com',
  'github.com',
  'google.com',
  'intuit.com',
  'jetbrains.com',
  'microsoft.com',
  'proton.me',
  'squareup.com',
  'stripe.com',
  'zoho.com',
]);

function madeUp(
  change: Partial<DatedCategory> = {},
  productChange: Partial<CatalogueProduct> = {},
): DatedCategory {
  const product = (id: string): CatalogueProduct => ({
    id,
    name: id.toUpperCase(),
    url: `https://www.${id}.com`,
    summary: 'Keeps the keys of lighthouses.',
    audience: null,
    features: ['lamp-log'],
    pricingModel: null,
  });
  return {
    id: 'lighthouses',
    label: 'Lighthouses',
    topic: 'lighthouses',
    terms: ['lighthouse'],
    hints: ['lamp'],
    features: { 'lamp-log': 'Lamp log' },
    sharedFeatures: ['api'],
    products: [{ ...product('first'), ...productChange }, product('second'), product('third')],
    asOf: '2025-06-30',
    ...change,
  };
}

const faultsOf = (...categories: DatedCategory[]): string[] =>
  listCatalogueFaults(categories, new Set(['maker.com']), '2025-07-01');

describe('the bundled catalogue', () => {
  it('covers at least 130 categories and 650 products', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(130);
    expect(catalogue.flatMap(({ products }) => products).length).toBeGreaterThanOrEqual(650);
  });

  it('has no fault', () => {
    expect(listCatalogueFaults(catalogue, makersWithSeveralProducts, today)).toEqual([]);
  });

  it('labels every feature, and refuses one that is not defined', () => {
    expect(getFeatureLabel('mobile-app')).toBe('Mobile app');
    expect(() => getFeatureLabel('no-such-feature')).toThrow('no-such-feature');
  });
});

describe('the validator', () => {
  it('finds nothing wrong with a sound category', () => {
    expect(faultsOf(madeUp())).toEqual([]);
  });

  it.each<[string, Partial<CatalogueProduct>]>([
    ['is not https', { url: 'http://www.first.com' }],
    ['is no address', { url: 'first' }],
    ['has more than a host and a path', { url: 'https://www.first.com/?ref=1' }],
    ['has no registrable domain', { url: 'https://localhost' }],
    ['has no registrable domain', { url: 'https://192.0.2.1' }],
    ['has no registrable domain', { url: 'https://first.notatld' }],
    ['the id is not kebab-case', { id: 'First One' }],
    ['the name is empty', { name: ' First' }],
    ['the summary is not one sentence', { summary: 'Keeps keys. And lamps.' }],
    ['the summary is not one sentence', { summary: 'keeps the keys of lighthouses' }],
    ['the audience is not a phrase', { audience: 'keepers.' }],
    ['has no feature', { features: [] }],
    ['no feature "no-such"', { features: ['no-such'] }],
    ['no feature "no-such"', { lacks: ['no-such'] }],
    ['names "lamp-log" twice', { lacks: ['lamp-log'] }],
    ['no other category "no-such"', { alsoIn: ['no-such'] }],
    ['no other category "lighthouses"', { alsoIn: ['lighthouses'] }],
    ['product second: stands there twice', { id: 'second' }],
    ['name second: stands there twice', { name: 'Second' }],
    ['domain second.com: stands there twice', { url: 'https://app.second.com' }],
  ])('finds that a product %s', (fault, change) => {
    expect(faultsOf(madeUp({}, change)).join('\n')).toContain(fault);
  });

  it.each<[string, Partial<DatedCategory>]>([
    ['is not a day', { asOf: '2025-02-30' }],
    ['is not a day', { asOf: 'June 2025' }],
    ['has not come yet', { asOf: '2025-07-02' }],
    ['has no term', { terms: [] }],
    ['has no label or topic', { label: ' ' }],
    ['has fewer than 3 products', { products: [] }],
    ['"the app" cannot be searched', { hints: ['the app'] }],
    ['"near to you" cannot be searched', { terms: ['near to you'] }],
    ['"get out of debt" cannot be searched', { terms: ['get out of debt'] }],
    ['"end to end" cannot be searched', { terms: ['end to end'] }],
    ['no feature "no-such"', { sharedFeatures: ['no-such'] }],
  ])('finds that a category %s', (fault, change) => {
    expect(faultsOf(madeUp(change)).join('\n')).toContain(fault);
  });

  it('finds a product, feature or domain that two categories hold, unless the maker is known to', () => {
    const other = madeUp({ id: 'buoys', label: 'Buoys' });
    expect(faultsOf(madeUp(), other)).toEqual(
      expect.arrayContaining([
        'product first: stands there twice',
        'feature lamp-log: stands there twice',
        'domain first.com: stands there twice',
      ]),
    );
    const ofOneMaker = madeUp({}, { url: 'https://maker.com/first' });
    const products = ofOneMaker.products.map((product) =>
      product.id === 'third' ? { ...product, url: 'https://third.maker.com' } : product,
    );
    expect(faultsOf({ ...ofOneMaker, products })).toEqual([]);
  });
});
