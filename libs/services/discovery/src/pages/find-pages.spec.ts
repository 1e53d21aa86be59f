import { describe, expect, it } from '@jest/globals';
import { findPages, siteOf } from './find-pages.js';

const home = 'https://www.tidepool.example/';
const find = (html: string, sitemap: string[] = []) => findPages({ url: home, html }, sitemap);
const urls = (html: string, sitemap: string[] = []) =>
  Object.fromEntries(find(html, sitemap).map(({ kind, url }) => [kind, url]));

describe('findPages', () => {
  it('finds each kind by address or by what the link says', () => {
    const html = `<nav><a href="/pricing">Pricing</a><a href="/p/7">Features</a>
      <a href="/product/whats-new">What’s new</a></nav>
      <footer><a href="/apps">Integrations</a><a href="https://tidepool.example/about-us#team">About us</a></footer>`;
    expect(urls(html)).toEqual({
      pricing: 'https://www.tidepool.example/pricing',
      features: 'https://www.tidepool.example/p/7',
      changelog: 'https://www.tidepool.example/product/whats-new',
      integrations: 'https://www.tidepool.example/apps',
      about: 'https://tidepool.example/about-us',
    });
  });

  it('prefers the page itself to articles about the topic', () => {
    const html = `<a href="/blog/pricing">Pricing</a><a href="/blog/our-new-pricing-explained">New pricing explained at length in a post</a>
      <a href="/plans">See plans</a>`;
    expect(urls(html)['pricing']).toBe('https://www.tidepool.example/plans');
  });

  it('stays on the registrable domain', () => {
    const html = `<a href="https://tidepool.example.net/pricing">Pricing</a><a href="https://other.example/pricing">Pricing</a>
      <a href="mailto:sales@tidepool.example">Pricing</a><a href="//app.tidepool.example/pricing">Pricing</a>`;
    expect(urls(html)).toEqual({ pricing: 'https://app.tidepool.example/pricing' });
    expect(siteOf(new URL('https://a.github.io/'))).not.toBe(
      siteOf(new URL('https://b.github.io/')),
    );
  });

  it('uses the sitemap for what no link leads to', () => {
    const sitemap = [
      'https://www.tidepool.example/preise',
      'https://www.tidepool.example/blog/preise',
    ];
    expect(find('<p>no links</p>', sitemap)).toEqual([
      { kind: 'pricing', url: 'https://www.tidepool.example/preise', foundIn: 'sitemap' },
    ]);
  });

  it.each([
    ['Tarifs', '/tarifs'],
    ['Preise', '/de/preise'],
    ['Precios', '/precios'],
    ['料金', '/ryokin'],
    ['Тарифы', '/tarify'],
  ])('knows the word %s', (text, path) => {
    expect(urls(`<a href="${path}">${text}</a>`)['pricing']).toBe(
      `https://www.tidepool.example${path}`,
    );
  });

  it('takes no page for two kinds, no file for a page, and not the home page again', () => {
    expect(
      urls(
        '<a href="/">Pricing</a><a href="/#pricing">Pricing</a><a href="/pricing.pdf">Pricing</a>',
      ),
    ).toEqual({});
    expect(find('<a href="/pricing">Pricing and features</a>')).toHaveLength(1);
  });

  it('reads relative addresses from the base element, and survives broken ones', () => {
    const html =
      '<base href="/en/"><a href="pricing">Pricing</a><a href="http://[">Features</a><a href="/%ff/about">x</a>';
    expect(urls(html)).toEqual({
      pricing: 'https://www.tidepool.example/en/pricing',
      about: 'https://www.tidepool.example/%ff/about',
    });
  });
});
