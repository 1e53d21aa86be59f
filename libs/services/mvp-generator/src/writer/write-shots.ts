import type { TsLiteral } from '../escape/escape-text.js';
import { statusOf, viewOf, type EntityModel, type FieldModel } from '../model/app-model.js';
import { relatedRow } from './related-row.js';
import { sampleRowCount, sampleValue, type SampleValue } from './sample-values.js';

const shownColumns = 3;

/** What the n-th demo row of an entity is called. */
function titleOf(entity: EntityModel, row: number): string {
  const title = entity.fields.find((field) => field.column === entity.titleColumn);
  if (title?.target) return titleOf(title.target, relatedRow(entity, title, row, sampleRowCount));
  const value = title ? sampleValue(entity, title, row) : null;
  const isText = typeof value === 'string' || typeof value === 'number';
  return isText ? String(value) : `${entity.spec.label} ${String(row + 1)}`;
}

/** A day as words that stay true: a page is built on one day and read on another. */
export function dayInWords(days: number): string {
  if (Math.abs(days) > 1) return days > 0 ? `In ${String(days)} days` : `${String(-days)} days ago`;
  return days === 0 ? 'Today' : days > 0 ? 'Tomorrow' : 'Yesterday';
}

function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${String(hours)} h` : '', rest > 0 ? `${String(rest)} min` : '']
    .filter(Boolean)
    .join(' ');
}

function inWords(field: FieldModel, value: SampleValue, currency: string): string {
  if (value === null) return '';
  if (typeof value === 'object') return dayInWords(value.days);
  switch (field.spec.type) {
    case 'money': {
      const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
      const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
      return format.format(Number(value) / 10 ** digits);
    }
    case 'integer':
    case 'decimal':
      return new Intl.NumberFormat('en-US').format(Number(value));
    case 'boolean':
      return value === true ? 'Yes' : 'No';
    case 'duration':
      return minutesInWords(Number(value));
    case 'rating':
      return `${'★'.repeat(Number(value))}${'☆'.repeat(Math.max(0, 5 - Number(value)))}`;
    case 'enum':
      return field.spec.values?.find((option) => option.value === value)?.label ?? '';
    default:
      return String(value);
  }
}

function cellOf(entity: EntityModel, field: FieldModel, row: number, currency: string): string {
  if (field.target) return titleOf(field.target, relatedRow(entity, field, row, sampleRowCount));
  return inWords(field, sampleValue(entity, field, row), currency);
}

/** The columns that say most at a glance, as the app's own lists choose them. */
function columnsOf(entity: EntityModel, status: FieldModel | undefined): FieldModel[] {
  const rank = ({ spec }: FieldModel): number =>
    ['relation', 'datetime', 'date', 'money'].includes(spec.type) ? 0 : 1;
  const rest = entity.fields.filter(
    (field) =>
      field.column !== entity.titleColumn &&
      field !== status &&
      !['long_text', 'url', 'address', 'boolean', 'file'].includes(field.spec.type),
  );
  const chosen = new Set([...rest].sort((a, b) => rank(a) - rank(b)).slice(0, shownColumns));
  return rest.filter((field) => chosen.has(field));
}

const measured = new Set(['money', 'duration', 'integer', 'decimal', 'rating']);

/**
 * A drawing of an entity's own view with the rows of the demo workspace, for the landing page. Values are words
 * already; `day` counts from today.
 */
export function shotOf(entity: EntityModel, currency: string): TsLiteral {
  const status = statusOf(entity);
  const columns = columnsOf(entity, status);
  const date = entity.fields.find(({ spec }) => spec.type === 'datetime' || spec.type === 'date');
  const measure = entity.fields.find(({ spec }) => measured.has(spec.type));
  const text = entity.fields.find(({ spec }) => spec.type === 'long_text');
  const rows = Array.from({ length: sampleRowCount }, (_, row): TsLiteral => {
    const choice = status ? sampleValue(entity, status, row) : null;
    const moment = date ? sampleValue(entity, date, row) : null;
    const amount = measure ? sampleValue(entity, measure, row) : null;
    const prose = text ? sampleValue(entity, text, row) : null;
    return {
      title: titleOf(entity, row),
      cells: columns.map((field) => cellOf(entity, field, row, currency)),
      status: typeof choice === 'string' ? choice : '',
      text: typeof prose === 'string' ? prose : '',
      day: moment !== null && typeof moment === 'object' ? moment.days : row - 3,
      value: typeof amount === 'number' ? amount : 1,
    };
  });
  return {
    title: entity.spec.labelPlural,
    text: entity.spec.description,
    icon: entity.spec.icon,
    view: viewOf(entity),
    columns: [
      entity.fields.find((field) => field.column === entity.titleColumn)?.spec.label ?? '',
      ...columns.map((field) => field.spec.label),
    ],
    statuses: (status?.spec.values ?? []).map(({ value, label }) => ({ value, label })),
    rows,
  };
}
