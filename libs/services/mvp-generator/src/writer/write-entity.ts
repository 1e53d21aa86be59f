import { tsLiteral, tsString, type TsLiteral } from '../escape/escape-text.js';
import { viewOf, type EntityModel, type FieldModel } from '../model/app-model.js';
import { boundsOf, textLimits } from './write-tables.js';

const rowReaders: Partial<Record<FieldModel['spec']['type'], string>> = {
  integer: 'z.number()',
  decimal: 'z.number()',
  money: 'z.number()',
  duration: 'z.number()',
  rating: 'z.number()',
  boolean: 'z.boolean()',
  // Postgres gives seconds too; the app shows and takes hours and minutes.
  time: 'z.string().transform((time) => time.slice(0, 5))',
};

function rowReader(field: FieldModel): string {
  if (field.spec.type === 'boolean') return 'z.boolean()';
  const reader =
    field.spec.type === 'enum'
      ? `z.enum(${tsLiteral((field.spec.values ?? []).map(({ value }) => value))})`
      : (rowReaders[field.spec.type] ?? 'z.string()');
  return field.isRequired ? reader : `${reader}.nullable()`;
}

function inputReader(field: FieldModel): string {
  const { type, label } = field.spec;
  if (type === 'boolean') return 'input.boolean()';
  const limit = textLimits[type];
  const bounds = type === 'money' ? {} : boundsOf(field.spec);
  const options = {
    label,
    required: field.isRequired,
    ...(limit === undefined ? bounds : { max: limit }),
    ...(type === 'enum' ? { values: (field.spec.values ?? []).map(({ value }) => value) } : {}),
  };
  return `input.${type === 'enum' ? 'choice' : type}(${tsLiteral(options, '  ')})`;
}

/** What a new form starts with, as the text of its control. */
function defaultText(field: FieldModel): string | undefined {
  const { defaultValue, type, values, min, max } = field.spec;
  if (type === 'enum') {
    const isKnown = values?.some(({ value }) => value === defaultValue);
    return isKnown ? String(defaultValue) : field.isRequired ? values?.[0]?.value : undefined;
  }
  if (defaultValue === undefined || type === 'relation' || type === 'file') return undefined;
  if (type === 'boolean') return String(defaultValue === true);
  if (['integer', 'decimal', 'rating', 'duration'].includes(type)) {
    const number = Number(defaultValue);
    const isInside = number >= (min ?? -Infinity) && number <= (max ?? Infinity);
    return Number.isFinite(number) && isInside ? String(defaultValue) : undefined;
  }
  return type === 'text' || type === 'long_text' || type === 'time'
    ? String(defaultValue)
    : undefined;
}

function fieldDefinition(field: FieldModel): TsLiteral {
  const { spec } = field;
  return {
    name: field.column,
    label: spec.label,
    kind: spec.type,
    required: field.isRequired,
    options:
      spec.type === 'enum' ? spec.values?.map(({ value, label }) => ({ value, label })) : undefined,
    target: field.target?.key,
    defaultValue: defaultText(field),
    ...boundsOf(spec),
    hint: spec.hint,
  };
}

/** `src/entities/<name>.ts`: the row and form schemas of an entity and what the pages show of it. */
export function writeEntity(entity: EntityModel): string {
  const { variable, typeName, spec } = entity;
  const lines = (read: (field: FieldModel) => string): string =>
    entity.fields.map((field) => `  ${field.column}: ${read(field)},`).join('\n');
  const definition = {
    key: entity.key,
    table: entity.table,
    route: entity.route,
    label: spec.label,
    labelPlural: spec.labelPlural,
    description: spec.description,
    icon: spec.icon,
    titleField: entity.titleColumn,
    view: viewOf(entity),
    searchColumns: entity.searchColumns,
    orderBy: entity.orderBy,
    fields: entity.fields.map(fieldDefinition),
  };
  const members = Object.entries(definition)
    .map(([key, value]) => `  ${key}: ${tsLiteral(value, '  ')},`)
    .join('\n');
  return `import { z } from 'zod';
import { baseRow, type EntityDefinition } from '@/lib/entity';
import { input } from '@/lib/field-input';

export const ${variable}Row = z.object({
  ...baseRow,
${lines(rowReader)}
});
export type ${typeName} = z.output<typeof ${variable}Row>;

export const ${variable}Input = z.object({
${lines(inputReader)}
});
export type ${typeName}Input = z.output<typeof ${variable}Input>;

export const ${variable}Entity = {
${members}
  row: ${variable}Row,
  input: ${variable}Input,
} satisfies EntityDefinition<${typeName}, ${typeName}Input>;
`;
}

/** `src/entities/index.ts`: every entity by its key, in the order in which the navigation shows them. */
export function writeEntityIndex(entities: EntityModel[]): string {
  const imports = entities
    .map((entity) => `import { ${entity.variable}Entity } from './${entity.fileName}';`)
    .join('\n');
  const members = entities.map((entity) => `  ${entity.key}: ${entity.variable}Entity,`).join('\n');
  return `${imports}

export const entities = {
${members}
};

export type EntityKey = keyof typeof entities;
`;
}

/** The four pages of an entity; each one names its entity and leaves the rest to the shared components. */
export function writeEntityPages(entity: EntityModel): { path: string; content: string }[] {
  const base = `src/app/(app)${entity.route}`;
  const constant = `${entity.variable}Entity`;
  const importEntity = `import { ${constant} } from '@/entities/${entity.fileName}';`;
  const page = (
    component: string,
    name: string,
    title: string,
    props: string,
    args: string,
  ): string =>
    `import type { Metadata } from 'next';
import { ${component} } from '@/components/records/${component.replace(/(?<=[a-z])(?=[A-Z])/gu, '-').toLowerCase()}';
${importEntity}

export const metadata: Metadata = { title: ${tsString(title)} };

interface Props {
${props}
}

export default function ${name}Page({ ${args} }: Props) {
  return <${component} entity={${constant}} ${args
    .split(', ')
    .map((argument) => `${argument}={${argument}}`)
    .join(' ')} />;
}
`;
  const search = '  searchParams: Promise<Record<string, string | string[] | undefined>>;';
  const params = '  params: Promise<{ id: string }>;';
  const { typeName, spec } = entity;
  return [
    {
      path: `${base}/page.tsx`,
      content: page('RecordList', `${typeName}List`, spec.labelPlural, search, 'searchParams'),
    },
    {
      path: `${base}/new/page.tsx`,
      content: page('RecordEditor', `New${typeName}`, `New ${spec.label}`, search, 'searchParams'),
    },
    {
      path: `${base}/[id]/page.tsx`,
      content: page('RecordDetail', `${typeName}Detail`, spec.label, params, 'params'),
    },
    {
      path: `${base}/[id]/edit/page.tsx`,
      content: page('RecordEditor', `Edit${typeName}`, `Edit ${spec.label}`, params, 'params'),
    },
  ];
}
