import {
  dateField,
  statusField,
  valueOf,
  type BaseRow,
  type EntityDefinition,
  type FieldDefinition,
} from './entity';
import { chartRanges, type ChartRange } from './list-query';
import { addDays, dateIn } from './time';

export interface Point {
  label: string;
  value: number;
}

/** A stretch of days; an average of days without a row is not zero, it is not known. */
export interface PeriodPoint {
  label: string;
  value: number | null;
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

function combine(rows: readonly BaseRow[], field: FieldDefinition | undefined): number | null {
  if (!field) return rows.length;
  const values = rows
    .map((row) => valueOf(row, field.name))
    .filter((value) => typeof value === 'number');
  const sum = values.reduce((total, value) => total + value, 0);
  if (!isAveraged(field)) return sum;
  return values.length === 0 ? null : sum / values.length;
}

/**
 * From where to where a line is drawn, in round figures: from zero, unless that would press values that lie close
 * together into a flat line.
 */
export function lineDomain(values: readonly number[]): { low: number; high: number } {
  const smallest = Math.min(...values);
  const largest = Math.max(...values);
  const isClose = smallest > 0 && smallest > largest / 2;
  const from = isClose ? smallest : Math.min(0, smallest);
  const span = Math.max(largest, 0) - from || largest || 1;
  const step = 10 ** Math.floor(Math.log10(Math.abs(span)));
  const low = Math.floor(from / step) * step;
  return { low, high: Math.max(Math.ceil(largest / step) * step, low + step) };
}

function dayOf(entity: EntityDefinition, row: BaseRow, timeZone: string): string {
  const date = dateField(entity);
  const moment = String((date && valueOf(row, date.name)) ?? (date ? '' : row.created_at));
  return moment.length > 10 ? dateIn(moment, timeZone) : moment;
}

/** The shortest stretch of days that shows nearly all rows: three readings are lost on the axis of a year. */
export function rangeOf(
  entity: EntityDefinition,
  rows: readonly BaseRow[],
  today: string,
  timeZone: string,
): ChartRange {
  const days = rows.map((row) => dayOf(entity, row, timeZone)).filter((day) => day !== '');
  const shown = (range: number) => days.filter((day) => day > addDays(today, -range)).length;
  return chartRanges.find((range) => shown(range) >= days.length * 0.8) ?? 365;
}

/** One point for each stretch of days up to today: a day, a week or a month by how far it looks back. */
export function pointsOverTime(
  entity: EntityDefinition,
  rows: readonly BaseRow[],
  range: number,
  today: string,
  timeZone: string,
): PeriodPoint[] {
  const field = measureField(entity);
  const step = range <= 30 ? 1 : range <= 90 ? 7 : 30;
  const count = Math.ceil(range / step);
  return Array.from({ length: count }, (_, index) => {
    const end = addDays(today, -step * (count - 1 - index));
    const start = addDays(end, 1 - step);
    const inside = rows.filter((row) => {
      const day = dayOf(entity, row, timeZone);
      return day >= start && day <= end;
    });
    return { label: start, value: combine(inside, field) };
  });
}

/** One point for each choice of the entity's status or first choice field. */
export function pointsByCategory(entity: EntityDefinition, rows: readonly BaseRow[]): Point[] {
  const category = statusField(entity);
  const field = measureField(entity);
  return (category?.options ?? []).flatMap(({ value: choice, label }) => {
    const value = combine(
      rows.filter((row) => category && valueOf(row, category.name) === choice),
      field,
    );
    return value === null ? [] : [{ label, value }];
  });
}
