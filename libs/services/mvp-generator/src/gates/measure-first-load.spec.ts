import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { measureFirstLoad } from './measure-first-load.js';

/** A folder as a build leaves it, with the landing page and scripts of so many bytes that do not compress. */
function builtApp(html: string, scripts: Record<string, number>): string {
  const folder = mkdtempSync(join(tmpdir(), 'first-load-'));
  const write = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write('.next/server/app/index.html', html);
  for (const [name, bytes] of Object.entries(scripts))
    write(`.next/static/${name}`, randomBytes(bytes));
  return folder;
}
const tag = (name: string, more = ''): string =>
  `<script src="/_next/static/${name}?v=1"${more}></script>`;

describe('measureFirstLoad', () => {
  it('counts each script of the landing page once, and none for old browsers', async () => {
    const html =
      tag('a.js', ' async=""') + tag('a.js') + tag('b.js') + tag('old.js', ' noModule=""');
    const folder = builtApp(html, { 'a.js': 60_000, 'b.js': 30_000, 'old.js': 150_000 });
    expect(await measureFirstLoad(folder)).toMatchObject({
      passed: true,
      detail: expect.stringContaining('90.1 kB'),
    });
  });
  it('refuses more than the budget and names the largest script', async () => {
    const folder = builtApp(tag('big.js') + tag('small.js'), {
      'big.js': 190_000,
      'small.js': 20_000,
    });
    const verdict = await measureFirstLoad(folder);
    expect(verdict.passed).toBe(false);
    expect(verdict.detail).toMatch(/more than the 200 kB[\s\S]*big\.js 190/u);
  });
  it('finds the scripts of an app under a path of its own', async () => {
    const html = '<script src="/shop/_next/static/a.js"></script>';
    expect((await measureFirstLoad(builtApp(html, { 'a.js': 1000 }))).passed).toBe(true);
  });
  it('refuses a landing page that the build did not write', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'first-load-'));
    expect((await measureFirstLoad(folder)).detail).toContain('not prerendered');
  });
});
