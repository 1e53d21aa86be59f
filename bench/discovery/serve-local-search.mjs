// A SearXNG that knows only the local web: whatever it is asked, it names the sites that it was told to.
import http from 'node:http';

/** @typedef {import('./local-web/serve-local-web.mjs').ServedSite} ServedSite */
/**
 * @typedef {object} LocalSearch
 * @property {string} url
 * @property {string[]} requests the words of each, the oldest first
 * @property {(sites: readonly ServedSite[], says: string) => void} name what every search finds from now on
 * @property {() => Promise<void>} close
 */

/**
 * Serves it on a free port of 127.0.0.1.
 * @returns {Promise<LocalSearch>}
 */
export async function serveLocalSearch() {
  /** @type {{ url: string, title: string, content: string }[]} */
  let results = [];
  /** @type {string[]} */
  const requests = [];
  const server = http.createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('q') ?? '';
    requests.push(query);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer(query, results)));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    name(sites, says) {
      results = sites.map(({ id, origin }) => ({
        url: `${origin}/`,
        title: id,
        content: `${id}: ${says}`,
      }));
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/**
 * @param {string} query
 * @param {{ url: string, title: string, content: string }[]} results
 */
function answer(query, results) {
  return {
    query,
    number_of_results: results.length,
    results: results.map((result) => ({ ...result, engine: 'local', category: 'general' })),
    answers: [],
    corrections: [],
    infoboxes: [],
    suggestions: [],
    unresponsive_engines: [],
  };
}
