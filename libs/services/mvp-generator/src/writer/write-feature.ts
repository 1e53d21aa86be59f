import type { GeneratedFile } from '@hatchr/contracts';
import type { ChosenFeature } from '../features/feature-library.js';
import { tsLiteral, tsString } from '../escape/escape-text.js';
import type { AppModel } from '../model/app-model.js';
import { featureFile } from './static-files.js';

/** One import line for each module, its names sorted. */
function mergeImports(lines: readonly string[]): string[] {
  const modules = new Map<string, Set<string>>();
  for (const line of lines) {
    const [, names = '', from = ''] = /^import \{ (.+) \} from '(.+)';$/u.exec(line) ?? [];
    const known = modules.get(from) ?? new Set();
    modules.set(from, new Set([...known, ...names.split(', ')]));
  }
  return [...modules]
    .sort()
    .map(([from, names]) => `import { ${[...names].sort().join(', ')} } from '${from}';`);
}

/** `run-feature-action.ts`: what the buttons of the report do, through the same repository as every other change. */
function actionFile({ feature, binding }: ChosenFeature): string | null {
  const { action } = binding;
  if (!action) return null;
  const needsToday = /\btoday\b/u.test(action.body);
  const own = action.imports ?? [];
  const imports = mergeImports([
    `import { getDb } from '@/lib/db';`,
    ...(needsToday
      ? [`import { getProfile } from '@/lib/profile';`, `import { dateIn } from '@/lib/time';`]
      : []),
    ...(action.extraImports ?? []),
  ]);
  const today = needsToday
    ? `  const today = dateIn(new Date().toISOString(), (await getProfile()).time_zone);\n`
    : '';
  const usesForm = /\bform\b/u.test(action.body);
  const usesName = /\baction\b/u.test(action.body);
  return `'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
${imports.join('\n')}
${own.length > 0 ? `import { ${[...own].sort().join(', ')} } from './${feature.fileName}';\n` : ''}
const actionName = z.enum(${tsLiteral(action.names)});
const rowId = z.guid();

/** Does what a button of the report says. Its arguments come from the browser; whose row it is, the database checks. */
export async function runFeatureAction(name: string, id: string${usesForm ? ', form: FormData' : ''}): Promise<void> {
  ${usesName ? 'const action = ' : ''}actionName.parse(name);
  const db = await getDb();
  const row = await db.${action.entity.key}.get(rowId.parse(id));
  if (!row) return;
${today}${action.body}
  revalidatePath('/', 'layout');
}
`;
}

/** The last statement of a body returns the report; with an action it carries what runs it. */
const withAction = (body: string): string =>
  body.replace(/^ {2}return (.+);$/mu, '  return { ...$1, run: runFeatureAction };');

function loader({ feature, binding }: ChosenFeature): string {
  const entityImports = [...new Set(binding.entities)]
    .map((entity) => `import { ${entity.variable}Entity } from '@/entities/${entity.fileName}';`)
    .join('\n');
  const constants = [...new Set(binding.entities)]
    .map((entity) => `${entity.variable}Entity`)
    .join(', ');
  const titles = binding.body.includes('titleOf(')
    ? [`import { titleOf } from '@/lib/format';`]
    : [];
  const libraryImports = mergeImports([...titles, ...(binding.extraImports ?? [])]);
  return `import 'server-only';
${entityImports}
import { getDb } from '@/lib/db';
${libraryImports.join('\n')}
import { loadContext } from '@/lib/load-context';
import { ${binding.imports.join(', ')} } from './${feature.fileName}';
import type { FeatureReport } from './feature-report';
${binding.action ? `import { runFeatureAction } from './run-feature-action';\n` : ''}
/** Reads the rows of the signed-in user and gives the feature's answer. The rule itself is in ./${feature.fileName}.ts. */
export async function loadFeatureReport(): Promise<FeatureReport> {
  const [db, context] = await Promise.all([getDb(), loadContext(${constants})]);
${binding.action ? withAction(binding.body) : binding.body}
}
`;
}

/** The page of the feature, and the path it has in the app. */
export function featureRoute(chosen: ChosenFeature, model: AppModel): string {
  const route = `/${chosen.feature.fileName}`;
  return model.entities.some((entity) => entity.route === route) ? `${route}-overview` : route;
}

/** The feature's rule, its tests, the code that feeds it and its page. */
export function writeFeature(chosen: ChosenFeature, model: AppModel): GeneratedFile[] {
  const { fileName } = chosen.feature;
  const route = featureRoute(chosen, model);
  const action = actionFile(chosen);
  return [
    ...(action ? [{ path: 'src/features/run-feature-action.ts', content: action }] : []),
    ...(chosen.files ?? [
      { path: `src/features/${fileName}.ts`, content: featureFile(`${fileName}.ts`) },
      { path: `tests/${fileName}.test.ts`, content: featureFile(`${fileName}.test.ts`) },
    ]),
    { path: 'src/features/load-feature-report.ts', content: loader(chosen) },
    {
      path: `src/app/(app)${route}/page.tsx`,
      content: `import type { Metadata } from 'next';
import { FeaturePanel } from '@/components/feature-panel';
import { PageHeader } from '@/components/page-header';
import { loadFeatureReport } from '@/features/load-feature-report';

export const metadata: Metadata = { title: ${tsString(model.spec.feature.name)} };

export default async function FeaturePage() {
  return (
    <>
      <PageHeader title={${tsString(model.spec.feature.name)}} text={${tsString(model.spec.feature.description)}} />
      <FeaturePanel report={await loadFeatureReport()} />
    </>
  );
}
`,
    },
  ];
}
