import process from 'node:process';
import { chromium } from 'playwright-core';

const TIMEOUT_MS = 20_000;

/**
 * Opens a page with the browser, first with its sandbox, then without: containers often forbid the sandbox,
 * and root always has to do without.
 * @param {import('../find-browser.mjs').Browser} browser
 * @returns {Promise<import('../find-browser.mjs').Browser | undefined>} with the arguments that worked, or
 *   undefined when it does not run
 */
export async function probeBrowser(browser) {
  // Chromium crashes on large pages with the 64 MB of /dev/shm that Docker gives.
  const basic = [...browser.args, '--disable-dev-shm-usage'];
  const withoutSandbox = [...new Set([...basic, '--no-sandbox'])];
  const isSandboxOut = process.getuid?.() === 0 || basic.includes('--no-sandbox');
  for (const args of isSandboxOut ? [withoutSandbox] : [basic, withoutSandbox])
    if (await opensPage({ ...browser, args })) return { ...browser, args };
  return undefined;
}

/**
 * @param {import('../find-browser.mjs').Browser} browser
 * @returns {Promise<boolean>}
 */
async function opensPage({ executablePath, args, env }) {
  let instance;
  try {
    instance = await chromium.launch({
      executablePath,
      args,
      env: { ...process.env, ...env },
      chromiumSandbox: !args.includes('--no-sandbox'),
      timeout: TIMEOUT_MS,
    });
    const page = await instance.newPage();
    await page.setContent('<p>hatched</p>', { timeout: TIMEOUT_MS });
    return (await page.textContent('p')) === 'hatched';
  } catch {
    return false;
  } finally {
    await instance?.close();
  }
}
