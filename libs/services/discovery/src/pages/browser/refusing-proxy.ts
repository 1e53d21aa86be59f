import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * The only way to the network that the browser is given, and it is closed. What a page may have is handed to it
 * by `PageNetwork`; whatever tries to get past that (a preconnect, a WebSocket, a worker, a name to resolve)
 * ends here. So the browser connects to nothing, and no answer of a name server can change that.
 */
export class RefusingProxy {
  /** What was tried, without queries; for the log and for tests. */
  readonly refused: string[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<RefusingProxy> {
    const server = createServer();
    const proxy = new RefusingProxy(server);
    server.on('request', (request, response) => {
      proxy.note(`${request.method ?? ''} ${request.url ?? ''}`);
      response.writeHead(403, { connection: 'close' }).end();
    });
    const refuseSocket = (what: string, socket: Duplex) => {
      proxy.note(what);
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    };
    server.on('connect', (request, socket) => {
      refuseSocket(`CONNECT ${request.url ?? ''}`, socket);
    });
    server.on('upgrade', (request, socket) => {
      refuseSocket(`UPGRADE ${request.url ?? ''}`, socket);
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    // Never the reason for which a process stays alive.
    server.unref();
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => {
        resolve();
      });
      this.server.closeAllConnections();
    });
  }

  private note(what: string): void {
    if (this.refused.length < 1_000) this.refused.push(what.replace(/\?.*$/u, ''));
  }
}
