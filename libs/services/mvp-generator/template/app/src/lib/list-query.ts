import { dateField, fieldOf, statusField, type EntityDefinition, type ViewName } from './entity';
import type { ListOptions } from './db/repository';

export type SearchParams = Record<string, string | string[] | undefined>;

export const PAGE_SIZE = 25;
// Further than any list goes; what is above it would be no number that a database takes.
const LAST_PAGE = 1_000_000;

export interface ListQuery {
  view: ViewName;
  search: string;
  status: string;
  sort: { column: string; ascending: boolean } | undefined;
  page: number;
  /** YYYY-MM, for the calendar. */
  month: string;
  /** YYYY-MM-DD of a day in the week that the calendar shows; empty for the whole month. */
  week: string;
  /** Days that the chart looks back; undefined for as many as its rows need. */
  range: ChartRange | undefined;
}

export const chartRanges = [30, 90, 365] as const;
export type ChartRange = (typeof chartRanges)[number];
const LONGEST_RANGE = 365;

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
  const week = one(params.week);
  return {
    view: one(params.view) === 'table' ? 'table' : entity.view,
    search: one(params.q).trim(),
    status: statusField(entity)?.options?.some((option) => option.value === status) ? status : '',
    sort: fieldOf(entity, column) ? { column, ascending: direction !== 'desc' } : undefined,
    page: Math.min(LAST_PAGE, Math.max(1, Number.parseInt(one(params.page), 10) || 1)),
    month: /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) ? month : today.slice(0, 7),
    week: /^\d{4}-\d{2}-\d{2}$/.test(week) && !Number.isNaN(Date.parse(week)) ? week : '',
    range: chartRanges.find((days) => String(days) === one(params.range)),
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
    const start = Date.parse(`${query.week || `${query.month}-01`}T00:00:00Z`);
    // A week may be named by any of its days.
    const from = new Date(start - (query.week ? 7 : 1) * 86_400_000);
    const to = new Date(start + (query.week ? 8 : 32) * 86_400_000);
    return {
      ...base,
      between: { column: date.name, from: from.toISOString(), to: to.toISOString() },
      orderBy: { column: date.name, ascending: true },
      limit: 500,
    };
  }
  if (query.view === 'chart') {
    const column = date?.name ?? 'created_at';
    const from = new Date(Date.now() - (query.range ?? LONGEST_RANGE) * 86_400_000).toISOString();
    const to = new Date(Date.now() + 86_400_000).toISOString();
    return { ...base, between: { column, from, to }, limit: 2000 };
  }
  if (query.view === 'thread')
    return {
      ...base,
      orderBy: { column: date?.name ?? 'created_at', ascending: false },
      limit: 200,
    };
  if (query.view === 'table')
    return { ...base, orderBy: query.sort, limit: PAGE_SIZE, offset: (query.page - 1) * PAGE_SIZE };
  return { ...base, limit: 200 };
}

/** The address of the same list with some parts changed; empty parts are left out. */
export function listHref(
  entity: EntityDefinition,
  query: ListQuery,
  change: Partial<
    Record<'view' | 'q' | 'status' | 'sort' | 'page' | 'month' | 'week' | 'range', string>
  >,
): string {
  const parts: Record<string, string> = {
    view: query.view === entity.view ? '' : query.view,
    q: query.search,
    status: query.status,
    sort: query.sort ? `${query.sort.column}.${query.sort.ascending ? 'asc' : 'desc'}` : '',
    page: '',
    month: '',
    week: '',
    range: query.view === 'chart' && query.range ? String(query.range) : '',
    ...change,
  };
  const text = new URLSearchParams(
    Object.entries(parts).filter(([, value]) => value !== ''),
  ).toString();
  return text ? `${entity.route}?${text}` : entity.route;
}
