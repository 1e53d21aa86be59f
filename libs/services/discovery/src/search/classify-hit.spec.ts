import { describe, expect, it } from '@jest/globals';
import { classifyHit } from './classify-hit.js';
import type { SearchHit } from './search-provider.port.js';

const hit = (url: string, title = ''): SearchHit => ({
  title,
  url,
  snippet: '',
  rank: 1,
  provider: 'searxng',
  query: 'x',
  fetchedAt: '2026-01-01T00:00:00.000Z',
});

describe('classifying a result', () => {
  it.each([
    ['https://www.slotwise.example/', 'Slotwise: booking for barbers', 'product'],
    ['https://slotwise.example/pricing', 'Pricing - Slotwise', 'product'],
    ['https://slotwise.example/en/', 'Best booking software 2025 | Slotwise', 'product'],
    ['https://www.chairtime.co.uk/features/booking', 'Booking features', 'product'],
    [
      'https://zoho.com/bookings/calendly-alternative.html',
      'Calendly alternative | Zoho Bookings',
      'product',
    ],
    ['https://someone.github.io/booking/', 'Booking for barbers', 'product'],
    ['https://substack.com/', 'Substack', 'product'],
    [
      'https://zapier.com/blog/best-scheduling-apps/',
      'The 8 best scheduling apps in 2025 | Zapier',
      'listicle',
    ],
    ['https://blurb.example/barber-software', 'Top 10 Barber Software', 'listicle'],
    ['https://blurb.example/x', '15+ Calendly Alternatives & Competitors', 'listicle'],
    ['https://blurb.example/x', 'Slotwise vs Chairtime: which is better?', 'listicle'],
    ['https://blurb.example/x', 'Die besten Terminplaner im Vergleich', 'listicle'],
    ['https://blurb.example/x', '予約アプリおすすめ10選', 'listicle'],
    ['https://techcrunch.com/list', '10 best apps for barbers', 'listicle'],
    ['https://slotwise.example/blog/how-to-cut-hair', 'How to cut hair', 'article'],
    ['https://help.slotwise.example/x', 'Reset your password', 'article'],
    ['https://docs.slotwise.example/', 'Documentation', 'article'],
    ['https://www.g2.com/categories/salon', 'Best Salon Software', 'directory'],
    ['https://www.capterra.fr/software/1', 'Slotwise', 'directory'],
    ['https://www.capterra.com/', 'Capterra', 'directory'],
    ['https://alternativeto.net/software/slotwise/', 'Slotwise Alternatives', 'directory'],
    ['https://www.producthunt.com/products/slotwise', 'Slotwise', 'directory'],
    ['https://apps.apple.com/us/app/slotwise/id1', 'Slotwise on the App Store', 'app_store'],
    ['https://play.google.com/store/apps/details?id=x', 'Slotwise', 'app_store'],
    ['https://www.microsoft.com/store/apps/x', 'Slotwise', 'app_store'],
    ['https://chromewebstore.google.com/detail/x', 'Slotwise', 'app_store'],
    ['https://www.reddit.com/r/Barber/comments/1', 'What do you use to book?', 'forum'],
    ['https://news.ycombinator.com/item?id=1', 'Slotwise', 'forum'],
    ['https://www.linkedin.com/company/slotwise', 'Slotwise', 'forum'],
    ['https://www.forbes.com/sites/x', 'Slotwise raises money', 'news'],
    ['https://de.wikipedia.org/wiki/Terminplanung', 'Terminplanung', 'reference'],
    ['https://www.health.gov/x', 'Booking', 'reference'],
    ['https://github.com/someone/booking', 'someone/booking', 'code_host'],
  ])('%s "%s" is %s', (url, title, kind) => {
    expect(classifyHit(hit(url, title))?.kind).toBe(kind);
  });

  it.each([
    ['https://www.slotwise.example/a', 'slotwise.example'],
    ['https://app.chairtime.co.uk/', 'chairtime.co.uk'],
    ['https://someone.github.io/booking/', 'someone.github.io'],
    ['https://SLOTWISE.example./', 'slotwise.example'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
  ])('%s belongs to %s', (url, domain) => {
    expect(classifyHit(hit(url))?.domain).toBe(domain);
  });

  it.each([
    ['ftp://slotwise.example/'],
    ['https://192.0.2.7/'],
    ['not a url'],
    ['javascript:alert(1)'],
  ])('leaves %s out', (url) => {
    expect(classifyHit(hit(url))).toBeNull();
  });
});
