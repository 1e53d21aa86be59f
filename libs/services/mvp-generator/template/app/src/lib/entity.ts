import { z } from 'zod';
import type { IconName } from '@/components/icon';

export type FieldKind =
  | 'text'
  | 'long_text'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'time'
  | 'duration'
  | 'email'
  | 'phone'
  | 'url'
  | 'address'
  | 'rating'
  | 'enum'
  | 'relation'
  | 'file';

export interface FieldDefinition {
  name: string;
  label: string;
  kind: FieldKind;
  required: boolean;
  /** enum: what is stored and what a person reads. */
  options?: readonly { value: string; label: string }[];
  /** relation: key of the entity it points at. */
  target?: string;
  /** What a new form starts with. */
  defaultValue?: string;
  min?: number;
  max?: number;
  hint?: string;
}

export type ViewName = 'table' | 'board' | 'calendar' | 'gallery' | 'timeline' | 'thread' | 'chart';

/** The columns that every table has. */
export const baseRow = {
  id: z.string(),
  user_id: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
};

export interface BaseRow {
  id: string;
  user_id: string;
  created_at: string;
  updated_at: string;
}

/** What is used of a schema. Comparing all of zod's own type takes a fifth of the whole type check. */
export interface Parser<T> {
  parse(value: unknown): T;
  safeParse(value: unknown): z.ZodSafeParseResult<T>;
}

/** Everything the pages need to know about a table. The database is the authority; this mirrors it. */
export interface EntityDefinition<Row extends BaseRow = BaseRow, Input extends object = object> {
  /** Name of the repository in `getDb()`. */
  key: string;
  table: string;
  /** Path of the list page. */
  route: string;
  label: string;
  labelPlural: string;
  description: string;
  icon: IconName;
  titleField: string;
  view: ViewName;
  fields: readonly FieldDefinition[];
  searchColumns: readonly string[];
  orderBy: { column: string; ascending: boolean };
  row: Parser<Row>;
  input: Parser<Input>;
}

/** The value of a named column, for code that works on any entity. */
export function valueOf(row: BaseRow, column: string): unknown {
  return (row as unknown as Record<string, unknown>)[column];
}

export function fieldOf(entity: EntityDefinition, name: string): FieldDefinition | undefined {
  return entity.fields.find((field) => field.name === name);
}

/** The field that a board groups by and lists are filtered by: the first choice field. */
export function statusField(entity: EntityDefinition): FieldDefinition | undefined {
  return (
    entity.fields.find((field) => field.kind === 'enum' && field.name === 'status') ??
    entity.fields.find((field) => field.kind === 'enum')
  );
}

/** The field that places a row in time: the first date and time, else the first date. */
export function dateField(entity: EntityDefinition): FieldDefinition | undefined {
  return (
    entity.fields.find((field) => field.kind === 'datetime') ??
    entity.fields.find((field) => field.kind === 'date')
  );
}
