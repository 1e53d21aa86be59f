import {
  dateField,
  statusField,
  valueOf,
  type BaseRow,
  type EntityDefinition,
  type FieldDefinition,
} from './entity';
import { addDays, dateIn } from './time';

export interface Point {
  label: string;
  value: number;
}

/** The number that a chart draws: the first amount of a row. Without one, rows are counted. */
export function measureField(entity: EntityDefinition): FieldDefinition | undefined {
  const kinds = ['money', 'duration', 'integer', 'decimal', 'rating'];
  return kinds
    .map((kind) => entity.fields.find((field) => field.kind === kind))
    .find((field) => field !== undefined);
}

/** Ratings and decimals (a weight, a temperature) are averaged, because their sum says nothing. */
export const isAveraged = (field: FieldDefinition | undefined): boolean =>
  field?.kind === 'rating' || field?.kind === 'decimal';

function combine(rows: readonly BaseRow[], field: FieldDefinition | undefined): number {
  if (!field) return rows.length;
  const values = rows
    .map((row) => valueOf(row, field.name))
    .filter((value) => typeof value === 'number');
  const sum = values.reduce((total, value) => total + value, 0);
  return isAveraged(field) ? sum / Math.max(1, values.length) : sum;
}

/** One point for each stretch of days up to today: a day, a week or a month by how far it looks back. */
export function pointsOverTime(
  entity: EntityDefinition,
  rows: readonly BaseRow[],
  range: number,
  today: string,
  timeZone: string,
): Point[] {
  const date = dateField(entity);
  const field = measureField(entity);
  const step = range <= 30 ? 1 : range <= 90 ? 7 : 30;
  const count = Math.ceil(range / step);
  return Array.from({ length: count }, (_, index) => {
    const end = addDays(today, -step * (count - 1 - index));
    const start = addDays(end, 1 - step);
    const inside = rows.filter((row) => {
      const moment = String((date && valueOf(row, date.name)) ?? (date ? '' : row.created_at));
      const day = moment.length > 10 ? dateIn(moment, timeZone) : moment;
      return day >= start && day <= end;
    });
    return { label: start, value: combine(inside, field) };
  });
}

/** One point for each choice of the entity's status or first choice field. */
export function pointsByCategory(entity: EntityDefinition, rows: readonly BaseRow[]): Point[] {
  const category = statusField(entity);
  const field = measureField(entity);
  return (category?.options ?? []).map(({ value, label }) => ({
    label,
    value: combine(
      rows.filter((row) => category && valueOf(row, category.name) === value),
      field,
    ),
  }));
}
