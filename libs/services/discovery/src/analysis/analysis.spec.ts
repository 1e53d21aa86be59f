import { describe, expect, it } from '@jest/globals';
import type { Competitor, Plan } from '@hatchr/contracts';
import { sharedFeatures } from '../catalogue/shared-features.js';
import { comparePrices } from './compare-prices.js';
import { featurePhrases } from './feature-phrases.js';
import { mapPositioning } from './map-positioning.js';
import { normaliseFeatures } from './normalise-features.js';
import { suggestAngles } from './suggest-angles.js';

type StatedPlan = NonNullable<Competitor['plans']>[number];

const plan = (evidenceId: string, overrides: Partial<Plan> = {}): StatedPlan => ({
  name: 'Solo',
  amount: 10,
  currency: 'EUR',
  period: 'month',
  billed: null,
  per: null,
  isFrom: false,
  isFree: false,
  isOnRequest: false,
  trialDays: null,
  evidenceId,
  ...overrides,
});

const competitor = (id: string, overrides: Partial<Competitor> = {}): Competitor => ({
  id,
  name: id,
  url: `https://${id}.example`,
  domain: `${id}.example`,
  summary: `${id} does something.`,
  audience: null,
  category: 'Scheduling',
  featureIds: [],
  pricingModel: null,
  relevance: 0.5,
  reasons: [],
  evidenceIds: [`${id}.summary`, `${id}.audience`, `${id}.features`],
  ...overrides,
});

describe('comparePrices', () => {
  it('puts a yearly price beside a monthly one and keeps what the page states', () => {
    const [row] = comparePrices([
      competitor('a', { plans: [plan('a.1', { amount: 100, period: 'year' })] }),
    ]);
    expect(row).toMatchObject({
      competitorId: 'a',
      amount: 100,
      period: 'year',
      monthlyAmount: 8.33,
      evidenceId: 'a.1',
    });
  });

  it('invents no monthly amount for what is not paid by time', () => {
    const plans = [
      plan('a.1', { period: 'one_time' }),
      plan('a.2', { period: 'usage', per: '1,000 emails' }),
      plan('a.3', { amount: null, currency: null, period: null, isOnRequest: true }),
      plan('a.4', { period: null }),
    ];
    expect(
      comparePrices([competitor('a', { plans })]).map(({ monthlyAmount }) => monthlyAmount),
    ).toEqual([null, null, null, null]);
  });

  it('orders the plans of each competitor by price, without an amount last, and converts no currency', () => {
    const plans = [
      plan('a.1', { amount: null, period: null, isOnRequest: true }),
      plan('a.2', { amount: 30 }),
      plan('a.3', { amount: 0, currency: null, period: null, isFree: true }),
    ];
    const rows = comparePrices([
      competitor('a', { plans }),
      competitor('b', { plans: [plan('b.1', { currency: 'USD' })] }),
      competitor('c'),
    ]);
    expect(rows.map(({ evidenceId, currency }) => [evidenceId, currency])).toEqual([
      ['a.3', null],
      ['a.2', 'EUR'],
      ['a.1', 'EUR'],
      ['b.1', 'USD'],
    ]);
  });
});

describe('mapPositioning', () => {
  const priced = (
    id: string,
    amount: number,
    features: number,
    overrides: Partial<Competitor> = {},
  ): Competitor =>
    competitor(id, {
      plans: [plan(`${id}.pricing.1`, { amount })],
      featureIds: Array.from({ length: features }, (_, n) => `f${n}`),
      ...overrides,
    });
  const map = (
    competitors: Competitor[],
    lacking = new Map<string, Set<string>>(),
  ): ReturnType<typeof mapPositioning> =>
    mapPositioning(competitors, comparePrices(competitors), lacking);

  it('places competitors on the axes that spread them, with the evidence behind each place', () => {
    const positioning = map([
      priced('a', 5, 8),
      priced('b', 50, 2),
      priced('c', 45, 7),
      priced('d', 8, 7),
    ]);
    expect([positioning?.x.id, positioning?.y.id]).toEqual(['entry_price', 'breadth']);
    expect(positioning?.points[0]).toEqual({
      competitorId: 'a',
      x: 0,
      y: 1,
      xValue: 'from 5 EUR a month',
      yValue: '8 known features',
      evidenceIds: ['a.pricing.1', 'a.features'],
    });
    expect(positioning?.openAreas).toEqual([
      {
        x: 'low',
        y: 'low',
        statement: 'None of the 4 placed stands where “low entry price” meets “few features”.',
      },
    ]);
  });

  it('leaves out who is not known on an axis, and says so', () => {
    const positioning = map([
      priced('a', 5, 8),
      priced('b', 50, 2),
      priced('c', 45, 7),
      competitor('d', { featureIds: ['f1'] }),
    ]);
    expect(positioning?.notPlaced).toEqual(['d']);
  });

  it('counts each feature that a site states, also those that the comparison has no room for', () => {
    const evidenceIds = ['a.4.features', 'a.5.features', 'a.6.features'];
    const positioning = map([
      priced('a', 5, 1, { evidenceIds }),
      priced('b', 50, 2),
      priced('c', 45, 7),
    ]);
    expect(positioning?.points[0]).toMatchObject({
      yValue: '3 known features',
      evidenceIds: ['a.pricing.1', ...evidenceIds],
    });
  });

  it('takes the companies of one trade for one audience, and no mixed audience for everyone', () => {
    const audiences = { a: 'hair salons', b: 'cleaning companies', c: 'teams of any size' };
    const placesOf = (of: Record<string, string>): [string, number][] | undefined =>
      map(
        Object.entries(of).map(([id, audience], place) =>
          competitor(id, {
            audience,
            featureIds: ['f1', ...(place === 1 ? ['f2'] : [])],
          }),
        ),
      )?.points.map(({ competitorId, y }) => [competitorId, y]);
    expect(placesOf(audiences)).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 0],
    ]);
    expect(placesOf({ ...audiences, c: 'teams and dentists' })).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 0.5],
    ]);
  });

  it('compares no prices of different currencies', () => {
    const usd = priced('d', 500, 3, {
      plans: [plan('d.pricing.1', { amount: 500, currency: 'USD' })],
    });
    const positioning = map([priced('a', 5, 8), priced('b', 50, 2), priced('c', 45, 7), usd]);
    expect(positioning?.points.map(({ competitorId }) => competitorId)).toEqual(['a', 'b', 'c']);
  });

  it('draws no map where too little is known or nothing differs', () => {
    expect(map([])).toBeNull();
    expect(map([priced('a', 5, 8), priced('b', 50, 2)])).toBeNull();
    expect(map([competitor('a'), competitor('b'), competitor('c')])).toBeNull();
    expect(map([priced('a', 5, 8), priced('b', 5, 8), priced('c', 5, 8)])).toBeNull();
  });

  it('takes nobody for closed who is only not known to be open', () => {
    const open = (id: string, amount: number): Competitor =>
      competitor(id, { plans: [plan(`${id}.p`, { amount })], featureIds: ['open-source'] });
    const silent = competitor('c', { plans: [plan('c.p', { amount: 90 })], featureIds: ['f1'] });
    expect(map([open('a', 5), open('b', 9), silent])).toBeNull();
    const positioning = map(
      [open('a', 5), open('b', 9), silent],
      new Map([['c', new Set(['self-hosting'])]]),
    );
    expect([positioning?.x.id, positioning?.y.id]).toEqual(['entry_price', 'openness']);
  });
});

describe('suggestAngles', () => {
  const gap = (id: string, evidenceIds = ['a.features']) => ({
    id,
    statement: `Statement of ${id}.`,
    evidenceIds,
  });

  it('makes three ways out of the first gaps, each with its evidence', () => {
    const angles = suggestAngles(
      [gap('gap.offline'), gap('gap.audience', ['a.audience']), gap('gap.words'), gap('gap.api')],
      new Map([['offline', 'Works offline']]),
    );
    expect(angles.map(({ gapId }) => gapId)).toEqual(['gap.offline', 'gap.audience', 'gap.words']);
    expect(angles[0]).toMatchObject({
      id: 'angle.offline',
      title: 'Lead with “Works offline”',
      evidenceIds: ['a.features'],
    });
    expect(angles[0]?.statement.startsWith('Statement of gap.offline.')).toBe(true);
  });

  it('suggests nothing that rests on nothing', () => {
    expect(suggestAngles([gap('gap.api', [])], new Map())).toEqual([]);
    expect(suggestAngles([], new Map())).toEqual([]);
  });
});

describe('normaliseFeatures', () => {
  const vocabulary = new Map(Object.entries(sharedFeatures));
  const has = (...texts: string[]): string[] => {
    const { byCompetitor } = normaliseFeatures(
      [{ competitorId: 'a', has: texts, lacks: [] }],
      vocabulary,
    );
    return [...(byCompetitor.get('a')?.has ?? [])];
  };

  it.each([
    ['Two-way calendar sync with Google', 'calendar-sync'],
    ['SMS reminders', 'reminders'],
    ['REST API', 'api'],
    ['iOS and Android apps', 'mobile-app'],
    ['Works even offline', 'offline'],
    ['White-label branding', 'custom-branding'],
    ['Export to CSV', 'data-export'],
    ['Barcode scanning', 'barcode-scanning'],
  ])('knows "%s" by the name that all sites share', (text, id) => {
    expect(has(text)).toContain(id);
  });

  it('takes no promise and no denial for a feature', () => {
    expect(has('Templates (coming soon)', 'No API', 'Without reminders')).toEqual([]);
  });

  it('gives two sites one row for the same words in another order and form', () => {
    const { byCompetitor, labels } = normaliseFeatures(
      [
        { competitorId: 'a', has: ['Kiln firing schedules'], lacks: [] },
        { competitorId: 'b', has: ['Schedule kiln firings'], lacks: [] },
      ],
      vocabulary,
    );
    const [id = ''] = byCompetitor.get('a')?.has ?? [];
    expect(byCompetitor.get('b')?.has).toEqual(new Set([id]));
    expect(labels.get(id)).toBe('Kiln firing schedules');
  });

  it('leaves no site without a row because others say more', () => {
    const many = Array.from({ length: 14 }, (_, place) => `Flumber${place} quibbets`);
    const { byCompetitor } = normaliseFeatures(
      [
        { competitorId: 'a', has: many, lacks: [] },
        { competitorId: 'b', has: ['Kiln firing schedules'], lacks: [] },
      ],
      vocabulary,
    );
    expect([...byCompetitor].map(([, site]) => site.has.size)).toEqual([11, 1]);
  });

  it('says no only where the site does, and neither where it says both', () => {
    const { byCompetitor } = normaliseFeatures(
      [
        { competitorId: 'a', has: ['API'], lacks: ['Works offline'] },
        { competitorId: 'b', has: ['Works offline', 'REST API'], lacks: ['API'] },
      ],
      vocabulary,
    );
    expect(byCompetitor.get('a')).toMatchObject({
      has: new Set(['api']),
      lacks: new Set(['offline']),
    });
    expect(byCompetitor.get('a')?.words.get('offline')).toBe('Works offline');
    expect(byCompetitor.get('b')).toMatchObject({ has: new Set(['offline']), lacks: new Set() });
  });

  it('has phrases only for features that the catalogue shares', () => {
    expect(Object.keys(featurePhrases).filter((id) => !(id in sharedFeatures))).toEqual([]);
  });
});
