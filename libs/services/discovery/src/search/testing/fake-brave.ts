import { foundPages, nothingQuery, type FakeAnswer, type FakeProtocol } from './fake-server.js';

export const braveKey = 'BSA-secret-77d1c9e2';

const refuse = (status: number, code: string, detail: string, headers = {}): FakeAnswer => ({
  status,
  headers,
  body: { type: 'ErrorResponse', error: { id: 'a1b2', status, code, detail } },
});

/** Brave's web search. The limits stand in comma pairs: for a second, and for a month. */
export const fakeBrave: FakeProtocol = {
  answer({ path, query, headers }) {
    if (path !== '/res/v1/web/search') return refuse(404, 'NOT_FOUND', 'No such path.');
    if (headers['x-subscription-token'] !== braveKey)
      return refuse(422, 'SUBSCRIPTION_TOKEN_INVALID', 'The subscription token is invalid.');
    const words = query.get('q') ?? '';
    const isValid = words !== '' && words.length <= 400 && words.split(/\s+/u).length <= 50;
    if (!isValid || Number(query.get('count') ?? 20) > 20)
      return refuse(422, 'VALIDATION', 'Unable to validate request parameters.');
    const answer = { type: 'search', query: { original: words, more_results_available: false } };
    const limits = { 'x-ratelimit-limit': '50, 2000', 'x-ratelimit-remaining': '49, 1999' };
    if (words === nothingQuery) return { headers: limits, body: answer };
    const results = foundPages.map(({ url, title, text }) => ({
      title,
      url,
      description: text.replace('booking', '<strong>booking</strong>'),
      language: 'en',
      profile: { name: 'Slotwise', url },
      meta_url: { scheme: 'https', netloc: new URL(url).host },
    }));
    return { headers: limits, body: { ...answer, web: { type: 'search', results } } };
  },
  failures: {
    unauthorized: refuse(401, 'SUBSCRIPTION_TOKEN_INVALID', `The token ${braveKey} is invalid.`),
    forbidden: refuse(403, 'RESOURCE_NOT_ALLOWED', 'The resource is not in your plan.'),
    rate_limited: refuse(429, 'RATE_LIMITED', 'Request rate limit exceeded for plan.', {
      'retry-after': '1',
      'x-ratelimit-remaining': '0, 1999',
    }),
    server_error: refuse(500, 'INTERNAL', 'Something went wrong.'),
  },
};
