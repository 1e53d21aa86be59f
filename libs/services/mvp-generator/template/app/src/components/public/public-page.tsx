import { notFound } from 'next/navigation';
import { PublicCard } from './public-card';
import { StatusBoard } from './status-board';
import { EmptyState } from '@/components/empty-state';
import { SiteShell } from '@/components/site-shell';
import { Button } from '@/components/ui/button';
import { Badge, Card, toneOf } from '@/components/ui/card';
import { Input } from '@/components/ui/field';
import { entities } from '@/entities';
import { dateField, statusField, type EntityDefinition } from '@/lib/entity';
import { listIncidents, listPublished, voteCounts, type PublishedRow } from '@/lib/public-data';
import { publicPage, type PublicPageSettings } from '@/public-page';

const words = {
  booking: {
    lead: 'Choose a time and leave your name. It is yours once it is confirmed.',
    empty: 'No free times right now.',
  },
  listing: {
    lead: 'Look around, and ask about what you like.',
    empty: 'Nothing is listed right now.',
  },
  rsvp: { lead: 'Say whether you come. It takes one click.', empty: 'Nothing is open right now.' },
  status: { lead: 'How everything is right now.', empty: 'Nothing is reported right now.' },
  roadmap: {
    lead: 'What is planned, and how far it is. Vote for what you want most.',
    empty: 'Nothing is planned in public yet.',
  },
};
const results: Record<string, { text: string; role: 'status' | 'alert'; style: string }> = {
  sent: {
    text: 'Thank you. It was sent.',
    role: 'status',
    style: 'bg-good-soft text-good-text ring-good-line',
  },
  voted: {
    text: 'You have voted for this already.',
    role: 'status',
    style: 'bg-subtle ring-line',
  },
  failed: {
    text: 'This could not be sent: it may have been taken in the meantime. Check your entries and try again.',
    role: 'alert',
    style: 'bg-danger-soft text-danger-text ring-danger-line',
  },
};

/** Published rows in groups: a roadmap by its status, everything else in one. */
function groupsOf(page: PublicPageSettings, entity: EntityDefinition, rows: PublishedRow[]) {
  const status = statusField(entity);
  if (page.kind !== 'roadmap' || !status || !page.columns.includes(status.name))
    return [{ label: '', value: '', rows }];
  return (status.options ?? [])
    .map(({ label, value }) => ({
      label,
      value,
      rows: rows.filter((row) => row[status.name] === value),
    }))
    .filter((group) => group.rows.length > 0);
}

/** What a visitor may still take: no time that has passed, only what they search for, soonest first. */
function choose(
  page: PublicPageSettings,
  entity: EntityDefinition,
  all: PublishedRow[],
  query: string,
): PublishedRow[] {
  const date = dateField(entity);
  const isDated = date && page.columns.includes(date.name);
  const now = new Date().toISOString();
  const momentOf = (row: PublishedRow) => String((isDated && row[date.name]) || '');
  const isOpen = (row: PublishedRow) =>
    !['booking', 'rsvp'].includes(page.kind) || momentOf(row) === '' || momentOf(row) >= now;
  const matches = (row: PublishedRow) =>
    page.columns
      .map((column) => String(row[column] ?? ''))
      .join(' ')
      .toLowerCase()
      .includes(query);
  return all
    .filter((row) => isOpen(row) && matches(row))
    .sort((a, b) => momentOf(a).localeCompare(momentOf(b)));
}

export async function PublicPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const page = publicPage;
  const entity = (Object.values(entities) as EntityDefinition[]).find(
    (item) => item.key === page?.entity,
  );
  if (!page || !entity) notFound();
  const [all, votes, incidents, params] = await Promise.all([
    listPublished(),
    voteCounts(),
    listIncidents(),
    searchParams,
  ]);
  const query = typeof params.q === 'string' ? params.q.trim().toLowerCase() : '';
  const rows = choose(page, entity, all, query);
  const groups = groupsOf(page, entity, rows);
  const result = typeof params.result === 'string' ? results[params.result] : undefined;
  return (
    <SiteShell>
      <div className="px-4 py-12 sm:px-6">
        <div className="mx-auto w-full max-w-6xl">
          <h1 className="text-3xl font-semibold tracking-tight break-words">{page.title}</h1>
          <p className="mt-2 max-w-2xl text-muted">{words[page.kind].lead}</p>
          {result ? (
            <p
              role={result.role}
              className={`mt-5 max-w-3xl rounded-lg p-3 text-sm ring-1 ring-inset ${result.style}`}
            >
              {result.text}
            </p>
          ) : null}
          {page.kind === 'listing' ? (
            <form role="search" className="mt-5 flex max-w-md gap-2">
              <Input
                name="q"
                type="search"
                defaultValue={query}
                aria-label="Search"
                placeholder="Search"
              />
              <Button variant="outline">Search</Button>
            </form>
          ) : null}
          {rows.length === 0 ? (
            <Card className="mt-6">
              <EmptyState
                icon={entity.icon}
                title={query ? 'Nothing matches' : words[page.kind].empty}
                text={query ? 'Try other words.' : 'Come back a little later.'}
              />
            </Card>
          ) : page.kind === 'status' ? (
            <StatusBoard page={page} entity={entity} rows={rows} incidents={incidents} />
          ) : (
            <div
              className={
                groups.length > 1
                  ? 'mt-8 grid items-start gap-5 md:grid-cols-2 lg:grid-cols-3'
                  : 'mt-8'
              }
            >
              {groups.map((group) => (
                <section key={group.value} aria-label={group.label || entity.labelPlural}>
                  {group.label ? (
                    <h2 className="mb-3 flex items-center gap-2 text-sm">
                      <Badge tone={toneOf(group.value)}>{group.label}</Badge>
                      <span className="text-muted">{group.rows.length}</span>
                    </h2>
                  ) : (
                    <h2 className="sr-only">{entity.labelPlural}</h2>
                  )}
                  <ul
                    className={
                      groups.length > 1 ? 'space-y-3' : 'grid gap-4 sm:grid-cols-2 lg:grid-cols-3'
                    }
                  >
                    {group.rows.map((row) => (
                      <li key={row.id}>
                        <PublicCard
                          page={page}
                          entity={entity}
                          row={row}
                          votes={votes.get(row.id) ?? 0}
                        />
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          )}
        </div>
      </div>
    </SiteShell>
  );
}
