import net from 'node:net';
import { ClearError } from '../clear-error.mjs';
import { tryListen } from '../process/free-port.mjs';

/**
 * @param {import('./settings.mjs').Settings} settings
 * @throws {ClearError} when the port cannot be listened on
 */
export async function checkPort({ host, port }) {
  const result = await tryListen(port, host);
  if ('error' in result) throw explain(result.error, host, port);
  // "localhost" means ::1 first to many browsers: somebody listening only there would be met instead of us.
  if (host === '127.0.0.1' && (await answersOn('::1', port))) throw portIsBusy(port);
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {string} host
 * @param {number} port
 */
function explain(error, host, port) {
  if (error.code === 'EADDRINUSE') return portIsBusy(port);
  if (error.code === 'EACCES')
    return new ClearError(
      `Listening on port ${port} is not allowed for this user.`,
      'choose a port above 1023: PORT=3000 npm start.',
      { cause: error },
    );
  return new ClearError(
    `Hatchr cannot listen on ${host}:${port} (${error.code}).`,
    'set HATCHR_HOST to an address of this machine, or leave it out for 127.0.0.1.',
    { cause: error },
  );
}

/** @param {number} port */
function portIsBusy(port) {
  const other = port < 65535 ? port + 1 : 3000;
  return new ClearError(
    `Port ${port} is in use by another program.`,
    `choose another port: PORT=${other} npm start.`,
  );
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function answersOn(host, port) {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port });
    const settle = (/** @type {boolean} */ answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(500, () => settle(false));
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
  });
}
