import { bulkhead, type BulkheadPolicy } from 'cockatiel';
import { assertNotCancelled } from '../../assert-not-cancelled.js';
import type { HttpClient } from '../../network/http-client.js';
import { forbidsAi } from '../forbids-ai.js';
import { PageReader, type PageOutcome, type ReadPage } from '../page-reader.port.js';
import { untilAborted } from '../until-aborted.js';
import { BrowserProcess, type BrowserSettings } from './browser-process.js';
import { PageNetwork, type RefusedRequest } from './page-network.js';
import { SealedPage } from './sealed-page.js';
import { SparePages } from './spare-pages.js';

export interface BrowserPageReaderOptions {
  browser: BrowserSettings;
  client: HttpClient;
  /** Reads the page itself; the browser then runs its scripts. */
  http: PageReader;
  /** Pages that are open at the same time. */
  maxPages?: number;
  /** For scripts to run, in all; after that, the page counts as it stands. */
  renderMs?: number;
  /** For the page to stop asking for more. */
  settleMs?: number;
  /** Told when a page was shown as the server sent it, and why. */
  onFallback?: (url: string, why: string) => void;
  /** Told what a page asked for and did not get. */
  onRefused?: (url: string, refused: readonly RefusedRequest[]) => void;
}

const defaultMaxPages = 4;
/** A browser that crashed so often in a row is left alone: the machine cannot run it. */
const maxCrashes = 3;
const maxHtmlLength = 8_000_000;

class BrowserCrashed extends Error {}

async function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const aborted = untilAborted(signal);
  // When the signal wins, the work fails a little later, with nobody left to hear it.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    aborted.dispose();
  }
}

/**
 * Reads pages with the guarded client and runs them in one Chromium. Where the browser fails (it crashes, does
 * not start, or the page does not end), the page counts as the server sent it: `via: 'http'`.
 */
export class BrowserPageReader extends PageReader {
  private readonly slots: BulkheadPolicy;
  private readonly spares: SparePages;
  private running: Promise<BrowserProcess> | null = null;
  private crashes = 0;
  private lastCrashed: BrowserProcess | null = null;
  private isClosed = false;
  private peak = 0;

  constructor(private readonly options: BrowserPageReaderOptions) {
    super();
    this.slots = bulkhead(options.maxPages ?? defaultMaxPages, Number.POSITIVE_INFINITY);
    this.spares = new SparePages(options.client.userAgent);
  }

  override prepare(pages: number): void {
    if (this.isClosed) return;
    const count = Math.min(pages, this.options.maxPages ?? defaultMaxPages);
    // Whoever reads opens what is missing, and hears why that fails.
    this.ensureBrowser()
      .then((browser) => this.spares.open(browser, count))
      .catch(() => undefined);
  }

  override async read(url: string, signal: AbortSignal): Promise<PageOutcome> {
    const outcome = await this.options.http.read(url, signal);
    if (outcome.outcome === 'refused') return outcome;
    try {
      return await this.slots.execute(() => this.renderAgainAfterCrash(outcome.page, signal));
    } catch (error) {
      assertNotCancelled(signal);
      this.options.onFallback?.(url, error instanceof Error ? error.message : String(error));
      return outcome;
    }
  }

  /** Most memory of the browser so far, in bytes; 0 where it cannot be measured. */
  async peakMemory(): Promise<number> {
    const browser = await this.running?.catch(() => null);
    return Math.max(this.peak, browser?.peakMemory ?? 0);
  }

  /** Ends the browser, with every page that is still open. */
  override async close(): Promise<void> {
    this.isClosed = true;
    this.spares.forget();
    const browser = await this.running?.catch(() => null);
    await browser?.close();
    await this.options.http.close();
  }

  /** A crash takes every open page with it; all but the one at fault succeed the second time. */
  private async renderAgainAfterCrash(first: ReadPage, signal: AbortSignal): Promise<PageOutcome> {
    try {
      return await this.render(first, signal);
    } catch (error) {
      if (!(error instanceof BrowserCrashed)) throw error;
      return this.render(first, signal);
    }
  }

  private async render(first: ReadPage, signal: AbortSignal): Promise<PageOutcome> {
    const browser = await orAborted(this.ensureBrowser(), signal);
    const ended = AbortSignal.any([signal, AbortSignal.timeout(this.options.renderMs ?? 8_000)]);
    const opening = this.open(browser);
    try {
      const page = await orAborted(opening, ended);
      const outcome = await orAborted(this.run(page, first, ended), ended);
      this.crashes = 0;
      return outcome;
    } catch (cause) {
      if (!browser.isGone || signal.aborted) throw cause;
      this.countCrash(browser);
      throw new BrowserCrashed('The browser crashed.', { cause });
    } finally {
      const page = await opening.catch(() => null);
      await page?.close();
    }
  }

  private async open(browser: BrowserProcess): Promise<SealedPage> {
    return (
      this.spares.take(browser) ?? (await SealedPage.open(browser, this.options.client.userAgent))
    );
  }

  private async run(
    sealed: SealedPage,
    first: ReadPage,
    signal: AbortSignal,
  ): Promise<PageOutcome> {
    const { client, http, settleMs = 2_500, onRefused } = this.options;
    const readDocument = (url: string) => http.read(url, signal);
    const network = new PageNetwork({ client, first, readDocument, signal });
    const main = await sealed.page;
    sealed.serve(network);
    await main.goto(first.url, { waitUntil: 'commit', timeout: 0 });
    // A page may go elsewhere before it is whole, and then never says that it is: it counts as it stands.
    for (const state of ['domcontentloaded', 'networkidle'] as const)
      await main.waitForLoadState(state, { timeout: settleMs }).catch(() => undefined);
    const html = await main.content();
    if (network.refused.length > 0) onRefused?.(first.url, network.refused);
    if (html.length > maxHtmlLength) throw new Error('The page grew too large.');
    const { current } = network;
    const { requestedUrl } = first;
    if (forbidsAi(current.headers, html)) {
      const detail = `The page of ${new URL(current.url).host} does not allow use by AI.`;
      return { outcome: 'refused', refusal: { requestedUrl, reason: 'no_ai', detail } };
    }
    const redirects = current === first ? first.redirects : [...first.redirects, first.url];
    const page: ReadPage = { ...current, requestedUrl, redirects, html, via: 'browser' };
    return { outcome: 'read', page };
  }

  /** Once for each browser, however many pages it took with it. */
  private countCrash(browser: BrowserProcess): void {
    if (browser === this.lastCrashed) return;
    this.lastCrashed = browser;
    this.crashes += 1;
  }

  private async ensureBrowser(): Promise<BrowserProcess> {
    if (this.isClosed) throw new Error('The reader is closed.');
    if (this.crashes >= maxCrashes) throw new Error('The browser crashes on this machine.');
    const current = await this.running?.catch(() => null);
    if (current && !current.isGone) return current;
    // Whoever comes first after a crash launches; the others find the launch under way.
    if (current) await this.forget(current);
    this.running ??= this.launch();
    return this.running;
  }

  private async forget(gone: BrowserProcess): Promise<void> {
    this.peak = Math.max(this.peak, gone.peakMemory);
    if ((await this.running?.catch(() => null)) === gone) this.running = null;
    await gone.close();
  }

  private async launch(): Promise<BrowserProcess> {
    try {
      return await BrowserProcess.launch(this.options.browser);
    } catch (error) {
      this.crashes += 1;
      this.running = null;
      throw error;
    }
  }
}
