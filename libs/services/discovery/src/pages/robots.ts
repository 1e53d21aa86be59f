import robotsParser from 'robots-parser';
import { z } from 'zod';
import { decodeText } from '../network/decode-text.js';
import type { HttpClient } from '../network/http-client.js';
import { NetworkError } from '../network/network.errors.js';

// The package exports the function itself; its types describe a module with a default.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** Where robots.txt files are kept between jobs. The cache of research fits. */
export interface RobotsCache {
  /** The value, or null where there is none or it has expired. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown, expiresAt: Date): Promise<void>;
}

export interface RobotsVerdict {
  isAllowed: boolean;
  /** False where the file could not be asked for; then nothing is allowed. */
  isKnown: boolean;
  /** Pause that the site asks for between two pages; 0 where it does not. */
  crawlDelayMs: number;
  /** Sitemaps that the file names, as it names them. */
  sitemaps: readonly string[];
}

/** The name that rules of robots.txt address us by. */
export const robotsName = 'HatchrBot';

const keptMs = 24 * 3_600_000;
/** A site that cannot be asked now is left alone for a while, and not for a day. */
const failureKeptMs = 10 * 60_000;
/** Some sites ask for minutes; a founder does not wait for hours, and we read five pages of a site at most. */
const maxCrawlDelaySeconds = 10;
const maxBytes = 512_000;
const timeoutMs = 5_000;

const robotsFileSchema = z.object({ isReachable: z.boolean(), text: z.string() });
type RobotsFile = z.output<typeof robotsFileSchema>;

/** Nobody may be asked for more than the sites allow (RFC 9309). */
export class Robots {
  private readonly asking = new Map<string, Promise<RobotsFile>>();

  constructor(
    private readonly client: HttpClient,
    private readonly cache: RobotsCache,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Whether a page may be read. A missing file (4xx) allows everything; one that cannot be read (5xx, 429,
   * timeout, no answer) allows nothing, because then the site may well have rules.
   * @throws NetworkError `cancelled`, and `refused_address` where the site itself must not be asked
   */
  async check(url: string, signal: AbortSignal): Promise<RobotsVerdict> {
    const { origin } = new URL(url);
    const file = await this.read(origin, signal);
    if (!file.isReachable)
      return { isAllowed: false, isKnown: false, crawlDelayMs: 0, sitemaps: [] };
    const rules = parseRobots(`${origin}/robots.txt`, file.text);
    const delay = rules.getCrawlDelay(robotsName) ?? 0;
    return {
      isAllowed: rules.isAllowed(url, robotsName) ?? true,
      isKnown: true,
      crawlDelayMs: Math.min(Math.max(delay, 0), maxCrawlDelaySeconds) * 1000,
      sitemaps: rules.getSitemaps(),
    };
  }

  private async read(origin: string, signal: AbortSignal): Promise<RobotsFile> {
    const key = `robots:${origin}`;
    const kept = robotsFileSchema.safeParse(await this.cache.get(key));
    if (kept.success) return kept.data;
    const pending = this.asking.get(key);
    if (pending) {
      // Another job asks already; when that one is cancelled, this one asks for itself.
      const file = await pending.catch(() => null);
      if (file) return file;
    }
    const asked = this.fetch(origin, signal).finally(() => this.asking.delete(key));
    this.asking.set(key, asked);
    const file = await asked;
    const expiresAt = this.now() + (file.isReachable ? keptMs : failureKeptMs);
    await this.cache.set(key, file, new Date(expiresAt));
    return file;
  }

  private async fetch(origin: string, signal: AbortSignal): Promise<RobotsFile> {
    try {
      const { status, body, headers } = await this.client.send({
        url: `${origin}/robots.txt`,
        signal,
        timeoutMs,
        maxBytes,
        maxDecodedBytes: maxBytes,
      });
      if (status >= 200 && status < 300)
        return { isReachable: true, text: decodeText(body, headers['content-type']) };
      return { isReachable: status >= 400 && status < 500 && status !== 429, text: '' };
    } catch (error) {
      const isFinal =
        !(error instanceof NetworkError) || ['cancelled', 'refused_address'].includes(error.kind);
      if (isFinal) throw error;
      return { isReachable: false, text: '' };
    }
  }
}
