import type { Frame, Request, Route } from 'playwright';
import type { HttpAnswer, HttpClient } from '../../network/http-client.js';
import { NetworkError } from '../../network/network.errors.js';
import type { PageOutcome, ReadPage } from '../page-reader.port.js';

export interface PageNetworkOptions {
  client: HttpClient;
  /** The page that was read already; the browser gets it from here and not a second time from the site. */
  first: ReadPage;
  /** Reads a page that a script goes on to, with every check that the first one passed. */
  readDocument: (url: string, signal: AbortSignal) => Promise<PageOutcome>;
  signal: AbortSignal;
}

export interface RefusedRequest {
  url: string;
  /** A `NetworkErrorKind`, a reason of a page's refusal, or `not_needed` for what no extraction looks at. */
  reason: string;
}

/** A page of a product's site asks for some dozens of scripts; what asks for more is not worth the wait. */
const maxRequests = 120;
const maxTotalBytes = 20_000_000;
const maxFileBytes = 5_000_000;
const fileMs = 6_000;
const maxDocuments = 4;
const neededTypes: ReadonlySet<string> = new Set(['script', 'stylesheet', 'xhr', 'fetch']);
/** Headers of the page's request that a server needs to answer it. No cookie, no referrer. */
const passedOn = ['accept', 'accept-language', 'origin'];
/** What describes the bytes on our wire, and not those that the page is given. */
const hopByHop: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'set-cookie',
  'alt-svc',
]);

const pickHeaders = (all: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => passedOn.includes(name)));

const cleanHeaders = (all: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !hopByHop.has(name)));

/**
 * Everything that one page in the browser may have from the network. The guarded client asks for it, so the
 * page's requests meet the same checks and limits as ours, on every hop.
 */
export class PageNetwork {
  readonly refused: RefusedRequest[] = [];
  /** The last document that was given to the page. */
  current: ReadPage;
  private readonly documents = new Map<string, ReadPage>();
  private requests = 0;
  private bytes = 0;

  constructor(private readonly options: PageNetworkOptions) {
    this.current = options.first;
    this.documents.set(options.first.url, options.first);
  }

  /** Answers or refuses one request of the page. Never throws: a page that is gone needs no answer. */
  async handle(route: Route, mainFrame: () => Frame | null): Promise<void> {
    const request = route.request();
    try {
      if (request.isNavigationRequest()) await this.answerDocument(route, request, mainFrame());
      else await this.answerFile(route, request);
    } catch (error) {
      const reason = error instanceof NetworkError ? error.kind : 'unavailable';
      await this.refuse(route, reason).catch(() => undefined);
    }
  }

  private async answerDocument(route: Route, request: Request, main: Frame | null): Promise<void> {
    // Frames inside a page are somebody else's pages, and no extraction looks into them.
    if (request.frame() !== main || request.method() !== 'GET')
      return this.refuse(route, 'not_needed');
    const url = new URL(request.url());
    url.hash = '';
    const known = this.documents.get(url.href);
    if (known) return this.fulfilDocument(route, known);
    if (this.documents.size >= maxDocuments) return this.refuse(route, 'bad_redirect');
    const outcome = await this.options.readDocument(url.href, this.options.signal);
    if (outcome.outcome === 'refused') return this.refuse(route, outcome.refusal.reason);
    const { page } = outcome;
    this.documents.set(page.url, page);
    if (page.url === url.href) return this.fulfilDocument(route, page);
    // The browser must know where the document is from, or its relative addresses lead astray.
    const target = page.url.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const body = `<!doctype html><meta http-equiv="refresh" content="0;url=${target}">`;
    return route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body });
  }

  private async fulfilDocument(route: Route, page: ReadPage): Promise<void> {
    this.current = page;
    await route.fulfill({
      status: page.status,
      headers: {
        ...cleanHeaders(page.headers),
        // The charset that the site declares may be wrong; the text was decoded already.
        'content-type': 'text/html; charset=utf-8',
      },
      body: page.html,
    });
  }

  private async answerFile(route: Route, request: Request): Promise<void> {
    const method = request.method();
    if (!neededTypes.has(request.resourceType()) || (method !== 'GET' && method !== 'HEAD'))
      return this.refuse(route, 'not_needed');
    this.requests += 1;
    if (this.requests > maxRequests || this.bytes > maxTotalBytes)
      return this.refuse(route, 'too_large');
    const answer = await this.fetchFile(request, method);
    this.bytes += answer.body.length;
    await route.fulfill({
      status: answer.status,
      headers: cleanHeaders(answer.headers),
      body: answer.body,
    });
  }

  private fetchFile(request: Request, method: 'GET' | 'HEAD'): Promise<HttpAnswer> {
    return this.options.client.send({
      url: request.url(),
      method,
      headers: pickHeaders(request.headers()),
      signal: this.options.signal,
      timeoutMs: fileMs,
      maxBytes: maxFileBytes,
      maxDecodedBytes: maxFileBytes,
    });
  }

  private async refuse(route: Route, reason: string): Promise<void> {
    this.refused.push({ url: route.request().url(), reason });
    // `aborted` leaves the page that is shown where it is, when it was a navigation.
    await route.abort('aborted');
  }
}
