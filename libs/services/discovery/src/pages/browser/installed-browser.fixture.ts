import type { BrowserSettings } from './browser-process.js';

interface FoundBrowser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** The Chromium that `npm test` finds, unpacks or downloads for everyone. Throws where there is none: no test is skipped. */
export async function findInstalledBrowser(): Promise<BrowserSettings> {
  const tools = new URL('../../../../../../tools/find-browser.mjs', import.meta.url).href;
  const { findBrowser, findReadingBrowser } = (await import(tools)) as Record<
    'findBrowser' | 'findReadingBrowser',
    () => Promise<FoundBrowser | undefined>
  >;
  const found = (await findReadingBrowser()) ?? (await findBrowser());
  if (!found) throw new Error('No browser was found.');
  return found;
}
