import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { NetworkError } from '../network/index.js';
import { builtWithKey, fakeBuiltWith } from '../search/testing/fake-builtwith.js';
import { FakeServer } from '../search/testing/fake-server.js';
import { createTestClient } from '../search/testing/provider-cases.js';
import { BuiltWithClient } from './builtwith.adapter.js';
import { builtWithConfigSchema } from './builtwith.config.js';

// The real adapter and HTTP client; only BuiltWith is a fake, on loopback.
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

async function open(key = builtWithKey): Promise<{ fake: FakeServer; builtWith: BuiltWithClient }> {
  const fake = await FakeServer.start(fakeBuiltWith);
  const client = createTestClient([fake.url]);
  opened.push(fake, client);
  // Not waited for: the limit of time is shortened.
  const send = client.send.bind(client);
  client.send = (request) => send({ ...request, timeoutMs: 300 });
  const config = builtWithConfigSchema.parse({ baseUrl: fake.url });
  return { fake, builtWith: new BuiltWithClient(client, { ...config, key }) };
}

const { signal } = new AbortController();

async function refusalOf(asked: Promise<unknown>): Promise<NetworkError> {
  const error: unknown = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof NetworkError)) throw new Error(`Got ${inspect(error)}`);
  return error;
}

describe('BuiltWith', () => {
  it('asks for several domains at once, in the version that is configured', async () => {
    const { fake, builtWith } = await open();
    const profiles = await builtWith.lookUp(['slotwise.example', 'chairtime.example'], signal);
    expect(fake.requests).toHaveLength(1);
    expect(fake.requests[0]?.path).toBe('/v23/api.json');
    expect(profiles.map(({ domain, url }) => [domain, url])).toEqual([
      ['slotwise.example', 'https://builtwith.com/slotwise.example'],
      ['chairtime.example', 'https://builtwith.com/chairtime.example'],
    ]);
    expect(profiles[0]?.technologies).toEqual([
      {
        name: 'Stripe',
        tag: 'payment',
        categories: ['Hosted'],
        firstSeen: '2021-01-05',
        lastSeen: '2025-03-01',
      },
      {
        name: 'React',
        tag: 'javascript',
        categories: ['Hosted'],
        firstSeen: '2021-01-05',
        lastSeen: '2025-02-01',
      },
    ]);
  });

  it('gives what it has when one domain of several is refused', async () => {
    const { builtWith } = await open();
    const profiles = await builtWith.lookUp(['unknown.example', 'slotwise.example'], signal);
    expect(profiles.map(({ domain }) => domain)).toEqual(['slotwise.example']);
  });

  it('gives none when the only domain is refused, and asks nothing for none', async () => {
    const { builtWith, fake } = await open();
    expect(await builtWith.lookUp(['unknown.example'], signal)).toEqual([]);
    expect(await builtWith.lookUp([], signal)).toEqual([]);
    expect(fake.requests).toHaveLength(1);
  });

  it('knows a refusal that comes with 200', async () => {
    const wrong = await open('not-the-key');
    expect(await refusalOf(wrong.builtWith.lookUp(['a.example'], signal))).toMatchObject({
      kind: 'unauthorized',
      message: 'BuiltWith does not accept the key (it answered 200).',
    });
    const { fake, builtWith } = await open();
    for (const [failure, kind] of [
      ['no_credits', 'forbidden'],
      ['other', 'rejected'],
      ['no_list', 'malformed'],
    ] as const) {
      fake.fail(failure);
      expect((await refusalOf(builtWith.lookUp(['a.example'], signal))).kind).toBe(kind);
    }
  });

  it.each([
    ['unauthorized', 'unauthorized'],
    ['forbidden', 'forbidden'],
    ['rate_limited', 'rate_limited'],
    ['server_error', 'unavailable'],
    ['slow', 'timeout'],
    ['truncated', 'malformed'],
    ['wrong_type', 'wrong_type'],
    ['huge', 'too_large'],
  ])('fails as it should on %s, without its key in the error', async (failure, kind) => {
    const { fake, builtWith } = await open();
    fake.fail(failure);
    const error = await refusalOf(builtWith.lookUp(['slotwise.example'], signal));
    expect(error.kind).toBe(kind);
    expect(inspect(error, { depth: 12, showHidden: true })).not.toContain(builtWithKey);
  });

  it('refuses more domains than a call may hold', async () => {
    const { builtWith } = await open();
    const many = Array.from({ length: 17 }, (_, place) => `site-${place}.example`);
    await expect(builtWith.lookUp(many, signal)).rejects.toThrow(RangeError);
  });
});
