import { silentStepContext, type DiscoveryResult, type StepContext } from '@hatchr/contracts';
import type { CatalogueProduct, DatedCategory } from '../../catalogue/catalogue-entry.js';
import { createLiveSource } from '../../create-live-source.js';
import { discoveryConfigSchema, type DiscoveryConfig } from '../../discovery.config.js';
import { DiscoveryService, type DiscoveryInput } from '../../discovery.service.js';
import { MemoryResearchCache } from '../../search/memory-research-cache.adapter.js';
import type { ResearchCache } from '../../search/research-cache.port.js';
import type { SearchConfig } from '../../search/search.config.js';
import { FakeInternet } from '../../search/testing/fake-internet.js';
import { FakeServer } from '../../search/testing/fake-server.js';
import { CatalogueSource } from '../../sources/catalogue-source.adapter.js';
import type { LiveSource } from '../../sources/live-source.adapter.js';

export interface LocalSite {
  id: string;
  origin: string;
  /** `GET /path`, the oldest first. */
  requests: string[];
}

interface LocalWeb {
  sites: LocalSite[];
  close: () => Promise<void>;
}

/** The made-up sites of the benchmark, each under a name of its own on loopback. */
export async function serveLocalWeb(): Promise<LocalWeb> {
  const path = '../../../../../../bench/discovery/local-web/serve-local-web.mjs';
  const module = (await import(new URL(path, import.meta.url).href)) as {
    serveLocalWeb: (options: { areNamed: boolean }) => Promise<LocalWeb>;
  };
  return module.serveLocalWeb({ areNamed: true });
}

/** Words that no field of the bundled catalogue knows, so that no test looks for a real product. */
export const prompt = 'Flumbering for quibbet keepers';

/** A catalogue of one field, whose product has its site on the local web. */
export function catalogueOf(products: readonly CatalogueProduct[]): DatedCategory[] {
  return [
    {
      ...{ id: 'flumbering', label: 'Flumbering', topic: 'flumbering', asOf: '2025-06-30' },
      ...{ terms: ['flumbering'], hints: [], features: {}, sharedFeatures: ['reminders', 'api'] },
      products,
    },
  ];
}

export interface ResearchOptions {
  /** What SearXNG names, whatever it is asked. */
  finds?: readonly { url: string; title: string }[];
  catalogue?: readonly DatedCategory[];
  browser?: DiscoveryConfig['browser'];
  builtWith?: { baseUrl: string; key: string };
  search?: Partial<SearchConfig>;
  cache?: ResearchCache;
  pagesSeconds?: number;
}

export interface LocalResearch {
  internet: FakeInternet;
  source: LiveSource;
  discover: (
    context?: StepContext,
    more?: Omit<DiscoveryInput, 'prompt'>,
  ) => Promise<DiscoveryResult>;
  close: () => Promise<void>;
}

/** The services that let themselves be asked once a second; a test of the pages need not wait for them. */
const withoutKeys: Partial<SearchConfig> = {
  tavily: { baseUrl: 'http://127.0.0.1:9', key: null, keyless: 'off' },
  brave: { baseUrl: 'http://127.0.0.1:9', key: null },
  google: { baseUrl: 'http://127.0.0.1:9', key: null, engineId: null },
};

/** A SearXNG that finds these pages for whatever it is asked. */
function searchOver(finds: NonNullable<ResearchOptions['finds']>): Promise<FakeServer> {
  return FakeServer.start({
    answer: ({ query }) => ({
      body: {
        ...{ query: query.get('q'), number_of_results: 0, answers: [], corrections: [] },
        ...{ infoboxes: [], suggestions: [], unresponsive_engines: [] },
        results: finds.map(({ url, title }) => ({
          ...{ url, title, content: `${title}: flumbering for quibbet keepers` },
          ...{ engine: 'local', category: 'general' },
        })),
      },
    }),
    failures: { forbidden: { status: 403, body: 'Forbidden' } },
  });
}

/**
 * The whole of live research as it is put together for an instance: real providers, clients, readers and
 * extraction. Only the services and the sites are ours.
 */
export async function openResearch(
  web: LocalWeb,
  { finds, catalogue = [], browser = null, builtWith, search = {}, ...more }: ResearchOptions = {},
): Promise<LocalResearch> {
  const searxng = finds ? await searchOver(finds) : null;
  const internet = await FakeInternet.start({
    ...(searxng ? { searxngUrl: searxng.url, ...withoutKeys } : {}),
    ...search,
  });
  const config = discoveryConfigSchema.parse({
    network: {
      environment: 'test',
      allowHosts: web.sites.map(({ origin }) => new URL(origin).host),
    },
    search: internet.config,
    builtWith,
    browser,
    pagesSeconds: more.pagesSeconds,
  });
  const source = createLiveSource(
    config,
    more.cache ?? new MemoryResearchCache(),
    new CatalogueSource(config.maximumCompetitors, catalogue),
  );
  const service = new DiscoveryService(source);
  return {
    internet,
    source,
    discover: (context = silentStepContext(), input = {}) =>
      service.discover({ prompt, ...input }, context),
    close: async () => {
      await Promise.all([source.onModuleDestroy(), internet.close(), searxng?.close()]);
    },
  };
}
