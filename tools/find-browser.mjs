// Finds a Chromium that runs here, without root: the one that is named, the system's, Playwright's, the one
// that npm installed, and last a download.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { listCandidates, listShells, playwrightChromium } from './browser/list-candidates.mjs';
import { probeBrowser } from './browser/probe-browser.mjs';
import { unpackChromium } from './browser/unpack-chromium.mjs';
import { ClearError } from './clear-error.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const DOWNLOAD_MS = 180_000;

/**
 * @typedef {object} Browser
 * @property {string} executablePath absolute
 * @property {string[]} args what it needs on this machine, such as --no-sandbox
 * @property {Record<string, string>} env what to add to its environment, mostly nothing
 */

/**
 * The first browser that really opens a page.
 * @param {(text: string) => void} [log] progress in words
 * @returns {Promise<Browser>}
 * @throws {ClearError} when there is none and none can be downloaded
 */
export async function findBrowser(log = () => undefined) {
  return (await findInstalledBrowser(log)) ?? (await useDownload(log)) ?? giveUp();
}

/**
 * The first browser that is there already and really opens a page.
 * @param {(text: string) => void} [log] progress in words
 * @returns {Promise<Browser | undefined>}
 * @throws {ClearError} when the one that is named does not
 */
export async function findInstalledBrowser(log = () => undefined) {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) {
    const browser = await probeBrowser({ executablePath: named, args: [], env: {} });
    if (browser) return browser;
    throw new ClearError(
      `PLAYWRIGHT_CHROMIUM names ${named}, which does not open a page.`,
      'correct it, or leave it out to let Hatchr look for a browser.',
    );
  }
  for (const executablePath of listCandidates()) {
    const browser = await probeBrowser({ executablePath, args: [], env: {} });
    if (browser) return browser;
  }
  return useUnpacked(log);
}

/**
 * The browser that is there already and reads pages at the least cost: a headless shell opens no window for a
 * page, and so takes half the processor time. The pages are strangers', so where another browser runs in its
 * sandbox and the shell does not, that one is taken.
 * @param {(text: string) => void} [log] progress in words
 * @returns {Promise<Browser | undefined>}
 * @throws {ClearError} when the one that is named does not open a page
 */
export async function findReadingBrowser(log = () => undefined) {
  const shell = process.env.PLAYWRIGHT_CHROMIUM ? undefined : await findShell(log);
  if (shell && isSandboxed(shell)) return shell;
  const other = await findInstalledBrowser(log);
  return other && (!shell || isSandboxed(other)) ? other : shell;
}

/** @param {Browser} browser */
const isSandboxed = ({ args }) => !args.includes('--no-sandbox');

/** @param {(text: string) => void} log */
async function findShell(log) {
  for (const executablePath of listShells()) {
    const browser = await probeBrowser({ executablePath, args: [], env: {} });
    if (browser) return browser;
  }
  return useUnpacked(log);
}

/** @param {(text: string) => void} log */
async function useUnpacked(log) {
  for (const candidate of await unpackChromium(path.join(root, 'node_modules/.cache'), log)) {
    const browser = await probeBrowser(candidate);
    if (browser) return browser;
  }
  return undefined;
}

/** @param {(text: string) => void} log */
async function useDownload(log) {
  log('no browser found; downloading one with Playwright');
  const cli = path.join(root, 'node_modules/playwright/cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    cwd: root,
    stdio: 'ignore',
    timeout: DOWNLOAD_MS,
  });
  const executablePath = playwrightChromium();
  if (!executablePath) return undefined;
  return probeBrowser({ executablePath, args: [], env: {} });
}

/** @returns {never} */
function giveUp() {
  throw new ClearError(
    'No Chromium runs on this machine, and none could be downloaded.',
    'install one (Debian: apt-get install chromium), or set PLAYWRIGHT_CHROMIUM=/path/to/chrome.',
  );
}
