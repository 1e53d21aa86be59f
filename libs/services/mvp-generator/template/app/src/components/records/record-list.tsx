import Link from 'next/link';
import { EmptyState } from '@/components/empty-state';
import { Icon } from '@/components/icon';
import { PageHeader } from '@/components/page-header';
import { ListToolbar } from '@/components/records/list-toolbar';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { BoardView } from '@/components/views/board-view';
import { CalendarView } from '@/components/views/calendar-view';
import { ChartView } from '@/components/views/chart-view';
import { GalleryView } from '@/components/views/gallery-view';
import { RecordTable } from '@/components/views/record-table';
import { ThreadView } from '@/components/views/thread-view';
import { TimelineView } from '@/components/views/timeline-view';
import { getDb, repositoryOf } from '@/lib/db';
import { dateField, statusField, type BaseRow, type EntityDefinition } from '@/lib/entity';
import {
  listHref,
  listOptions,
  PAGE_SIZE,
  readListQuery,
  type ListQuery,
  type SearchParams,
} from '@/lib/list-query';
import { loadContext, type PageContext } from '@/lib/load-context';
import { dateIn } from '@/lib/time';
import { publicPage } from '@/public-page';

function View({
  entity,
  rows,
  context,
  query,
  today,
}: {
  entity: EntityDefinition;
  rows: BaseRow[];
  context: PageContext;
  query: ListQuery;
  today: string;
}) {
  const status = statusField(entity);
  const date = dateField(entity);
  if (query.view === 'board' && status)
    return <BoardView entity={entity} rows={rows} context={context} field={status} />;
  if (query.view === 'calendar' && date)
    return (
      <CalendarView
        entity={entity}
        rows={rows}
        context={context}
        field={date}
        query={query}
        today={today}
      />
    );
  if (query.view === 'gallery')
    return <GalleryView entity={entity} rows={rows} context={context} />;
  if (query.view === 'timeline')
    return <TimelineView entity={entity} rows={rows} context={context} field={date} />;
  if (query.view === 'chart')
    return <ChartView entity={entity} rows={rows} context={context} query={query} today={today} />;
  if (query.view === 'thread') return <ThreadView entity={entity} rows={rows} context={context} />;
  return (
    <Card>
      <RecordTable entity={entity} rows={rows} context={context} query={query} />
    </Card>
  );
}

function Paging({
  entity,
  query,
  total,
}: {
  entity: EntityDefinition;
  query: ListQuery;
  total: number;
}) {
  const pages = Math.ceil(total / PAGE_SIZE);
  if (query.view !== 'table' || pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex items-center justify-end gap-2 text-sm text-muted">
      <span>
        Page {query.page} of {pages}
      </span>
      {query.page > 1 ? (
        <Link
          className={buttonClass('outline', 'sm')}
          href={listHref(entity, query, { page: String(query.page - 1) })}
        >
          Back
        </Link>
      ) : null}
      {query.page < pages ? (
        <Link
          className={buttonClass('outline', 'sm')}
          href={listHref(entity, query, { page: String(query.page + 1) })}
        >
          Next
        </Link>
      ) : null}
    </nav>
  );
}

/** The list page of an entity in the view that suits it, with search, filter, sorting and paging. */
export async function RecordList({
  entity,
  searchParams,
}: {
  entity: EntityDefinition;
  searchParams: Promise<SearchParams>;
}) {
  const [db, context, params] = await Promise.all([getDb(), loadContext(entity), searchParams]);
  const today = dateIn(new Date().toISOString(), context.timeZone);
  const query = readListQuery(entity, params, today);
  const options = listOptions(entity, query);
  const repository = repositoryOf(db, entity.key);
  const [rows, total] = await Promise.all([
    repository.list(options),
    repository.count({ search: options.search, filter: options.filter }),
  ]);
  const isFiltered = query.search !== '' || query.status !== '';
  const isCalendar = query.view === 'calendar' && Boolean(dateField(entity));
  // An empty thread still takes its first message, an empty chart another range.
  const standsAlone = (query.view === 'thread' || query.view === 'chart') && !isFiltered;
  const create = (
    <Link href={`${entity.route}/new`} className={buttonClass()}>
      <Icon name="plus" className="size-4" />
      New {entity.label.toLowerCase()}
    </Link>
  );
  return (
    <>
      <PageHeader title={entity.labelPlural} text={entity.description}>
        {publicPage?.entity === entity.key ? (
          <Link href={publicPage.route} className={buttonClass('outline')}>
            Public page
          </Link>
        ) : null}
        {create}
      </PageHeader>
      <ListToolbar entity={entity} query={query} />
      {rows.length === 0 && !isCalendar && !standsAlone ? (
        <Card>
          {isFiltered ? (
            <EmptyState
              icon="search"
              title="Nothing matches"
              text="Try other words or clear the filter."
            />
          ) : (
            <EmptyState
              icon={entity.icon}
              title={`No ${entity.labelPlural.toLowerCase()} yet`}
              text={entity.description}
            >
              {create}
            </EmptyState>
          )}
        </Card>
      ) : (
        <View entity={entity} rows={rows} context={context} query={query} today={today} />
      )}
      <Paging entity={entity} query={query} total={total} />
    </>
  );
}
