import { errors, request as sendWithUndici, type Agent, type Dispatcher } from 'undici';
import { AddressGuard, type GuardOptions } from './address-guard.js';
import { createGuardedAgent } from './guarded-agent.js';
import { describeRequest, NetworkError } from './network.errors.js';
import { parseUrl } from './parse-url.js';
import { readBody } from './read-body.js';

export interface HttpClientOptions extends GuardOptions {
  /** Who asks, honestly, with an address to complain to: `HatchrBot/1.0 (+https://…)`. */
  userAgent: string;
  connectMs?: number;
  headersMs?: number;
  bodyIdleMs?: number;
}

export interface HttpRequest {
  url: string;
  method?: 'GET' | 'HEAD' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string;
  signal?: AbortSignal;
  /** For the whole request with its redirects and its body. */
  timeoutMs?: number;
  /** Of the body on the wire, and of the body unpacked. */
  maxBytes?: number;
  maxDecodedBytes?: number;
  /** Content types of a 2xx answer, such as `text/html` or `+json`; anything where left out. */
  accept?: readonly string[];
  /** `same_origin` for requests that carry a key. */
  redirects?: 'follow' | 'same_origin';
  /** Asked before each redirect is followed; what it throws ends the request, and is thrown as it is. */
  beforeRedirect?: (url: string) => Promise<void>;
}

export interface HttpAnswer {
  /** Where the answer came from, after redirects. */
  url: string;
  status: number;
  /** Lower-case names; several values of one name are joined by `, `, those of set-cookie by a line break. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** The addresses that were asked before `url`, in order. */
  redirects: readonly string[];
}

const defaults = {
  connectMs: 5_000,
  headersMs: 8_000,
  bodyIdleMs: 5_000,
  timeoutMs: 10_000,
  maxBytes: 2_000_000,
  maxDecodedBytes: 8_000_000,
};
const maxRedirects = 5;
const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function flattenHeaders(raw: Dispatcher.ResponseData['headers']): Record<string, string> {
  const entries = Object.entries(raw).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const key = name.toLowerCase();
    if (typeof value === 'string') return [[key, value]];
    return [[key, value.join(key === 'set-cookie' ? '\n' : ', ')]];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Whether a content-type header is one of `accept`; `+json` stands for every type that ends so. */
function isAccepted(contentType: string | undefined, accept: readonly string[]): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return accept.some((one) => (one.startsWith('+') ? type.endsWith(one) : type === one));
}

/** Carries what `beforeRedirect` threw past the translation of errors. */
class RedirectVeto extends Error {
  constructor(cause: unknown) {
    super('A redirect was refused.', { cause });
  }
}

/**
 * Asks the public web, and nothing but it. Every hop of every request passes the address guard, and connects to
 * the addresses that were checked. Sends no cookies, and reads no proxy from the environment.
 */
export class HttpClient {
  readonly guard: AddressGuard;
  readonly userAgent: string;
  private readonly agent: Agent;

  constructor(options: HttpClientOptions) {
    this.guard = new AddressGuard(options);
    this.userAgent = options.userAgent;
    this.agent = createGuardedAgent(this.guard, {
      connectMs: options.connectMs ?? defaults.connectMs,
      headersMs: options.headersMs ?? defaults.headersMs,
      bodyIdleMs: options.bodyIdleMs ?? defaults.bodyIdleMs,
    });
  }

  /**
   * Sends one request and reads the answer, whatever its status.
   * @throws NetworkError `refused_address`, `unavailable`, `timeout`, `too_large`, `malformed`, `wrong_type`,
   *   `bad_redirect` or `cancelled`
   */
  async send(request: HttpRequest): Promise<HttpAnswer> {
    const limit = AbortSignal.timeout(request.timeoutMs ?? defaults.timeoutMs);
    const signal = request.signal ? AbortSignal.any([request.signal, limit]) : limit;
    try {
      return await this.follow(request, signal);
    } catch (error) {
      throw error instanceof RedirectVeto ? error.cause : translate(error, request, limit);
    }
  }

  /** Ends every connection. */
  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private async follow(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const redirects: string[] = [];
    let url = this.guard.checkUrl(request.url);
    url.hash = '';
    for (;;) {
      const response = await this.sendOnce(url, request, signal);
      const headers = flattenHeaders(response.headers);
      const location = headers['location'];
      if (!redirectStatuses.has(response.statusCode) || location === undefined)
        return await finish(response, { url: url.href, headers, redirects }, request);
      response.body.on('error', () => undefined).destroy();
      redirects.push(url.href);
      url = this.checkRedirect(url, location, redirects, request);
      await request.beforeRedirect?.(url.href).catch((error: unknown) => {
        throw new RedirectVeto(error);
      });
    }
  }

  private checkRedirect(
    from: URL,
    location: string,
    before: readonly string[],
    request: HttpRequest,
  ): URL {
    const refuse = (reason: string) =>
      new NetworkError('bad_redirect', `${describeRequest('GET', from)} ${reason}.`);
    // Header bytes arrive as Latin-1; sites send theirs in UTF-8.
    const target = parseUrl(Buffer.from(location, 'latin1').toString(), from.href);
    if (!target) throw refuse('redirects to what is not a URL');
    const url = this.guard.checkUrl(target.href);
    url.hash = '';
    if (from.protocol === 'https:' && url.protocol === 'http:')
      throw refuse('redirects from https to http');
    if (url.origin !== from.origin && request.redirects === 'same_origin')
      throw refuse('redirects to another origin');
    if (url.origin !== from.origin && this.guard.isOperated(url))
      throw refuse('redirects into the private network');
    if (request.method === 'POST') throw refuse('redirects a POST');
    if (before.includes(url.href)) throw refuse('redirects in a loop');
    if (before.length > maxRedirects) throw refuse(`redirects more than ${maxRedirects} times`);
    return url;
  }

  private sendOnce(
    url: URL,
    request: HttpRequest,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> {
    signal.throwIfAborted();
    return sendWithUndici(url, {
      dispatcher: this.agent,
      method: request.method ?? 'GET',
      headers: {
        accept: '*/*',
        ...request.headers,
        'user-agent': this.userAgent,
        'accept-encoding': 'gzip, br',
      },
      body: request.body ?? null,
      signal,
    });
  }
}

async function finish(
  response: Dispatcher.ResponseData,
  known: Pick<HttpAnswer, 'url' | 'headers' | 'redirects'>,
  request: HttpRequest,
): Promise<HttpAnswer> {
  const status = response.statusCode;
  const isSuccess = status >= 200 && status < 300;
  if (isSuccess && request.accept && !isAccepted(known.headers['content-type'], request.accept)) {
    response.body.on('error', () => undefined).destroy();
    const where = describeRequest(request.method ?? 'GET', known.url);
    throw new NetworkError('wrong_type', `${where} answered with an unexpected content type.`, {
      status,
      headers: known.headers,
    });
  }
  const body = await readBody(response.body, known.headers['content-encoding'], {
    maxBytes: request.maxBytes ?? defaults.maxBytes,
    maxDecodedBytes: request.maxDecodedBytes ?? defaults.maxDecodedBytes,
  });
  return { ...known, status, body };
}

function translate(error: unknown, request: HttpRequest, limit: AbortSignal): NetworkError {
  const where = describeRequest(request.method ?? 'GET', request.url);
  if (request.signal?.aborted)
    return new NetworkError('cancelled', `${where} was cancelled.`, { cause: error });
  if (error instanceof NetworkError) return error;
  const isTimeout =
    limit.aborted ||
    error instanceof errors.ConnectTimeoutError ||
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError;
  if (isTimeout)
    return new NetworkError('timeout', `${where} did not answer in time.`, { cause: error });
  if (error instanceof errors.HeadersOverflowError)
    return new NetworkError('too_large', `${where} sent too many headers.`, { cause: error });
  if (error instanceof errors.HTTPParserError)
    return new NetworkError('malformed', `${where} did not answer in HTTP.`, { cause: error });
  return new NetworkError('unavailable', `${where} could not be reached.`, { cause: error });
}
