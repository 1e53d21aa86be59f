import { manifestSchema, projectSchema, toProofDocument } from '@hatchr/contracts';
import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hatch } from './hatchr-page.js';
import { readZip } from './read-zip.js';

const IDEA = 'AI scheduling tool for freelancers';

test('one sentence becomes a kit that was built, tested and run, with a proof', async ({
  page,
}, info) => {
  test.setTimeout(600_000);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));

  await hatch(page, IDEA);
  for (const title of ['Finding competitors', 'Building MVP', 'Packaging startup']) {
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
  }
  await expect(page.getByRole('log', { name: 'Live log' })).toContainText('Queued.');
  await expect(page.getByRole('progressbar').first()).toBeVisible();

  // The page is reloaded in the middle of the job and goes on as if nothing had happened.
  await page.reload();
  await expect(page.getByRole('log', { name: 'Live log' })).toContainText('Queued.');
  await page.waitForURL(/\/launch\?project=/, { timeout: 540_000 });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  const projectId = new URL(page.url()).searchParams.get('project') ?? '';
  const response = await page.request.get(
    `/trpc/project?input=${encodeURIComponent(JSON.stringify({ projectId }))}`,
  );
  const { result } = (await response.json()) as { result: { data: unknown } };
  const project = projectSchema.parse(result.data);
  expect(project.prompt).toBe(IDEA);
  expect(project.discovery.competitors.length).toBeGreaterThanOrEqual(3);
  // Gates are skipped, with a reason, only where the dependencies of the generated app cannot be installed.
  expect(project.verification).toMatchObject({ outcome: 'passed' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(project.name);

  const downloading = page.waitForEvent('download');
  await page
    .getByRole('link', { name: /Download ZIP/ })
    .first()
    .click();
  const download = await downloading;
  const file = info.outputPath('kit.zip');
  await download.saveAs(file);
  const files = await readZip(file);

  const top = `${project.slug}/`;
  const manifestBytes = files.get(`${top}hatchr.manifest.json`);
  const manifest = manifestSchema.parse(JSON.parse(String(manifestBytes)));
  expect(sha256(manifestBytes ?? Buffer.alloc(0))).toBe(project.manifestDigest);
  expect(manifest.files.map((entry) => `${top}${entry.path}`).sort()).toEqual(
    [...files.keys()].filter((name) => !name.endsWith('hatchr.manifest.json')).sort(),
  );
  for (const entry of manifest.files) {
    expect(sha256(files.get(`${top}${entry.path}`) ?? Buffer.alloc(0))).toBe(entry.sha256);
  }
  for (const name of [
    'package.json',
    'package-lock.json',
    'Dockerfile',
    'README.md',
    '.env.example',
    'LICENSE',
  ]) {
    expect([...files.keys()]).toContain(`${top}${name}`);
  }

  // The verifier in the ZIP agrees, also about the proof, and notices a changed byte.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hatchr-kit-'));
  try {
    for (const [name, bytes] of files) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), bytes);
    }
    const kit = path.join(folder, project.slug);
    const proof = path.join(folder, 'proof.json');
    writeFileSync(proof, JSON.stringify(toProofDocument(project.proof)));
    execFileSync(process.execPath, ['verify.mjs', '--proof', proof], { cwd: kit });
    chmodSync(path.join(kit, 'README.md'), 0o644);
    writeFileSync(path.join(kit, 'README.md'), 'changed');
    expect(() =>
      execFileSync(process.execPath, ['verify.mjs'], { cwd: kit, stdio: 'pipe' }),
    ).toThrow();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  // So does the public page: every file is hashed in the browser, and a ZIP with one changed byte is named.
  await page.goto('/verify');
  await page.getByLabel(/Drop the ZIP/).setInputFiles(file);
  await expect(page.getByText('Every file is as the manifest lists it')).toBeVisible();
  await expect(page.getByRole('status', { name: 'Result' })).toContainText('Verified');
  const damaged = readFileSync(file);
  const at = Math.floor(damaged.length / 2);
  damaged[at] = (damaged[at] ?? 0) ^ 1;
  await page.getByLabel(/Drop the ZIP/).setInputFiles({
    ...{ name: 'damaged.zip', mimeType: 'application/zip', buffer: damaged },
  });
  await expect(page.getByText(/These files are not the kit|This ZIP is damaged/)).toBeVisible();
  expect(problems).toEqual([]);
});

test('a running job can be cancelled, and goes on from where it stopped', async ({ page }) => {
  await hatch(page, 'Invoice reminders for plumbers');
  const log = page.getByRole('log', { name: 'Live log' });
  // The gates are running: real processes that must end with the job.
  await expect(log).toContainText('The code type-checks', { timeout: 60_000 });
  const cancel = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Cancel job' }).click();
    await page.getByRole('button', { name: 'Yes, cancel it' }).click();
    await expect(page.getByText('Stopped because you asked for it')).toBeVisible();
  };
  await cancel();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(log).toContainText('Queued again; finished steps are kept.');
  await cancel();
});

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
