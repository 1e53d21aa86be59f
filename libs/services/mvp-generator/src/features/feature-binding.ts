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
