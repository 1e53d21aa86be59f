import {
  screenshotThemes,
  type GeneratedFile,
  type ProductScreenshot,
  type ProductScreenshots,
  type ProductSpec,
} from '@hatchr/contracts';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { choosePages, type PageToCapture } from './choose-pages.js';
import { launchBrowser, type BrowserSettings } from './launch-browser.js';

export interface CapturedScreenshots extends ProductScreenshots {
  files: GeneratedFile[];
}

export interface CaptureRequest {
  /** `http://127.0.0.1:<port>` of the running app. */
  base: string;
  spec: ProductSpec;
  browser: BrowserSettings;
  signal: AbortSignal;
  timeoutMs: number;
}

type Device = ProductScreenshot['device'];

const devices: Record<Device, BrowserContextOptions> = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  },
};
const fixed: BrowserContextOptions = {
  acceptDownloads: false,
  serviceWorkers: 'block',
  locale: 'en-US',
  timezoneId: 'UTC',
};

// A page takes a fraction of it. Now and then a browser stops answering with every page that it has open and does not
// recover: another one goes on where it stopped.
const hungMs = 5_000;
const browsersAtMost = 6;
// React reveals what it has streamed a little after the page was loaded, and marks the places that still wait.
const revealed = `!document.querySelector('template[id^="B:"]')`;
// Fonts are there and what the page does after it was loaded is done.
const settled = `document.fonts.ready.then(() => new Promise((resolve) => {
  const idle = (then) => requestIdleCallback(then, { timeout: 500 });
  idle(() => idle(() => resolve(true)));
}))`;

/** None were taken, and why, in one sentence. */
export const noScreenshots = (reason: string): CapturedScreenshots => ({
  images: [],
  files: [],
  reason,
});

/**
 * Photographs the best pages of a running app, in both themes, on a desktop and a phone. It never fails for a browser
 * or a page that does: `reason` then says what is missing. Throws the reason of the signal on abort. No browser is
 * left running.
 */
export async function captureApp(request: CaptureRequest): Promise<CapturedScreenshots> {
  const { signal, timeoutMs } = request;
  const ended = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const taken: Shot[] = [];
  let reason: string | null = null;
  for (let left = browsersAtMost; left > 0 && !ended.aborted; left -= 1) {
    const outcome = await captureRest(request, ended, taken);
    reason = outcome.reason;
    if (!outcome.hung) break;
  }
  signal.throwIfAborted();
  const shots = taken.toSorted((a, b) => (a.order < b.order ? -1 : 1));
  return {
    images: shots.map(({ image }) => image),
    files: shots.map(({ image, content }) => ({ path: image.path, content })),
    reason,
  };
}

/** Photographs by a browser of its own what is not taken yet. */
async function captureRest(
  request: CaptureRequest,
  ended: AbortSignal,
  taken: Shot[],
): Promise<{ reason: string | null; hung: boolean }> {
  let browser: Browser | undefined;
  const hung = new AbortController();
  const close = (): void => void browser?.close().catch(() => undefined);
  const watch = setTimeout(() => {
    hung.abort();
    close();
  }, hungMs);
  ended.addEventListener('abort', close, { once: true });
  try {
    browser = await launchBrowser(request.browser, request.base);
    ended.throwIfAborted();
    return {
      reason: await captureAll(browser, request, taken, () => watch.refresh()),
      hung: false,
    };
  } catch (error) {
    const reason =
      hung.signal.aborted || ended.aborted
        ? `Not all screenshots were ready within ${String(Math.round(request.timeoutMs / 1000))} s.`
        : `The browser failed: ${firstLine(error)}`;
    return { reason, hung: hung.signal.aborted };
  } finally {
    clearTimeout(watch);
    ended.removeEventListener('abort', close);
    await browser?.close().catch(() => undefined);
  }
}

interface Shot {
  /** Of the page, from 1. */
  number: number;
  order: string;
  image: ProductScreenshot;
  content: Uint8Array;
}

/** Gives what could not be photographed as a sentence, or null. */
async function captureAll(
  browser: Browser,
  { base, spec }: CaptureRequest,
  taken: Shot[],
  progressed: () => void,
): Promise<string | null> {
  const open = (options: BrowserContextOptions): Promise<BrowserContext> =>
    browser.newContext({ ...fixed, ...options });
  const member = await open(devices.desktop);
  await openDemo(member, base);
  const targets = await Promise.all(
    choosePages(spec).map(async (target) => ({
      ...target,
      address: base + (await addressOf(target, member, base)),
    })),
  );
  const storageState = await member.storageState();
  await member.close();
  const failed = new Set<string>();
  const captureDevice = async (device: Device): Promise<void> => {
    const visitor = await (await open(devices[device])).newPage();
    const inside = await (await open({ ...devices[device], storageState })).newPage();
    for (const [index, target] of targets.entries()) {
      const number = index + 1;
      progressed();
      if (taken.some((shot) => shot.number === number && shot.image.device === device)) continue;
      const page = target.isPrivate ? inside : visitor;
      const answer = await page.goto(target.address, { waitUntil: 'load' });
      if (answer?.status() !== 200) failed.add(target.title);
      else taken.push(...(await capturePage(page, target, { device, number })));
    }
  };
  // One after the other: navigating in one page while another is photographed makes the browser hang more often.
  await captureDevice('desktop');
  await captureDevice('phone');
  return failed.size > 0 ? `These pages did not answer: ${[...failed].join(', ')}.` : null;
}

async function openDemo(member: BrowserContext, base: string): Promise<void> {
  const page = await member.newPage();
  await page.goto(`${base}/login`);
  await page.getByRole('button', { name: 'Open the demo workspace' }).click();
  await page.waitForURL(`${base}/dashboard`, { waitUntil: 'commit' });
  await page.close();
}

/** The path with the first row of its list in place of `[id]`. */
async function addressOf(
  { page, listRoute }: PageToCapture,
  member: BrowserContext,
  base: string,
): Promise<string> {
  if (!listRoute) return page;
  const list = await member.request.get(`${base}${listRoute}?view=table`, { maxRedirects: 0 });
  const id = new RegExp(`href="${listRoute}/([0-9a-f-]{36})"`, 'u').exec(await list.text())?.[1];
  return page.replace('[id]', id ?? 'none');
}

async function capturePage(
  page: Page,
  target: PageToCapture,
  { device, number }: { device: Device; number: number },
): Promise<Shot[]> {
  await page.waitForFunction(revealed);
  await page.waitForFunction(settled);
  const shots: Shot[] = [];
  for (const theme of screenshotThemes) {
    await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    const content = await page.screenshot({ animations: 'disabled', scale: 'device' });
    const name = `${String(number)}-${nameOf(target)}.${device}.${theme}`;
    shots.push({
      number,
      order: name,
      image: {
        page: target.page,
        title: target.title,
        role: target.role,
        theme,
        device,
        // Where every PNG has its size.
        width: content.readUInt32BE(16),
        height: content.readUInt32BE(20),
        path: `launch/screenshots/${name}.png`,
      },
      content,
    });
  }
  return shots;
}

/** `bookings`, `booking` of its detail page, `landing`. */
function nameOf({ page, role }: PageToCapture): string {
  const name = page.replace('/[id]', '').replaceAll('/', '-').slice(1);
  return role === 'landing' ? role : role === 'detail' ? `${name}-detail` : name;
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
