import { notFound } from 'next/navigation';
import { SiteShell } from '@/components/site-shell';
import { Button } from '@/components/ui/button';
import { Badge, Card, toneOf } from '@/components/ui/card';
import { Field, Input, Textarea } from '@/components/ui/field';
import { entities } from '@/entities';
import { dateField, statusField, type EntityDefinition } from '@/lib/entity';
import { formatValue, type FormatContext } from '@/lib/format';
import { sendResponse } from '@/lib/public-actions';
import { listPublished, voteCounts, type PublishedRow } from '@/lib/public-data';
import { publicPage, type PublicPageSettings } from '@/public-page';

// A visitor has no profile, and the names of related rows are not public.
const context: FormatContext = { timeZone: 'UTC', titles: new Map() };
const words = {
  booking: {
    open: 'Request this time',
    send: 'Send the request',
    empty: 'No free times right now.',
  },
  listing: {
    open: 'Ask about this',
    send: 'Send the enquiry',
    empty: 'Nothing is listed right now.',
  },
  rsvp: { open: 'Answer', send: 'Send the answer', empty: 'No events are open right now.' },
  status: { open: '', send: '', empty: 'Nothing is reported right now.' },
  roadmap: { open: '', send: 'Vote', empty: 'Nothing is planned in public yet.' },
};

function ResponseForm({
  page,
  row,
  name,
}: {
  page: PublicPageSettings;
  row: PublishedRow;
  name: string;
}) {
  const text = words[page.kind];
  return (
    <details className="mt-3">
      <summary className="cursor-pointer text-sm font-medium text-brand-text hover:underline">
        {text.open}
        <span className="sr-only">: {name}</span>
      </summary>
      <form action={sendResponse} className="mt-3 space-y-3">
        <input type="hidden" name="record_id" value={row.id} />
        <Field id={`name-${row.id}`} label="Your name" isRequired>
          <Input id={`name-${row.id}`} name="name" required maxLength={120} autoComplete="name" />
        </Field>
        {page.kind === 'rsvp' ? (
          <div className="flex flex-wrap gap-2">
            {(['yes', 'maybe', 'no'] as const).map((answer) => (
              <Button key={answer} variant="outline" name="answer" value={answer}>
                {answer === 'yes' ? 'Yes' : answer === 'no' ? 'No' : 'Maybe'}
              </Button>
            ))}
          </div>
        ) : (
          <>
            <Field id={`contact-${row.id}`} label="E-mail or phone" isRequired>
              <Input id={`contact-${row.id}`} name="contact" required maxLength={200} />
            </Field>
            <Field id={`message-${row.id}`} label="Message">
              <Textarea id={`message-${row.id}`} name="message" maxLength={2000} rows={3} />
            </Field>
            <Button name="answer" value={page.kind === 'booking' ? 'request' : 'enquiry'}>
              {text.send}
            </Button>
          </>
        )}
      </form>
    </details>
  );
}

function VoteForm({ row, votes, name }: { row: PublishedRow; votes: number; name: string }) {
  return (
    <form action={sendResponse} className="mt-3">
      <input type="hidden" name="record_id" value={row.id} />
      <Button variant="outline" size="sm" name="answer" value="vote">
        <span>
          Vote<span className="sr-only"> for {name}:</span>
        </span>
        <span className="tabular-nums">{votes}</span>
      </Button>
    </form>
  );
}

function PublicCard({
  page,
  entity,
  row,
  votes,
}: {
  page: PublicPageSettings;
  entity: EntityDefinition;
  row: PublishedRow;
  votes: number;
}) {
  const fields = entity.fields.filter((field) => page.columns.includes(field.name));
  const date = fields.find((field) => field === dateField(entity));
  const status = fields.find((field) => field === statusField(entity));
  const heading = fields.find((field) => field.name === entity.titleField) ?? date;
  const name = heading ? formatValue(heading, row[heading.name], context) : entity.label;
  const facts = fields.filter(
    (field) => field !== heading && field !== status && row[field.name] !== null,
  );
  return (
    <Card className="flex h-full flex-col p-4">
      <div className="flex items-start justify-between gap-2">
        <h3 className="min-w-0 text-sm font-semibold break-words">{name}</h3>
        {status && row[status.name] && page.kind !== 'booking' ? (
          <Badge tone={toneOf(row[status.name])}>
            {formatValue(status, row[status.name], context)}
          </Badge>
        ) : null}
      </div>
      <dl className="mt-2 space-y-0.5 text-[13px]">
        {facts.map((field) => (
          <div key={field.name} className="flex gap-1.5">
            <dt className="text-muted">{field.label}</dt>
            <dd className="min-w-0 break-words">
              {formatValue(field, row[field.name], context)}
              {field.kind === 'datetime' ? ' UTC' : ''}
            </dd>
          </div>
        ))}
      </dl>
      {page.kind === 'roadmap' ? <VoteForm row={row} votes={votes} name={name} /> : null}
      {page.kind === 'status' || page.kind === 'roadmap' ? null : (
        <ResponseForm page={page} row={row} name={name} />
      )}
    </Card>
  );
}

/** Published rows in groups: a roadmap by its status, everything else in one. */
function groupsOf(page: PublicPageSettings, entity: EntityDefinition, rows: PublishedRow[]) {
  const status = statusField(entity);
  if (page.kind !== 'roadmap' || !status || !page.columns.includes(status.name))
    return [{ label: '', rows }];
  return (status.options ?? []).map((option) => ({
    label: option.label,
    rows: rows.filter((row) => row[status.name] === option.value),
  }));
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
  const [all, votes, params] = await Promise.all([listPublished(), voteCounts(), searchParams]);
  const date = dateField(entity);
  const today = new Date().toISOString();
  const query = typeof params.q === 'string' ? params.q.trim().toLowerCase() : '';
  const rows = all.filter((row) => {
    const moment = date && page.columns.includes(date.name) ? row[date.name] : undefined;
    // A time that has passed can no longer be taken.
    if (page.kind === 'booking' && typeof moment === 'string' && moment < today) return false;
    const values = page.columns.map((column) => String(row[column] ?? '')).join(' ');
    return query === '' || values.toLowerCase().includes(query);
  });
  return (
    <SiteShell>
      <div className="mx-auto w-full max-w-6xl px-4 py-10 sm:px-6">
        <h1 className="text-2xl font-semibold tracking-tight break-words">{page.title}</h1>
        <p className="mt-2 max-w-2xl text-muted">{page.description}</p>
        {params.result === 'sent' ? (
          <p role="status" className="mt-5 rounded-lg bg-good-soft p-3 text-sm text-good-text">
            Thank you. It was sent.
          </p>
        ) : null}
        {params.result === 'voted' ? (
          <p role="status" className="mt-5 rounded-lg bg-subtle p-3 text-sm">
            You have voted for this already.
          </p>
        ) : null}
        {params.result === 'failed' ? (
          <p role="alert" className="mt-5 rounded-lg bg-danger-soft p-3 text-sm text-danger-text">
            This could not be sent. Check your entries and try again.
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
        <div className={page.kind === 'roadmap' ? 'mt-6 grid gap-5 md:grid-cols-3' : 'mt-6'}>
          {groupsOf(page, entity, rows).map((group) => (
            <section key={group.label} aria-label={group.label || page.title}>
              {group.label ? (
                <h2 className="mb-2 text-sm font-semibold">{group.label}</h2>
              ) : (
                <h2 className="sr-only">{entity.labelPlural}</h2>
              )}
              <ul
                className={group.label ? 'space-y-3' : 'grid gap-4 sm:grid-cols-2 lg:grid-cols-3'}
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
              {group.rows.length === 0 ? (
                <p className="text-sm text-muted">{words[page.kind].empty}</p>
              ) : null}
            </section>
          ))}
        </div>
      </div>
    </SiteShell>
  );
}
