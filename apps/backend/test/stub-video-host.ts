import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A service that hosts one video: assets of Livepeer Studio, and as much of tus as one upload in one piece needs. The
 * adapter itself is held to the reference server of tus where it lives.
 */
export class StubVideoHost {
  readonly asked: string[] = [];
  readonly received: Buffer[] = [];
  private readonly server = createServer((request, response) => {
    void this.answer(request, response);
  });

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this.origin;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const line = `${request.method ?? ''} ${request.url ?? ''}`;
    this.asked.push(line);
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    if (line === 'POST /tus') {
      response.writeHead(201, { location: `${this.origin}/tus/1`, 'tus-resumable': '1.0.0' }).end();
      return;
    }
    if (line === 'PATCH /tus/1') {
      this.received.push(...body);
      const offset = String(Buffer.concat(body).length);
      response.writeHead(204, { 'upload-offset': offset, 'tus-resumable': '1.0.0' }).end();
      return;
    }
    if (line.startsWith('DELETE ')) {
      response.writeHead(204).end();
      return;
    }
    const isAllowed = request.headers.authorization === 'Bearer right';
    response.writeHead(isAllowed ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isAllowed ? this.json(line) : { errors: ['No user found'] }));
  }

  private json(line: string): object {
    const asset = {
      id: 'a1',
      playbackId: 'p1',
      name: 'n',
      type: 'video',
      userId: 'u',
      source: { type: 'directUpload' },
      status: { phase: 'ready', updatedAt: 1 },
    };
    if (line.startsWith('POST /asset/request-upload'))
      return { url: this.origin, tusEndpoint: `${this.origin}/tus`, asset, task: { id: 't1' } };
    if (line.startsWith('GET /asset/')) return asset;
    const type = 'html5/application/vnd.apple.mpegurl';
    const source = [{ hrn: 'HLS (TS)', type, url: `${this.origin}/hls/p1/index.m3u8` }];
    return { type: 'vod', meta: { source } };
  }
}
