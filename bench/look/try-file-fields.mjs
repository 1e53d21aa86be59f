// The first file field of an app as its owner uses it, with and without JavaScript, and what another account sees of it.
import path from 'node:path';
import { buildAppModel } from '@hatchr/mvp-generator';
import { findRowId, openDemo, openNewAccount } from './sign-in.mjs';

/** A picture of 32 by 32 green points. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAKklEQVR42mMQW+xFU8QwasGoBaMWjFowasGoBaMWjFowasGoBaMWDBULAGwnDD30EIiYAAAAAElFTkSuQmCC',
  'base64',
);

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('./serve-app.mjs').ServedApp} app
 * @param {string} folder for pictures of the form, the row and the list
 * @returns {Promise<string[]>} what is wrong, in sentences
 */
export async function tryFileFields(browser, app, folder) {
  const entity = buildAppModel(app.spec).entities.find(({ fields }) =>
    fields.some(({ spec }) => spec.type === 'file'),
  );
  const field = entity?.fields.find(({ spec }) => spec.type === 'file')?.column;
  if (!entity || !field) return [];
  const sessions = await Promise.all([
    browser.newContext(),
    browser.newContext({ javaScriptEnabled: false }),
    browser.newContext(),
  ]);
  const [owner, plain, stranger] = sessions;
  /** @type {string[]} */
  const problems = [];
  const expect = (/** @type {boolean} */ fact, /** @type {string} */ text) => {
    if (!fact) problems.push(`File field ${field} of ${entity.route}: ${text}`);
  };
  try {
    const page = await openDemo(owner, app.base);
    await openDemo(plain, app.base);
    await openNewAccount(stranger, app.base, 'other@example.com');
    const id = await findRowId(owner, app.base, entity.route);
    const row = `${app.base}${entity.route}/${id}`;
    const save = async (
      /** @type {typeof page} */ on,
      /** @type {{ name: string, mimeType: string, buffer: Buffer } | null} */ file,
    ) => {
      await on.goto(`${row}/edit`);
      if (file) await on.locator(`input[type="file"][name="${field}"]`).setInputFiles(file);
      else await on.locator(`input[name="${field}.remove"]`).check();
      await on.getByRole('button', { name: 'Save' }).click();
      await on.waitForURL(row);
    };
    await save(page, { name: 'green.png', mimeType: 'image/png', buffer: picture });
    const shown = page.getByAltText('green.png');
    await shown.waitFor({ timeout: 30_000 });
    expect(
      await shown.evaluate((image) => /** @type {HTMLImageElement} */ (image).naturalWidth > 0),
      'the page of the row shows no picture.',
    );
    await page.screenshot({ path: path.join(folder, 'file-row.png'), fullPage: true });
    await page.goto(`${row}/edit`, { waitUntil: 'networkidle' });
    await page.screenshot({ path: path.join(folder, 'file-form.png'), fullPage: true });
    await page.goto(app.base + entity.route, { waitUntil: 'networkidle' });
    await page.screenshot({ path: path.join(folder, 'file-list.png'), fullPage: true });

    const exported = JSON.parse(await (await owner.request.get(`${app.base}/api/export`)).text());
    const file = exported.files.find(
      (/** @type {{ name: string }} */ { name }) => name === 'green.png',
    );
    const address = `${app.base}/api/files/${file?.id}`;
    const statusFor = async (/** @type {typeof owner} */ session) =>
      (await session.request.get(address)).status();
    expect((await statusFor(owner)) === 200, 'its owner cannot open it.');
    expect((await statusFor(stranger)) === 404, 'another account opens it.');

    const text = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Without it.') };
    const noScript = await plain.newPage();
    await save(noScript, text);
    expect((await noScript.content()).includes('note.txt'), 'no JavaScript, no replacement.');
    expect((await statusFor(owner)) === 404, 'the replaced file is still there.');
    await save(noScript, null);
    expect(!(await noScript.content()).includes('note.txt'), 'no JavaScript, no removal.');
  } catch (error) {
    expect(false, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  } finally {
    await Promise.all(sessions.map((session) => session.close()));
  }
  return problems;
}
