import { describe, expect, it } from '@jest/globals';
import { detectTechnologies, type SiteTraces } from './detect-technologies.js';
import { fingerprintTable, impliedCategories } from './fingerprint-table.js';
import { technologyCategories, type Signal } from './technology-rule.js';

const nothing: SiteTraces = { headers: {}, cookies: [], html: '', url: 'https://acme.example/' };
const escape = (text: string): string => text.replace(/"/gu, '&quot;');

/** A page that shows one signal and nothing else. */
function showSignal({ kind, name, example }: Signal): SiteTraces {
  switch (kind) {
    case 'header':
      return { ...nothing, headers: { [name]: example } };
    case 'cookie':
      return { ...nothing, cookies: [example] };
    case 'host':
      return { ...nothing, url: `https://${example}/` };
    case 'meta':
      return { ...nothing, html: `<meta name="${name}" content="${escape(example)}">` };
    case 'script':
      return { ...nothing, html: `<script src="${escape(example)}"></script>` };
    case 'resource':
      return { ...nothing, html: `<link rel="stylesheet" href="${escape(example)}">` };
    case 'inline':
      return { ...nothing, html: `<script>${example}</script>` };
    case 'markup':
      return { ...nothing, html: `<body>${example}</body>` };
  }
}

function withImplied(name: string): string[] {
  const implied = fingerprintTable.find((rule) => rule.name === name)?.implies ?? [];
  return [name, ...implied.flatMap(withImplied)];
}

const neutralPages: Record<string, SiteTraces> = {
  'a page without any of it': {
    ...nothing,
    headers: { 'content-type': 'text/html; charset=utf-8', server: 'example', via: '1.1 proxy' },
    cookies: ['session', 'lang', 'cart', 'theme', '_id', 'consent'],
    html: `<!doctype html><html lang="en" class="js"><head><title>Acme</title><meta name="viewport" content="width=device-width">
      <meta name="generator" content="hand-made"><link rel="stylesheet" href="/css/main.css"><script src="/js/app.js" defer></script></head>
      <body id="app" data-page="home"><div class="container row"><img src="/img/react-to-change.png"><form action="/search"></form>
      <script>window.settings = { theme: 'dark' }; console.log('ready')</script></div></body></html>`,
  },
  'an article that writes about products and links to them': {
    ...nothing,
    html: `<article><h1>WordPress, Shopify, Stripe and Next.js compared</h1><p>Look for <code>/wp-content/</code>, cdn.shopify.com,
      js.stripe.com/v3 and &lt;script id="__NEXT_DATA__"&gt;, or window.__NUXT__ and cf-ray in the headers.</p>
      <a href="https://js.stripe.com/v3/">Stripe</a> <a href="https://acme.myshopify.com">shop</a>
      <a href="https://static.hotjar.com/">Hotjar</a></article>`,
  },
  'a page in bad markup': {
    ...nothing,
    html: `<html><body><table><tr><td><b><i>Prices</b></i><p>9 <div>a month<script>var a = "<div>"</script><img src=x.png><br></table>`,
  },
};

describe('detectTechnologies', () => {
  it('knows at least 200 technologies, each once, in known categories', () => {
    const names = fingerprintTable.map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(200);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    for (const { category } of fingerprintTable) expect(technologyCategories).toContain(category);
    const known = new Set([...names, ...Object.keys(impliedCategories)]);
    const implied = fingerprintTable.flatMap(({ implies }) => implies);
    expect(implied.filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(
    fingerprintTable.flatMap(({ name, implies, signals }) =>
      signals.map((signal) => [name, signal.kind, signal, implies] as const),
    ),
  )('sees %s by its %s, says where, and says what it implies', (name, kind, signal, implies) => {
    const hits = detectTechnologies(showSignal(signal));
    const hit = hits.find((other) => other.name === name);
    expect(hit?.evidence.kind).toBe(kind);
    expect(hit?.evidence.snippet).not.toBe('');
    expect(hits.map((other) => other.name)).toEqual(expect.arrayContaining([...implies]));
    // Who serves an address is claimed beside whose it is; nothing else may be.
    const expected = new Set(withImplied(name));
    const others = hits.filter(
      (other) => !expected.has(other.name) && !['cdn', 'hosting'].includes(other.category),
    );
    expect(others.map((other) => `${name} also claims ${other.name}`)).toEqual([]);
  });

  it.each(Object.entries(neutralPages))('claims nothing for %s', (_name, page) => {
    expect(detectTechnologies(page)).toEqual([]);
  });

  it('is surer of what shows itself in several ways', () => {
    const once = detectTechnologies({
      ...nothing,
      html: '<link rel="stylesheet" href="/wp-content/a.css">',
    });
    const twice = detectTechnologies({
      ...nothing,
      html: '<meta name="generator" content="WordPress 6.5"><link rel="stylesheet" href="/wp-content/a.css">',
    });
    expect(twice[0]?.name).toBe('WordPress');
    expect(twice[0]?.confidence).toBeGreaterThan(once[0]?.confidence ?? 1);
    expect(twice[0]?.evidence).toEqual({
      kind: 'meta',
      where: 'generator',
      snippet: 'WordPress 6.5',
    });
  });

  it('follows implications of implications and keeps whose they are', () => {
    const hits = detectTechnologies({ ...nothing, headers: { 'x-powered-by': 'WP Engine' } });
    expect(hits.map(({ name, evidence }) => [name, evidence.where])).toEqual([
      ['WP Engine', 'x-powered-by'],
      ['WordPress', 'WP Engine'],
      ['PHP', 'WordPress'],
    ]);
  });

  it('reads no pattern in more than linear time', () => {
    // A pattern that backtracks takes four times as long on twice the text, or never ends; 60,000 characters
    // of the worst that its own example suggests would then keep this test from ever finishing.
    for (const { signals } of fingerprintTable)
      for (const { pattern, example } of signals) {
        const seeds = [example.slice(0, 12), example, '<a ', '="', '-', 'a', '0', '/', '.', ' '];
        for (const seed of seeds)
          expect(`${seed.repeat(2000)}\u0000`.search(pattern)).toBeDefined();
      }
  });

  it('answers on a page of two million characters of hostile markup', () => {
    const html = '<div data-a="<script src=\'/wp-content'.repeat(60_000);
    expect(detectTechnologies({ ...nothing, html })).toEqual([]);
  });
});
