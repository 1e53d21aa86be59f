import type { BrowserProcess } from './browser-process.js';
import { SealedPage } from './sealed-page.js';

/** As long as a search may take; a page that nobody took by then is memory for nothing. */
const keptMs = 15_000;

/** Pages that were opened while nobody waited for them. Each is used once, by one page of one site. */
export class SparePages {
  private readonly spares = new Map<SealedPage, NodeJS.Timeout>();

  constructor(private readonly userAgent: string) {}

  /**
   * Opens pages, one after the other, until so many are spare.
   * @throws Error when the browser is gone
   */
  async open(browser: BrowserProcess, count: number): Promise<void> {
    for (let opened = 0; opened < count && this.spares.size < count; opened += 1) {
      const page = await SealedPage.open(browser, this.userAgent);
      const timer = setTimeout(() => {
        this.spares.delete(page);
        void page.close();
      }, keptMs);
      timer.unref();
      this.spares.set(page, timer);
      await page.page;
    }
  }

  /** A page of this browser that is open already, for the caller to close; null where there is none. */
  take(browser: BrowserProcess): SealedPage | null {
    for (const [page, timer] of this.spares) {
      clearTimeout(timer);
      this.spares.delete(page);
      if (page.browser === browser) return page;
    }
    return null;
  }

  /** Forgets them all; they end with their browser. */
  forget(): void {
    for (const timer of this.spares.values()) clearTimeout(timer);
    this.spares.clear();
  }
}
