import type { ProductSpec } from '@hatchr/contracts';
import { tsLiteral, tsString } from '../escape/escape-text.js';
import { criteriaOf, featureCriterion, type Criterion } from '../criteria/entity-criteria.js';
import type { AppModel, EntityModel } from '../model/app-model.js';
import { sampleValue } from './sample-values.js';

/** What a person would type in the form of an entity, without its relations. */
export function sampleForm(entity: EntityModel): Record<string, string> {
  const typed = entity.fields
    .filter((field) => !field.target && field.spec.type !== 'relation')
    .map((field): [string, string] => {
      const value = sampleValue(entity, field, 0);
      if (field.spec.type === 'date') return [field.column, '2026-03-02'];
      if (field.spec.type === 'datetime') return [field.column, '2026-03-02T09:00:00.000Z'];
      if (field.spec.type === 'money') return [field.column, '19.00'];
      return [field.column, typeof value === 'object' ? '' : String(value)];
    });
  return Object.fromEntries(typed);
}

/** `tests/sample-forms.ts`: one filled form for each entity. */
export function writeSampleForms(model: AppModel): string {
  const forms = Object.fromEntries(
    model.entities.map((entity) => [entity.key, sampleForm(entity)]),
  );
  return `/** One filled form for each entity, as text, without its relations. */
export const sampleForms: Record<string, Record<string, string>> = ${tsLiteral(forms)};
`;
}

function body(entity: EntityModel, criterion: Criterion): string {
  const key = tsString(entity.key);
  const column = tsString(
    entity.fields.find((field) => field.spec.name === criterion.field)?.column ?? '',
  );
  switch (criterion.kind) {
    case 'created':
      return `await expectCreatedIsListed(${key});`;
    case 'isolated':
      return `await expectIsolated(${key});`;
    case 'required':
      return `expectRequired(${key}, ${column});`;
    case 'found':
      return `await expectFound(${key}, ${column});`;
    case 'private_file':
      return `await expectFileIsPrivate(${key}, ${column});`;
    case 'answered':
      return `await expectFeatureAnswers(${key});`;
    case 'changed':
      return `await expectChangeIsKept(${key}, ${column}, ${tsString(criterion.value ?? '')});`;
  }
}

function flowTest(
  flow: ProductSpec['flows'][number],
  known: Map<string, { entity: EntityModel; criterion: Criterion }>,
): string {
  // Two fields of one label have the same sentences, and two tests may not have the same name.
  const tests = [...new Set(flow.acceptance)].map((text) => {
    const found = known.get(text);
    // A criterion in free words is a promise to keep by hand; the report shows it as still to be written.
    if (!found) return `  it.todo(${tsString(text)});`;
    return `  it(${tsString(text)}, async () => {\n    ${body(found.entity, found.criterion)}\n  });`;
  });
  return `describe(${tsString(flow.name)}, () => {\n${tests.join('\n')}\n});`;
}

/** `tests/flows.test.ts`: the acceptance criteria of each flow of the spec as tests on a real database. */
export function writeFlowTests(model: AppModel): string {
  const { feature, language } = model.spec;
  const known = new Map(
    model.entities.flatMap((entity) => [
      ...(entity.spec.name === feature.entity
        ? [featureCriterion(feature, entity.spec.labelPlural, language)].map(
            (criterion) => [criterion.text, { entity, criterion }] as const,
          )
        : []),
      ...criteriaOf(entity.spec, language)
        .filter((criterion) => {
          const field = entity.fields.find((candidate) => candidate.spec.name === criterion.field);
          return criterion.kind !== 'required' || field?.isRequired === true;
        })
        .map((criterion) => [criterion.text, { entity, criterion }] as const),
    ]),
  );
  const flows = model.spec.flows.map((flow) => flowTest(flow, known)).join('\n\n');
  const used = [
    'expectChangeIsKept',
    'expectCreatedIsListed',
    'expectFeatureAnswers',
    'expectFileIsPrivate',
    'expectFound',
    'expectIsolated',
    'expectRequired',
  ].filter((name) => flows.includes(name));
  const importLine = used.length > 0 ? `import { ${used.join(', ')} } from './workspace';\n` : '';
  const itImport = flows.includes('  it') ? 'describe, it' : 'describe';
  return `import { ${itImport} } from 'vitest';\n${importLine}\n${flows}\n`;
}
