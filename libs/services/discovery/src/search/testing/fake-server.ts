import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  /** Parsed JSON of the body, null where there is none. */
  body: unknown;
}

export interface FakeAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON, a string as it is. */
  body: unknown;
}

/** How a service speaks: its answers, and its refusals in its own words. */
export interface FakeProtocol {
  answer(request: FakeRequest): FakeAnswer;
  failures: Readonly<Record<string, FakeAnswer>>;
}

/** What can go wrong below any protocol. */
const troubles = [
  'slow',
  'truncated',
  'cut_off',
  'wrong_type',
  'wrong_shape',
  'huge',
  'hang_up',
] as const;
export type Trouble = (typeof troubles)[number];

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? null : JSON.parse(text);
}

/** A service on loopback that speaks one protocol, and fails when told to. */
export class FakeServer {
  /** Every request that came in, the oldest first. */
  readonly requests: FakeRequest[] = [];
  private failure: { name: string; left: number } | null = null;

  private constructor(
    private readonly server: Server,
    readonly url: string,
    private readonly protocol: FakeProtocol,
  ) {}

  static async start(protocol: FakeProtocol): Promise<FakeServer> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const fake = new FakeServer(server, `http://127.0.0.1:${port}`, protocol);
    server.on('request', (request, response) => void fake.serve(request, response));
    return fake;
  }

  /** Fails the next requests: a trouble of any server, or a refusal of the protocol by its name. */
  fail(name: string, times = Number.POSITIVE_INFINITY): void {
    this.failure = { name, left: times };
  }

  /** Stops listening. May be called again. */
  async close(): Promise<void> {
    if (!this.server.listening) return;
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const asked: FakeRequest = {
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: await readBody(request),
    };
    this.requests.push(asked);
    const failure = this.takeFailure();
    if (failure !== null && isTrouble(failure)) {
      makeTrouble(failure, response);
      return;
    }
    const refusal = failure === null ? undefined : this.protocol.failures[failure];
    if (failure !== null && !refusal) throw new Error(`The fake knows no failure "${failure}".`);
    send(response, refusal ?? this.protocol.answer(asked));
  }

  private takeFailure(): string | null {
    if (!this.failure || this.failure.left <= 0) return null;
    this.failure.left -= 1;
    return this.failure.name;
  }
}

function isTrouble(name: string): name is Trouble {
  return (troubles as readonly string[]).includes(name);
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: FakeAnswer): void {
  const isText = typeof body === 'string';
  response.writeHead(status, {
    'content-type': isText ? 'text/html; charset=utf-8' : 'application/json',
    ...headers,
  });
  response.end(isText ? body : JSON.stringify(body));
}

function makeTrouble(trouble: Trouble, response: ServerResponse): void {
  const json = { 'content-type': 'application/json' };
  switch (trouble) {
    case 'slow':
      // Never answered; the client has to give up.
      return;
    case 'hang_up':
      response.destroy();
      return;
    case 'truncated':
      response.writeHead(200, json).end('{"results":[{"title":"Half a');
      return;
    case 'cut_off':
      response.writeHead(200, { ...json, 'content-length': '5000' });
      response.write('{"results":[', () => response.destroy());
      return;
    case 'wrong_type':
      send(response, { body: '<!doctype html><title>Sign in to this network</title>' });
      return;
    case 'wrong_shape':
      send(response, { body: { results: 'none', web: 7, items: {}, hits: 'x', search: 1 } });
      return;
    case 'huge':
      response.writeHead(200, json);
      response.end(`{"padding":"${'x'.repeat(12_000_000)}"}`);
      return;
  }
}

/** Pages that a fake finds. Made up, under names that belong to nobody. */
export const foundPages = [
  {
    url: 'https://www.slotwise.example/',
    title: 'Slotwise: appointment booking for barbers',
    text: 'Slotwise is booking software for barbers. Plans from 12 euros a month.',
  },
  {
    url: 'https://chairtime.example/pricing',
    title: 'Chairtime | Pricing',
    text: 'Online booking and reminders for barber shops.',
  },
] as const;

/** Words for which every fake finds nothing. */
export const nothingQuery = 'nothing at all';
