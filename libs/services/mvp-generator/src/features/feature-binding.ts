import type { AppModel, EntityModel, FieldModel } from '../model/app-model.js';
import { tsLiteral } from '../escape/escape-text.js';
import { statusOf } from '../model/app-model.js';

/** How a feature reads the rows of an app. */
export interface FeatureBinding {
  /** Entities whose definition and rows the code uses. */
  entities: EntityModel[];
  /** Names imported from the feature's own file. */
  imports: string[];
  /** Further import lines, for example from `@/lib/time`. */
  extraImports?: string[];
  /** Body of `loadFeatureReport`, after `db` and `context` are there. */
  body: string;
  /** What a person can do about a row of the report. */
  action?: ActionBinding;
}

/** The server action behind the buttons of a report. */
export interface ActionBinding {
  /** Every name that the rule gives to an action. */
  names: string[];
  /** Whose rows it changes; `row` is one of them, read as the signed-in user. */
  entity: EntityModel;
  /** Names imported from the feature's own file. */
  imports?: string[];
  extraImports?: string[];
  /** Statements that change `row`, with `db`, `action`, `form` and, where they name it, `today`. */
  body: string;
}

/** A feature that the writer can build: its file in `template/features` and how it binds to an entity's fields. */
export interface FeatureModule {
  kind: string;
  /** `free-slots`: name of its file and of its page. */
  fileName: string;
  /** null when the entity lacks a field that the feature needs. */
  bind(entity: EntityModel, model: AppModel): FeatureBinding | null;
}

export const firstOf = (entity: EntityModel, ...types: string[]): FieldModel | undefined =>
  types.flatMap((type) => entity.fields.filter((field) => field.spec.type === type))[0];

const closedWords =
  /done|complet|cancel|closed|resolv|paid|archiv|reject|declin|lost|won|finish|returned|delivered|refund|void|accepted|hired|expired|inactive|no_show|adopted|solved|shipped|published/u;
const cancelledWords = /cancel|declin|reject|no_show|void/u;

function statusIn(entity: EntityModel, words: RegExp, fallsBackToLast: boolean): string {
  const status = statusOf(entity);
  const values = status?.spec.values ?? [];
  if (!status) return 'false';
  const matching = values.map(({ value }) => value).filter((value) => words.test(value));
  const last = values.at(-1)?.value;
  const chosen = matching.length > 0 || !fallsBackToLast || !last ? matching : [last];
  if (chosen.length === 0) return 'false';
  return `[${chosen.map((value) => tsLiteral(value)).join(', ')}].includes(row.${status.column} ?? '')`;
}

/** TypeScript that says whether `row` needs nothing more: a closed status, or the last one where none is known by name. */
export const isClosedExpression = (entity: EntityModel): string => {
  const flag = entity.fields.find(
    (field) => field.spec.type === 'boolean' && closedWords.test(field.column),
  );
  return flag ? `row.${flag.column}` : statusIn(entity, closedWords, true);
};

export const isCancelledExpression = (entity: EntityModel): string =>
  statusIn(entity, cancelledWords, false);

/** TypeScript for the id, title and address of `row`. */
export const identityOf = (entity: EntityModel): string =>
  `id: row.id, title: titleOf(${entity.variable}Entity, row, context), href: \`${entity.route}/\${row.id}\``;

/** TypeScript for the calendar date of a date or datetime column, null when it is empty. */
export function dateExpression(field: FieldModel): string {
  const value = `row.${field.column}`;
  const read = field.spec.type === 'datetime' ? `dateIn(${value}, context.timeZone)` : value;
  return field.isRequired || field.spec.type === 'date'
    ? read
    : `${value} === null ? null : ${read}`;
}

/** The first relation of an entity to something with an e-mail, a phone or a person's role: who a row is about. */
export const personRelation = (entity: EntityModel): FieldModel | undefined =>
  entity.fields.find((field) =>
    field.target?.fields.some(
      (other) => other.spec.type === 'email' || other.spec.type === 'phone',
    ),
  ) ?? entity.fields.find((field) => field.target);

export const titleOfRelation = (field: FieldModel | undefined): string => {
  if (!field) return 'null';
  const id = `row.${field.column}`;
  return field.isRequired
    ? `context.titles.get(${id}) ?? null`
    : `${id} === null ? null : (context.titles.get(${id}) ?? null)`;
};

/** Words of a column's name, the plainest test of what it holds; an exact type decides where no name fits. */
export const named = (fields: readonly FieldModel[], words: RegExp): FieldModel | undefined =>
  fields.find((field) => words.test(field.column));

export const ofType = (entity: EntityModel, ...types: string[]): FieldModel[] =>
  entity.fields.filter((field) => types.includes(field.spec.type));

/** TypeScript for what a person calls the value of a column: title of a relation, label of a choice, or text. */
export function labelExpression(entity: EntityModel, field: FieldModel, missing: string): string {
  const value = `row.${field.column}`;
  const absent = tsLiteral(missing);
  if (field.target) return `context.titles.get(${value} ?? '') ?? ${absent}`;
  if (field.spec.type !== 'enum') return field.isRequired ? value : `${value} ?? ${absent}`;
  const shown = `formatValue(fieldOf(${entity.variable}Entity, ${tsLiteral(field.column)})!, ${value}, context)`;
  return field.isRequired ? shown : `${value} === null ? ${absent} : ${shown}`;
}

/** Imports that `labelExpression` needs. */
export const labelImports = (field: FieldModel | undefined): string[] =>
  field?.spec.type === 'enum'
    ? [`import { fieldOf } from '@/lib/entity';`, `import { formatValue } from '@/lib/format';`]
    : [];

/** The value that closes a row: the first of its status that is a good end. */
export const closingValue = (entity: EntityModel): string | undefined =>
  statusOf(entity)?.spec.values?.find(
    ({ value }) => closedWords.test(value) && !cancelledWords.test(value),
  )?.value;

/** TypeScript for a number that stays inside the bounds that the column allows. */
export function boundedExpression(field: FieldModel, value: string): string {
  const { min, max } = field.spec;
  const low = min === undefined ? value : `Math.max(${String(min)}, ${value})`;
  return max === undefined ? low : `Math.min(${String(max)}, ${low})`;
}

/** Who or what a row belongs to: a relation (required before optional), else a text beside the title, else a choice. */
export function partyOf(
  entity: EntityModel,
  ...others: (FieldModel | undefined)[]
): FieldModel | undefined {
  const free = entity.fields.filter((field) => !others.includes(field));
  const relations = free.filter((field) => field.target && field.target !== entity);
  return (
    relations.find((field) => field.isRequired) ??
    relations[0] ??
    free.find((field) => field.spec.type === 'text' && field.column !== entity.titleColumn)
  );
}

/** The relations of an entity to others. */
export const relationsOf = (entity: EntityModel): FieldModel[] =>
  entity.fields.filter((field) => field.target && field.target !== entity);

/** TypeScript for the value of a column, and what stands in where it may be empty. */
export const valueOr = (field: FieldModel, missing: string): string =>
  `row.${field.column}${field.isRequired ? '' : ` ?? ${missing}`}`;
