// The local web: made-up sites of many builders, and sites that misbehave, each on a port of its own on
// loopback, so that research can be run end to end and every fact that it states can be checked.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';

const folder = path.dirname(fileURLToPath(import.meta.url));
const BOMB_BYTES = 256 * 1024 * 1024;
const CHUNK = Buffer.alloc(64 * 1024);
const REDIRECTS = 3;

/**
 * @typedef {object} LocalSite
 * @property {string} id
 * @property {string} about what is particular to it
 * @property {Record<string, string>} pages path to file
 * @property {Record<string, string>} [headers] sent with every page
 * @property {'windows-1252'} [charset] bytes are sent in it, and no header says so
 * @property {true} [needsBrowser] its facts are only there once its script has run
 * @property {'redirects' | 'redirect-loop' | 'robots-refusal' | 'endless' | 'zip-bomb' | 'silent'} [special]
 * @property {string} [target] the site that `redirects` ends at
 * @property {Record<string, unknown> | null} expected every fact that it states; null where nothing may be stated
 */
/** @typedef {LocalSite & { origin: string, requests: string[] }} ServedSite */

/**
 * Every site of the manifest with what it states.
 * @returns {LocalSite[]}
 */
export function readLocalWeb() {
  return JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
}

/**
 * The bytes of one page's file, in the charset of its site.
 * @param {LocalSite} site
 * @param {string} file
 */
export function readLocalPage(site, file) {
  const text = fs.readFileSync(path.join(folder, 'sites', site.id, file), 'utf8');
  if (site.charset === undefined) return Buffer.from(text, 'utf8');
  // windows-1252 is latin1 but for a few signs; the pages use these two.
  return Buffer.from(text.replaceAll('€', '\u0080').replaceAll('–', '\u0096'), 'latin1');
}

/**
 * Serves every site on a free port of 127.0.0.1.
 * @param {{ areNamed?: boolean }} [options] `areNamed`: origins are `http://ID.test:PORT`, for who resolves such names to
 *   loopback; the address itself otherwise
 * @returns {Promise<{ sites: ServedSite[], close: () => Promise<void> }>} `requests` of a site fill as it is asked
 */
export async function serveLocalWeb({ areNamed = false } = {}) {
  /** @type {ServedSite[]} */
  const sites = readLocalWeb().map((site) => ({ ...site, origin: '', requests: [] }));
  const servers = await Promise.all(sites.map((site) => listen(site, sites, areNamed)));
  return {
    sites,
    close: async () => {
      await Promise.all(
        servers.map((server) => {
          server.closeAllConnections();
          return new Promise((resolve) => server.close(resolve));
        }),
      );
    },
  };
}

/**
 * @param {ServedSite} site
 * @param {ServedSite[]} sites
 * @param {boolean} areNamed
 * @returns {Promise<http.Server>}
 */
function listen(site, sites, areNamed) {
  const server = http.createServer((request, response) => {
    site.requests.push(`${request.method} ${request.url}`);
    answer(site, sites, new URL(request.url ?? '/', site.origin).pathname, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('No port was given.');
      site.origin = `http://${areNamed ? `${site.id}.test` : '127.0.0.1'}:${address.port}`;
      resolve(server);
    });
  });
}

/**
 * @param {ServedSite} site
 * @param {ServedSite[]} sites
 * @param {string} pathname
 * @param {http.ServerResponse} response
 */
function answer(site, sites, pathname, response) {
  if (pathname === '/robots.txt') return sendRobots(site, response);
  if (pathname === '/sitemap.xml') return sendSitemap(site, response);
  if (site.special !== undefined && misbehave[site.special](site, sites, pathname, response))
    return;
  const file = site.pages[pathname];
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<title>Not found</title><h1>Not found</h1>');
    return;
  }
  response.writeHead(200, { ...site.headers, 'content-type': contentType(site, file) });
  response.end(readLocalPage(site, file));
}

/**
 * @param {LocalSite} site
 * @param {string} file
 */
function contentType({ charset }, file) {
  if (file.endsWith('.js')) return 'text/javascript; charset=utf-8';
  if (file.endsWith('.json')) return 'application/json; charset=utf-8';
  return charset === undefined ? 'text/html; charset=utf-8' : 'text/html';
}

/**
 * @param {ServedSite} site
 * @param {http.ServerResponse} response
 */
function sendRobots({ special, origin }, response) {
  const rule = special === 'robots-refusal' ? 'Disallow: /' : 'Disallow: /private/';
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.end(`User-agent: *\n${rule}\nSitemap: ${origin}/sitemap.xml\n`);
}

/**
 * @param {ServedSite} site
 * @param {http.ServerResponse} response
 */
function sendSitemap({ origin, pages }, response) {
  const paths = Object.entries(pages).filter(([, file]) => file.endsWith('.html'));
  const urls = paths.map(([pathname]) => `<url><loc>${origin}${pathname}</loc></url>`);
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`,
  );
}

/**
 * Sites that misbehave. Each answers true when it has taken the request.
 * @type {Record<NonNullable<LocalSite['special']>, (site: ServedSite, sites: ServedSite[], pathname: string, response: http.ServerResponse) => boolean>}
 */
const misbehave = {
  redirects({ target }, sites, pathname, response) {
    const hop = Number(/^\/hop\/(\d+)$/u.exec(pathname)?.[1] ?? 0) + 1;
    const end = sites.find(({ id }) => id === target)?.origin ?? '';
    response.writeHead(302, { location: hop < REDIRECTS ? `/hop/${hop}` : `${end}/` });
    response.end();
    return true;
  },
  'redirect-loop'(_site, _sites, pathname, response) {
    response.writeHead(301, { location: pathname === '/a' ? '/b' : '/a' });
    response.end();
    return true;
  },
  'robots-refusal': () => false,
  endless(_site, _sites, _pathname, response) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.write('<title>Endless</title><h1>Pricing</h1><h3>Solo</h3><p>$1 / month</p>');
    // As slow as the reader: a stream that waits for the other side costs no memory.
    Readable.from(paragraphs()).pipe(response);
    return true;
  },
  'zip-bomb'(_site, _sites, _pathname, response) {
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
    Readable.from(zeros()).pipe(createGzip()).pipe(response);
    return true;
  },
  silent: () => true,
};

function* paragraphs() {
  for (;;) yield '<p>and on and on it goes</p>\n'.repeat(100);
}

function* zeros() {
  for (let sent = 0; sent < BOMB_BYTES; sent += CHUNK.length) yield CHUNK;
}
