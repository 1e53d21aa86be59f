import { parseUrl } from './parse-url.js';

/**
 * How a request can fail, in the words of whoever asked:
 * - `unauthorized` 401: the key is missing or wrong
 * - `forbidden` 403 without a sign of a limit
 * - `rate_limited` 429, or 403 with Retry-After or an exhausted X-RateLimit-Remaining
 * - `rejected` any other 4xx: the request itself is at fault, asking again does not help
 * - `unavailable` 5xx, no route, no such name, connection refused or broken, circuit open
 * - `timeout` a limit on connecting, headers, body or the whole request
 * - `malformed` a body that does not decode, parse or match its schema
 * - `too_large` more bytes than allowed, compressed or decompressed
 * - `wrong_type` a content type that was not asked for
 * - `bad_redirect` too many, a loop, or one that the request does not allow
 * - `refused_address` an address that the guard does not let anyone reach
 * - `cancelled` the caller's signal
 */
export type NetworkErrorKind =
  | 'unauthorized'
  | 'forbidden'
  | 'rate_limited'
  | 'rejected'
  | 'unavailable'
  | 'timeout'
  | 'malformed'
  | 'too_large'
  | 'wrong_type'
  | 'bad_redirect'
  | 'refused_address'
  | 'cancelled';

export interface NetworkErrorFacts {
  /** HTTP status, where an answer came. */
  status?: number;
  /** What the server asked to wait, in seconds. */
  retryAfter?: number;
  /** Headers of the answer, lower-case names. */
  headers?: Readonly<Record<string, string>>;
  /** The parsed JSON (or else text) of a refusal, for the adapter to read. It may echo a key: never log it. */
  answer?: unknown;
  cause?: unknown;
}

/**
 * The one error of this folder. Its message names method, host and path at most: queries, headers and bodies
 * carry keys, and stay out of it.
 */
export class NetworkError extends Error {
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: unknown;

  constructor(
    readonly kind: NetworkErrorKind,
    message: string,
    facts: NetworkErrorFacts = {},
  ) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = 'NetworkError';
    this.status = facts.status;
    this.retryAfter = facts.retryAfter;
    this.headers = facts.headers ?? {};
    this.answer = facts.answer;
    // Kept from loggers that print every field of an error: a refusal may echo the key that it refuses.
    for (const name of ['answer', 'headers'])
      Object.defineProperty(this, name, { enumerable: false });
  }

  /** Whether the same request may succeed a little later. */
  get isTransient(): boolean {
    return ['rate_limited', 'unavailable', 'timeout'].includes(this.kind);
  }
}

/** `GET https://api.example.com/search`: all of a request that may be shown. */
export function describeRequest(method: string, url: string | URL): string {
  const parsed = parseUrl(String(url));
  return `${method} ${parsed ? `${parsed.origin}${parsed.pathname}` : 'an address that is not a URL'}`;
}
