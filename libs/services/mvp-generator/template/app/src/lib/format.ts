import {
  fieldOf,
  valueOf,
  type BaseRow,
  type EntityDefinition,
  type FieldDefinition,
} from './entity';
import { product } from '@/product';

const locale = 'en-US';
const currencyFormat = new Intl.NumberFormat(locale, {
  style: 'currency',
  currency: product.currency,
});

/** Digits after the point of the product's currency: 2 for USD, 0 for JPY. */
export const minorUnitDigits = currencyFormat.resolvedOptions().maximumFractionDigits ?? 2;

export const formatMoney = (minorUnits: number): string =>
  currencyFormat.format(minorUnits / 10 ** minorUnitDigits);

export const formatNumber = (value: number): string => new Intl.NumberFormat(locale).format(value);

export function formatDateTime(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(iso));
}

/** A calendar date has no time zone, so it is read and shown in UTC. */
export function formatDate(date: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${date.slice(0, 10)}T00:00:00Z`),
  );
}

/** A text with the days in it ("2026-11-27") as a person writes them. */
export const formatDays = (text: string): string =>
  text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) =>
    Number.isNaN(Date.parse(day)) ? day : formatDate(day),
  );

export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : '']
    .filter(Boolean)
    .join(' ');
}

export interface FormatContext {
  timeZone: string;
  /** Title of each related row by its id. */
  titles: ReadonlyMap<string, string>;
  /** Each file of the account by its id, where a shown entity has file fields. */
  files?: ReadonlyMap<string, { id: string; name: string; type: string; size: number }>;
}

/** A value as a person reads it; an em dash where there is none. */
export function formatValue(
  field: FieldDefinition,
  value: unknown,
  context: FormatContext,
): string {
  if (value === null || value === undefined || value === '') return '—';
  switch (field.kind) {
    case 'money':
      return formatMoney(Number(value));
    case 'integer':
    case 'decimal':
      return formatNumber(Number(value));
    case 'boolean':
      return value === true ? 'Yes' : 'No';
    case 'datetime':
      return formatDateTime(String(value), context.timeZone);
    case 'date':
      return formatDate(String(value));
    case 'duration':
      return formatMinutes(Number(value));
    case 'rating':
      return `${'★'.repeat(Number(value))}${'☆'.repeat(Math.max(0, 5 - Number(value)))}`;
    case 'enum':
      return field.options?.find((option) => option.value === value)?.label ?? String(value);
    case 'relation':
      return context.titles.get(String(value)) ?? 'Unknown';
    case 'file':
      return context.files?.get(String(value))?.name ?? 'File';
    default:
      return String(value);
  }
}

/** What a row is called in lists and headings. */
export function titleOf(entity: EntityDefinition, row: BaseRow, context: FormatContext): string {
  const field = fieldOf(entity, entity.titleField);
  return field ? formatValue(field, valueOf(row, field.name), context) : entity.label;
}
