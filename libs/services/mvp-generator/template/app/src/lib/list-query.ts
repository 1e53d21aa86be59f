import { dateField, fieldOf, statusField, type EntityDefinition, type ViewName } from './entity';
import type { ListOptions } from './db/repository';

export type SearchParams = Record<string, string | string[] | undefined>;

export const PAGE_SIZE = 25;

export interface ListQuery {
  view: ViewName;
  search: string;
  status: string;
  sort: { column: string; ascending: boolean } | undefined;
  page: number;
  /** YYYY-MM, for the calendar. */
  month: string;
}

const one = (value: string | string[] | undefined): string =>
  typeof value === 'string' ? value.slice(0, 100) : '';

/** The state of a list page from its address; anything unknown falls back to the default. */
export function readListQuery(
  entity: EntityDefinition,
  params: SearchParams,
  today: string,
): ListQuery {
  const [column = '', direction] = one(params.sort).split('.');
  const status = one(params.status);
  const month = one(params.month);
  return {
    view: one(params.view) === 'table' ? 'table' : entity.view,
    search: one(params.q).trim(),
    status: statusField(entity)?.options?.some((option) => option.value === status) ? status : '',
    sort: fieldOf(entity, column) ? { column, ascending: direction !== 'desc' } : undefined,
    page: Math.max(1, Number.parseInt(one(params.page), 10) || 1),
    month: /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) ? month : today.slice(0, 7),
  };
}

/** What the repository is asked for. A calendar asks for its month (with a day to spare on both sides for time zones). */
export function listOptions(entity: EntityDefinition, query: ListQuery): ListOptions {
  const status = statusField(entity);
  const date = dateField(entity);
  const base: ListOptions = {
    search: query.search,
    filter: status && query.status ? { [status.name]: query.status } : {},
  };
  if (query.view === 'calendar' && date) {
    const from = new Date(Date.parse(`${query.month}-01T00:00:00Z`) - 86_400_000);
    const to = new Date(Date.parse(`${query.month}-01T00:00:00Z`) + 32 * 86_400_000);
    return {
      ...base,
      between: { column: date.name, from: from.toISOString(), to: to.toISOString() },
      orderBy: { column: date.name, ascending: true },
      limit: 500,
    };
  }
  if (query.view === 'table')
    return { ...base, orderBy: query.sort, limit: PAGE_SIZE, offset: (query.page - 1) * PAGE_SIZE };
  return { ...base, limit: 200 };
}

/** The address of the same list with some parts changed; empty parts are left out. */
export function listHref(
  entity: EntityDefinition,
  query: ListQuery,
  change: Partial<Record<'view' | 'q' | 'status' | 'sort' | 'page' | 'month', string>>,
): string {
  const parts: Record<string, string> = {
    view: query.view === entity.view ? '' : query.view,
    q: query.search,
    status: query.status,
    sort: query.sort ? `${query.sort.column}.${query.sort.ascending ? 'asc' : 'desc'}` : '',
    page: '',
    month: '',
    ...change,
  };
  const text = new URLSearchParams(
    Object.entries(parts).filter(([, value]) => value !== ''),
  ).toString();
  return text ? `${entity.route}?${text}` : entity.route;
}
