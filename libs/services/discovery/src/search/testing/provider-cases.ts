import { HttpClient } from '../../network/index.js';
import { BraveProvider } from '../providers/brave.adapter.js';
import { GithubProvider } from '../providers/github.adapter.js';
import { GoogleProvider } from '../providers/google.adapter.js';
import { HackerNewsProvider } from '../providers/hacker-news.adapter.js';
import { SearxngProvider } from '../providers/searxng.adapter.js';
import { TavilyProvider } from '../providers/tavily.adapter.js';
import { WikidataProvider } from '../providers/wikidata.adapter.js';
import type { SearchProvider } from '../search-provider.port.js';
import { braveKey, fakeBrave } from './fake-brave.js';
import { fakeGithub, githubToken } from './fake-github.js';
import { fakeGoogle, googleEngineId, googleKey } from './fake-google.js';
import { fakeHackerNews } from './fake-hacker-news.js';
import { fakeSearxng } from './fake-searxng.js';
import type { FakeProtocol } from './fake-server.js';
import { fakeTavily, tavilyKey } from './fake-tavily.js';
import { fakeWikidata } from './fake-wikidata.js';

export interface ProviderCase {
  title: string;
  protocol: FakeProtocol;
  create(client: HttpClient, baseUrl: string): SearchProvider;
}

/** Every provider in every way that it can be reached, with the service that it talks to. */
export const providerCases: readonly ProviderCase[] = [
  {
    title: 'searxng',
    protocol: fakeSearxng,
    create: (client, url) => new SearxngProvider(client, url),
  },
  {
    title: 'tavily with a key',
    protocol: fakeTavily,
    create: (client, url) => new TavilyProvider(client, url, tavilyKey),
  },
  {
    title: 'tavily without a key',
    protocol: fakeTavily,
    create: (client, url) => new TavilyProvider(client, url, null),
  },
  {
    title: 'brave',
    protocol: fakeBrave,
    create: (client, url) => new BraveProvider(client, url, braveKey),
  },
  {
    title: 'google',
    protocol: fakeGoogle,
    create: (client, url) => new GoogleProvider(client, url, googleKey, googleEngineId),
  },
  {
    title: 'hacker news',
    protocol: fakeHackerNews,
    create: (client, url) => new HackerNewsProvider(client, url),
  },
  {
    title: 'github without a token',
    protocol: fakeGithub,
    create: (client, url) => new GithubProvider(client, url, null),
  },
  {
    title: 'github with a token',
    protocol: fakeGithub,
    create: (client, url) => new GithubProvider(client, url, githubToken),
  },
  {
    title: 'wikidata',
    protocol: fakeWikidata,
    create: (client, url) => new WikidataProvider(client, url),
  },
];

/** Every secret that a fake accepts, for tests that look for one where none may be. */
export const allSecrets = [tavilyKey, braveKey, googleKey, githubToken];

/** The real client, which may reach the fakes. */
export function createTestClient(urls: readonly string[]): HttpClient {
  return new HttpClient({
    userAgent: 'HatchrBot/1.0 (+https://hatchr.example/bot)',
    allowHosts: urls.map((url) => new URL(url).host),
  });
}
