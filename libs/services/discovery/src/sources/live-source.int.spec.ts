import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { silentStepContext, type DiscoveryResult, type Evidence } from '@hatchr/contracts';
import { readPage } from '../extraction/page-model.js';
import { BrowserProcess } from '../pages/browser/browser-process.js';
import { findInstalledBrowser } from '../pages/browser/installed-browser.fixture.js';
import {
  catalogueOf,
  openResearch,
  serveLocalWeb,
  type LocalResearch,
  type ResearchOptions,
} from '../research/testing/local-research.js';
import { MemoryResearchCache } from '../search/memory-research-cache.adapter.js';
import { searchProviderNames } from '../search/search-provider.port.js';
import { builtWithKey, fakeBuiltWith } from '../search/testing/fake-builtwith.js';
import { FakeServer } from '../search/testing/fake-server.js';

// Everything is real but the services and the sites: fakes on loopback, and the made-up sites of the benchmark.
jest.setTimeout(60_000);

let web: Awaited<ReturnType<typeof serveLocalWeb>>;
let browser: NonNullable<ResearchOptions['browser']>;
const opened: { close: () => Promise<void> }[] = [];

beforeAll(async () => {
  web = await serveLocalWeb();
  const { executablePath, args = [], env = {} } = await findInstalledBrowser();
  browser = { executablePath, args: [...args], env: { ...env } };
}, 240_000);
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(opened.splice(0).map((one) => one.close()));
  for (const { requests } of web.sites) requests.length = 0;
});
afterAll(() => web.close());

const site = (id: string) => {
  const found = web.sites.find((one) => one.id === id);
  if (!found) throw new Error(`The local web has no ${id}.`);
  return found;
};
const namely = (...ids: string[]) => ids.map((id) => ({ url: `${site(id).origin}/`, title: id }));

async function open(options: ResearchOptions): Promise<LocalResearch> {
  const research = await openResearch(web, options);
  opened.push(research);
  return research;
}
const discover = async (options: ResearchOptions): Promise<DiscoveryResult> =>
  (await open(options)).discover();

const competitor = ({ competitors }: DiscoveryResult, id: string) => {
  const found = competitors.find(({ domain }) => domain === `${id}.test`);
  if (!found) throw new Error(`${id} is not listed.`);
  return found;
};
const listed = ({ competitors }: DiscoveryResult) => competitors.map(({ domain }) => domain);

/** Everything that stands on a page of the local web, for people and for machines. */
function textOf({ url }: Pick<Evidence, 'url'>): string {
  const { hostname, pathname } = new URL(url);
  const id = hostname.replace('.test', '');
  const file = pathname === '/' ? 'index.html' : `${pathname.replaceAll('/', '')}.html`;
  const folder = path.resolve(
    import.meta.dirname,
    '../../../../../bench/discovery/local-web/sites',
  );
  const html = readFileSync(path.join(folder, id, file), 'utf8');
  const { $, text, data } = readPage({ html, url, headers: {}, fetchedAt: '' });
  const parts = [
    ...text.blocks.map((block) => block.text),
    $('title').text(),
    ...data.meta.values(),
    ...[...data.nodes, ...data.states].map(({ source }) => source),
    html,
  ];
  return parts.join(' ').replaceAll(/\s+/gu, ' ');
}

/** Every row of a page whose words do not stand on that page. */
const unfounded = ({ evidence }: DiscoveryResult) =>
  evidence.filter(
    ({ source, kind, snippet, url }) =>
      source === 'page' &&
      kind !== 'technology' &&
      !textOf({ url }).includes((snippet ?? '').replaceAll(/\s+/gu, ' ')),
  );

describe.each(['http', 'browser'] as const)('live research by %s', (via) => {
  const options = (): ResearchOptions => (via === 'browser' ? { browser } : {});

  it('states of sites only what stands on them, with a row for each word', async () => {
    const result = await discover({
      ...options(),
      finds: namely('terminly', 'slotwise', 'goodplan', 'kaffeeplan', 'khataplus', 'tallybox'),
    });
    expect(listed(result)).toHaveLength(6);
    expect(unfounded(result)).toEqual([]);
    const rows = new Map(result.evidence.map((row) => [row.id, row]));
    for (const { competitorId, cells, sources = {} } of result.matrix)
      for (const [featureId, cell] of Object.entries(cells))
        if (cell !== 'unknown')
          expect([featureId, rows.get(sources[featureId] ?? '')]).toMatchObject([
            featureId,
            { competitorId, source: 'page', kind: cell === 'yes' ? 'features' : 'lacks' },
          ]);
    const cited = [
      ...result.competitors.flatMap(({ plans = [], integrations = [], technologies = [] }) =>
        [...plans, ...integrations, ...technologies].map(({ evidenceId }) => evidenceId),
      ),
      ...result.gaps.flatMap(({ evidenceIds }) => evidenceIds),
      ...(result.angles ?? []).flatMap(({ evidenceIds }) => evidenceIds),
    ];
    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter((id) => !rows.has(id))).toEqual([]);
    expect(result.statement).toContain('the pages of 6 were read');
  });

  it('takes hostile text for text, and reads a page in the charset that it is in', async () => {
    const result = await discover({ ...options(), finds: namely('goodplan', 'kaffeeplan') });
    const goodplan = competitor(result, 'goodplan');
    expect(goodplan.plans?.map(({ name, amount }) => [name, amount])).toEqual([
      ['Couple', 9],
      ['Planner', 29],
    ]);
    expect(goodplan.summary).toBe(
      'Guest lists, seats and suppliers in one shared place for the whole family.',
    );
    expect(JSON.stringify(result.evidence)).not.toMatch(/ignore (?:all|previous)|system prompt/iu);
    expect(competitor(result, 'kaffeeplan')).toMatchObject({
      summary: 'Kaffeeplan führt Buch über Bohnen, Röstungen und Gäste, die früh kommen.',
      audience: 'kleine Cafés',
    });
  });

  it('lists a site that has moved once, under the name that it has now', async () => {
    const both = await discover({ ...options(), finds: namely('moved', 'crewdeck') });
    expect(listed(both)).toEqual(['crewdeck.test']);
    const moved = await discover({ ...options(), finds: namely('moved') });
    expect(competitor(moved, 'crewdeck')).toMatchObject({
      name: 'Crewdeck',
      url: `${site('crewdeck').origin}/`,
    });
  });

  it('says why a site was not read, and lists it with what the search says of it', async () => {
    const lines: string[] = [];
    const research = await open({
      ...options(),
      finds: namely('closed', 'circle', 'endless', 'bomb', 'terminly'),
    });
    const result = await research.discover({
      ...silentStepContext(),
      log: (_level, message) => void lines.push(message),
    });
    const told = (id: string) => lines.find((line) => line.startsWith(`${id}: not read`));
    expect(told('closed')).toContain('robots.txt of closed.test');
    expect(told('closed')).toContain('does not allow this page');
    expect(told('circle')).toContain('redirects in a loop');
    expect(told('endless')).toContain('is larger than');
    expect(told('bomb')).toContain('is larger than');
    expect(site('closed').requests).toEqual(['GET /robots.txt']);
    expect(competitor(result, 'terminly').plans).toHaveLength(3);
    for (const id of ['closed', 'circle', 'endless', 'bomb']) {
      const { plans, evidenceIds } = competitor(result, id);
      expect(plans).toBeUndefined();
      const rows = result.evidence.filter((row) => evidenceIds.includes(row.id));
      expect(rows.map(({ source, kind }) => [source, kind])).toEqual([['api', 'summary']]);
    }
    expect(result.statement).toContain('the pages of one were read');
  });
});

describe('live research in a browser', () => {
  it('reads what only scripts write', async () => {
    const finds = namely('vetlane');
    const plain = await discover({ finds });
    expect(competitor(plain, 'vetlane').plans ?? []).toEqual([]);
    const { plans = [], summary } = competitor(await discover({ browser, finds }), 'vetlane');
    expect(plans.length).toBeGreaterThan(0);
    expect(summary).toBe(
      'Vetlane books the visit, asks what ails the animal and keeps its history.',
    );
  });

  it('reads on when the browser is killed under it', async () => {
    const launch = BrowserProcess.launch.bind(BrowserProcess);
    let launches = 0;
    jest.spyOn(BrowserProcess, 'launch').mockImplementation(async (given) => {
      const process = await launch(given);
      launches += 1;
      if (launches === 1)
        setTimeout(() => {
          process.kill();
        }, 300);
      return process;
    });
    const result = await discover({ browser, finds: namely('terminly', 'crewdeck', 'meetwell') });
    expect(launches).toBeGreaterThan(1);
    for (const id of ['terminly', 'crewdeck', 'meetwell'])
      expect(competitor(result, id).plans?.length).toBeGreaterThan(0);
  });
});

describe('live research and what is known already', () => {
  const slotwise = () =>
    catalogueOf([
      {
        ...{ id: 'slot-wise', name: 'Slotwise', url: `${site('slotwise').origin}/` },
        ...{ summary: 'Slotwise plans flumbering.', audience: 'quibbet keepers' },
        ...{ features: ['reminders'], pricingModel: 'subscription' },
      },
    ]);

  it('brings a product of the catalogue and its site together by their domain', async () => {
    const result = await discover({ catalogue: slotwise(), finds: namely('slotwise', 'terminly') });
    expect(listed(result).toSorted()).toEqual(['slotwise.test', 'terminly.test']);
    const { id, reasons, evidenceIds, featureIds } = competitor(result, 'slotwise');
    expect(id).toBe('slot-wise');
    expect(reasons.join()).toMatch(/Both are about flumbering.*Found in/u);
    expect(featureIds).toEqual(expect.arrayContaining(['reminders', 'calendar-sync']));
    const sources = result.evidence
      .filter((row) => evidenceIds.includes(row.id))
      .map(({ source }) => source);
    expect(new Set(sources)).toEqual(new Set(['catalogue', 'page']));
  });

  it('asks nobody a second time while it remembers', async () => {
    const cache = new MemoryResearchCache();
    const finds = namely('terminly', 'slotwise');
    const first = await open({ cache, finds });
    const before = await first.discover();
    const asked = first.internet.requests;
    const pages = site('terminly').requests.length;
    expect(asked).toBeGreaterThan(0);
    expect(pages).toBeGreaterThan(0);
    const after = await first.discover();
    expect(first.internet.requests).toBe(asked);
    expect(site('terminly').requests).toHaveLength(pages);
    expect(after.competitors).toEqual(before.competitors);
    expect(
      after.providers?.every(({ outcome, sent }) => outcome === 'cached' && sent.length === 0),
    ).toBe(true);
  });

  it('sends nothing to anyone where the network is switched off', async () => {
    const builtWith = await FakeServer.start(fakeBuiltWith);
    opened.push(builtWith);
    const {
      internet,
      source,
      discover: ask,
    } = await open({
      catalogue: slotwise(),
      builtWith: { baseUrl: builtWith.url, key: builtWithKey },
      search: { network: 'off' },
      browser,
    });
    const result = await ask();
    expect(listed(result)).toEqual(['slotwise.test']);
    expect(source.searchServices).toEqual([]);
    expect(result.servedBy).toMatchObject({ mode: 'embedded' });
    expect(result.servedBy.reason).toContain('DISCOVERY_NETWORK=off');
    expect(result.providers?.every(({ outcome }) => outcome === 'skipped')).toBe(true);
    expect(internet.requests).toBe(0);
    expect(builtWith.requests).toEqual([]);
    expect(web.sites.flatMap(({ requests }) => requests)).toEqual([]);
  });
});

describe('live research with BuiltWith', () => {
  async function research(failure?: string): Promise<DiscoveryResult> {
    const server = await FakeServer.start(fakeBuiltWith);
    opened.push(server);
    if (failure) server.fail(failure);
    return discover({
      finds: namely('terminly'),
      builtWith: { baseUrl: server.url, key: builtWithKey },
    });
  }

  it('adds what it has seen to what the pages show, with its own row', async () => {
    const result = await research();
    const { technologies = [] } = competitor(result, 'terminly');
    const names = technologies.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['WordPress', 'Stripe', 'React']));
    const row = result.evidence.find(
      ({ id }) => id === technologies.find(({ name }) => name === 'Stripe')?.evidenceId,
    );
    expect(row).toMatchObject({ source: 'api', kind: 'technology' });
    expect(result.providers?.at(-1)).toMatchObject({
      ...{ provider: 'BuiltWith', outcome: 'answered', sent: ['terminly.test'] },
    });
  });

  it.each(['no_credits', 'forbidden', 'hang_up'])(
    'names its failure and goes on without it (%s)',
    async (failure) => {
      const result = await research(failure);
      expect(result.providers?.at(-1)).toMatchObject({ provider: 'BuiltWith', outcome: 'failed' });
      expect(result.servedBy.reason).toContain('Missing, since they failed: BuiltWith');
      expect(competitor(result, 'terminly').technologies?.map(({ name }) => name)).toContain(
        'WordPress',
      );
      expect(JSON.stringify(result)).not.toContain(builtWithKey);
    },
  );
});

describe('live research when BuiltWith is slow', () => {
  it('ends with the time of the pages, and says what was missing', async () => {
    const server = await FakeServer.start(fakeBuiltWith);
    opened.push(server);
    server.fail('slow');
    const result = await discover({
      finds: namely('ledgerlite'),
      builtWith: { baseUrl: server.url, key: builtWithKey },
      pagesSeconds: 3,
    });
    expect(competitor(result, 'ledgerlite').plans?.length).toBeGreaterThan(0);
    expect(result.providers?.at(-1)).toMatchObject({
      ...{ provider: 'BuiltWith', outcome: 'failed' },
      reason: 'BuiltWith had not answered when the time of the research was up.',
    });
  });
});

describe('live research when services fail', () => {
  const pairs = searchProviderNames.flatMap((first, place) =>
    searchProviderNames.slice(place + 1).map((second) => [first, second] as const),
  );
  // The fakes find sites that belong to nobody; the idea has nothing to do with them, so none of them is looked for.

  it('completes without any two of them, and names both', async () => {
    expect(pairs).toHaveLength(21);
    // Side by side, since each waits a little for the limits of the others.
    await Promise.all(
      pairs.map(async ([first, second]) => {
        const { internet, discover: ask } = await open({});
        internet.service(first).fail('forbidden');
        internet.service(second).fail('truncated');
        const { providers = [], servedBy, outcome } = await ask();
        expect([first, second, outcome]).toEqual([first, second, 'none_known']);
        const failed = providers.filter((report) => report.outcome === 'failed');
        expect(failed).toHaveLength(2);
        for (const { provider, reason } of failed) {
          expect(servedBy.reason).toContain(provider);
          expect(reason).toMatch(/\S/u);
        }
      }),
    );
  });

  it.each([
    ['forbidden', 'truncated'],
    ['hang_up', 'wrong_type'],
    ['truncated', 'hang_up'],
  ])('completes when all fail, by %s and by %s', async (one, other) => {
    const { internet, discover: ask } = await open({});
    searchProviderNames.forEach((name, place) => {
      internet.service(name).fail(place % 2 === 0 ? one : other);
    });
    const { providers = [], servedBy } = await ask();
    expect(providers.map(({ outcome }) => outcome)).toEqual(
      searchProviderNames.map(() => 'failed'),
    );
    expect(servedBy.reason).toContain('No search service answered');
    for (const { provider } of providers) expect(servedBy.reason).toContain(provider);
  });
});
