import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { NetworkError, type HttpClient } from '../network/index.js';
import { UnreachableError } from './provider-failure.js';
import type { SearchHit, SearchProvider } from './search-provider.port.js';
import { FakeServer, foundPages, nothingQuery } from './testing/fake-server.js';
import {
  allSecrets,
  createTestClient,
  providerCases,
  type ProviderCase,
} from './testing/provider-cases.js';

// Real adapters and the real HTTP client; only the services are fakes, on loopback.
const opened: { close(): Promise<void> }[] = [];

interface Talk {
  fake: FakeServer;
  client: HttpClient;
  provider: SearchProvider;
  ask: (query?: string, signal?: AbortSignal) => Promise<SearchHit[]>;
  refusal: (query?: string) => Promise<NetworkError>;
}

async function talk(providerCase: ProviderCase): Promise<Talk> {
  const fake = await FakeServer.start(providerCase.protocol);
  const client = createTestClient([fake.url]);
  opened.push(fake, client);
  const provider = providerCase.create(client, fake.url);
  const ask: Talk['ask'] = (query = 'barber booking', signal = new AbortController().signal) =>
    provider.search(query, { signal, language: 'en' });
  const refusal: Talk['refusal'] = async (query) => {
    const error: unknown = await ask(query).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (!(error instanceof NetworkError)) throw new Error(`Got ${inspect(error)}`);
    return error;
  };
  return { fake, client, provider, ask, refusal };
}

const caseOf = (title: string): ProviderCase => {
  const found = providerCases.find((one) => one.title === title);
  if (!found) throw new Error(`No case is called "${title}".`);
  return found;
};

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

describe.each(providerCases)('$title', (providerCase) => {
  it('gives the results in order, as plain text, with their provenance', async () => {
    const { ask, provider, fake } = await talk(providerCase);
    const hits = await ask();
    expect(fake.requests.length).toBeGreaterThan(0);
    expect(hits[0]).toMatchObject({
      url: foundPages[0].url,
      rank: 1,
      provider: provider.name,
      query: 'barber booking',
    });
    for (const { title, snippet, fetchedAt, url } of hits) {
      expect(title).not.toBe('');
      expect(`${title}${snippet}`).not.toMatch(/[<>]|&\w+;/u);
      expect(new Date(fetchedAt).toISOString()).toBe(fetchedAt);
      expect(url).toMatch(/^https?:/u);
    }
  });

  it('gives an empty list where nothing is found', async () => {
    const { ask } = await talk(providerCase);
    expect(await ask(nothingQuery)).toEqual([]);
  });

  it.each([
    ['unauthorized', 'unauthorized'],
    ['server_error', 'unavailable'],
    ['slow', 'timeout'],
    ['truncated', 'malformed'],
    ['cut_off', 'unavailable'],
    ['hang_up', 'unavailable'],
    ['wrong_type', 'wrong_type'],
    ['wrong_shape', 'malformed'],
    ['huge', 'too_large'],
  ])('fails as it should on %s', async (failure, kind) => {
    const { fake, client, provider, refusal } = await talk(providerCase);
    // Where time is what runs out, its limit is shortened, so that the test need not wait for the real one.
    const send = client.send.bind(client);
    if (failure === 'slow') client.send = (request) => send({ ...request, timeoutMs: 300 });
    fake.fail(failure);
    const error = await refusal();
    expect(error.kind).toBe(kind);
    expect(error.message).toMatch(new RegExp(`^${provider.label.split(' ')[0] ?? ''}`, 'u'));
    expect(error).not.toBeInstanceOf(UnreachableError);
  });

  it('refuses finally on 403, and hands on how long a limit asks to wait', async () => {
    const { fake, refusal } = await talk(providerCase);
    fake.fail('rate_limited');
    expect(await refusal()).toMatchObject({
      kind: 'rate_limited',
      retryAfter: 1,
      isTransient: true,
    });
    fake.fail('forbidden');
    const { kind, isTransient } = await refusal();
    expect([kind, isTransient]).toEqual(['forbidden', false]);
  });

  it('says that nobody is there, and does not call it transient', async () => {
    const { fake, refusal } = await talk(providerCase);
    await fake.close();
    opened.splice(opened.indexOf(fake), 1);
    const error = await refusal();
    expect(error).toBeInstanceOf(UnreachableError);
    expect(error.isTransient).toBe(false);
    expect(error.message).toMatch(/cannot be reached/u);
  });

  it('stops when it is cancelled', async () => {
    const { fake, ask } = await talk(providerCase);
    fake.fail('slow');
    const controller = new AbortController();
    const asked = ask('barber booking', controller.signal);
    controller.abort();
    await expect(asked).rejects.toMatchObject({ kind: 'cancelled' });
  });

  it('lets no key into an error, whatever the service repeats', async () => {
    const { fake, refusal } = await talk(providerCase);
    for (const failure of Object.keys(providerCase.protocol.failures)) {
      fake.fail(failure);
      const error = await refusal();
      const text = inspect(error, { depth: 12, showHidden: true }) + JSON.stringify(error);
      for (const secret of allSecrets) expect(text).not.toContain(secret);
    }
  });
});

describe('what only one provider does', () => {
  it('SearXNG: says how JSON is enabled when it is not', async () => {
    const { fake, refusal } = await talk(caseOf('searxng'));
    fake.fail('forbidden');
    expect((await refusal()).message).toContain('search.formats');
  });

  it('Tavily without a key: sends its mode and no key, and reads the cap with its wait', async () => {
    const { fake, ask, refusal } = await talk(caseOf('tavily without a key'));
    await ask();
    expect(fake.requests[0]?.headers).toMatchObject({ 'x-tavily-access-mode': 'keyless' });
    expect(fake.requests[0]?.headers).not.toHaveProperty('authorization');
    fake.fail('keyless_cap');
    const error = await refusal();
    expect(error).toMatchObject({ kind: 'rate_limited', retryAfter: 1800 });
    expect(error.message).toContain('30 min');
  });

  it('Tavily with a key: does not ask again when the plan is used up', async () => {
    const { fake, refusal } = await talk(caseOf('tavily with a key'));
    fake.fail('plan_limit');
    expect(await refusal()).toMatchObject({ kind: 'rejected', isTransient: false, status: 432 });
  });

  it.each([['forbidden'], ['gone']])(
    'Google: is switched off for good after %s',
    async (failure) => {
      const { fake, provider, refusal } = await talk(caseOf('google'));
      expect(provider.notice).toContain('2027-01-01');
      fake.fail('rate_limited');
      await refusal();
      expect(provider.switchedOff).toBeNull();
      fake.fail(failure);
      expect((await refusal()).kind).toBe('forbidden');
      expect(provider.switchedOff).toMatch(/no longer serves this key/u);
    },
  );

  it('GitHub: waits until the limit is reset', async () => {
    const { fake, refusal } = await talk(caseOf('github without a token'));
    fake.fail('exhausted');
    expect(await refusal()).toMatchObject({ kind: 'rate_limited', retryAfter: 3600 });
  });

  it('GitHub: gives the product’s own site where the repository names one', async () => {
    const { ask } = await talk(caseOf('github with a token'));
    const [first, second] = await ask();
    expect(first).toMatchObject({
      url: foundPages[0].url,
      extra: { repository: 'https://github.com/someone/booking-0', stars: 900, licence: 'MIT' },
    });
    expect(second?.url).toBe('https://github.com/someone/booking-1');
  });

  it('Wikidata: takes the current official site, leaves out what has none or is a person, and asks one after the other', async () => {
    const { ask, fake } = await talk(caseOf('wikidata'));
    const hits = await ask('Slotwise');
    expect(hits.map(({ title, url }) => [title, url])).toEqual([
      ['Slotwise', foundPages[0].url],
      ['Chairtime', foundPages[1].url],
    ]);
    expect(hits[0]?.extra).toEqual({ entity: 'Q100', instanceOf: 'Q7397' });
    expect(fake.requests.map(({ query }) => query.get('action'))).toEqual([
      'wbsearchentities',
      'wbgetentities',
    ]);
  });

  it('Wikidata: knows a refusal that comes with 200', async () => {
    const { fake, refusal } = await talk(caseOf('wikidata'));
    fake.fail('lagged');
    expect(await refusal()).toMatchObject({ kind: 'rate_limited', retryAfter: 1 });
  });

  it('Hacker News: gives the discussion where a story has no address', async () => {
    const { ask } = await talk(caseOf('hacker news'));
    const hits = await ask();
    expect(hits[0]?.title).toBe(foundPages[0].title);
    expect(hits.at(-1)?.url).toBe('https://news.ycombinator.com/item?id=40000009');
  });
});
