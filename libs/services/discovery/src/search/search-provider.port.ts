import type { QueryPurpose } from './plan-queries.js';

export const searchProviderNames = [
  'searxng',
  'tavily',
  'brave',
  'google',
  'hacker-news',
  'github',
  'wikidata',
] as const;
export type SearchProviderName = (typeof searchProviderNames)[number];

/** As people know them. */
export const searchProviderLabels: Readonly<Record<SearchProviderName, string>> = {
  searxng: 'SearXNG',
  tavily: 'Tavily',
  brave: 'Brave Search',
  google: 'Google Custom Search (legacy)',
  'hacker-news': 'Hacker News',
  github: 'GitHub',
  wikidata: 'Wikidata',
};

/** One result of one query, as a provider gave it. */
export interface SearchHit {
  title: string;
  /** http or https. */
  url: string;
  snippet: string;
  /** 1 for the first result of its query. */
  rank: number;
  provider: SearchProviderName;
  /** The words that were sent. */
  query: string;
  /** ISO 8601. */
  fetchedAt: string;
  /** What only this provider says: stars, points, the repository. */
  extra?: Readonly<Record<string, string | number>>;
}

export interface SearchContext {
  signal: AbortSignal;
  /** BCP 47 tag of the words, `und` where it is not known. */
  language: string;
}

/** What a provider is asked at most: its published limits, and the patience of who waits. */
export interface SearchBudget {
  /** Queries in one search. */
  queries: number;
  /** Requests that run side by side; 1 where the provider asks to be serial. */
  concurrency: number;
  rate: { perSecond: number; burst: number };
  /** Time for one query with its retries, in milliseconds. */
  timeoutMs: number;
}

/** Finds pages for words: one search engine or index of the web. */
export abstract class SearchProvider {
  abstract readonly name: SearchProviderName;
  /** As people know it ("Brave Search"), with how it is reached where that matters. */
  abstract readonly label: string;
  abstract readonly needsKey: boolean;
  /** How it is reached: with the operator's key, without any, or on the operator's own server. */
  abstract readonly mode: 'keyed' | 'keyless' | 'self-hosted';
  /** Origin that the words are sent to. */
  abstract readonly origin: string;
  /** The queries that its index can answer. */
  abstract readonly purposes: readonly QueryPurpose[];
  abstract readonly budget: SearchBudget;

  /** Why it is no longer asked in this process, or null. */
  get switchedOff(): string | null {
    return null;
  }

  /** What whoever configured it should know, or null. */
  get notice(): string | null {
    return null;
  }

  /**
   * Asks one query, once: limits, retries and breaker are the caller's.
   * @returns the results in the provider's order; empty where there are none
   * @throws NetworkError, whose message names the provider and is safe to show
   */
  abstract search(query: string, context: SearchContext): Promise<SearchHit[]>;
}
