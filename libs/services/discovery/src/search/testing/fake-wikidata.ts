import { foundPages, nothingQuery, type FakeAnswer, type FakeProtocol } from './fake-server.js';

const entityId = (value: string) => ({
  mainsnak: { snaktype: 'value', datavalue: { value: { id: value } } },
});
const website = (value: string, rank = 'normal') => ({
  rank,
  mainsnak: { snaktype: 'value', datavalue: { value, type: 'string' } },
});

/** Entities by id: one with a site and an old site, one with an unknown one too, one without any, a singer. */
function listEntities(): Record<string, unknown> {
  const [first, second] = foundPages;
  return {
    Q100: {
      id: 'Q100',
      labels: { en: { language: 'en', value: 'Slotwise' } },
      descriptions: { en: { language: 'en', value: 'booking software' } },
      claims: {
        P31: [entityId('Q7397')],
        P856: [
          website('https://old.slotwise.example/', 'deprecated'),
          website(first.url, 'preferred'),
        ],
      },
    },
    Q101: {
      id: 'Q101',
      labels: { en: { language: 'en', value: 'Chairtime' } },
      descriptions: {},
      claims: {
        P856: [{ rank: 'normal', mainsnak: { snaktype: 'novalue' } }, website(second.url)],
      },
    },
    Q102: { id: 'Q102', labels: {}, descriptions: {}, claims: {} },
    Q103: {
      id: 'Q103',
      labels: { en: { language: 'en', value: 'Slotwise' } },
      descriptions: {},
      claims: { P31: [entityId('Q5')], P856: [website('https://singer.example/')] },
    },
  };
}

function search(words: string): FakeAnswer {
  const found = words === nothingQuery ? [] : ['Q100', 'Q101', 'Q102', 'Q103'];
  const rows = found.map((id) => ({
    id,
    label: words,
    concepturi: `http://entities.example/${id}`,
  }));
  return { body: { searchinfo: { search: words }, search: rows, success: 1 } };
}

/** Wikidata's action API: a search for entities, then the entities. It wants to know who asks. */
export const fakeWikidata: FakeProtocol = {
  answer({ path, query, headers }) {
    if (path !== '/w/api.php') return { status: 404, body: 'Not Found' };
    if (!/\(.+\)/u.test(headers['user-agent'] ?? ''))
      return { status: 403, body: 'Please set a user agent with contact information.' };
    if (query.get('action') === 'wbsearchentities') return search(query.get('search') ?? '');
    const ids = (query.get('ids') ?? '').split('|');
    if (query.get('action') !== 'wbgetentities' || ids.length > 50)
      return { body: { error: { code: 'unknown_action', info: 'Unrecognised value.' } } };
    const all = listEntities();
    return { body: { entities: Object.fromEntries(ids.map((id) => [id, all[id]])), success: 1 } };
  },
  failures: {
    unauthorized: { status: 401, body: 'Unauthorized' },
    forbidden: { status: 403, body: 'Requests must have a user agent' },
    rate_limited: { status: 429, headers: { 'retry-after': '1' }, body: 'Too many requests' },
    lagged: {
      headers: { 'retry-after': '1' },
      body: { error: { code: 'maxlag', info: 'Waiting for a database server: 6 seconds lagged.' } },
    },
    server_error: { status: 500, body: 'Internal Server Error' },
  },
};
