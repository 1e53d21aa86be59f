import { expect, test } from '@playwright/test';
import { expectTidy, hatch, untilLaunched } from './hatchr-page.js';

test('three jobs at once from two people: each sees only their own', async ({ browser }) => {
  const [first, second] = await Promise.all([browser.newContext(), browser.newContext()]);
  const [ada, bob] = await Promise.all([first.newPage(), second.newPage()]);
  const other = await first.newPage();
  // The first page makes the session that both pages of this person share.
  const seeds = await hatch(ada, 'Seed swap for allotment gardeners');
  const [exhibits, habits] = await Promise.all([
    hatch(other, 'Tracker for court exhibits'),
    hatch(bob, 'Habit tracker for night-shift nurses'),
  ]);
  const projects = await Promise.all([ada, other, bob].map((page) => untilLaunched(page)));

  await bob.goto('/projects');
  await expect(bob.getByText('Habit tracker for night-shift nurses').first()).toBeVisible();
  await expect(bob.getByText('Seed swap for allotment gardeners')).toHaveCount(0);
  await ada.goto('/projects');
  await expect(ada.getByText('Seed swap for allotment gardeners').first()).toBeVisible();
  await expect(ada.getByText('Tracker for court exhibits').first()).toBeVisible();
  await expect(ada.getByText('Habit tracker for night-shift nurses')).toHaveCount(0);

  for (const jobId of [seeds, exhibits]) {
    expect((await bob.request.get(`/api/status/${jobId}`)).status()).toBe(404);
  }
  expect((await ada.request.get(`/api/status/${habits}`)).status()).toBe(404);
  expect((await bob.request.get(`/api/download/${projects[0] ?? ''}`)).status()).toBe(404);
  await bob.goto(`/launch?project=${projects[0] ?? ''}`);
  await expect(bob.getByText(/no such project/i).first()).toBeVisible();
  await Promise.all([first.close(), second.close()]);
});

for (const idea of [
  'Терминал для бронирования переговорных комнат',
  'asdf qwer zxcv',
  `<script>alert("x")</script> & $(rm -rf /) 'quoted'; DROP TABLE users; --`,
]) {
  test(`hatches an unusual sentence: ${idea.slice(0, 24)}`, async ({ page }) => {
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    await hatch(page, idea);
    await untilLaunched(page);
    await expect(page.getByText(idea).first()).toBeVisible();
    await expectTidy(page);
    expect(dialogs).toBe(0);
  });
}
