import { expect, test, type Page } from '@playwright/test';
import { expectTidy, hatch, untilLaunched } from './hatchr-page.js';

const metaOf = (page: Page, property: string) =>
  page.locator(`meta[property="${property}"]`).getAttribute('content');

/** What a person reads at an address, and its status. */
async function readAt(page: Page, address: string) {
  const answer = await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const robots = await page.locator('meta[name="robots"]').evaluateAll((all) => all.length);
  return {
    status: answer?.status(),
    title: await page.title(),
    isHiddenFromSearch: robots > 0,
    main: await page.getByRole('main').innerHTML(),
  };
}

test('a shared link shows the pitch to read, previews it, and opens nothing once it is taken back', async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000);
  await hatch(page, 'Tool library for a street of neighbours');
  const projectId = await untilLaunched(page);
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  const sharing = page.getByRole('switch', { name: 'Share a link' });
  await expect(sharing).not.toBeChecked();
  await sharing.click();
  const seen = page.getByRole('link', { name: 'See what they see' });
  const path = (await seen.getAttribute('href')) ?? '';

  const strangers = await browser.newContext();
  const stranger = await strangers.newPage();
  await stranger.goto(path);
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(stranger.getByText('You are reading this through a shared link.')).toBeVisible();
  await expect(stranger.getByRole('tab', { name: 'Overview' })).toBeVisible();
  for (const kept of ['Edit', 'Revisions', 'Code', 'Channels', 'Deploy'])
    await expect(stranger.getByRole('tab', { name: kept })).toHaveCount(0);
  await expect(stranger.getByRole('switch')).toHaveCount(0);
  await expect(stranger.getByRole('button', { name: /delete/i })).toHaveCount(0);
  await expectTidy(stranger);
  await expect(stranger.getByRole('link', { name: /ZIP/ })).toHaveCount(0);
  await stranger.getByRole('button', { name: 'See the deck' }).click();
  await expect(stranger.getByRole('heading', { name: 'Pitch deck' })).toBeVisible();
  await page.getByRole('switch', { name: 'Include downloads' }).click();
  await expect(page.getByText('download the whole kit')).toBeVisible();
  await stranger.reload();
  await expect(stranger.getByRole('link', { name: 'Download ZIP' })).toBeVisible();
  await page.getByRole('switch', { name: 'Include downloads' }).click();

  expect(await metaOf(stranger, 'og:title')).toContain(name);
  expect(await metaOf(stranger, 'og:description')).not.toBe('');
  const image = await strangers.request.get((await metaOf(stranger, 'og:image')) ?? '');
  expect([image.status(), image.headers()['content-type']]).toEqual([200, 'image/png']);
  // The link opens this page and not the one of its owner.
  await stranger.goto(`/launch?project=${projectId}`);
  await expect(stranger.getByText('This project could not be shown')).toBeVisible();

  const missing = await readAt(stranger, '/no-such-page');
  expect(missing.status).toBe(404);
  const guessed = path.replace(/.$/u, (last) => (last === 'A' ? 'B' : 'A'));
  expect(await readAt(stranger, guessed)).toEqual(missing);
  await sharing.click();
  await expect(page.getByText('Private: only you can open this page.')).toBeVisible();
  expect(await readAt(stranger, path)).toEqual(missing);
  await strangers.close();
});
