import { foundPages, nothingQuery, type FakeProtocol } from './fake-server.js';

export const githubToken = 'ghp_secret_31c0a6';

const documentationUrl = 'https://docs.example/rest';
const refusal = (message: string) => ({ message, documentation_url: documentationUrl });

/** GitHub's repository search: anonymous, or with a token. */
export const fakeGithub: FakeProtocol = {
  answer({ path, query, headers }) {
    if (path !== '/search/repositories') return { status: 404, body: refusal('Not Found') };
    if (!headers['user-agent'])
      return { status: 403, body: 'Request forbidden by administrative rules.' };
    const { authorization } = headers;
    if (authorization !== undefined && authorization !== `Bearer ${githubToken}`)
      return { status: 401, body: refusal('Bad credentials') };
    const words = query.get('q') ?? '';
    if (words === '') return { status: 422, body: refusal('Validation Failed') };
    const pages = words.startsWith(nothingQuery) ? [] : foundPages;
    const items = pages.map(({ url, text }, place) => ({
      full_name: `someone/booking-${place}`,
      html_url: `https://github.com/someone/booking-${place}`,
      description: place === 0 ? text : null,
      stargazers_count: 900 - place,
      homepage: place === 0 ? url : '',
      topics: ['booking'],
      license: place === 0 ? { key: 'mit', spdx_id: 'MIT' } : null,
      pushed_at: '2025-05-01T00:00:00Z',
      archived: false,
    }));
    return {
      headers: { 'x-ratelimit-remaining': '9' },
      body: { total_count: items.length, incomplete_results: false, items },
    };
  },
  failures: {
    unauthorized: { status: 401, body: refusal(`Bad credentials ${githubToken}`) },
    forbidden: { status: 403, body: refusal('Resource not accessible by personal access token') },
    rate_limited: {
      status: 429,
      headers: { 'retry-after': '1' },
      body: refusal('You have exceeded a secondary rate limit.'),
    },
    exhausted: {
      status: 403,
      headers: {
        'x-ratelimit-limit': '10',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '4102444800',
      },
      body: refusal('API rate limit exceeded for 192.0.2.1.'),
    },
    server_error: { status: 500, body: refusal('Server Error') },
  },
};
