import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

export const fakeGatewayKey = 'gateway-key';

/** The batch API of a Livepeer AI gateway on the loopback interface; it gives the picture that it is told to give. */
export class FakeLivepeerAi {
  readonly orders: Record<string, unknown>[] = [];
  /** Method and path of each request, and the permission that came with it. */
  readonly asked: { line: string; permission: string | undefined }[] = [];
  refusals: { status: number; headers?: Record<string, string>; detail?: unknown }[] = [];
  isNsfw = false;
  /** Where pictures are said to lie: on the gateway, unless another origin keeps them. */
  pictureBase = '';
  /** Accepts requests and never answers them. */
  isSilent = false;

  private readonly server = createServer((request, response) => {
    void this.answer(request, response);
  });

  constructor(public picture: Uint8Array) {}

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const line = `${request.method ?? ''} ${request.url ?? ''}`;
    this.asked.push({ line, permission: request.headers.authorization });
    if (this.isSilent) return;
    let body = '';
    for await (const chunk of request) body += String(chunk);
    if (line.startsWith('GET /stream/')) {
      response.writeHead(200, { 'content-type': 'image/png' }).end(this.picture);
      return;
    }
    const refusal = this.refusals.shift();
    if (refusal) {
      const { status, headers, detail = { msg: 'refused by the test' } } = refusal;
      send(response, status, { detail }, headers);
    } else if (request.headers.authorization !== `Bearer ${fakeGatewayKey}`)
      send(response, 401, { detail: { msg: 'Invalid bearer token' } });
    else if (line !== 'POST /text-to-image') send(response, 404, { detail: { msg: 'Not Found' } });
    else this.draw(JSON.parse(body) as Record<string, unknown>, response);
  }

  private draw(order: Record<string, unknown>, response: ServerResponse): void {
    this.orders.push(order);
    if (typeof order.prompt !== 'string' || typeof order.model_id !== 'string') {
      const detail = [{ loc: ['body', 'prompt'], msg: 'Field required', type: 'missing' }];
      send(response, 422, { detail });
      return;
    }
    const url = `${this.pictureBase}/stream/${String(this.orders.length)}/0.png`;
    send(response, 200, { images: [{ url, seed: order.seed, nsfw: this.isNsfw }] });
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
