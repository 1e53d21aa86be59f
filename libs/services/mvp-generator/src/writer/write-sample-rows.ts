import { tsLiteral, type TsLiteral } from '../escape/escape-text.js';
import type { AppModel, EntityModel, FieldModel } from '../model/app-model.js';
import { relatedRow } from './related-row.js';
import { isLeftEmpty, sampleValue } from './sample-values.js';

// Enough to look around, few enough to delete by hand.
const rowCount = 4;

function cell(model: AppModel, entity: EntityModel, field: FieldModel, row: number): TsLiteral {
  if (!field.target) {
    const value = sampleValue(entity, field, row);
    return typeof value === 'object' && value !== null ? { ...value } : value;
  }
  const exists = model.entities.indexOf(field.target) < model.entities.indexOf(entity);
  if (!exists || isLeftEmpty(entity, field, row)) return null;
  return { target: field.target.key, row: relatedRow(entity, field, row, rowCount) };
}

/** `src/sample-rows.ts`: what a new account may start with, in an order in which rows can be inserted. */
export function writeSampleRows(model: AppModel): string {
  const tables = model.entities.map((entity) => ({
    key: entity.key,
    rows: Array.from({ length: rowCount }, (_, row) =>
      Object.fromEntries(
        entity.fields.map((field) => [field.column, cell(model, entity, field, row)]),
      ),
    ),
  }));
  return `/** A value; a day counted from today (with an hour of UTC for a time); or a row of another table of this list. */
export type SampleCell =
  | string
  | number
  | boolean
  | null
  | { days: number; hour?: number }
  | { target: string; row: number };

/** What a new account may start with, in an order in which the rows can be inserted. */
export const sampleRows: { key: string; rows: Record<string, SampleCell>[] }[] = ${tsLiteral(tables)};
`;
}
