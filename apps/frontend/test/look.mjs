/**
 * Every page in both themes at 375 and 1440 px as PNG, and an axe check of each; ends with 1 on a serious or
 * critical issue, a page error or a sideways scroll. Needs the fixture server (see fixture-server.ts).
 *   node test/look.mjs <folder for the pictures> [origin=http://127.0.0.1:3000] [only=part of a name]
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import axe from '@axe-core/playwright';
import { chromium } from '@playwright/test';

const [folder = 'test-results/look', origin = 'http://127.0.0.1:3000', only = ''] =
  process.argv.slice(2);
const project = '7d0e9f9e-0a5c-4f4a-9a3b-6a7b0f6a1c01';
const digest = 'd'.repeat(64);

const startJob = async (page, prompt, untilText) => {
  await page.goto(`${origin}/`);
  await page.getByRole('textbox', { name: 'Describe your startup idea' }).fill(prompt);
  await page.getByRole('button', { name: 'Hatch it' }).click();
  await page.getByText(untilText).first().waitFor({ timeout: 60_000 });
};

const launch = (tab) => async (page) => {
  await page.goto(`${origin}/launch?project=${project}&tab=${tab}`);
  await page.getByRole('link', { name: 'Download ZIP' }).waitFor();
  await page.waitForLoadState('networkidle');
};

const visits = {
  home: async (page) => {
    await page.goto(`${origin}/`);
    await page.waitForLoadState('networkidle');
  },
  'home-refused': async (page) => {
    await page.goto(`${origin}/`);
    await page.waitForLoadState('networkidle');
    await page.getByRole('textbox').fill('a');
    await page.getByRole('textbox').press('Enter');
  },
  'home-identity': async (page) => {
    await page.goto(`${origin}/`);
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: /Concordium/ }).click();
  },
  settings: async (page) => {
    await page.goto(`${origin}/settings`);
    await page.getByRole('heading', { name: 'OpenAI' }).waitFor();
    // The picture before has left a key.
    if (await page.getByRole('button', { name: 'Remove' }).isVisible()) {
      await page.getByRole('button', { name: 'Remove' }).click();
      await page.getByRole('button', { name: 'Remove key' }).click();
    }
    await page.getByRole('button', { name: 'Add Anthropic key' }).click();
    await page.getByLabel('Anthropic API key').fill('of nobody');
    await page.getByRole('button', { name: 'Check and keep' }).click();
    await page.getByRole('button', { name: 'Add OpenAI key' }).click();
    await page.getByLabel('OpenAI API key').fill('sk-of-the-fixture');
    await page.getByRole('button', { name: 'Check and keep' }).first().click();
    await page.getByText('Key kept').waitFor();
  },
  'generate-running': (page) =>
    startJob(page, 'AI scheduling tool for freelancers', 'Writing 86 files'),
  'generate-failed': (page) => startJob(page, 'A tool that must fail once', 'verification.failed'),
  'generate-unknown': async (page) => {
    await page.goto(`${origin}/generate?job=3f1d3c60-6d1b-4b35-9c3e-1f5a2b7c8d91`);
    await page.getByRole('button', { name: 'Try again' }).waitFor();
  },
  'launch-overview': launch('overview'),
  'launch-competitors': launch('competitors'),
  'launch-code': launch('code&file=supabase/migrations/0001_init.sql'),
  'launch-media': launch('media'),
  'launch-channels': launch('channels'),
  'launch-proof': launch('proof'),
  'launch-deploy': launch('deploy'),
  'launch-served-by': launch('served-by'),
  'launch-edit': launch('edit'),
  'launch-revisions': launch('revisions&compare=1..2'),
  'launch-older': launch('overview&revision=1'),
  projects: async (page) => {
    await page.goto(`${origin}/projects`);
    await page.waitForLoadState('networkidle');
  },
  verify: async (page) => {
    await page.goto(`${origin}/verify?digest=${digest}`);
    await page.waitForLoadState('networkidle');
  },
  signin: async (page) => {
    await page.goto(`${origin}/signin`);
    await page.getByRole('tab', { name: 'Create account' }).click();
    await page.getByRole('button', { name: 'Create account' }).click();
  },
  'not-found': async (page) => {
    await page.goto(`${origin}/nowhere`);
  },
};

const browser = await chromium.launch({
  executablePath: process.env.PLAYWRIGHT_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
await mkdir(folder, { recursive: true });
let problems = 0;
const report = (text) => {
  problems += 1;
  console.log(text);
};

for (const [name, visit] of Object.entries(visits)) {
  if (!name.includes(only)) continue;
  for (const [width, height] of [
    [375, 812],
    [1440, 900],
  ]) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => report(`${name} ${width}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/404|401/.test(message.text()))
        report(`${name} ${width} console: ${message.text()}`);
    });
    await visit(page);
    for (const theme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.waitForTimeout(350);
      const sideways = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      if (sideways > 0) report(`${name} ${width} ${theme}: scrolls sideways by ${sideways} px`);
      await page.screenshot({
        path: path.join(folder, `${name}-${width}-${theme}.png`),
        fullPage: !name.includes('identity'),
      });
      const { violations } = await new axe({ page }).analyze();
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical')
          report(
            `${name} ${width} ${theme}: ${impact} ${id}\n  ${nodes
              .slice(0, 4)
              .map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`)
              .join('\n  ')}`,
          );
    }
    await context.close();
  }
}
await browser.close();
console.log(problems === 0 ? 'No problem found.' : `${problems} problems.`);
process.exitCode = problems === 0 ? 0 : 1;
