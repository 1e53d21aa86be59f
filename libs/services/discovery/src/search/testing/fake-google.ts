import { foundPages, nothingQuery, type FakeAnswer, type FakeProtocol } from './fake-server.js';

export const googleKey = 'AIza-secret-0b9d44f1';
export const googleEngineId = '0123456789abcdefg';

const refuse = (
  code: number,
  status: string,
  reason: string,
  message: string,
  headers = {},
): FakeAnswer => ({
  status: code,
  headers,
  body: { error: { code, message, status, errors: [{ message, domain: 'global', reason }] } },
});

/** Google's Custom Search JSON API. `items` is absent where nothing is found. */
export const fakeGoogle: FakeProtocol = {
  answer({ path, query }) {
    if (path !== '/customsearch/v1') return refuse(404, 'NOT_FOUND', 'notFound', 'Not found.');
    if (query.get('key') !== googleKey)
      return refuse(
        400,
        'INVALID_ARGUMENT',
        'badRequest',
        'API key not valid. Please pass a valid API key.',
      );
    if (query.get('cx') !== googleEngineId || Number(query.get('num')) > 10)
      return refuse(400, 'INVALID_ARGUMENT', 'badRequest', 'Request contains an invalid argument.');
    const words = query.get('q') ?? '';
    const answer = {
      kind: 'customsearch#search',
      queries: { request: [{ totalResults: '2', count: 2, startIndex: 1 }] },
      searchInformation: { searchTime: 0.2, totalResults: '2' },
    };
    if (words === nothingQuery) return { body: answer };
    const items = foundPages.map(({ url, title, text }) => ({
      kind: 'customsearch#result',
      title,
      link: url,
      displayLink: new URL(url).host,
      snippet: text,
      htmlSnippet: text,
      formattedUrl: url,
    }));
    return { body: { ...answer, items } };
  },
  failures: {
    unauthorized: refuse(401, 'UNAUTHENTICATED', 'authError', `The key ${googleKey} is not valid.`),
    forbidden: refuse(
      403,
      'PERMISSION_DENIED',
      'forbidden',
      'This project does not have the access to Custom Search JSON API.',
    ),
    gone: refuse(
      410,
      'FAILED_PRECONDITION',
      'gone',
      'Custom Search JSON API has been turned down.',
    ),
    rate_limited: refuse(429, 'RESOURCE_EXHAUSTED', 'rateLimitExceeded', 'Quota exceeded.', {
      'retry-after': '1',
    }),
    server_error: refuse(500, 'INTERNAL', 'backendError', 'Internal error encountered.'),
  },
};
