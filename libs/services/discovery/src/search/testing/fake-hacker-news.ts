import { foundPages, nothingQuery, type FakeProtocol } from './fake-server.js';

/** The Algolia search of Hacker News. A story without an address has `url` null or absent. */
export const fakeHackerNews: FakeProtocol = {
  answer({ path, query }) {
    if (path !== '/api/v1/search')
      return { status: 404, body: { message: 'Not found', status: 404 } };
    const pages = query.get('query') === nothingQuery ? [] : foundPages;
    const story = {
      author: 'someone',
      created_at: '2025-03-01T10:00:00Z',
      _tags: ['story', 'show_hn'],
    };
    const hits = pages.map(({ url, title }, place) => ({
      ...story,
      objectID: String(40_000_000 + place),
      title: `Show HN: ${title}`,
      url,
      points: 120 - place,
      num_comments: 31,
    }));
    const asked = {
      ...story,
      objectID: '40000009',
      title: 'Show HN: A booking page without a website',
      points: 3,
      num_comments: 0,
    };
    const all = hits.length > 0 ? [...hits, asked] : [];
    return { body: { hits: all, nbHits: all.length, page: 0, nbPages: 1, hitsPerPage: 10 } };
  },
  failures: {
    unauthorized: { status: 401, body: { message: 'Unauthorized', status: 401 } },
    forbidden: { status: 403, body: { message: 'Forbidden', status: 403 } },
    rate_limited: {
      status: 429,
      headers: { 'retry-after': '1' },
      body: { message: 'Too many requests', status: 429 },
    },
    server_error: { status: 500, body: { message: 'Internal error', status: 500 } },
  },
};
