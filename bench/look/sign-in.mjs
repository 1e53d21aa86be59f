// Sessions in a browser: the demo account, and a new one that a stranger makes.

/** @typedef {import('playwright-core').BrowserContext} BrowserContext */

// The first account of a new app fills its database, which a machine that is busy elsewhere does slowly.
const PATIENCE_MS = 120_000;

/**
 * @param {BrowserContext} session
 * @param {string} base
 */
export async function openDemo(session, base) {
  session.setDefaultTimeout(PATIENCE_MS);
  const page = await session.newPage();
  await page.goto(`${base}/login`);
  await page.getByRole('button', { name: 'Open the demo workspace' }).click();
  await page.waitForURL('**/dashboard');
  return page;
}

/**
 * @param {BrowserContext} session
 * @param {string} base
 * @param {string} email
 */
export async function openNewAccount(session, base, email = 'stranger@example.com') {
  session.setDefaultTimeout(PATIENCE_MS);
  const password = 'a-long-password';
  const page = await session.newPage();
  await page.goto(`${base}/signup`);
  await page.getByLabel('Your name').fill('Stranger');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL('**/login?created=1');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/welcome');
  await page.getByText('An empty workspace').click();
  await page.getByRole('button', { name: 'Open the workspace' }).click();
  await page.waitForURL('**/dashboard');
  return page;
}

/**
 * The first row of a list.
 * @param {BrowserContext} session
 * @param {string} base
 * @param {string} route
 */
export async function findRowId(session, base, route) {
  const answer = await session.request.get(`${base}${route}?view=table`);
  return new RegExp(`href="${route}/([0-9a-f-]{36})"`).exec(await answer.text())?.[1];
}
