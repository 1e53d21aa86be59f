import { z } from 'zod';

const baseUrl = (official: string) => z.url({ protocol: /^https?$/u }).default(official);
const secret = z.string().min(1).nullable().default(null);

/** Settings of live search. Every one has a default; the variable that is meant for it stands beside it. */
export const searchConfigSchema = z.object({
  /** DISCOVERY_NETWORK. `off`: nothing is sent to anyone, and the bundled catalogue answers alone. */
  network: z.enum(['on', 'off']).default('on'),
  /** SEARXNG_URL. The operator's own SearXNG, in a private network too. */
  searxngUrl: z
    .url({ protocol: /^https?$/u })
    .nullable()
    .default(null),
  tavily: z
    .object({
      /** TAVILY_BASE_URL */
      baseUrl: baseUrl('https://api.tavily.com'),
      /** TAVILY_API_KEY */
      key: secret,
      /** TAVILY_KEYLESS. Without a key: whether its official keyless mode is used. */
      keyless: z.enum(['on', 'off']).default('on'),
    })
    .prefault({}),
  brave: z
    .object({
      /** BRAVE_SEARCH_BASE_URL */
      baseUrl: baseUrl('https://api.search.brave.com'),
      /** BRAVE_SEARCH_API_KEY */
      key: secret,
    })
    .prefault({}),
  google: z
    .object({
      /** GOOGLE_SEARCH_BASE_URL */
      baseUrl: baseUrl('https://customsearch.googleapis.com'),
      /** GOOGLE_SEARCH_API_KEY */
      key: secret,
      /** GOOGLE_SEARCH_ENGINE_ID (`cx`). Both are needed. */
      engineId: secret,
    })
    .prefault({}),
  hackerNews: z
    .object({
      /** HACKER_NEWS_BASE_URL */
      baseUrl: baseUrl('https://hn.algolia.com'),
    })
    .prefault({}),
  github: z
    .object({
      /** GITHUB_API_BASE_URL */
      baseUrl: baseUrl('https://api.github.com'),
      /** GITHUB_SEARCH_TOKEN. Only raises the limit; it needs no right at all. */
      token: secret,
    })
    .prefault({}),
  wikidata: z
    .object({
      /** WIKIDATA_BASE_URL */
      baseUrl: baseUrl('https://www.wikidata.org'),
    })
    .prefault({}),
  /** DISCOVERY_SEARCH_SECONDS. For all providers together; what has come by then is used. */
  seconds: z.number().min(1).max(15).default(12),
  /** DISCOVERY_CACHE_DAYS. How long an answer is used again. */
  cacheDays: z.number().min(0).max(30).default(7),
});
export type SearchConfig = z.output<typeof searchConfigSchema>;

/** Origins that the operator named, which may lie in a private network. For the guard of the HTTP client. */
export function listOperatorOrigins(config: SearchConfig): string[] {
  const { searxngUrl, tavily, brave, google, hackerNews, github, wikidata } = config;
  const others = [tavily, brave, google, hackerNews, github, wikidata].map(
    ({ baseUrl: url }) => url,
  );
  return [...(searxngUrl === null ? [] : [searxngUrl]), ...others].map(
    (url) => new URL(url).origin,
  );
}
