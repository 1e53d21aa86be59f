import { HttpClient } from '../../network/index.js';
import { createSearchProviders } from '../create-search-providers.js';
import { listOperatorOrigins, searchConfigSchema, type SearchConfig } from '../search.config.js';
import {
  searchProviderNames,
  type SearchProvider,
  type SearchProviderName,
} from '../search-provider.port.js';
import { braveKey, fakeBrave } from './fake-brave.js';
import { fakeGithub, githubToken } from './fake-github.js';
import { fakeGoogle, googleEngineId, googleKey } from './fake-google.js';
import { fakeHackerNews } from './fake-hacker-news.js';
import { fakeSearxng } from './fake-searxng.js';
import { FakeServer, type FakeProtocol } from './fake-server.js';
import { fakeTavily, tavilyKey } from './fake-tavily.js';
import { fakeWikidata } from './fake-wikidata.js';

const protocols: Readonly<Record<SearchProviderName, FakeProtocol>> = {
  searxng: fakeSearxng,
  tavily: fakeTavily,
  brave: fakeBrave,
  google: fakeGoogle,
  'hacker-news': fakeHackerNews,
  github: fakeGithub,
  wikidata: fakeWikidata,
};

/** All seven services on loopback, the configuration that points at them, and the real providers. */
export class FakeInternet {
  private constructor(
    readonly services: ReadonlyMap<SearchProviderName, FakeServer>,
    readonly config: SearchConfig,
    readonly client: HttpClient,
    readonly providers: readonly SearchProvider[],
  ) {}

  static async start(changes: Partial<SearchConfig> = {}): Promise<FakeInternet> {
    const started = await Promise.all(
      searchProviderNames.map(
        async (name) => [name, await FakeServer.start(protocols[name])] as const,
      ),
    );
    const services = new Map(started);
    const config = { ...configure((name) => services.get(name)?.url ?? ''), ...changes };
    const client = new HttpClient({
      userAgent: 'HatchrBot/1.0 (+https://hatchr.example/bot)',
      operatorOrigins: listOperatorOrigins(config),
    });
    return new FakeInternet(services, config, client, createSearchProviders(config, client));
  }

  service(name: SearchProviderName): FakeServer {
    const service = this.services.get(name);
    if (!service) throw new Error(`${name} is closed.`);
    return service;
  }

  /** How many requests all services have had. */
  get requests(): number {
    return [...this.services.values()].reduce((sum, { requests }) => sum + requests.length, 0);
  }

  failAll(failure: string): void {
    for (const service of this.services.values()) service.fail(failure);
  }

  /** The machine loses its network: nobody is there any more. */
  async goDown(): Promise<void> {
    await Promise.all([...this.services.values()].map((service) => service.close()));
  }

  async close(): Promise<void> {
    await this.client.close();
    await this.goDown();
  }
}

function configure(urlOf: (name: SearchProviderName) => string): SearchConfig {
  return searchConfigSchema.parse({
    searxngUrl: urlOf('searxng'),
    tavily: { baseUrl: urlOf('tavily'), key: tavilyKey },
    brave: { baseUrl: urlOf('brave'), key: braveKey },
    google: { baseUrl: urlOf('google'), key: googleKey, engineId: googleEngineId },
    hackerNews: { baseUrl: urlOf('hacker-news') },
    github: { baseUrl: urlOf('github'), token: githubToken },
    wikidata: { baseUrl: urlOf('wikidata') },
  });
}
