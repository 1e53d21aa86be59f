import { foundPages, nothingQuery, type FakeProtocol } from './fake-server.js';

/** SearXNG's JSON search. Without JSON in `search.formats` it answers 403 in HTML. */
export const fakeSearxng: FakeProtocol = {
  answer({ path, query }) {
    if (path !== '/search') return { status: 404, body: 'Not Found' };
    const words = query.get('q') ?? '';
    if (words === '') return { status: 400, body: { error: 'No query' } };
    if (query.get('format') !== 'json') return { body: '<!doctype html><title>SearXNG</title>' };
    const pages = words === nothingQuery ? [] : foundPages;
    return {
      body: {
        query: words,
        number_of_results: 0,
        results: pages.map(({ url, title, text }, place) => ({
          url,
          title,
          content: text,
          engine: 'duckduckgo',
          engines: ['duckduckgo', 'brave'],
          score: 2 / (place + 1),
          category: 'general',
          publishedDate: null,
        })),
        answers: [],
        corrections: [],
        infoboxes: [],
        suggestions: [],
        unresponsive_engines: [['google', 'CAPTCHA']],
      },
    };
  },
  failures: {
    unauthorized: { status: 401, body: '<h1>401 Unauthorized</h1>' },
    forbidden: { status: 403, body: '<!doctype html><h1>Forbidden</h1>' },
    rate_limited: { status: 429, headers: { 'retry-after': '1' }, body: 'Too Many Requests' },
    server_error: { status: 500, body: 'Internal Server Error' },
  },
};
