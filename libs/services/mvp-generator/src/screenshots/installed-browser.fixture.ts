import type { BrowserSettings } from './launch-browser.js';

/** The Chromium that `npm test` finds, unpacks or downloads for everyone. Throws where there is none: no test is skipped. */
export async function findInstalledBrowser(): Promise<BrowserSettings> {
  const tools = new URL('../../../../../tools/find-browser.mjs', import.meta.url).href;
  const { findBrowser } = (await import(tools)) as { findBrowser: () => Promise<BrowserSettings> };
  return findBrowser();
}
