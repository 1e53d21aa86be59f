import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

interface Stream {
  id: string;
  params: Record<string, unknown>;
  isPublished: boolean;
  /** Requests for the redrawn pictures that are still told to come back later. */
  warmUp: number;
}

export const fakeDaydreamKey = 'daydream-key';

/**
 * Daydream's API of streams with its signalling by WHIP and WHEP, on the loopback interface. It answers offers with a
 * description that no pictures follow.
 */
export class FakeDaydream {
  readonly streams = new Map<string, Stream>();
  readonly asked: string[] = [];
  /** Headers of the requests, in the order of `asked`. */
  readonly headers: IncomingMessage['headers'][] = [];
  warmUp = 1;
  refusal: { on: string; status: number; headers?: Record<string, string> } | null = null;
  /** Accepts requests and never answers them. */
  isSilent = false;

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
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const line = `${request.method ?? ''} ${request.url ?? ''}`;
    this.asked.push(line);
    this.headers.push(request.headers);
    if (this.isSilent) return;
    let body = '';
    for await (const chunk of request) body += String(chunk);
    if (this.refusal && line.startsWith(this.refusal.on)) {
      const { status, headers } = this.refusal;
      refuse(response, status, 'refused by the test', headers);
    } else if (line.startsWith('POST /live/')) this.signal(line, body, response);
    else if (request.headers.authorization !== `Bearer ${fakeDaydreamKey}`)
      refuse(response, 401, 'Unauthorized');
    else this.json(line, body, response);
  }

  private json(line: string, body: string, response: ServerResponse): void {
    if (line === 'POST /v1/streams') {
      const { params } = JSON.parse(body) as Pick<Stream, 'params'>;
      const id = `stream-${String(this.streams.size + 1)}`;
      this.streams.set(id, { id, params, isPublished: false, warmUp: this.warmUp });
      this.describe(response, 201, id);
      return;
    }
    const id = line.slice(line.lastIndexOf('/') + 1);
    const stream = this.streams.get(id);
    if (!stream) refuse(response, 404, 'Stream not found');
    else if (line.startsWith('DELETE ')) {
      this.streams.delete(id);
      response.writeHead(204).end();
    } else {
      if (line.startsWith('PATCH '))
        Object.assign(stream.params, (JSON.parse(body) as Pick<Stream, 'params'>).params);
      this.describe(response, 200, id);
    }
  }

  private describe(response: ServerResponse, status: number, id: string): void {
    const stream = this.streams.get(id);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        ...{ id, pipeline: 'streamdiffusion', params: stream?.params, stream_key: 'secret' },
        ...{ created_at: '2026-11-25T00:00:00Z', output_playback_id: `out-${id}`, name: id },
        ...{ author: 'a', from_playground: false, gateway_host: '', is_smoke_test: false },
        whip_url: `${this.origin}/live/${id}/whip`,
      }),
    );
  }

  private signal(line: string, offer: string, response: ServerResponse): void {
    const [, , id = '', kind] = line.split(' ')[1]?.split('/') ?? [];
    const stream = this.streams.get(id);
    if (!stream || !offer.startsWith('v=0')) {
      response.writeHead(stream ? 400 : 404).end();
      return;
    }
    if (kind === 'whep' && (!stream.isPublished || stream.warmUp-- > 0)) {
      response.writeHead(404).end('stream not ready');
      return;
    }
    if (kind === 'whip') stream.isPublished = true;
    response.writeHead(201, {
      'content-type': 'application/sdp',
      location: `/live/${id}/${kind ?? ''}/session`,
      ...(kind === 'whip' ? { 'livepeer-playback-url': `${this.origin}/live/${id}/whep` } : {}),
    });
    response.end(`v=0\r\ns=answer to ${kind ?? ''}\r\n`);
  }
}

function refuse(
  response: ServerResponse,
  status: number,
  error: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ success: false, error, code: 'STREAMS/REFUSED', status }));
}
