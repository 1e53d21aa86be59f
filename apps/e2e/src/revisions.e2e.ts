import { expect, test } from '@playwright/test';
import { expectTidy, hatch, untilLaunched } from './hatchr-page.js';

test('a specification can be edited, made again, compared and restored', async ({ page }) => {
  await hatch(page, 'Seed swap for allotment gardeners');
  const projectId = await untilLaunched(page);
  await page.getByRole('tab', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Tagline' }).fill('Seeds that travel from bed to bed');
  await page.getByRole('textbox', { name: 'Note (optional)' }).fill('A better tagline');
  await page.getByRole('button', { name: 'Regenerate as revision 2' }).click();
  await page.waitForURL(/\/generate\?job=/);
  await expect(page.getByText('A new revision of')).toBeVisible();

  expect(await untilLaunched(page)).toBe(projectId);
  await expect(page.getByText('Seeds that travel from bed to bed').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Revisions' }).click();
  await expect(page.getByText('A better tagline')).toBeVisible();
  await page.getByRole('link', { name: 'Compare with 2' }).click();
  await expect(page.getByRole('heading', { name: 'From revision 1 to revision 2' })).toBeVisible();
  await page.getByRole('button', { name: /src\/product\.ts/ }).click();
  await expect(page.getByRole('group', { name: 'Changes in src/product.ts' })).toContainText(
    'Seeds that travel from bed to bed',
  );
  await expectTidy(page);

  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('button', { name: 'Restore it' }).click();
  // The comparison below still quotes it; the head of the page must not.
  const head = page.getByRole('main').locator('header');
  await expect(head.getByText('Seeds that travel from bed to bed')).toHaveCount(0);
  await page.goto(`/launch?project=${projectId}&revision=2`);
  await expect(page.getByText('This is revision 2 of 2.')).toBeVisible();
});
