import type { FieldSpec } from '@hatchr/contracts';
import { tsLiteral, tsString, type TsLiteral } from '../escape/escape-text.js';
import type { FeatureBinding } from '../features/feature-binding.js';
import type { AppModel, EntityModel, FieldModel } from '../model/app-model.js';
import { sampleRowCount, sampleValue } from '../writer/sample-values.js';
import type { CodeSlot } from './code-slot.js';

/** Name of the rule's file, its test and its page. */
export const ruleFile = 'insight';
export const rulePath = `src/features/${ruleFile}.ts`;
const contractModule = '@/features/insight-contract';
// The day that the test says it is.
const testDay = '2026-03-02';

const numeric = new Set<FieldSpec['type']>(['integer', 'decimal', 'money', 'duration', 'rating']);

const valuesOf = ({ fields }: EntityModel): FieldModel[] =>
  fields.filter(({ spec }) => spec.type !== 'file');

function typeOf({ spec, isRequired }: FieldModel): string {
  const orNull = isRequired ? '' : ' | null';
  if (spec.type === 'boolean') return 'boolean';
  if (spec.type === 'relation') return 'string | null';
  if (numeric.has(spec.type)) return `number${orNull}`;
  if (spec.type === 'enum')
    return `${(spec.values ?? []).map(({ value }) => tsString(value)).join(' | ')}${orNull}`;
  return `string${orNull}`;
}

const meaning: Partial<Record<FieldSpec['type'], string>> = {
  money: 'Minor units.',
  duration: 'Minutes.',
  rating: 'One to five.',
  date: 'Day as 2026-03-02.',
  datetime: 'Instant in ISO 8601.',
  time: 'Time as 09:30.',
  relation: 'What the row that it points at is called.',
};

const memberOf = (field: FieldModel): string => {
  const said = meaning[field.spec.type];
  return `${said ? `    /** ${said} */\n` : ''}    ${field.column}: ${typeOf(field)};`;
};

/** Types of what the rule is given and gives, and how its answer becomes a report that can be shown. */
function contractOf(entity: EntityModel): string {
  return `import type { Tone } from '@/components/ui/card';
import type { FeatureReport } from './feature-report';

/** A row as the rule sees it. */
export interface InsightRow {
  id: string;
  title: string;
  values: {
${valuesOf(entity).map(memberOf).join('\n')}
  };
}

/** What the rule found. */
export interface Insight {
  /** The answer in one sentence. */
  headline: string;
  facts: { label: string; value: string }[];
  /** Rows that somebody should look at, the most urgent first, each with the reason. */
  rows: { id: string; detail: string; badge?: string; tone?: Tone }[];
}

const cut = (text: string, longest: number): string =>
  text.length > longest ? \`\${text.slice(0, longest - 1)}…\` : text;

/** The rule's answer as the pages show it: texts of a bounded length, and rows that are there. */
export function toReport(
  { headline, facts, rows }: Insight,
  given: readonly InsightRow[],
  route: string,
): FeatureReport {
  const titles = new Map(given.map(({ id, title }) => [id, title]));
  return {
    headline: cut(headline, 200),
    facts: facts
      .slice(0, 6)
      .map(({ label, value }) => ({ label: cut(label, 60), value: cut(value, 60) })),
    rows: rows.slice(0, 30).flatMap(({ id, detail, badge, tone }) => {
      const title = titles.get(id);
      if (title === undefined) return [];
      const shown = { id, title, href: \`\${route}/\${id}\`, detail: cut(detail, 200) };
      return [{ ...shown, ...(badge ? { badge: cut(badge, 40) } : {}), ...(tone ? { tone } : {}) }];
    }),
    empty: 'Nothing needs a look.',
  };
}
`;
}

function addDays(days: number): string {
  return new Date(Date.parse(`${testDay}T00:00:00Z`) + days * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

function testValue(entity: EntityModel, field: FieldModel, row: number): TsLiteral {
  if (field.target) return `${field.target.spec.label} ${String((row % 3) + 1)}`;
  if (field.spec.type === 'relation') return null;
  const value = sampleValue(entity, field, row);
  if (value === null || typeof value !== 'object') return value;
  const day = addDays(value.days);
  return value.hour === undefined
    ? day
    : `${day}T${String(value.hour).padStart(2, '0')}:00:00.000Z`;
}

const emptyValue = (entity: EntityModel, field: FieldModel): TsLiteral =>
  field.isRequired || field.spec.type === 'boolean' ? testValue(entity, field, 0) : null;

function rowOf(entity: EntityModel, row: number, isEmpty: boolean): TsLiteral {
  const values = valuesOf(entity).map((field): [string, TsLiteral] => [
    field.column,
    isEmpty ? emptyValue(entity, field) : testValue(entity, field, row),
  ]);
  const id = `row-${String(row + 1)}`;
  return { id, title: `Row ${String(row + 1)}`, values: Object.fromEntries(values) };
}

/** What holds for every rule, whatever it finds. */
function testOf(entity: EntityModel): string {
  const rows = Array.from({ length: sampleRowCount }, (_, row) => rowOf(entity, row, false));
  const sparse = rowOf(entity, sampleRowCount, true);
  return `import { describe, expect, it } from 'vitest';
import { findInsight } from '@/features/insight';
import type { InsightRow } from '${contractModule}';

const today = '${testDay}';
const rows: InsightRow[] = ${tsLiteral(rows)};
/** A row of which nothing is known but what it cannot go without. */
const sparse: InsightRow = ${tsLiteral(sparse)};

const isPlain = (text: string): boolean => text.trim() !== '' && text.length <= 200 && !/[<>\\n]|undefined|NaN|Invalid|\\[object/.test(text);

describe('findInsight', () => {
  it('says something of no rows, and names none', () => {
    const insight = findInsight([], today);
    expect(isPlain(insight.headline)).toBe(true);
    expect(insight.rows).toEqual([]);
  });
  it('answers from the rows, in plain words', () => {
    const insight = findInsight(rows, today);
    expect(insight).not.toEqual(findInsight([], today));
    const said = [insight.headline, ...insight.facts.flatMap(({ label, value }) => [label, value]), ...insight.rows.map(({ detail }) => detail)];
    expect(said.filter((text) => !isPlain(text))).toEqual([]);
  });
  it('names rows that are there, each once', () => {
    const named = findInsight(rows, today).rows.map(({ id }) => id);
    expect(new Set(named).size).toBe(named.length);
    expect(named.filter((id) => !rows.some((row) => row.id === id))).toEqual([]);
  });
  it('gives the same answer again, and leaves the rows as they are', () => {
    const before = JSON.stringify(rows);
    expect(findInsight(rows, today)).toEqual(findInsight(rows, today));
    expect(JSON.stringify(rows)).toBe(before);
  });
  it('manages with a row of which little is known, and with very many', () => {
    expect(isPlain(findInsight([sparse], today).headline)).toBe(true);
    const many = Array.from({ length: 500 }, (_, index) => rows.map((row) => ({ ...row, id: \`\${row.id}-\${index}\` }))).flat();
    expect(isPlain(findInsight(many, today).headline)).toBe(true);
  });
});
`;
}

const instructions = `You write one TypeScript file of a web app: the rule that makes the product more than a set of lists. It reads the rows of one account and says what somebody of that trade would want to know today: what is late, missing, out of the ordinary, about to run out, or worth doing first.

Answer with the file and nothing else.
- Export exactly one function: export function findInsight(rows: readonly InsightRow[], today: string): Insight. Further functions, types and constants stay in the file and are not exported.
- Import only: import type { Insight, InsightRow } from '@/features/insight-contract';
- It is pure: no clock (today is the day as 2026-03-02), no randomness, no input or output, no exceptions, no classes, no async, no try, no throw, no this. Only Math, Number, String, Array, Object.entries/keys/values/fromEntries, Map, Set, Intl, and Date with an argument.
- No computed member access such as list[index] or record[key]: use list.at(index) and Map. No comments that switch tools.
- Everything may be null that the type says may be null. Divide by nothing that can be 0.
- Without rows: rows is [] and the headline says what to do first. With rows the headline gives the answer in one plain sentence with its figures.
- Texts are plain English without markup, one line, at most 160 characters. At most 6 facts and 20 rows. Name only ids that were given, each once.
- It passes the strictest settings of the compiler (noUncheckedIndexedAccess too) and of a linter: no any, no unused names, const where nothing changes.`;

/** The rule of the domain feature, on the entity that the feature is about. */
export function ruleSlot(model: AppModel, entity: EntityModel): CodeSlot {
  const { spec } = model;
  const contract = contractOf(entity);
  const about = {
    category: spec.category,
    audience: spec.audience,
    problem: spec.problem,
    feature: { name: spec.feature.name, description: spec.feature.description },
    rows: { called: entity.spec.labelPlural, are: entity.spec.description },
    fields: entity.spec.fields.map(({ name, label, hint }) => ({ name, label, hint })),
  };
  return {
    subject: 'Rule of the domain feature',
    path: rulePath,
    exportName: 'findInsight',
    imports: { [contractModule]: ['Insight', 'InsightRow'] },
    isMarkup: false,
    contract: [{ path: 'src/features/insight-contract.ts', content: contract }],
    test: { path: `tests/${ruleFile}.test.ts`, content: testOf(entity) },
    instructions,
    data: [
      { label: 'What the rule is for', text: JSON.stringify(about) },
      { label: 'The contract', text: contract },
    ],
    sentence: spec.prompt,
  };
}

function readValue(field: FieldModel): string {
  const value = `row.${field.column}`;
  if (!field.target) return `${field.column}: ${value}`;
  const title = `context.titles.get(${value}) ?? null`;
  return `${field.column}: ${field.isRequired ? title : `${value} === null ? null : (${title})`}`;
}

/** How the app feeds the rule and shows its answer. */
export function bindRule(entity: EntityModel): FeatureBinding {
  const values = valuesOf(entity)
    .filter(({ spec, target }) => spec.type !== 'relation' || target)
    .map(readValue);
  return {
    entities: [entity],
    imports: ['findInsight'],
    extraImports: [
      `import { toReport } from '${contractModule}';`,
      `import { dateIn } from '@/lib/time';`,
    ],
    body: `  const rows = await db.${entity.key}.list({ limit: 1000 });
  const today = dateIn(new Date().toISOString(), context.timeZone);
  const given = rows.map((row) => ({ id: row.id, title: titleOf(${entity.variable}Entity, row, context), values: { ${values.join(', ')} } }));
  return toReport(findInsight(given, today), given, ${tsString(entity.route)});`,
  };
}
