import type { z } from 'zod';
import { decodeText } from './decode-text.js';
import type { HttpAnswer, HttpClient } from './http-client.js';
import { describeRequest, NetworkError, type NetworkErrorKind } from './network.errors.js';

export interface JsonRequest<Schema extends z.ZodType> {
  /** With its query. Never shown in a message, because queries carry keys. */
  url: string | URL;
  method?: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: unknown;
  /** What the answer must be. Let it ignore unknown fields, so that a provider may add some. */
  schema: Schema;
  signal?: AbortSignal;
  /** 10 s where left out. */
  timeoutMs?: number;
  /** 2 MB where left out, on the wire and unpacked. */
  maxBytes?: number;
}

export interface JsonAnswer<Data> {
  data: Data;
  status: number;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
}

const defaultMaxBytes = 2_000_000;
const jsonTypes = ['application/json', 'text/json', '+json'];

/** Seconds of a Retry-After header, which is a number of seconds or a date. */
export function readRetryAfter(value: string | undefined, now = Date.now()): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/u.test(value.trim())) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

function kindOf({ status, headers }: HttpAnswer): NetworkErrorKind {
  const isLimit = 'retry-after' in headers || headers['x-ratelimit-remaining'] === '0';
  if (status === 429 || (status === 403 && isLimit)) return 'rate_limited';
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status >= 500 || status === 408) return 'unavailable';
  return 'rejected';
}

function readLoosely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, 2_000);
  }
}

/**
 * One call of a JSON API.
 * @returns what the schema makes of the answer
 * @throws NetworkError of every kind; a refusal carries `status`, `retryAfter` in seconds, `headers` and `answer`
 */
export async function requestJson<Schema extends z.ZodType>(
  client: HttpClient,
  request: JsonRequest<Schema>,
): Promise<JsonAnswer<z.output<Schema>>> {
  const method = request.method ?? 'GET';
  const maxBytes = request.maxBytes ?? defaultMaxBytes;
  const answer = await client.send({
    url: String(request.url),
    method,
    headers: {
      accept: 'application/json',
      ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...request.headers,
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    ...(request.signal ? { signal: request.signal } : {}),
    ...(request.timeoutMs === undefined ? {} : { timeoutMs: request.timeoutMs }),
    maxBytes,
    maxDecodedBytes: maxBytes,
    accept: jsonTypes,
    redirects: 'same_origin',
  });
  return readAnswer(answer, request.schema, describeRequest(method, request.url));
}

function readAnswer<Schema extends z.ZodType>(
  answer: HttpAnswer,
  schema: Schema,
  where: string,
): JsonAnswer<z.output<Schema>> {
  const { status, headers } = answer;
  const text = decodeText(answer.body, headers['content-type']);
  if (status < 200 || status >= 300) {
    const retryAfter = readRetryAfter(headers['retry-after']);
    throw new NetworkError(kindOf(answer), `${where} answered ${status}.`, {
      status,
      headers,
      answer: readLoosely(text),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Without its cause: the message of a parse error quotes the answer.
    throw new NetworkError('malformed', `${where} answered with broken JSON.`, { status, headers });
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.join('.') || 'the whole');
    const list = [...new Set(fields)].slice(0, 5).join(', ');
    throw new NetworkError(
      'malformed',
      `${where} answered in another shape than agreed: ${list}.`,
      {
        status,
        headers,
        answer: json,
      },
    );
  }
  return { data: parsed.data, status, headers };
}
