// Two sessions on one app: what one has, the other can neither read, change nor delete by anything a browser sends.
import { buildAppModel } from '@hatchr/mvp-generator';
import { findRowId, openDemo, openNewAccount } from './sign-in.mjs';

/** @typedef {import('./serve-app.mjs').ServedApp} ServedApp */

/**
 * @param {import('playwright-core').Browser} browser
 * @param {ServedApp} app
 * @returns {Promise<string[]>} what is wrong, in sentences
 */
export async function tryTwoAccounts(browser, app) {
  const owner = await browser.newContext();
  const stranger = await browser.newContext();
  /** @type {string[]} */
  const problems = [];
  try {
    await openDemo(owner, app.base);
    await openNewAccount(stranger, app.base);
    for (const { route, table, fields } of buildAppModel(app.spec).entities) {
      const id = await findRowId(owner, app.base, route);
      if (!id) {
        problems.push(`${route} lists no demo row.`);
        continue;
      }
      const read = async (/** @type {typeof owner} */ session) => {
        const answer = await session.request.get(`${app.base}/api/export/${table}`);
        if (!answer.ok()) throw new Error(`The export of ${table} answered ${answer.status()}.`);
        return answer.text();
      };
      const before = await read(owner);
      if (!before.includes(id)) problems.push(`The owner's export of ${table} lacks the own row.`);
      if ((await read(stranger)).includes(id))
        problems.push(`The export of ${table} shows the row of another account.`);
      for (const path of [`${route}/${id}`, `${route}/${id}/edit`]) {
        const page = await stranger.newPage();
        await page.goto(app.base + path);
        // A page is streamed: the refusal may come after its loading state.
        await page
          .getByText('There is no such page')
          .waitFor({ timeout: 30_000 })
          .catch(() => problems.push(`${path} is shown to another account.`));
        await page.close();
      }
      const text = fields.find(({ spec }) => spec.type === 'text')?.column;
      for (const request of await captureActions(owner, app.base, `${route}/${id}`, text)) {
        await stranger.request.post(request.url, { headers: request.headers, data: request.body });
        const after = await read(owner);
        if (after !== before)
          problems.push(
            `${request.name} of ${route} changed the rows of another account: ${after.length} characters instead of ${before.length}.`,
          );
      }
    }
  } finally {
    await Promise.all([owner.close(), stranger.close()]);
  }
  return problems;
}

/**
 * The requests of the owner's own buttons, taken down on their way and never let through.
 * @param {import('playwright-core').BrowserContext} owner
 * @param {string} base
 * @param {string} path of the row
 * @param {string | undefined} text a column to write into
 */
async function captureActions(owner, base, path, text) {
  /** @type {{ name: string, url: string, headers: Record<string, string>, body: Buffer }[]} */
  const captured = [];
  const capture = async (
    /** @type {string} */ name,
    /** @type {string} */ address,
    /** @type {(page: import('playwright-core').Page) => Promise<void>} */ act,
  ) => {
    const page = await owner.newPage();
    await page.route('**/*', (route) => {
      const request = route.request();
      if (request.method() !== 'POST') return route.continue();
      const { 'next-action': action = '', 'content-type': type = '' } = request.headers();
      const headers = { 'next-action': action, 'content-type': type, origin: base };
      captured.push({
        name,
        url: request.url(),
        headers,
        body: request.postDataBuffer() ?? Buffer.alloc(0),
      });
      return route.abort();
    });
    await page.goto(base + address, { waitUntil: 'networkidle' });
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await act(page);
    await sent;
    await page.close();
  };
  await capture('Saving', `${path}/edit`, async (page) => {
    if (text) await page.locator(`[name="${text}"]`).fill('Taken over');
    await page.getByRole('button', { name: 'Save' }).click();
  });
  await capture('Deleting', path, async (page) => {
    await page.getByRole('button', { name: 'Delete', exact: true }).first().click();
    await page.locator('dialog').getByRole('button', { name: 'Delete' }).click();
  });
  return captured;
}
