import { expect, type Page } from '@playwright/test';

/** Types an idea on the home page and sends it. Returns the id of the job. */
export async function hatch(page: Page, idea: string): Promise<string> {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Describe your startup idea' }).fill(idea);
  await page.getByRole('button', { name: 'Hatch it' }).click();
  await page.waitForURL(/\/generate\?job=/);
  await expectTidy(page);
  const jobId = new URL(page.url()).searchParams.get('job');
  if (!jobId) throw new Error('the progress page names no job');
  return jobId;
}

/** Waits on the progress page until the launch page opens by itself. Returns the id of the project. */
export async function untilLaunched(page: Page): Promise<string> {
  await page.waitForURL(/\/launch\?project=/, { timeout: 90_000 }).catch(async (error: unknown) => {
    throw new Error(`no launch page opened; ${await describeWait(page)}`, { cause: error });
  });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const projectId = new URL(page.url()).searchParams.get('project');
  if (!projectId) throw new Error('the launch page names no project');
  return projectId;
}

/** Fails when the page can be scrolled sideways or has logged an error. */
export async function expectTidy(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `sideways scroll on ${page.url()}`).toBeLessThanOrEqual(0);
}

/** Where a job stands that did not end in time: what the page shows, and what the server says. */
async function describeWait(page: Page): Promise<string> {
  const jobId = new URL(page.url()).searchParams.get('job') ?? '';
  const shown = await page.getByRole('main').innerText();
  const status = await page.request.get(`/api/status/${jobId}`);
  return `the page shows:\n${shown}\nthe server says:\n${await status.text()}`;
}
