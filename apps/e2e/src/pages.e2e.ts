import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { expectTidy, hatch, untilLaunched } from './hatchr-page.js';

let launchPath = '';
let state: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  const page = await browser.newPage();
  await hatch(page, 'AI scheduling tool for freelancers');
  const projectId = await untilLaunched(page);
  launchPath = `/launch?project=${projectId}`;
  state = await page.context().storageState();
  await page.close();
});

const tabs = [
  'overview',
  'competitors',
  'code',
  'media',
  'channels',
  'proof',
  'deploy',
  'served-by',
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [375, 1440]) {
    test(`every page fits and is accessible in ${colorScheme} at ${width} px`, async ({
      browser,
    }) => {
      const context = await browser.newContext({
        storageState: state,
        colorScheme,
        viewport: { width, height: 900 },
      });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      const paths = [
        '/',
        '/projects',
        '/verify',
        '/signin',
        '/nowhere',
        ...tabs.map((tab) => `${launchPath}&tab=${tab}`),
      ];
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectTidy(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const grave = violations.filter(
          ({ impact }) => impact === 'serious' || impact === 'critical',
        );
        expect(grave.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
      }
      expect(problems).toEqual([]);
      await context.close();
    });
  }
}

test('the whole way can be walked with the keyboard alone', async ({ page }) => {
  await page.goto('/');
  const idea = page.getByRole('textbox', { name: 'Describe your startup idea' });
  for (
    let presses = 0;
    presses < 30 && !(await idea.evaluate((box) => box === document.activeElement));
    presses += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await expect(idea).toBeFocused();
  await page.keyboard.type('Recipe planner for shared flats');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/generate\?job=/);
  await untilLaunched(page);
});

test('a refused sentence says why and is not lost', async ({ page }) => {
  await page.goto('/');
  const idea = page.getByRole('textbox', { name: 'Describe your startup idea' });
  await idea.fill('ab');
  await page.getByRole('button', { name: 'Hatch it' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'at least 3 characters' })).toBeVisible();
  await expect(idea).toHaveValue('ab');
});

test('a person can sign up and finds what they made as a guest', async ({ page }) => {
  await hatch(page, 'Ticket sales for village theatres');
  await untilLaunched(page);
  await page.goto('/signin');
  await page
    .getByRole('tab', { name: /create/i })
    .or(page.getByRole('button', { name: /create an account/i }))
    .first()
    .click();
  await page.getByLabel(/name/i).first().fill('Ada');
  await page.getByLabel(/e-?mail/i).fill(`ada-${Date.now()}@example.com`);
  await page
    .getByLabel(/password/i)
    .first()
    .fill('correct horse battery');
  await page
    .getByRole('button', { name: /create/i })
    .last()
    .click();
  // The answer brings the new session; leaving before it comes would go on as the guest that is no more.
  await page.waitForURL((url) => url.pathname !== '/signin');
  await page.goto('/projects');
  await expect(page.getByText('Ticket sales for village theatres').first()).toBeVisible();
});

test('the API description opens on the same origin', async ({ page }) => {
  await page.goto('/api/docs');
  await expect(page.getByText('/api/generate').first()).toBeVisible();
});
