import type { FakeAnswer, FakeProtocol } from './fake-server.js';

export const builtWithKey = '1a2b3c4d-secret-builtwith';

const refuse = (message: string, lookup = ''): FakeAnswer => ({
  body: { Errors: [{ Message: message, Code: -2, Lookup: lookup }] },
});

const technology = (name: string, tag: string, last: number) => ({
  Name: name,
  Description: 'Somewhat long text.',
  Link: 'https://example.com',
  Tag: tag,
  Categories: ['Hosted'],
  FirstDetected: Date.UTC(2021, 0, 5),
  LastDetected: last,
  IsPremium: 'no',
});

/** BuiltWith's domain API (v23). It answers 200 to a wrong key, with a list of errors. */
export const fakeBuiltWith: FakeProtocol = {
  answer({ path, query }) {
    if (query.get('KEY') !== builtWithKey)
      return refuse(`API Key ${query.get('KEY') ?? ''} is incorrect.`);
    const domains = (query.get('LOOKUP') ?? '').split(',');
    if (path !== '/v23/api.json') return { status: 404, body: 'Not found' };
    const known = domains.filter((domain) => !domain.startsWith('unknown'));
    const paths = [
      {
        Domain: 'x',
        Url: '',
        SubDomain: '',
        Technologies: [technology('Stripe', 'payment', Date.UTC(2024, 2, 1))],
      },
      {
        Domain: 'x',
        Url: '',
        SubDomain: 'app',
        Technologies: [
          technology('Stripe', 'payment', Date.UTC(2025, 2, 1)),
          technology('React', 'javascript', Date.UTC(2025, 1, 1)),
          { Tag: 'no name' },
        ],
      },
    ];
    return {
      body: {
        Results: known.map((domain) => ({
          Lookup: domain,
          Result: { IsDB: 'True', Spend: 100, Paths: paths },
          Meta: {},
          Attributes: {},
        })),
        Errors: domains
          .filter((domain) => !known.includes(domain))
          .map((domain) => ({ Message: 'Domain is not valid.', Code: -3, Lookup: domain })),
      },
    };
  },
  failures: {
    no_credits: refuse('You have used up your API credits.'),
    other: refuse('Something is wrong.'),
    no_list: { body: {} },
    forbidden: { status: 403, body: `Forbidden for ${builtWithKey}` },
    unauthorized: { status: 401, body: `Unauthorized ${builtWithKey}` },
    rate_limited: { status: 429, headers: { 'retry-after': '600' }, body: 'Too many' },
    server_error: { status: 500, body: 'Error' },
  },
};
