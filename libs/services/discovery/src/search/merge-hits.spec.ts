import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../catalogue/catalogue.js';
import { buildCatalogueIndex } from '../ranking/catalogue-index.js';
import { readIdea } from '../ranking/read-idea.js';
import { listMentionedProducts } from './mentioned-products.js';
import { mergeHits, type MergedHits } from './merge-hits.js';
import type { SearchHit } from './search-provider.port.js';

const index = buildCatalogueIndex(catalogue);
const merge = (prompt: string, hits: readonly SearchHit[]): MergedHits =>
  mergeHits(hits, readIdea(prompt), index);

function hit(url: string, title: string, snippet = '', more: Partial<SearchHit> = {}): SearchHit {
  return {
    title,
    url,
    snippet,
    rank: 1,
    provider: 'searxng',
    query: 'barber booking',
    fetchedAt: '2026-01-01T00:00:00.000Z',
    ...more,
  };
}

const slotwise = hit(
  'https://www.slotwise.example/',
  'Appointment booking for barbers | Slotwise',
  'Slotwise takes bookings for barbers.',
);

describe('merging results', () => {
  it('makes one candidate of a domain, and keeps every result that led to it', () => {
    const pricing = hit('https://slotwise.example/pricing', 'Pricing - Slotwise', '', {
      provider: 'brave',
      rank: 3,
    });
    const { candidates } = merge('booking app for barbers', [pricing, slotwise, slotwise]);
    expect(candidates).toHaveLength(1);
    expect(candidates[0]).toMatchObject({
      domain: 'slotwise.example',
      name: 'Slotwise',
      url: 'https://www.slotwise.example/',
      hits: [slotwise, pricing],
    });
    expect(candidates[0]?.reasons).toEqual([
      'Both are about salon booking',
      'Speaks of barbers',
      'Matches the word “booking”',
      'Found in one search with SearXNG, Brave Search',
    ]);
  });

  it('keeps what is no product as a lead, with the names that it mentions', () => {
    const list = hit(
      'https://blurb.example/barber-software',
      'Top 10 barber booking apps',
      'We compared Slotwise, Chairtime, Trim Desk and Fadebook for barbers.',
    );
    const { candidates, leads } = merge('booking app for barbers', [list, slotwise]);
    expect(candidates.map(({ domain }) => domain)).toEqual(['slotwise.example']);
    expect(leads).toMatchObject([
      {
        kind: 'listicle',
        mentions: ['Slotwise', 'Chairtime', 'Trim Desk', 'Fadebook'],
        hits: [list],
      },
    ]);
  });

  it('puts what speaks of the idea before what only stands high', () => {
    const shop = hit('https://clippers.example/', 'Booking a table at the Clippers diner');
    const chairtime = hit(
      'https://chairtime.example/',
      'Chairtime - online booking for barbers',
      'Booking software for barbers and salons.',
      { rank: 9 },
    );
    const { candidates } = merge('booking app for barbers', [shop, chairtime]);
    expect(candidates[0]?.domain).toBe('chairtime.example');
    for (const { relevance } of candidates) expect(relevance > 0 && relevance <= 1).toBe(true);
  });

  it('makes no candidate of a site whose words have nothing to do with the idea', () => {
    const far = hit('https://volcano.example/', 'Volcano insurance for islands');
    const { candidates, leads } = merge('booking app for barbers', [far]);
    expect(candidates).toEqual([]);
    expect(leads.map(({ domain }) => domain)).toEqual(['volcano.example']);
  });

  it('puts a product that the sentence names first', () => {
    const calendly = hit('https://calendly.com/', 'Calendly: free scheduling', '', { rank: 8 });
    const other = hit('https://slotwise.example/', 'Scheduling software', 'Scheduling, simply.');
    const { candidates } = merge('A cheaper alternative to Calendly', [other, calendly]);
    expect(candidates[0]).toMatchObject({ domain: 'calendly.com', name: 'Calendly' });
    expect(candidates[0]?.reasons[0]).toBe('You named it');
  });

  it('ranks an idea outside the catalogue by its words', () => {
    const right = hit('https://pipetune.example/', 'Pipetune: tuning of pipe organs');
    const wrong = hit('https://drainer.example/', 'Pipe cleaning in your town');
    const { candidates } = merge('Automatic tuning of pipe organs', [wrong, right]);
    expect(candidates.map(({ domain }) => domain)).toEqual(['pipetune.example']);
  });

  it('calls a site by its domain where no title names it', () => {
    const plain = hit('https://get-a-slot.example/', 'Booking for barbers');
    expect(merge('booking app for barbers', [plain]).candidates[0]?.name).toBe(
      'get-a-slot.example',
    );
  });

  it('survives results that are no pages', () => {
    const odd = [hit('ftp://x.example/', 'x'), hit('https://192.0.2.1/', ''), hit('', '')];
    expect(merge('booking app for barbers', odd)).toEqual({ candidates: [], leads: [] });
    expect(merge('', [slotwise]).candidates).toEqual([]);
  });
});

describe('names that a page mentions', () => {
  it.each([
    ['Slotwise vs Chairtime: which one?', ['Slotwise', 'Chairtime']],
    ['15 Calendly alternatives for 2026', ['Calendly']],
    ['The best alternatives to Acuity Scheduling', ['Acuity Scheduling']],
    ['1. Slotwise 2. Chairtime 3. Fadebook', ['Slotwise', 'Chairtime', 'Fadebook']],
    [
      'Our picks: Slotwise, Chairtime, and Fadebook. Read on.',
      ['Slotwise', 'Chairtime', 'Fadebook'],
    ],
    ['Book appointments, send reminders, and get paid.', []],
    ['Best Software for Salons', []],
    ['', []],
  ])('%s', (text, names) => {
    expect(listMentionedProducts(text)).toEqual(names);
  });
});
