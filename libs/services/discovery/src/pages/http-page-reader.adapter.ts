import { assertNotCancelled } from '../assert-not-cancelled.js';
import { decodeText } from '../network/decode-text.js';
import type { HttpAnswer, HttpClient } from '../network/http-client.js';
import { NetworkError } from '../network/network.errors.js';
import { forbidsAi } from './forbids-ai.js';
import type { HostLimit } from './host-limit.js';
import {
  PageReader,
  type PageOutcome,
  type PageRefusalReason,
  type ReadPage,
} from './page-reader.port.js';
import type { Robots } from './robots.js';

export interface HttpPageReaderOptions {
  client: HttpClient;
  robots: Robots;
  hosts: HostLimit;
  /** Pause between two pages of a host that asks for none. */
  hostDelayMs?: number;
  timeoutMs?: number;
  maxBytes?: number;
  maxDecodedBytes?: number;
}

const htmlTypes = ['text/html', 'application/xhtml+xml'];
const defaultHostDelayMs = 500;

class Refused extends Error {
  constructor(
    readonly reason: PageRefusalReason,
    message: string,
    readonly status?: number,
  ) {
    super(message);
  }
}

function refuse(requestedUrl: string, error: unknown): PageOutcome {
  if (error instanceof Refused) {
    const { reason, message: detail, status } = error;
    const refusal = { requestedUrl, reason, detail, ...(status === undefined ? {} : { status }) };
    return { outcome: 'refused', refusal };
  }
  if (!(error instanceof NetworkError)) throw error;
  const reason = toReason(error.kind);
  return { outcome: 'refused', refusal: { requestedUrl, reason, detail: error.message } };
}

/** `send` refuses by status never, so those kinds cannot come; they would mean a server in trouble. */
function toReason(kind: NetworkError['kind']): PageRefusalReason {
  switch (kind) {
    case 'unauthorized':
    case 'forbidden':
    case 'rate_limited':
    case 'rejected':
    case 'cancelled':
      return 'unavailable';
    default:
      return kind;
  }
}

/** Reads pages as the server sends them, without running anything. */
export class HttpPageReader extends PageReader {
  constructor(private readonly options: HttpPageReaderOptions) {
    super();
  }

  override async read(url: string, signal: AbortSignal): Promise<PageOutcome> {
    assertNotCancelled(signal);
    try {
      const page = await this.fetch(url, signal);
      return { outcome: 'read', page };
    } catch (error) {
      assertNotCancelled(signal);
      return refuse(url, error);
    }
  }

  override close(): Promise<void> {
    return this.options.client.close();
  }

  private async fetch(requestedUrl: string, signal: AbortSignal): Promise<ReadPage> {
    const { client, hosts, hostDelayMs = defaultHostDelayMs } = this.options;
    const url = client.guard.checkUrl(requestedUrl);
    const delayMs = await this.assertAllowed(url.href, signal);
    const send = () => this.send(url.href, signal);
    const answer = await hosts.run(url.host, Math.max(delayMs, hostDelayMs), send, signal);
    return this.toPage(requestedUrl, answer);
  }

  private send(url: string, signal: AbortSignal): Promise<HttpAnswer> {
    const { client, timeoutMs, maxBytes, maxDecodedBytes } = this.options;
    return client.send({
      url,
      signal,
      headers: { accept: 'text/html,application/xhtml+xml', 'accept-language': 'en' },
      accept: htmlTypes,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      ...(maxBytes === undefined ? {} : { maxBytes }),
      ...(maxDecodedBytes === undefined ? {} : { maxDecodedBytes }),
      // A page may redirect to a host, or a path, that does not want to be read.
      beforeRedirect: async (next) => {
        await this.assertAllowed(next, signal);
      },
    });
  }

  /** @returns the pause that the site asks for */
  private async assertAllowed(url: string, signal: AbortSignal): Promise<number> {
    const verdict = await this.options.robots.check(url, signal);
    const { host } = new URL(url);
    if (!verdict.isKnown)
      throw new Refused(
        'robots',
        `robots.txt of ${host} could not be read, and without it nobody knows what the site allows.`,
      );
    if (!verdict.isAllowed)
      throw new Refused('robots', `robots.txt of ${host} does not allow this page.`);
    return verdict.crawlDelayMs;
  }

  private toPage(requestedUrl: string, answer: HttpAnswer): ReadPage {
    const { url, status, headers, body, redirects } = answer;
    const { host } = new URL(url);
    if (status < 200 || status >= 300)
      throw new Refused('status', `${host} answered ${status}.`, status);
    const html = decodeText(body, headers['content-type']);
    if (forbidsAi(headers, html))
      throw new Refused('no_ai', `The page of ${host} does not allow use by AI.`);
    const fetchedAt = new Date().toISOString();
    return { requestedUrl, url, status, headers, html, fetchedAt, via: 'http', redirects };
  }
}
