// One page in a browser: its picture in both themes, and whatever a visitor would stumble over.
/* global document */
import AxeBuilder from '@axe-core/playwright';
import path from 'node:path';

/** @typedef {import('./list-pages.mjs').AppPage} AppPage */
/**
 * @typedef {object} Problem
 * @property {string} page
 * @property {string} where such as `phone dark`
 * @property {'console' | 'request' | 'scroll' | 'axe' | 'status' | 'use'} kind
 * @property {string} text
 */

const themes = /** @type {const} */ (['light', 'dark']);
const serious = new Set(['serious', 'critical']);

/**
 * Collects what goes wrong on a page while it is open.
 * @param {import('playwright-core').Page} page
 * @param {(kind: Problem['kind'], text: string) => void} report
 */
export function watchPage(page, report) {
  page.on('console', (message) => {
    // The browser says the same of a failed request, without its address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      report('console', message.text());
  });
  page.on('pageerror', (error) => report('console', error.message));
  page.on('requestfailed', (request) => {
    // A page that is left ends its own prefetches.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      report('request', `${request.url()}: ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      report('request', `${response.status()} ${response.url()}`);
  });
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} base
 * @param {AppPage} target
 * @param {{ device: string, folder: string, report: (problem: Problem) => void }} options
 * @returns {Promise<string[]>} names of the pictures
 */
export async function inspectPage(page, base, target, { device, folder, report }) {
  const answer = await page.goto(base + target.path, { waitUntil: 'networkidle' });
  const note = (where, kind, text) => report({ page: target.name, where, kind, text });
  if (answer?.status() !== target.status)
    note(device, 'status', `answered ${answer?.status()} instead of ${target.status}`);
  // A colour that is still fading is not the colour that is read.
  await page.addStyleTag({ content: '*{transition:none!important;animation:none!important}' });
  const pictures = [];
  for (const theme of themes) {
    const where = `${device} ${theme}`;
    await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) note(where, 'scroll', `scrolls sideways by ${over} px`);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    for (const found of violations.filter(({ impact }) => serious.has(impact ?? '')))
      note(where, 'axe', `${found.id} (${found.impact}): ${found.nodes[0]?.target.join(' ')}`);
    const picture = `${target.name}.${device}.${theme}.png`;
    await page.screenshot({ path: path.join(folder, picture), fullPage: true });
    pictures.push(picture);
  }
  return pictures;
}
