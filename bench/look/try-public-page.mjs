// The public page as a visitor uses it, and what the owner sees of that.
import { buildAppModel } from '@hatchr/mvp-generator';
import { openDemo } from './sign-in.mjs';

const visitorName = 'Robin Visitor';

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('./serve-app.mjs').ServedApp} app
 * @param {string} folder for a picture of what the owner sees
 * @returns {Promise<string[]>} what is wrong, in sentences
 */
export async function tryPublicPage(browser, app, folder) {
  const settings = app.spec.publicPage;
  const entity = buildAppModel(app.spec).entities.find(
    ({ spec }) => spec.name === settings?.entity,
  );
  if (!settings || !entity) return [];
  const sessions = await Promise.all([browser.newContext(), browser.newContext()]);
  const [visitor, owner] = sessions;
  /** @type {string[]} */
  const problems = [];
  const expect = async (
    /** @type {Promise<boolean> | boolean} */ fact,
    /** @type {string} */ text,
  ) => {
    if (!(await fact)) problems.push(`Public page: ${text}`);
  };
  try {
    const address = `${app.base}/p${entity.route}`;
    const page = await visitor.newPage();
    await page.goto(address);
    const ownerPage = await openDemo(owner, app.base);
    if (settings.kind === 'status') {
      await expect(
        page.getByRole('heading', { name: 'Recent incidents' }).isVisible(),
        'shows no recent incidents.',
      );
      return problems;
    }
    const id = await page
      .locator('input[name="record_id"]')
      .first()
      .getAttribute('value', { timeout: 30_000 });
    const own = `${app.base}${entity.route}/${id}`;
    const form = (/** @type {typeof page} */ on) =>
      on.locator('form', { has: on.locator(`input[value="${id}"]`) });
    const send = async (/** @type {typeof page} */ on) => {
      if (settings.kind === 'roadmap') return form(on).getByRole('button').click();
      await on
        .locator('details', { has: on.locator(`input[value="${id}"]`) })
        .locator('summary')
        .click();
      await form(on).getByLabel('Your name').fill(visitorName);
      if (settings.kind !== 'rsvp')
        await form(on).getByLabel('E-mail or phone').fill('robin@example.com');
      await form(on).getByRole('button').first().click();
    };
    const late = await visitor.newPage();
    await late.goto(address);
    await send(page);
    await expect(isShown(page.getByText('Thank you. It was sent.')), 'does not thank the visitor.');
    await ownerPage.goto(own);
    const seen = settings.kind === 'roadmap' ? 'vote' : visitorName;
    const responses = ownerPage.getByRole('list', { name: 'Responses' });
    await expect(
      isShown(responses.getByText(seen).first()),
      'the owner does not see what was sent.',
    );
    await ownerPage.screenshot({ path: `${folder}/responses.owner.png`, fullPage: true });
    if (settings.kind === 'roadmap') {
      await send(page);
      await expect(
        isShown(page.getByText('You have voted for this already.')),
        'takes a second vote.',
      );
    }
    if (settings.kind === 'booking') {
      await ownerPage.getByRole('button', { name: `Accept the request of ${visitorName}` }).click();
      await isShown(responses.getByText('accepted').first());
    } else await press(ownerPage, 'Unpublish');
    await page.goto(address);
    await expect(
      (await page.locator(`input[value="${id}"]`).count()) === 0,
      'still shows what was taken off.',
    );
    await send(late);
    await expect(
      isShown(late.getByText('This could not be sent')),
      'takes what is no longer offered.',
    );
    await press(ownerPage, 'Publish');
    await page.goto(address);
    await expect(
      (await page.locator(`input[value="${id}"]`).count()) > 0,
      'does not show what was published again.',
    );
  } catch (error) {
    problems.push(`Public page: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  } finally {
    await Promise.all(sessions.map((session) => session.close()));
  }
  return problems;
}

/** @param {import('playwright-core').Locator} locator */
async function isShown(locator) {
  return locator.waitFor({ timeout: 30_000 }).then(
    () => true,
    () => false,
  );
}

/**
 * Presses Publish or Unpublish and waits for the other one to appear.
 * @param {import('playwright-core').Page} page
 * @param {'Publish' | 'Unpublish'} name
 */
async function press(page, name) {
  await page.getByRole('button', { name, exact: true }).click();
  const other = name === 'Publish' ? 'Unpublish' : 'Publish';
  await page.getByRole('button', { name: other, exact: true }).waitFor({ timeout: 30_000 });
}
