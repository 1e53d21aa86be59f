import Link from 'next/link';
import { Icon } from '@/components/icon';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/field';
import { cn } from '@/lib/class-names';
import { statusField, type EntityDefinition } from '@/lib/entity';
import { listHref, type ListQuery } from '@/lib/list-query';

const viewNames = {
  table: 'Table',
  board: 'Board',
  calendar: 'Calendar',
  gallery: 'Gallery',
  timeline: 'Timeline',
  thread: 'Thread',
  chart: 'Chart',
};

export function ListToolbar({ entity, query }: { entity: EntityDefinition; query: ListQuery }) {
  const status = statusField(entity);
  const views = entity.view === 'table' ? [] : ([entity.view, 'table'] as const);
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <form
        action={entity.route}
        role="search"
        className="flex min-w-0 basis-full flex-wrap gap-2 sm:flex-1 sm:basis-auto"
      >
        {query.view === entity.view ? null : <input type="hidden" name="view" value={query.view} />}
        {entity.searchColumns.length > 0 ? (
          <Input
            name="q"
            type="search"
            defaultValue={query.search}
            placeholder={`Search ${entity.labelPlural.toLowerCase()}`}
            aria-label={`Search ${entity.labelPlural}`}
            className="min-w-40 flex-1 sm:w-64 sm:flex-none"
          />
        ) : null}
        {status && query.view !== 'board' ? (
          <Select
            name="status"
            defaultValue={query.status}
            aria-label={status.label}
            className="w-40"
          >
            <option value="">Any {status.label.toLowerCase()}</option>
            {status.options?.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </Select>
        ) : null}
        <Button variant="outline">Apply</Button>
        {query.search || query.status ? (
          <Link
            href={listHref(entity, query, { q: '', status: '' })}
            className="inline-flex h-9 items-center gap-1 px-2 text-sm text-muted hover:text-ink"
          >
            <Icon name="x" className="size-3.5" />
            Clear
          </Link>
        ) : null}
      </form>
      {views.length > 0 ? (
        <nav aria-label="View" className="flex rounded-lg border border-line bg-subtle p-0.5">
          {views.map((view) => (
            <Link
              key={view}
              href={listHref(entity, query, { view: view === entity.view ? '' : view })}
              aria-current={query.view === view ? 'true' : undefined}
              className={cn(
                'rounded-md px-2.5 py-1 text-[13px] font-medium',
                query.view === view ? 'bg-surface shadow-xs' : 'text-muted hover:text-ink',
              )}
            >
              {viewNames[view]}
            </Link>
          ))}
        </nav>
      ) : null}
    </div>
  );
}
