import { afterEach, describe, expect, it } from '@jest/globals';
import { silentStepContext, type StepContext } from '@hatchr/contracts';
import { HttpClient } from '../network/index.js';
import type { ProviderReport } from './ask-provider.js';
import { createSearchProviders } from './create-search-providers.js';
import { MemoryResearchCache } from './memory-research-cache.adapter.js';
import type { PlannedQuery } from './plan-queries.js';
import { ResearchCache } from './research-cache.port.js';
import { SearchService, type SearchOutcome } from './search.service.js';
import { searchConfigSchema, type SearchConfig } from './search.config.js';
import { searchProviderNames, type SearchProviderName } from './search-provider.port.js';
import { FakeInternet } from './testing/fake-internet.js';
import { nothingQuery } from './testing/fake-server.js';
import { allSecrets } from './testing/provider-cases.js';

// The real service, providers, policies and HTTP client; the services of the internet are fakes on loopback.
const queries: PlannedQuery[] = [
  { purpose: 'category', text: 'barber booking software', language: 'en' },
  { purpose: 'keywords', text: 'barber booking', language: 'en' },
];
const nothing = queries.map((query) => ({ ...query, text: nothingQuery }));

const opened: FakeInternet[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

interface Told extends StepContext {
  lines: string[];
  data: unknown[];
  fractions: number[];
}

function listen(signal?: AbortSignal): Told {
  const told = { lines: [] as string[], data: [] as unknown[], fractions: [] as number[] };
  return {
    ...silentStepContext(signal),
    ...told,
    log: (_level, message, data) => {
      told.lines.push(message);
      told.data.push(data);
    },
    progress: (fraction) => void told.fractions.push(fraction),
  };
}

interface Setup {
  internet: FakeInternet;
  service: SearchService;
  search: (asked?: readonly PlannedQuery[], context?: StepContext) => Promise<SearchOutcome>;
}

async function open(
  changes: Partial<SearchConfig> = {},
  cache: ResearchCache = new MemoryResearchCache(),
): Promise<Setup> {
  const internet = await FakeInternet.start(changes);
  opened.push(internet);
  const service = new SearchService(internet.providers, cache, internet.config);
  return {
    internet,
    service,
    search: (asked = queries, context = silentStepContext()) => service.search(asked, context),
  };
}

const reportOf = ({ reports }: SearchOutcome, name: SearchProviderName): ProviderReport => {
  const report = reports.find(({ provider }) => provider === name);
  if (!report) throw new Error(`No report of ${name}.`);
  return report;
};

const pairs = searchProviderNames.flatMap((first, place) =>
  searchProviderNames.slice(place + 1).map((second) => [first, second] as const),
);

describe('SearchService', () => {
  it('asks every provider and reports each', async () => {
    const { search } = await open();
    const context = listen();
    const outcome = await search(queries, context);
    expect(outcome.status).toBe('found');
    expect(outcome.reports.map(({ outcome: how }) => how)).toEqual(Array(7).fill('ok'));
    expect(new Set(outcome.hits.map(({ provider }) => provider)).size).toBe(7);
    expect(context.fractions).toEqual(context.fractions.toSorted((a, b) => a - b));
    expect(context.fractions.at(-1)).toBe(1);
    for (const { label, hits } of outcome.reports)
      expect(context.lines.some((line) => line.startsWith(`${label}: ${hits} results`))).toBe(true);
  });

  it('says which words leave the machine, and to whom, before they do', async () => {
    const { search, internet } = await open();
    const context = listen();
    let sentBefore = -1;
    const log = context.log.bind(context);
    context.log = (level, message, data) => {
      if (message.startsWith('These words leave')) sentBefore = internet.requests;
      log(level, message, data);
    };
    await search(queries, context);
    expect(sentBefore).toBe(0);
    const line = context.lines.find((one) => one.startsWith('These words leave')) ?? '';
    expect(line).toContain('barber booking software');
    for (const provider of internet.providers) expect(line).toContain(provider.label);
    const sent = [...internet.services.values()].flatMap(({ requests }) =>
      requests.flatMap(({ query, body }) => [
        query.get('q') ?? query.get('query') ?? query.get('search'),
        (body as { query?: string } | null)?.query,
      ]),
    );
    for (const words of sent.filter((one) => typeof one === 'string'))
      expect(queries.some(({ text }) => words.startsWith(text))).toBe(true);
  });

  it.each(pairs)('gives what the others have when %s and %s fail', async (first, second) => {
    const { search, internet } = await open();
    internet.service(first).fail('forbidden');
    internet.service(second).fail('truncated');
    const outcome = await search();
    expect(outcome.status).toBe('found');
    for (const name of searchProviderNames) {
      const report = reportOf(outcome, name);
      const isBroken = name === first || name === second;
      expect(report.outcome).toBe(isBroken ? 'failed' : 'ok');
      if (isBroken) expect(report.reason).toContain(report.label.split(' ')[0]);
      else expect(report.reason).toBeNull();
    }
  });

  it('ends without a result and with a reason of each when all fail at once', async () => {
    const { search, internet } = await open();
    internet.failAll('wrong_type');
    const outcome = await search();
    expect(outcome).toMatchObject({ status: 'failed', hits: [] });
    for (const { outcome: how, reason } of outcome.reports) {
      expect(how).toBe('failed');
      expect(reason).toMatch(/no search result/u);
    }
  });

  it('tells "nothing found" from "failed"', async () => {
    const { search } = await open();
    const outcome = await search(nothing);
    expect(outcome.status).toBe('empty');
    expect(outcome.reports.every(({ outcome: how }) => how === 'empty')).toBe(true);
  });

  it('finds that there is no network, and asks nobody twice for it', async () => {
    const { search, internet } = await open();
    await internet.goDown();
    const outcome = await search();
    expect(outcome.status).toBe('unreachable');
    for (const { reason, isUnreachable } of outcome.reports) {
      expect(reason).toMatch(/cannot be reached from this machine/u);
      expect(isUnreachable).toBe(true);
    }
  });

  it('finds that there is no network where names do not resolve or never answer', async () => {
    const config = searchConfigSchema.parse({ brave: { key: 'k' } });
    for (const resolve of [
      () => Promise.reject(Object.assign(new Error('no such name'), { code: 'EAI_AGAIN' })),
      () => new Promise<never>(() => undefined),
    ]) {
      const client = new HttpClient({ userAgent: 'HatchrBot/1.0', connectMs: 100, resolve });
      const providers = createSearchProviders(config, client);
      const service = new SearchService(providers, new MemoryResearchCache(), config);
      const outcome = await service.search(queries, silentStepContext());
      expect(outcome.status).toBe('unreachable');
      await client.close();
    }
  });

  it('asks again after a short outage, and honours a short Retry-After', async () => {
    const { search, internet } = await open();
    internet.service('tavily').fail('server_error', 1);
    internet.service('brave').fail('rate_limited', 1);
    const outcome = await search();
    expect(reportOf(outcome, 'tavily')).toMatchObject({ outcome: 'ok', reason: null });
    expect(reportOf(outcome, 'brave')).toMatchObject({ outcome: 'ok', reason: null });
    expect(internet.service('tavily').requests).toHaveLength(2);
    expect(internet.service('brave').requests).toHaveLength(2);
  });

  it('leaves a provider alone that fails again and again, and sends it nothing meanwhile', async () => {
    const { search, internet } = await open({ cacheDays: 0 });
    internet.service('tavily').fail('server_error');
    await search();
    await search();
    const asked = internet.service('tavily').requests.length;
    const outcome = await search();
    expect(internet.service('tavily').requests).toHaveLength(asked);
    expect(reportOf(outcome, 'tavily')).toMatchObject({ outcome: 'failed', sent: [] });
    expect(reportOf(outcome, 'tavily').reason).toMatch(/left alone/u);
    expect(outcome.status).toBe('found');
  });

  it('leaves a provider alone for as long as it asks', async () => {
    const { search, internet } = await open();
    internet.service('github').fail('exhausted');
    await search();
    const asked = internet.service('github').requests.length;
    const again = await search([{ purpose: 'keywords', text: 'other words', language: 'en' }]);
    expect(reportOf(again, 'github')).toMatchObject({ outcome: 'skipped', sent: [] });
    expect(reportOf(again, 'github').reason).toMatch(/limit/u);
    expect(internet.service('github').requests).toHaveLength(asked);
  });

  it('does not ask Google again once it is gone, and warns that it ends', async () => {
    const { search, internet } = await open({ cacheDays: 0 });
    internet.service('google').fail('gone');
    const context = listen();
    await search(queries, context);
    expect(context.lines.join()).toContain('2027-01-01');
    const again = await search();
    expect(reportOf(again, 'google')).toMatchObject({ outcome: 'skipped', sent: [] });
    expect(internet.service('google').requests).toHaveLength(1);
  });

  it('answers a second time from the cache, and sends nothing', async () => {
    const { search, internet } = await open();
    const first = await search();
    const { requests } = internet;
    const context = listen();
    const second = await search(queries, context);
    expect(internet.requests).toBe(requests);
    expect(second.reports.every(({ outcome }) => outcome === 'cached')).toBe(true);
    expect(second.hits).toEqual(first.hits);
    expect(context.lines.join()).not.toContain('leave this machine');
  });

  it('serves what is kept when the network is gone', async () => {
    const { search, internet } = await open();
    await search();
    await internet.goDown();
    expect((await search()).status).toBe('found');
  });

  it('forgets after the days that are set', async () => {
    let now = Date.now();
    const { search, internet } = await open({}, new MemoryResearchCache(() => now));
    await search();
    const { requests } = internet;
    now += 6.9 * 86_400_000;
    await search();
    expect(internet.requests).toBe(requests);
    now += 0.2 * 86_400_000;
    await search();
    expect(internet.requests).toBe(2 * requests);
  });

  it('works without a cache that works', async () => {
    class BrokenCache extends ResearchCache {
      get = () => Promise.reject(new Error('no table'));
      set = () => Promise.reject(new Error('no table'));
    }
    const { search } = await open({}, new BrokenCache());
    expect((await search()).status).toBe('found');
  });

  it('sends nothing when the network is switched off', async () => {
    const { search, internet } = await open({ network: 'off' });
    const outcome = await search();
    expect(outcome).toMatchObject({ status: 'off', hits: [] });
    expect(internet.requests).toBe(0);
    for (const { reason } of outcome.reports) expect(reason).toContain('DISCOVERY_NETWORK=off');
  });

  it('ends at its deadline with what has come, and says who had not answered', async () => {
    const { search, internet } = await open({ seconds: 1 });
    internet.service('searxng').fail('slow');
    const outcome = await search();
    expect(outcome.status).toBe('found');
    expect(reportOf(outcome, 'searxng')).toMatchObject({ outcome: 'failed' });
    expect(reportOf(outcome, 'searxng').reason).toMatch(/had not answered/u);
    expect(reportOf(outcome, 'tavily').outcome).toBe('ok');
  });

  it('stops with the job', async () => {
    const { search, internet } = await open();
    internet.failAll('slow');
    const controller = new AbortController();
    const searched = search(queries, silentStepContext(controller.signal));
    controller.abort();
    await expect(searched).rejects.toMatchObject({ code: 'job.cancelled' });
  });

  it('lets no key into a report, a log line or the cache', async () => {
    const cache = new MemoryResearchCache();
    const { search, internet } = await open({}, cache);
    const context = listen();
    const outcomes = [await search(queries, context)];
    for (const failure of ['unauthorized', 'forbidden']) {
      internet.failAll(failure);
      outcomes.push(
        await search(
          [
            { purpose: 'keywords', text: failure, language: 'en' },
            { purpose: 'best', text: failure, language: 'en' },
          ],
          context,
        ),
      );
    }
    const kept = await Promise.all(cache.keys().map((key) => cache.get(key)));
    const all = JSON.stringify([outcomes, context.lines, context.data, cache.keys(), kept]);
    expect(cache.keys().length).toBeGreaterThan(0);
    for (const secret of allSecrets) expect(all).not.toContain(secret);
  });
});
