import type { BrowserContext, Page } from 'playwright';
import type { BrowserProcess } from './browser-process.js';
import type { PageNetwork } from './page-network.js';

/**
 * One page in a context of its own, which has nothing from the network but what it is served. It may be opened
 * ahead of its use: half of what a page costs is its context and its process.
 */
export class SealedPage {
  /** Rejects where the browser does not get the page open. */
  readonly page: Promise<Page>;
  private main: Page | null = null;
  private network: PageNetwork | null = null;

  private constructor(
    readonly browser: BrowserProcess,
    private readonly context: BrowserContext,
  ) {
    this.page = this.openPage();
    // Whoever opens it ahead may never ask.
    this.page.catch(() => undefined);
  }

  /** @throws Error when the browser is gone */
  static async open(browser: BrowserProcess, userAgent: string): Promise<SealedPage> {
    return new SealedPage(browser, await browser.openContext(userAgent));
  }

  /** From here on, this answers what the page asks for. Before, everything is refused. */
  serve(network: PageNetwork): void {
    this.network = network;
  }

  /** Closes the page with its context and all that it kept. */
  close(): Promise<void> {
    return this.browser.closeContext(this.context);
  }

  private async openPage(): Promise<Page> {
    await this.context.route('**/*', (route) =>
      this.network
        ? this.network.handle(route, () => this.main?.mainFrame() ?? null)
        : route.abort('aborted'),
    );
    this.main = await this.context.newPage();
    this.context.on('page', (popup) => void popup.close().catch(() => undefined));
    return this.main;
  }
}
