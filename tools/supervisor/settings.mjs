// What `npm start` can be told, all through the environment or the file .env of the checkout.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ClearError } from '../clear-error.mjs';

/**
 * @typedef {object} Settings
 * @property {number} port the one public port
 * @property {string} host the address that the backend listens on
 * @property {string} dataDir absolute
 * @property {string | undefined} databaseUrl undefined: run the embedded Postgres
 * @property {string} address what a person types into the browser
 * @property {string} probe where the supervisor itself reaches the backend
 */

/**
 * Loads .env into the environment; what is set there already wins.
 * @param {string} root of the checkout
 */
export function loadEnvFile(root) {
  const file = path.join(root, '.env');
  if (fs.existsSync(file)) process.loadEnvFile(file);
}

/**
 * @param {string} root of the checkout; a relative HATCHR_DATA counts from here
 * @param {Record<string, string | undefined>} environment an empty variable counts as not set
 * @returns {Settings}
 * @throws {ClearError}
 */
export function readSettings(root, environment) {
  const port = Number(environment.PORT || '3000');
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new ClearError(
      `PORT is ${JSON.stringify(environment.PORT)}, which is not a port.`,
      'set it to a number from 1 to 65535, such as PORT=3000.',
    );
  const host = environment.HATCHR_HOST || '127.0.0.1';
  return {
    port,
    host,
    dataDir: path.resolve(root, environment.HATCHR_DATA || '.hatchr'),
    databaseUrl: environment.DATABASE_URL || undefined,
    address: `http://${isLocal(host) ? 'localhost' : inUrl(host)}:${port}`,
    probe: `http://${isWildcard(host) ? '127.0.0.1' : inUrl(host)}:${port}`,
  };
}

/** @param {string} host */
const isWildcard = (host) => host === '0.0.0.0' || host === '::';

/** @param {string} host */
const isLocal = (host) => isWildcard(host) || ['127.0.0.1', '::1', 'localhost'].includes(host);

/** @param {string} host */
const inUrl = (host) => (host.includes(':') ? `[${host}]` : host);
