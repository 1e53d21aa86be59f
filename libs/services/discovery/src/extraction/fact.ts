import { createHash } from 'node:crypto';
import { cleanText } from './clean-text.js';

/** A page as a reader of pages hands it over: after redirects, decoded, rendered where it had to be. */
export interface FetchedPage {
  html: string;
  url: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** ISO 8601. */
  fetchedAt: string;
}

/** One statement with what it was read from. A statement without one is not made. */
export interface Fact<T> {
  value: T;
  url: string;
  fetchedAt: string;
  /** Text that stands on the page (or in its structured data) around the value. */
  snippet: string;
  /** sha256 of the snippet, in hex. */
  snippetHash: string;
  /** 0 to 1. A judgement: how seldom pages of this markup mean something else. */
  confidence: number;
}

const maximumSnippet = 280;

/** Makes a fact; the snippet is cleaned and cut, so that what is hashed is what is shown. */
export function makeFact<T>(
  page: Pick<FetchedPage, 'url' | 'fetchedAt'>,
  value: T,
  snippet: string,
  confidence: number,
): Fact<T> {
  const text = cleanText(snippet, maximumSnippet);
  return {
    value,
    url: page.url,
    fetchedAt: page.fetchedAt,
    snippet: text,
    snippetHash: createHash('sha256').update(text, 'utf8').digest('hex'),
    confidence,
  };
}
