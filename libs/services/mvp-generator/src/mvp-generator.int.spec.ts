import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Test } from '@nestjs/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { silentStepContext, type GeneratedFile, type ProductSpec } from '@hatchr/contracts';
import { pickInstallEnvironment } from './gates/pick-install-environment.js';
import { ensureKit, type Kit } from './gates/ensure-kit.js';
import { runGates } from './gates/run-gates.js';
import { MvpGeneratorModule } from './mvp-generator.module.js';
import { MvpGeneratorService } from './mvp-generator.service.js';
import { noDiscovery } from './planner/no-discovery.fixture.js';
import { planProduct } from './planner/plan-product.js';
import { hostileSpec } from './writer/hostile-spec.fixture.js';
import { writeApp } from './writer/write-app.js';

const minutes = 60_000;
// Shared with `npm start` and kept between runs, so that the installation is paid for once.
const kitDir = fileURLToPath(new URL('../../../../.hatchr/kit', import.meta.url));
// eslint-disable-next-line no-restricted-properties -- a test has no env.ts
const installEnvironment = pickInstallEnvironment(process.env);
const config = { kitDir, gates: 'full' as const, gateTimeoutMs: 4 * minutes, installEnvironment };

async function service(
  overrides: Partial<Parameters<typeof MvpGeneratorModule.register>[0]> = {},
): Promise<MvpGeneratorService> {
  const module = await Test.createTestingModule({
    imports: [MvpGeneratorModule.register({ ...config, ...overrides })],
  }).compile();
  return module.get(MvpGeneratorService);
}

const prove = (spec: ProductSpec, files: GeneratedFile[]) =>
  runGates(spec, files, config, silentStepContext(), 0);

let kit: Kit;
beforeAll(async () => {
  kit = await ensureKit(kitDir, {
    signal: new AbortController().signal,
    timeoutMs: 4 * minutes,
    environment: installEnvironment,
  });
}, 5 * minutes);

describe('a generated app', () => {
  it.each([
    'Help beekeepers track hives, inspections and honey harvests',
    'Split rent and bills with roommates',
  ])(
    'passes every gate: %s',
    async (prompt) => {
      const result = await (
        await service()
      ).generate({ prompt, discovery: noDiscovery() }, silentStepContext());
      const outcome = kit.status === 'ready' ? 'passed' : 'skipped';
      expect(result.verification).toMatchObject({ outcome });
      expect(result.verification.gates.filter((gate) => gate.outcome === 'failed')).toEqual([]);
      expect(result.stack).toContainEqual({ name: 'next', version: '16.4.5' });
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
    'fails at the type-check when a file is broken, and the rest is skipped',
    async () => {
      const spec = planProduct('Split rent and bills with roommates', noDiscovery());
      const files = writeApp(spec).map((file) =>
        file.path === 'src/product.ts' ? { ...file, content: 'export const product = 1;\n' } : file,
      );
      const report = await prove(spec, files);
      if (kit.status !== 'ready') {
        expect(report.outcome).toBe('skipped');
        return;
      }
      const outcomes = report.gates.map(({ name, outcome }) => `${name} ${outcome}`);
      const at = outcomes.indexOf('typecheck failed');
      expect(outcomes.slice(0, at).every((text) => text.endsWith(' passed'))).toBe(true);
      expect(outcomes.slice(at + 1).every((text) => text.endsWith(' skipped'))).toBe(true);
      expect(report.gates[at]?.detail).toContain('product');
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

describe('MvpGeneratorService', () => {
  it('says why nothing was proven when gates are off', async () => {
    const { verification } = await (
      await service({ gates: 'off' })
    ).generate({ prompt: 'a habit tracker', discovery: noDiscovery() }, silentStepContext());
    expect(verification.outcome).toBe('skipped');
    expect(verification.reason).toContain('switched off');
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
