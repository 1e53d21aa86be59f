import { describe, expect, it } from '@jest/globals';
import { productSpecSchema, type ProductSpec } from '@hatchr/contracts';
import ts from 'typescript';
import { domainBlocks } from '../planner/blocks/index.js';
import { chooseFeature, featureLibrary } from '../features/feature-library.js';
import { findFileProblems } from '../gates/check-files.js';
import { buildAppModel } from '../model/app-model.js';
import { iconNames } from '@hatchr/contracts';
import { noDiscovery } from '../planner/no-discovery.fixture.js';
import { planProduct } from '../planner/plan-product.js';
import { contrast } from './brand-colours.js';
import { hostileSpec } from './hostile-spec.fixture.js';
import { writeApp } from './write-app.js';

const plan = (prompt: string): ProductSpec => planProduct(prompt, noDiscovery());
const textOf = (spec: ProductSpec, path: string): string => {
  const content = writeApp(spec).find((file) => file.path === path)?.content;
  return typeof content === 'string' ? content : '';
};

const fixedFiles = new Map(
  writeApp(plan('a habit tracker')).map((file) => [file.path, file.content]),
);

/** Problems of the files that are this app's own; the fixed ones are compiled by the integration spec. */
function syntaxErrors(spec: ProductSpec): string[] {
  return writeApp(spec).flatMap((file) => {
    if (fixedFiles.get(file.path) === file.content) return [];
    if (
      typeof file.content !== 'string' ||
      !/\.tsx?$/u.test(file.path) ||
      file.path.endsWith('.d.ts')
    )
      return [];
    const { diagnostics = [] } = ts.transpileModule(file.content, {
      reportDiagnostics: true,
      fileName: file.path,
      compilerOptions: {
        jsx: ts.JsxEmit.ReactJSX,
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
      },
    });
    return diagnostics.map(
      (diagnostic) =>
        `${file.path}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`,
    );
  });
}

describe('writeApp', () => {
  const spec = plan('Appointment booking for barbers');

  it('gives the same bytes for the same spec', () => {
    expect(writeApp(plan('Appointment booking for barbers'))).toEqual(writeApp(spec));
  });

  it('gives every file that a founder needs', () => {
    const paths = writeApp(spec).map((file) => file.path);
    for (const path of [
      'README.md',
      'LICENSE',
      'AGENTS.md',
      'Dockerfile',
      'docker-compose.yml',
      '.env.example',
      '.gitignore',
      '.dockerignore',
      '.github/workflows/ci.yml',
      'package.json',
      'biome.jsonc',
      'package-lock.json',
      'docs/spec.md',
      'scripts/doctor.mjs',
      'supabase/seed.sql',
      'tests/rls.test.ts',
      'tests/flows.test.ts',
      'src/app/fonts/inter-latin.woff2',
    ])
      expect(paths).toContain(path);
  });

  it('leaves the documents that the packaging adds to the packaging', () => {
    const paths = writeApp(spec).map((file) => file.path);
    for (const name of ['decisions', 'roadmap', 'competitors', 'verification'])
      expect(paths).not.toContain(`docs/${name}.md`);
  });

  it('says nothing of where it came from', () => {
    for (const file of writeApp(spec)) {
      expect(file.path.toLowerCase()).not.toContain('hatchr');
      if (typeof file.content === 'string')
        expect(file.content.toLowerCase()).not.toMatch(/hatchr|__slug__/u);
    }
  });

  it('states a claim on the landing page in the words that its sources are filed under', () => {
    const claim = 'None of the 8 products compared is known to work offline.';
    const spec = { ...plan('Invoice reminders'), positioning: [{ claim, evidenceIds: ['e1'] }] };
    expect(textOf(spec, 'src/product.ts')).toContain(claim);
  });

  it('leaves no file to import that is not there or not pinned', () => {
    expect(findFileProblems(writeApp(spec))).toEqual([]);
    expect(
      findFileProblems([
        { path: '../x', content: '' },
        { path: 'a.ts', content: "import x from 'left-pad';\nimport y from './gone';" },
      ]),
    ).toHaveLength(3);
  });

  it('grants, protects and indexes every table', () => {
    const sql = textOf(spec, 'supabase/migrations/20260101000100_tables.sql');
    for (const { plural } of spec.entities) {
      expect(sql).toContain(`alter table public."${plural}" enable row level security;`);
      expect(sql).toContain(
        `grant select, insert, update, delete on public."${plural}" to authenticated;`,
      );
      for (const verb of ['select', 'insert', 'update', 'delete'])
        expect(sql).toContain(
          `create policy "${plural}: ${verb} own" on public."${plural}" for ${verb} to authenticated`,
        );
    }
    expect(sql).toContain(
      'foreign key ("client_id", user_id) references public."clients" (id, user_id)',
    );
  });

  it('keeps a file field in the files of the account, and proves that no other account opens it', () => {
    const planned = plan('Snag list for new apartments with photos');
    expect(textOf(planned, 'supabase/migrations/20260101000100_tables.sql')).toContain(
      'foreign key ("photo", user_id) references public."files" (id, user_id) on delete set null ("photo")',
    );
    expect(textOf(planned, 'src/entities/snag.ts')).toContain('photo: input.file({');
    expect(textOf(planned, 'tests/flows.test.ts')).toContain(
      "await expectFileIsPrivate('snags', 'photo');",
    );
    const paths = writeApp(planned).map(({ path }) => path);
    const test = paths.find((path) => path.endsWith('_snags.test.sql')) ?? '';
    expect(textOf(planned, test)).toContain("fk_ok('public', 'snags', array['photo', 'user_id']");
  });

  it('never requires a file and never makes one up', () => {
    const planned = plan('Snag list for new apartments with photos');
    const required: ProductSpec = {
      ...planned,
      entities: planned.entities.map((entity) => ({
        ...entity,
        fields: entity.fields.map((field) =>
          field.type === 'file' ? { ...field, required: true } : field,
        ),
      })),
    };
    expect(textOf(required, 'src/entities/snag.ts')).toContain('photo: z.string().nullable()');
    expect(textOf(required, 'supabase/seed.sql')).toEqual(textOf(planned, 'supabase/seed.sql'));
    expect(textOf(required, 'src/sample-rows.ts')).toContain('photo: null');
  });

  it('turns every acceptance criterion of the planner into a test', () => {
    const tests = textOf(spec, 'tests/flows.test.ts');
    expect(tests).not.toContain('it.todo');
    const count = spec.flows.reduce((sum, flow) => sum + flow.acceptance.length, 0);
    expect(tests.match(/ {2}it\(/gu)).toHaveLength(count);
    const free = {
      ...spec,
      flows: spec.flows.map((flow) => ({ ...flow, acceptance: ['It feels quick.'] })),
    };
    expect(textOf(free, 'tests/flows.test.ts')).toContain("it.todo('It feels quick.')");
  });

  it.each(domainBlocks.map((block) => [block.id, block] as const))(
    'builds the feature of %s without falling back',
    (_id, block) => {
      const planned = plan(block.strong.slice(0, 2).join(' '));
      const chosen = chooseFeature(buildAppModel(planned));
      expect(chosen.feature.kind).toBe(planned.feature.kind);
      expect(syntaxErrors(planned)).toEqual([]);
    },
  );

  it('gives the digest to a feature that it cannot build', () => {
    const unknown = { ...spec, feature: { ...spec.feature, kind: 'mind_reading' } };
    expect(chooseFeature(buildAppModel(unknown)).feature.kind).toBe('attention_digest');
    expect(featureLibrary.length).toBeGreaterThanOrEqual(15);
  });

  it('survives hostile names, reserved words and circles', () => {
    expect(productSpecSchema.safeParse(hostileSpec()).error).toBeUndefined();
    expect(syntaxErrors(hostileSpec())).toEqual([]);
    expect(findFileProblems(writeApp(hostileSpec()))).toEqual([]);
  });

  it('carries every icon that the planner may choose', () => {
    const icons = textOf(spec, 'src/components/icon.tsx');
    for (const name of iconNames) expect(icons).toMatch(new RegExp(`^  '?${name}'?: `, 'mu'));
  });

  it.each(['#ffffff', '#000000', '#ffee00', '#4f46e5', '#808080'])(
    'keeps the brand colour %s readable in light and dark',
    (primary) => {
      const css = textOf({ ...spec, brand: { ...spec.brand, primary } }, 'src/app/brand.css');
      const value = (name: string, at: number): string =>
        [...css.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'gu'))][at]?.[1] ?? '';
      for (const at of [0, 1]) {
        expect(contrast(value('brand', at), value('on-brand', at))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(value('brand-text', at), value('brand-soft', at))).toBeGreaterThanOrEqual(
          4.5,
        );
      }
    },
  );

  it('names no test of a flow twice where two fields have the same label', () => {
    const spec = planProduct('Appointment booking for barbers', noDiscovery());
    const [flow] = spec.flows;
    if (!flow) throw new Error('A plan has a flow.');
    const twice = [...flow.acceptance, ...flow.acceptance];
    const files = writeApp({ ...spec, flows: [{ ...flow, acceptance: twice }] });
    const tests = String(files.find(({ path }) => path === 'tests/flows.test.ts')?.content);
    const titles = tests.match(/^ {2}it(?:\.todo)?\(.*$/gmu) ?? [];
    expect(titles).toHaveLength(new Set(flow.acceptance).size);
  });
});
