// Live research over the local web: the real search client, the real reader and browser, and the real extraction.
// Only the services and the sites are ours, so every statement can be held to what its site says.
import { DiscoveryModule, DiscoveryService } from '@hatchr/discovery';
import { NestFactory } from '@nestjs/core';
import { setTimeout as sleep } from 'node:timers/promises';
import { serveLocalWeb } from './local-web/serve-local-web.mjs';
import { serveLocalSearch } from './serve-local-search.mjs';

// No field of the catalogue knows these words, so no real product is looked for, and nobody's door is knocked at.
const PROMPT = 'Flumbering for quibbet keepers';
const SAYS = 'flumbering for quibbet keepers';
const REST_MS = 3000;
// A port that nothing listens at: the providers that answer to anyone are not there.
const NOBODY = 'http://127.0.0.1:9';

/** @typedef {import('./local-web/serve-local-web.mjs').ServedSite} ServedSite */
/** @typedef {import('@hatchr/contracts').DiscoveryResult} DiscoveryResult */
/**
 * @typedef {object} LocalResearch
 * @property {ServedSite[]} sites
 * @property {(sites: readonly ServedSite[]) => Promise<{ result: DiscoveryResult, milliseconds: number }>} research
 *   finds these sites and no other; nothing is remembered from before
 */

/**
 * @template T
 * @param {{ browser: import('../../tools/find-browser.mjs').Browser | null, signal: AbortSignal }} options
 * @param {(local: LocalResearch) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withLocalResearch({ browser, signal }, use) {
  const web = await serveLocalWeb({ areNamed: true });
  const search = await serveLocalSearch();
  const allowHosts = web.sites.map(({ origin }) => new URL(origin).host);
  const config = {
    network: { environment: /** @type {const} */ ('bench'), allowHosts },
    search: {
      cacheDays: 0,
      searxngUrl: search.url,
      tavily: { keyless: /** @type {const} */ ('off') },
      hackerNews: { baseUrl: NOBODY },
      // Asked with a token, which allows more: or else its limit, and not the sites, is what a later round waits for.
      github: { baseUrl: NOBODY, token: 'none' },
      wikidata: { baseUrl: NOBODY },
    },
    browser,
  };
  const app = await openDiscovery(config);
  try {
    return await use({
      sites: web.sites,
      research: async (sites) => {
        search.name(sites, SAYS);
        // The search service is asked a few times a second and no more; that wait is not the sites'.
        await sleep(REST_MS, undefined, { signal });
        const startedAt = performance.now();
        const result = await app.get(DiscoveryService).discover({ prompt: PROMPT }, quiet(signal));
        return { result, milliseconds: performance.now() - startedAt };
      },
    });
  } finally {
    await app.close();
    await Promise.all([web.close(), search.close()]);
  }
}

/** @param {import('@hatchr/discovery').DiscoveryConfig} config */
export function openDiscovery(config) {
  class DiscoveryBench {}
  const module = { module: DiscoveryBench, imports: [DiscoveryModule.register(config)] };
  return NestFactory.createApplicationContext(module, { logger: ['error'] });
}

/** @param {AbortSignal} signal */
export const quiet = (signal) => ({ signal, progress() {}, log() {}, plan() {} });
