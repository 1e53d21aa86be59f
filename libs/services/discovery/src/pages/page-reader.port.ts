/** A page as it was read, before anything is made of it. Its text is of strangers: data, never instructions. */
export interface ReadPage {
  /** What was asked for. */
  requestedUrl: string;
  /** Where the page was in the end. */
  url: string;
  status: number;
  /** Lower-case names; the values of several set-cookie headers are joined by line breaks. */
  headers: Readonly<Record<string, string>>;
  html: string;
  /** ISO 8601, UTC. */
  fetchedAt: string;
  /** `browser`: after scripts ran; `http`: as the server sent it. */
  via: 'browser' | 'http';
  /** Addresses that were passed on the way from `requestedUrl` to `url`. */
  redirects: readonly string[];
}

/**
 * Why a page was not read:
 * - `robots` robots.txt of the site forbids it, or could not be asked
 * - `no_ai` a header or meta element of the page forbids use by AI
 * - `status` the site answered with an error
 * - the rest as the network says it (`NetworkErrorKind`)
 */
export type PageRefusalReason =
  | 'robots'
  | 'no_ai'
  | 'status'
  | 'refused_address'
  | 'bad_redirect'
  | 'wrong_type'
  | 'too_large'
  | 'timeout'
  | 'malformed'
  | 'unavailable';

export interface PageRefusal {
  requestedUrl: string;
  reason: PageRefusalReason;
  /** One sentence, safe to show. */
  detail: string;
  status?: number;
}

export type PageOutcome =
  { outcome: 'read'; page: ReadPage } | { outcome: 'refused'; refusal: PageRefusal };

/** Reads pages of the public web. A page that cannot be read is an outcome, and no reason to stop. */
export abstract class PageReader {
  /**
   * @throws AppError `job.cancelled` (or the signal's own AppError) when the signal is aborted; nothing else
   */
  abstract read(url: string, signal: AbortSignal): Promise<PageOutcome>;

  /** Makes ready for so many pages while nobody waits for them yet. Never fails; a reader may need nothing. */
  prepare(_pages: number): void {}

  /** Ends what the reader keeps open. */
  abstract close(): Promise<void>;
}
