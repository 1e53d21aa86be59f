// One Hatchr, spoken to as one person.
import path from 'node:path';
import { CookieJar } from './cookie-jar.mjs';

/**
 * @typedef {object} Session
 * @property {string} address the origin
 * @property {ReturnType<typeof import('@hatchr/contracts').createHatchrClient>} client
 * @property {typeof globalThis.fetch} fetch with the session's cookie, to this origin only
 * @property {boolean} canSubscribe whether `client` can hold a subscription
 */

/**
 * Opens the person's session; makes a guest on first use.
 * @param {object} options
 * @param {import('./find-server.mjs').Server} options.server
 * @param {string} options.dataDir
 * @param {typeof import('@hatchr/contracts')} options.contracts
 * @param {(text: string) => void} options.say
 * @returns {Promise<Session>}
 * @throws {import('@trpc/client').TRPCClientError<any>} when the server does not answer
 */
export async function openSession({ server, dataDir, contracts, say }) {
  const jar = new CookieJar(path.join(dataDir, 'cli', `${server.jarName}.json`));
  const isFirst = jar.isEmpty;
  let isReady = false;
  const fetch = fetchWith(jar, server.address, () => {
    if (isReady) keep(jar, { isFirst: false }, say);
  });
  const EventSource = await loadEventSource(fetch);
  const client = contracts.createHatchrClient({
    url: server.address,
    fetch,
    ...(EventSource ? { EventSource } : {}),
  });
  // Alone, before anything else: two first calls at once would be two guests.
  await client.account.me.query();
  keep(jar, { isFirst }, say);
  isReady = true;
  return { address: server.address, client, fetch, canSubscribe: EventSource !== undefined };
}

/**
 * @param {CookieJar} jar
 * @param {string} address
 * @param {() => void} onChange
 * @returns {typeof globalThis.fetch}
 */
function fetchWith(jar, address, onChange) {
  const { origin } = new URL(address);
  return async (input, init) => {
    const url = new URL(input instanceof globalThis.Request ? input.url : input);
    if (url.origin !== origin) throw new TypeError(`${url.origin} is not ${origin}`);
    const headers = new globalThis.Headers(init?.headers);
    if (!jar.isEmpty) headers.set('cookie', jar.header());
    // A redirect could lead the cookie elsewhere; Hatchr answers none of these calls with one.
    const response = await globalThis.fetch(url, { ...init, headers, redirect: 'error' });
    if (jar.store(response.headers.getSetCookie())) onChange();
    return response;
  };
}

/**
 * @param {CookieJar} jar
 * @param {{ isFirst: boolean }} options
 * @param {(text: string) => void} say
 */
function keep(jar, options, say) {
  try {
    jar.save(options);
  } catch (error) {
    const reason = /** @type {Error} */ (error).message;
    say(`this session is not kept for the next call: ${reason}`);
  }
}

/**
 * An EventSource that sends the session's cookie. Node has none by itself; where the package is not installed the
 * job is followed by polling.
 * @param {typeof globalThis.fetch} fetch
 * @returns {Promise<import('@hatchr/contracts').HatchrClientOptions['EventSource']>}
 */
async function loadEventSource(fetch) {
  const loaded = await import('eventsource').catch(() => undefined);
  if (!loaded) return undefined;
  const { EventSource } = loaded;
  return class extends EventSource {
    /** @param {string} url */
    constructor(url) {
      super(url, { fetch });
    }
  };
}
