import { load } from 'cheerio';
import { decodeText } from '../network/decode-text.js';
import type { HttpClient } from '../network/http-client.js';
import { NetworkError } from '../network/network.errors.js';
import { parseUrl } from '../network/parse-url.js';
import { siteOf } from './find-pages.js';

/** An index names many sitemaps, mostly of blog posts; the pages we look for are in the first ones. */
const maxFiles = 4;
const maxUrls = 2_000;
const maxBytes = 2_000_000;
const timeoutMs = 5_000;

async function readOne(client: HttpClient, url: string, signal: AbortSignal): Promise<string> {
  try {
    const answer = await client.send({
      url,
      signal,
      timeoutMs,
      maxBytes,
      maxDecodedBytes: maxBytes,
    });
    return answer.status === 200 ? decodeText(answer.body, answer.headers['content-type']) : '';
  } catch (error) {
    // A sitemap is a help and no more: without it the links of the home page are used.
    if (error instanceof NetworkError && error.kind !== 'cancelled') return '';
    throw error;
  }
}

/**
 * The URLs of a site's sitemap, following an index to a few files. Never throws for a sitemap that is missing,
 * broken or too large.
 * @param home URL of the home page; only addresses of its registrable domain are read and returned
 * @param named sitemaps that robots.txt names; `/sitemap.xml` where it names none
 * @throws NetworkError `cancelled` only
 */
export async function readSitemap(
  client: HttpClient,
  home: string,
  named: readonly string[],
  signal: AbortSignal,
): Promise<string[]> {
  const site = siteOf(new URL(home));
  const isOwn = (text: string) => {
    const url = parseUrl(text);
    return url !== null && siteOf(url) === site;
  };
  const waiting = (named.length > 0 ? [...named] : [new URL('/sitemap.xml', home).href]).filter(
    isOwn,
  );
  const urls: string[] = [];
  for (let files = 0; files < maxFiles && urls.length < maxUrls; files += 1) {
    const next = waiting.shift();
    if (next === undefined) break;
    const document = load(await readOne(client, next, signal), { xml: true });
    const texts = (selector: string) =>
      document(selector)
        .toArray()
        .map((element) => document(element).text().trim())
        .filter(isOwn);
    waiting.push(...texts('sitemap > loc'));
    urls.push(...texts('url > loc'));
  }
  return urls.slice(0, maxUrls);
}
