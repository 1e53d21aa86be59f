import net from 'node:net';

/**
 * Tries to listen, and stops at once.
 * @param {number} port 0: any
 * @param {string} host
 * @returns {Promise<{ port: number } | { error: NodeJS.ErrnoException }>}
 */
export function tryListen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve({ error }));
    server.listen(port, host, () => {
      const address = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve({ port: address.port }));
    });
  });
}

/**
 * A port of this machine that nothing listens on.
 * @param {number} [preferred] taken if it is free
 */
export async function findFreePort(preferred) {
  if (preferred) {
    const result = await tryListen(preferred, '127.0.0.1');
    if ('port' in result) return result.port;
  }
  const result = await tryListen(0, '127.0.0.1');
  if ('error' in result) throw result.error;
  return result.port;
}
