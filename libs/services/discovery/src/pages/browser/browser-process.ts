import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext } from 'playwright';
import { disabledFeatures } from './disabled-features.js';
import { measureMemory } from './measure-memory.js';
import { RefusingProxy } from './refusing-proxy.js';

/** Which browser to run, as the configuration says. */
export interface BrowserSettings {
  /** Of a Chromium that is installed. */
  executablePath: string;
  /** What it needs on this machine, such as `--no-sandbox`. */
  args?: readonly string[];
  /** Its whole environment. Nothing of the process's own is passed on, because that holds secrets. */
  env?: Readonly<Record<string, string>>;
  /** Above this the browser is killed, in bytes over all of its processes. */
  maxMemory?: number;
}

const launchMs = 20_000;
const closeMs = 3_000;
const watchMs = 500;
const defaultMaxMemory = 1_500_000_000;

/** Each closes a way around the proxy: loopback, names, QUIC and WebRTC. */
const seal = (proxy: string): string[] => [
  `--proxy-server=${proxy}`,
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-quic',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
];
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  `--disable-features=${disabledFeatures.join(',')}`,
  '--dns-prefetch-disable',
  '--no-pings',
  '--mute-audio',
  '--js-flags=--max-old-space-size=256',
];

const within = async <Result>(ms: number, work: Promise<Result>): Promise<Result | 'late'> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => {
      resolve('late');
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * One running Chromium: its process, its closed proxy, and the watch on its memory. When it is gone, for whatever
 * reason, `isGone` says so and another must be launched.
 */
export class BrowserProcess {
  private peak = 0;
  private readonly watch: NodeJS.Timeout;

  private constructor(
    private readonly browser: Browser,
    private readonly proxy: RefusingProxy,
    /** Of the browser's main process. */
    readonly pid: number,
    maxMemory: number,
  ) {
    this.watch = setInterval(() => {
      const bytes = measureMemory(pid) ?? 0;
      this.peak = Math.max(this.peak, bytes);
      if (bytes > maxMemory) this.kill();
    }, watchMs);
    this.watch.unref();
    browser.on('disconnected', () => {
      clearInterval(this.watch);
    });
  }

  /** @throws Error when the browser does not start */
  static async launch(settings: BrowserSettings): Promise<BrowserProcess> {
    const { executablePath, args = [], env = {}, maxMemory = defaultMaxMemory } = settings;
    const proxy = await RefusingProxy.start();
    let browser: Browser | undefined;
    try {
      browser = await chromium.launch({
        executablePath,
        args: [...args, ...quiet, ...seal(proxy.url)],
        env: { ...env },
        chromiumSandbox: !args.includes('--no-sandbox'),
        timeout: launchMs,
        // The process that we are part of decides what its signals mean.
        handleSIGHUP: false,
        handleSIGINT: false,
        handleSIGTERM: false,
      });
      return new BrowserProcess(browser, proxy, await findPid(browser), maxMemory);
    } catch (error) {
      await browser?.close();
      await proxy.close();
      throw error;
    }
  }

  get isGone(): boolean {
    return !this.browser.isConnected();
  }

  /** Most memory that was seen, in bytes; 0 where it cannot be measured. */
  get peakMemory(): number {
    return this.peak;
  }

  /** What tried to connect past the route handlers. */
  get refusedConnections(): readonly string[] {
    return this.proxy.refused;
  }

  /** A context of its own for one page: no cookie, cache or permission of another, and none outlives it. */
  openContext(userAgent: string): Promise<BrowserContext> {
    return this.browser.newContext({
      userAgent,
      acceptDownloads: false,
      permissions: [],
      serviceWorkers: 'block',
      ignoreHTTPSErrors: false,
      locale: 'en-US',
      viewport: { width: 1280, height: 900 },
    });
  }

  /** Closes a context, or the whole browser where the context does not let itself be closed. */
  async closeContext(context: BrowserContext): Promise<void> {
    const closing = context.close().catch(() => undefined);
    if ((await within(closeMs, closing)) === 'late') this.kill();
  }

  /** Ends the process at once. Its children follow, because their pipes break. */
  kill(): void {
    // A number of a process that is gone may belong to a stranger by now.
    if (this.isGone) return;
    try {
      process.kill(this.pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  }

  /** Ends the browser and waits until its process is gone. */
  async close(): Promise<void> {
    clearInterval(this.watch);
    const closing = this.browser.close().catch(() => undefined);
    if ((await within(closeMs, closing)) === 'late') this.kill();
    await this.untilEnded();
    await this.proxy.close();
  }

  /** Playwright takes a killed browser for closed while the system is still clearing it away. */
  private async untilEnded(): Promise<void> {
    const until = performance.now() + closeMs;
    while (isRunning(this.pid) && performance.now() < until) await sleep(20);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function findPid(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('The browser does not say which process it is.');
  return main.id;
}
