import type { GeneratedFile, ProductSpec } from '@hatchr/contracts';
import { chooseFeature, type ChosenFeature } from '../features/feature-library.js';
import { buildAppModel, type AppModel } from '../model/app-model.js';
import type { FilledSlot } from '../slots/code-slot.js';
import { bindRule, ruleFile, rulePath } from '../slots/rule-slot.js';
import { sectionPath, withOwnSection } from '../slots/section-slot.js';
import { withModelSettings, writeAssistant } from './write-assistant.js';
import { writeBrandCss } from './brand-colours.js';
import { knownIcon } from './known-icon.js';
import { staticFiles } from './static-files.js';
import { writeDecisions } from './write-decisions.js';
import { writeAgents, writeLicence, writeReadme, writeSpecDocument } from './write-docs.js';
import { writeEntity, writeEntityIndex, writeEntityPages } from './write-entity.js';
import { featureRoute, writeFeature } from './write-feature.js';
import { writeIcon } from './write-icon.js';
import { writePgTap } from './write-pgtap.js';
import { writeProfiles } from './write-profiles.js';
import { writeTables } from './write-tables.js';
import { writePublic } from './write-public.js';
import { writeProduct } from './write-product.js';
import { writeSampleRows } from './write-sample-rows.js';
import { writeSeed } from './write-seed.js';
import { writeFlowTests, writeSampleForms } from './write-tests.js';

// Files that a tool of this repository would act upon if they lay in the template under their own names.
const gitignore = `node_modules/
.next/
.data/
out/
coverage/
*.tsbuildinfo
next-env.d.ts
.env*
!.env.example
.DS_Store
`;
const nextEnvironment = `/// <reference types="next" />
/// <reference types="next/image-types/global" />
`;

/** The kinds of plan as the database knows them: a slug of each name, never empty. */
function planKeys(spec: ProductSpec): string[] {
  return spec.pricing.plans.map((plan, index) => {
    const slug = plan.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '_')
      .replace(/^_+|_+$/gu, '');
    return slug === '' ? `plan_${String(index + 1)}` : slug;
  });
}

/** A spec whose icons are all in the app's set. */
function withKnownIcons(spec: ProductSpec): ProductSpec {
  return {
    ...spec,
    brand: { ...spec.brand, icon: knownIcon(spec.brand.icon) },
    entities: spec.entities.map((entity) => ({ ...entity, icon: knownIcon(entity.icon) })),
  };
}

const filesOf = ({ slot, source }: FilledSlot): GeneratedFile[] => [
  ...slot.contract,
  { path: slot.path, content: source },
  slot.test,
];

const pageWith = (section: FilledSlot | undefined, path: string, content: string): string =>
  section ? withOwnSection(path, content) : content;

/** The feature with the rule that was written for it, where one was. */
function withOwnRule(
  chosen: ChosenFeature,
  model: AppModel,
  filled: readonly FilledSlot[],
): ChosenFeature {
  const rule = filled.find(({ slot }) => slot.path === rulePath);
  const entity = model.entities.find(
    (candidate) => candidate.spec.name === model.spec.feature.entity,
  );
  if (!rule || !entity) return chosen;
  const feature = { ...chosen.feature, kind: ruleFile, fileName: ruleFile };
  return { feature, binding: bindRule(entity), files: filesOf(rule) };
}

/**
 * The whole app of a spec: the same spec gives the same bytes, sorted by path. Pure but for reading the
 * template folder once. Any spec that passes `productSpecSchema` gives an app that compiles. A slot that is filled
 * takes the place of what the templates have there.
 */
export function writeApp(given: ProductSpec, filled: readonly FilledSlot[] = []): GeneratedFile[] {
  const spec = withKnownIcons(given);
  const model = buildAppModel(spec);
  const chosen = withOwnRule(chooseFeature(model), model, filled);
  const section = filled.find(({ slot }) => slot.path === sectionPath);
  const fixed = staticFiles().map((file) =>
    withModelSettings(model, {
      ...file,
      content:
        typeof file.content === 'string'
          ? pageWith(section, file.path, file.content.replaceAll('__SLUG__', spec.slug))
          : file.content,
    }),
  );
  const made: GeneratedFile[] = [
    { path: '.gitignore', content: gitignore },
    { path: 'next-env.d.ts', content: nextEnvironment },
    {
      path: 'supabase/migrations/20260101000000_profiles.sql',
      content: writeProfiles([...new Set(planKeys(spec))]),
    },
    { path: 'supabase/migrations/20260101000100_tables.sql', content: writeTables(model) },
    { path: 'supabase/seed.sql', content: writeSeed(model) },
    { path: 'src/product.ts', content: writeProduct(model, featureRoute(chosen, model)) },
    { path: 'src/sample-rows.ts', content: writeSampleRows(model) },
    { path: 'src/app/brand.css', content: writeBrandCss(spec.brand.primary) },
    { path: 'src/app/icon.svg', content: writeIcon(spec.brand.primary, spec.brand.accent) },
    { path: 'src/entities/index.ts', content: writeEntityIndex(model.entities) },
    ...model.entities.map((entity) => ({
      path: `src/entities/${entity.fileName}.ts`,
      content: writeEntity(entity),
    })),
    ...model.entities.flatMap(writeEntityPages),
    ...writePublic(model),
    ...writePgTap(model),
    ...writeFeature(chosen, model),
    ...(section ? filesOf(section) : []),
    ...writeAssistant(model),
    { path: 'tests/sample-forms.ts', content: writeSampleForms(model) },
    { path: 'tests/flows.test.ts', content: writeFlowTests(model) },
    { path: 'README.md', content: writeReadme(model, chosen) },
    { path: 'AGENTS.md', content: writeAgents(model) },
    { path: 'LICENSE', content: writeLicence(spec.name) },
    { path: 'docs/architecture.md', content: writeDecisions(model, chosen) },
    { path: 'docs/spec.md', content: writeSpecDocument(model) },
  ];
  return [...fixed, ...made].sort((a, b) => (a.path < b.path ? -1 : 1));
}
