import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Test } from '@nestjs/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { silentStepContext, type GeneratedFile, type ProductSpec } from '@hatchr/contracts';
import { pickInstallEnvironment } from './gates/pick-install-environment.js';
import { ensureKit, type Kit } from './gates/ensure-kit.js';
import { linter } from './gates/kit-tools.js';
import { runCommand } from './gates/run-command.js';
import { runGates } from './gates/run-gates.js';
import { MvpGeneratorModule } from './mvp-generator.module.js';
import { MvpGeneratorService, type MvpResult } from './mvp-generator.service.js';
import { findInstalledBrowser } from './screenshots/installed-browser.fixture.js';
import type { BrowserSettings } from './screenshots/launch-browser.js';
import { noDiscovery } from './planner/no-discovery.fixture.js';
import { planProduct } from './planner/plan-product.js';
import { corpusPrompts } from './planner/corpus-prompts.fixture.js';
import { hostileSpec } from './writer/hostile-spec.fixture.js';
import { writeApp } from './writer/write-app.js';

const minutes = 60_000;
const templateFolder = fileURLToPath(new URL('../template', import.meta.url));
// Shared with `npm start` and kept between runs, so that the installation is paid for once.
const kitDir = fileURLToPath(new URL('../../../../.hatchr/kit', import.meta.url));
// eslint-disable-next-line no-restricted-properties -- a test has no env.ts
const installEnvironment = pickInstallEnvironment(process.env);
const config = {
  kitDir,
  gates: 'full' as const,
  gateTimeoutMs: 4 * minutes,
  installEnvironment,
};

async function service(
  overrides: Partial<Parameters<typeof MvpGeneratorModule.register>[0]> = {},
): Promise<MvpGeneratorService> {
  const module = await Test.createTestingModule({
    imports: [MvpGeneratorModule.register({ ...config, ...overrides })],
  }).compile();
  return module.get(MvpGeneratorService);
}

const prove = (spec: ProductSpec, files: GeneratedFile[]) =>
  runGates({ spec, files, codeBy: 'embedded' }, config, silentStepContext(), 0);

let kit: Kit;
let browser: BrowserSettings;
/** What apps have written into the folders that they are built in. */
const dataFolders = (): string[] => {
  const apps = kit.status === 'ready' ? join(kit.folder, 'apps') : '';
  const slots = existsSync(apps) ? readdirSync(apps) : [];
  return slots.map((slot) => join(apps, slot, '.data')).filter((folder) => existsSync(folder));
};
beforeAll(async () => {
  browser = await findInstalledBrowser();
  kit = await ensureKit(kitDir, {
    signal: new AbortController().signal,
    timeoutMs: 4 * minutes,
    environment: installEnvironment,
  });
}, 5 * minutes);

/** Each page in both themes on both devices, in files of the size that is named, none like another. */
function expectScreenshots({ screenshots: { images, files, reason } }: MvpResult): void {
  expect(reason).toBeNull();
  const shown = images.map(({ page, theme, device }) => `${page} ${theme} ${device}`);
  expect(new Set(shown).size).toBe(images.length);
  expect(new Set(images.map(({ role }) => role))).toEqual(
    new Set(images.length === 24 ? [...everyRole, 'public'] : everyRole),
  );
  expect(files.map(({ path }) => path)).toEqual(images.map(({ path }) => path));
  const pictures = files.map(({ content }) => Buffer.from(content));
  expect(new Set(pictures.map(String)).size).toBe(images.length);
  for (const [index, { width, height, device }] of images.entries()) {
    expect([width, height]).toEqual(device === 'desktop' ? [1440, 900] : [780, 1688]);
    // A page that is blank or still loading is a tenth of this.
    expect(pictures[index]?.length).toBeGreaterThan(20_000);
  }
}
const everyRole = ['dashboard', 'list', 'landing', 'detail'];

// Another sentence of the corpus each day, so that in time the tests prove all of it; the bench proves it at once.
const day = Math.floor(Date.now() / 86_400_000);

describe('a generated app', () => {
  it.each([
    'Help beekeepers track hives, inspections and honey harvests',
    corpusPrompts[day % corpusPrompts.length] ?? '',
  ])(
    'passes every gate: %s',
    async (prompt) => {
      const result = await (
        await service({ browser })
      ).generate({ prompt, discovery: noDiscovery() }, silentStepContext());
      const outcome = kit.status === 'ready' ? 'passed' : 'skipped';
      expect(result.verification).toMatchObject({ outcome });
      expect(result.verification.gates.filter((gate) => gate.outcome === 'failed')).toEqual([]);
      expect(result.stack).toContainEqual({ name: 'next', version: '16.4.5' });
      if (kit.status === 'ready') expectScreenshots(result);
      // A build that reads the folder while tests write to it breaks inside the bundler.
      expect(dataFolders()).toEqual([]);
    },
    10 * minutes,
  );

  it('gives an edited specification the pages of its entities', async () => {
    const planned = planProduct('Split rent and bills with roommates', noDiscovery());
    const [first, ...rest] = planned.entities;
    if (!first) throw new Error('A plan has at least one entity.');
    const spec = { ...planned, entities: [{ ...first, labelPlural: 'Cooking pots' }, ...rest] };
    const generator = await service({ gates: 'off' });
    const input = { prompt: planned.prompt, discovery: noDiscovery(), spec };
    const { pages } = (await generator.generate(input, silentStepContext())).spec;
    expect(pages.some((page) => page.title === 'Cooking pots')).toBe(true);
    expect(pages.some((page) => page.title === first.labelPlural)).toBe(false);
    expect(pages).toHaveLength(planned.pages.length);
  });

  it(
    'type-checks, passes its tests and builds with hostile names',
    async () => {
      const spec = hostileSpec();
      const report = await prove(spec, writeApp(spec));
      expect(report.gates.filter((gate) => gate.outcome === 'failed')).toEqual([]);
    },
    10 * minutes,
  );

  it(
    'fails at the type-check when a type is wrong, and the rest is skipped',
    async () => {
      const spec = planProduct('Split rent and bills with roommates', noDiscovery());
      const content = "export const days: number = 'seven';\n";
      const files = [...writeApp(spec), { path: 'src/lib/broken.ts', content }];
      const report = await prove(spec, files);
      if (kit.status !== 'ready') {
        expect(report.outcome).toBe('skipped');
        return;
      }
      const outcomes = report.gates.map(({ name, outcome }) => `${name} ${outcome}`);
      const at = outcomes.indexOf('typecheck failed');
      expect(outcomes.slice(0, at).every((text) => text.endsWith(' passed'))).toBe(true);
      expect(outcomes.slice(at + 1).every((text) => text.endsWith(' skipped'))).toBe(true);
      expect(report.gates[at]?.detail).toContain('src/lib/broken.ts');
    },
    5 * minutes,
  );
});

describe('the gate of the style rules', () => {
  it.each([
    ['an import is not used', "import { cookies } from 'next/headers';", 'noUnusedImports'],
    ['a type is any', 'export const anything: any = 1;', 'noExplicitAny'],
    [
      'a hook is called under a condition',
      "import { useId } from 'react';\nexport function useName(isOn: boolean) { if (isOn) return useId(); }",
      'useHookAtTopLevel',
    ],
    [
      'an effect does not name what it depends on',
      "import { useEffect } from 'react';\nexport function useTitle(text: string) { useEffect(() => { document.title = text; }, []); }",
      'useExhaustiveDependencies',
    ],
    [
      'a picture has no words',
      'export const Picture = () => <input type="image" src="/a.png" />;',
      'useAltText',
    ],
  ])(
    'fails when %s',
    async (_what, content, rule) => {
      const spec = planProduct('Split rent and bills with roommates', noDiscovery());
      const files = [...writeApp(spec), { path: 'src/lib/broken.tsx', content }];
      const report = await runGates(
        { spec, files, codeBy: 'embedded' },
        { ...config, gates: 'quick' },
        silentStepContext(),
        0,
      );
      const gate = report.gates.find(({ name }) => name === 'lint');
      expect(gate?.outcome).toBe(kit.status === 'ready' ? 'failed' : 'skipped');
      if (kit.status === 'ready') expect(gate?.detail).toContain(rule);
    },
    5 * minutes,
  );
});

type Break = (sql: string) => string;
const broken: [string, string, Break][] = [
  [
    'row level security is off',
    'row level security is off',
    (sql) => sql.replace(/alter table .* enable row level security;/u, ''),
  ],
  [
    'a policy lets everybody with an account through',
    'another user reads the row',
    (sql) => sql.replaceAll('(select auth.uid()) = user_id', 'user_id is not null'),
  ],
  [
    'a visitor may read',
    'a visitor without an account may select',
    (sql) => `${sql}\ngrant select on all tables in schema public to anon;`,
  ],
  [
    'a row may point at a row of another account',
    'may point at a row of another user',
    (sql) => sql.replace(/alter table \S+ add constraint [^;]*;/gu, ''),
  ],
];

describe('the rules of style', () => {
  it('hold in every feature that an app may get, not only in those of the apps that are made here', async () => {
    if (kit.status !== 'ready') return;
    const folder = mkdtempSync(join(tmpdir(), 'features-'));
    cpSync(join(templateFolder, 'features'), join(folder, 'features'), { recursive: true });
    cpSync(join(templateFolder, 'app/biome.jsonc'), join(folder, 'biome.jsonc'));
    const result = await runCommand({
      ...linter(kit.folder),
      ...{ cwd: folder, home: folder, signal: new AbortController().signal, timeoutMs: minutes },
    });
    expect([result.code, result.output]).toEqual([0, expect.stringContaining('Checked')]);
    rmSync(folder, { recursive: true });
  });
});

describe('the gate of the database', () => {
  it.each(broken)(
    'fails when %s',
    async (_what, words, breakSql) => {
      const spec = planProduct('Help beekeepers track hives and inspections', noDiscovery());
      const files = writeApp(spec).map((file) =>
        file.path.endsWith('_tables.sql') && typeof file.content === 'string'
          ? { ...file, content: breakSql(file.content) }
          : file,
      );
      const report = await prove(spec, files);
      const gate = report.gates.find(({ name }) => name === 'database');
      expect(gate?.outcome).toBe(kit.status === 'ready' ? 'failed' : 'skipped');
      if (kit.status === 'ready') expect(gate?.detail).toContain(words);
    },
    5 * minutes,
  );
});

/** Files with parts of them replaced; every part has to be there, or the test would prove nothing. */
function withBreaks(
  files: GeneratedFile[],
  breaks: Record<string, [RegExp, string]>,
): GeneratedFile[] {
  let broken = 0;
  const changed = files.map((file) => {
    const [pattern, text] = breaks[file.path] ?? [];
    if (!pattern || text === undefined || typeof file.content !== 'string') return file;
    const content = file.content.replace(pattern, text);
    if (content !== file.content) broken += 1;
    return { ...file, content };
  });
  expect(broken).toBe(Object.keys(breaks).length);
  return changed;
}

describe('the gate of the running app', () => {
  it(
    'fails when a page throws, a row stays after deleting it, or signing out does nothing',
    async () => {
      const spec = planProduct('Help beekeepers track hives and inspections', noDiscovery());
      const files = withBreaks(writeApp(spec), {
        'src/app/(app)/settings/page.tsx': [
          /(export default async function \w+\([^)]*\)[^{]*\{)/u,
          "$1\n  await new Promise((resolve) => setTimeout(resolve, 50));\n  if (process.pid > 0) throw new Error('broken');",
        ],
        // In what runs only: tests of the app itself hold deletion too, and the smoke gate has to find it on its own.
        'src/lib/record-actions.ts': [
          /\.remove\(rowId\.parse\(id\)\)/u,
          "[process.env.NODE_ENV === 'production' ? 'get' : 'remove'](rowId.parse(id))",
        ],
        'src/app/(auth)/actions.ts': [
          /signOutAction\(\): Promise<void> \{\n {2}await signOut\(\);/u,
          'signOutAction(): Promise<void> {',
        ],
      });
      const report = await prove(spec, files);
      if (kit.status !== 'ready') return;
      const [gate, ...others] = report.gates.filter(({ outcome }) => outcome !== 'passed');
      expect(gate).toMatchObject({ name: 'smoke', outcome: 'failed' });
      expect(others).toEqual([]);
      expect(gate?.detail).toContain('/settings answered 500 instead of the page.');
      expect(gate?.detail).toContain('A deleted hive is still there.');
      expect(gate?.detail).toContain('Signing out does not end the session.');
    },
    10 * minutes,
  );
});

describe('MvpGeneratorService', () => {
  it('says why nothing was proven when gates are off', async () => {
    const { verification, screenshots } = await (
      await service({ gates: 'off', browser })
    ).generate({ prompt: 'a habit tracker', discovery: noDiscovery() }, silentStepContext());
    expect(verification.outcome).toBe('skipped');
    expect(verification.reason).toContain('switched off');
    expect(screenshots).toMatchObject({ images: [], files: [] });
    expect(screenshots.reason).toContain('not started');
  });

  it('skips with the reason what needs dependencies that cannot be installed', async () => {
    const broken = {
      kitDir: mkdtempSync(join(tmpdir(), 'no-kit-')),
      npmCommand: [process.execPath, '-e', 'console.error("npm error network"); process.exit(1)'],
    };
    const { verification } = await (
      await service(broken)
    ).generate({ prompt: 'a habit tracker', discovery: noDiscovery() }, silentStepContext());
    const passing = verification.gates.filter(({ outcome }) => outcome === 'passed');
    expect(passing.map(({ name }) => name)).toEqual(['schema', 'files', 'secrets', 'size']);
    expect(verification.gates.some(({ outcome }) => outcome === 'failed')).toBe(false);
    expect(verification.reason).toContain('network');
  });

  it('stops when the job is cancelled', async () => {
    const abort = new AbortController();
    const context = {
      ...silentStepContext(abort.signal),
      log: () => {
        abort.abort();
      },
    };
    const attempt = (await service()).generate(
      { prompt: 'a habit tracker', discovery: noDiscovery() },
      context,
    );
    await expect(attempt).rejects.toMatchObject({ code: 'job.cancelled' });
  });
});
