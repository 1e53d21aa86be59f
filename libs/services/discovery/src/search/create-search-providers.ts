import type { HttpClient } from '../network/index.js';
import { BraveProvider } from './providers/brave.adapter.js';
import { GithubProvider } from './providers/github.adapter.js';
import { GoogleProvider } from './providers/google.adapter.js';
import { HackerNewsProvider } from './providers/hacker-news.adapter.js';
import { SearxngProvider } from './providers/searxng.adapter.js';
import { TavilyProvider } from './providers/tavily.adapter.js';
import { WikidataProvider } from './providers/wikidata.adapter.js';
import type { SearchConfig } from './search.config.js';
import type { SearchProvider } from './search-provider.port.js';

/**
 * Time to connect, in milliseconds. Beyond it a machine counts as one without a network: whoever waits then gets
 * the catalogue within two seconds, and a provider behind a very slow line is missed.
 */
export const searchConnectMs = 1_000;

/** The providers that are configured: the operator's own first, then those with a key, then those without. */
export function createSearchProviders(config: SearchConfig, client: HttpClient): SearchProvider[] {
  const { searxngUrl, tavily, brave, google, hackerNews, github, wikidata } = config;
  const isTavilyUsed = tavily.key !== null || tavily.keyless === 'on';
  return [
    ...(searxngUrl === null ? [] : [new SearxngProvider(client, searxngUrl)]),
    ...(brave.key === null ? [] : [new BraveProvider(client, brave.baseUrl, brave.key)]),
    ...(isTavilyUsed ? [new TavilyProvider(client, tavily.baseUrl, tavily.key)] : []),
    ...(google.key === null || google.engineId === null
      ? []
      : [new GoogleProvider(client, google.baseUrl, google.key, google.engineId)]),
    new HackerNewsProvider(client, hackerNews.baseUrl),
    new GithubProvider(client, github.baseUrl, github.token),
    new WikidataProvider(client, wikidata.baseUrl),
  ];
}
