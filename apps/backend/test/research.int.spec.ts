import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DiscoveryResult } from '@hatchr/contracts';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTestApp, Visitor, type TestApp } from './test-app.js';

// No field of the catalogue knows these words, so no real site is looked for.
const prompt = 'Flumbering for quibbet keepers';
/** What each service says when it has found nothing, by its path. */
const nothing: Record<string, unknown> = {
  '/search': { query: '', results: [], answers: [], suggestions: [], unresponsive_engines: [] },
  '/api/v1/search': { hits: [], nbHits: 0 },
  '/search/repositories': { total_count: 0, incomplete_results: false, items: [] },
  '/w/api.php': { search: [], success: 1 },
};

describe('a job that researches on the web', () => {
  let services: Server;
  let backend: TestApp;
  let isDown = false;
  let asked: string[] = [];

  beforeAll(async () => {
    services = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
      asked.push(pathname);
      const isRefused = isDown || !(pathname in nothing);
      response.writeHead(isRefused ? 403 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isRefused ? { error: 'Forbidden' } : nothing[pathname]));
    }).listen(0, '127.0.0.1');
    await once(services, 'listening');
    const url = `http://127.0.0.1:${(services.address() as AddressInfo).port}`;
    backend = await startTestApp({
      DISCOVERY_NETWORK: 'on',
      TAVILY_KEYLESS: 'off',
      SEARXNG_URL: url,
      HACKER_NEWS_BASE_URL: url,
      GITHUB_API_BASE_URL: url,
      WIKIDATA_BASE_URL: url,
    });
  }, 120_000);
  afterEach(() => {
    asked = [];
    isDown = false;
  });
  afterAll(async () => {
    await backend.stop();
    services.close();
  });

  const labels = ['SearXNG', 'Hacker News', 'GitHub', 'Wikidata'];
  const research = async (text: string): Promise<DiscoveryResult> => {
    const visitor = new Visitor(backend.url);
    const { projectId } = await visitor.hatch(text);
    const input = encodeURIComponent(JSON.stringify({ projectId }));
    const { body } = await visitor.json<{
      result: { data: { discovery: DiscoveryResult } };
    }>(`/trpc/project?input=${input}`);
    return body.result.data.discovery;
  };

  it('says before the start who is asked', async () => {
    const { body } = await new Visitor(backend.url).json('/trpc/instance.about');
    expect(body).toMatchObject({ result: { data: { searchServices: labels } } });
    expect(asked).toEqual([]);
  });

  it('completes when every service refuses, and the result names each', async () => {
    isDown = true;
    const { providers = [], servedBy, outcome } = await research(prompt);
    expect(outcome).toBe('none_known');
    expect(providers.map(({ provider, outcome: one }) => [provider, one])).toEqual(
      labels.map((label) => [label, 'failed']),
    );
    for (const label of labels) expect(servedBy.reason).toContain(label);
    expect(asked.length).toBeGreaterThan(0);
  }, 90_000);

  it('sends nothing for a second job, since the answers to the first are kept', async () => {
    const first = await research(`${prompt} of Nowhere`);
    expect(first.providers?.every(({ sent }) => sent.length > 0)).toBe(true);
    asked = [];
    const second = await research(`${prompt} of Nowhere`);
    expect(asked).toEqual([]);
    expect(second.providers?.map(({ outcome, sent }) => [outcome, sent])).toEqual(
      labels.map(() => ['cached', []]),
    );
  }, 90_000);
});
