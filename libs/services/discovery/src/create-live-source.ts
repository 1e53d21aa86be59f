import type { z } from 'zod';
import { userAgentOf, type discoveryConfigSchema } from './discovery.config.js';
import { HttpClient } from './network/index.js';
import {
  BrowserPageReader,
  HostLimit,
  HttpPageReader,
  Robots,
  type PageReader,
} from './pages/index.js';
import { SiteReader } from './research/site-reader.js';
import { createSearchProviders, searchConnectMs } from './search/create-search-providers.js';
import type { ResearchCache } from './search/research-cache.port.js';
import { listOperatorOrigins } from './search/search.config.js';
import { SearchService } from './search/search.service.js';
import { CatalogueSource } from './sources/catalogue-source.adapter.js';
import { LiveSource } from './sources/live-source.adapter.js';
import { BuiltWithClient } from './technology/builtwith.adapter.js';

/** Pages that are read at the same time, over all sites: one of each competitor. They mostly wait, for the site or for quiet. */
const pagesAtOnce = 8;

/**
 * Puts live research together as the configuration says. It keeps limits and a browser: one for the process.
 * @param catalogue what is known without a network
 */
export function createLiveSource(
  config: z.output<typeof discoveryConfigSchema>,
  cache: ResearchCache,
  catalogue = new CatalogueSource(config.maximumCompetitors),
): LiveSource {
  const { network, search, builtWith, browser, maximumCompetitors, pagesSeconds } = config;
  const userAgent = userAgentOf(network);
  const { allowHosts } = network;
  // Strangers' pages are read by a client of their own: origins that the operator trusts are not for them.
  const apis = new HttpClient({
    ...{ userAgent, allowHosts, connectMs: searchConnectMs },
    operatorOrigins: [...listOperatorOrigins(search), new URL(builtWith.baseUrl).origin],
  });
  const web = new HttpClient({ userAgent, allowHosts });
  const robots = new Robots(web, cache);
  const http = new HttpPageReader({
    ...{ client: web, robots },
    hosts: new HostLimit({ concurrency: pagesAtOnce }),
  });
  const pages: PageReader = browser
    ? new BrowserPageReader({ browser, client: web, http, maxPages: pagesAtOnce })
    : http;
  return new LiveSource({
    catalogue,
    search: new SearchService(createSearchProviders(search, apis), cache, search),
    sites: new SiteReader({
      ...{ pages, robots, cache },
      client: web,
      cacheDays: search.cacheDays,
    }),
    builtWith:
      builtWith.key === null
        ? null
        : new BuiltWithClient(apis, { ...builtWith, key: builtWith.key }),
    limit: maximumCompetitors,
    seconds: pagesSeconds,
    close: () => Promise.all([pages.close(), apis.close()]).then(() => undefined),
  });
}
