import type { GeneratedFile, PublicPageKind } from '@hatchr/contracts';
import { sqlName, tsLiteral, tsString } from '../escape/escape-text.js';
import { statusOf, type AppModel, type EntityModel, type FieldModel } from '../model/app-model.js';
import { objectName } from './write-tables.js';

/** A name that has one of the words as a word of its own, singular or plural. */
const words = (list: string): RegExp => new RegExp(`(?:^|_)(?:${list})s?(?:_|$)`, 'u');
// A column is hidden unless a rule below opens it: to show too little costs a founder a word, to show too much
// costs their customers' privacy. These words close a column of any type.
const privateWords =
  /note|internal|private|secret|cost|margin|salary|paid|payment|invoice|owner|client|customer|guest|patient|member|student|contact|author|reporter|assignee|diagnos|symptom|medical|health|allerg|birth|death|password|token/u;
const describing = words(
  'description|summary|detail|title|headline|category|topic|location|venue|place|city|area|room',
);
const counting = words('capacity|seat|spot|place|slot|bedroom|bathroom');
const pricing = words('price|rent|fee|fare');
const moments = new Set(['date', 'datetime', 'time', 'duration', 'rating', 'enum']);

/** Whether strangers may see a field: what names the row, when it is, where it stands, and plain descriptions. */
function isOpen(kind: PublicPageKind, entity: EntityModel, field: FieldModel): boolean {
  const { type, name } = field.spec;
  if (privateWords.test(name)) return false;
  if (moments.has(type)) return true;
  if (type === 'integer') return counting.test(name);
  if (type === 'money') return kind === 'listing' && pricing.test(name);
  if (type !== 'text' && type !== 'long_text') return false;
  if (field.column === entity.titleColumn) return !namesPerson(kind, entity);
  return kind !== 'booking' && describing.test(name);
}

/** Whether a row's title is a person's name; on a listing someone who offers a service publishes theirs on purpose. */
function namesPerson(kind: PublicPageKind, { spec }: EntityModel): boolean {
  const reaches = spec.fields.some((field) => field.type === 'email' || field.type === 'phone');
  return privateWords.test(spec.name) || (reaches && kind !== 'listing');
}

export interface PublicModel {
  kind: PublicPageKind;
  entity: EntityModel;
  columns: string[];
}

/** What the public page of a spec shows, or undefined when it has none. */
export function publicOf(model: AppModel): PublicModel | undefined {
  const page = model.spec.publicPage;
  const entity = model.entities.find((candidate) => candidate.spec.name === page?.entity);
  if (!page || !entity) return undefined;
  const columns = entity.fields
    .filter((field) => isOpen(page.kind, entity, field))
    .map((field) => field.column);
  return { kind: page.kind, entity, columns };
}

/** The migration of the public page: what anonymous visitors may read and send. */
function writePublicTables({ entity, columns }: PublicModel): string {
  const table = `public.${sqlName(entity.table)}`;
  const readable = ['id', 'is_published', ...columns].map(sqlName).join(', ');
  const own = `exists (select 1 from ${table} t where t.id = record_id and t.user_id = (select auth.uid()))`;
  return `-- The public page: the owner publishes row by row, and a visitor reads only the columns granted here.
alter table ${table} add column is_published boolean not null default false;
create index ${sqlName(objectName(entity.table, 'published_idx'))} on ${table} (id) where is_published;
create policy ${sqlName(objectName(entity.table, 'select published'))} on ${table} for select to anon using (is_published);
grant select (${readable}) on ${table} to anon;

-- What visitors send. They can add to it and never read it.
create table public.public_responses (
  id uuid primary key default gen_random_uuid(),
  record_id uuid not null references ${table} (id) on delete cascade,
  answer text not null check (answer in ('request', 'enquiry', 'yes', 'no', 'maybe', 'vote')),
  name text not null default '' check (char_length(name) <= 120),
  contact text not null default '' check (char_length(contact) <= 200),
  message text not null default '' check (char_length(message) <= 2000),
  -- SHA-256 of a random cookie, so that nobody votes twice; it says nothing of who the visitor is.
  visitor text not null default '' check (visitor ~ '^([0-9a-f]{64})?$'),
  accepted_at timestamptz,
  created_at timestamptz not null default now(),
  check (answer <> 'vote' or visitor <> ''),
  check (answer = 'vote' or char_length(btrim(name)) > 0)
);
create index public_responses_record_idx on public.public_responses (record_id, created_at);
create unique index public_responses_one_vote on public.public_responses (record_id, visitor) where answer = 'vote';
alter table public.public_responses enable row level security;
create policy "public_responses: insert for a published row" on public.public_responses for insert to anon with check (exists (select 1 from ${table} t where t.id = record_id and t.is_published));
create policy "public_responses: select own" on public.public_responses for select to authenticated using (${own});
create policy "public_responses: delete own" on public.public_responses for delete to authenticated using (${own});
create policy "public_responses: update own" on public.public_responses for update to authenticated using (${own}) with check (${own});
revoke all on public.public_responses from anon, authenticated;
grant insert (record_id, answer, name, contact, message, visitor) on public.public_responses to anon;
grant select, delete on public.public_responses to authenticated;
grant update (accepted_at) on public.public_responses to authenticated;
grant all on public.public_responses to service_role;

-- Strangers can send without an account, so each row takes only so many a minute.
create function public.limit_public_responses() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (select count(*) from public.public_responses r where r.record_id = new.record_id and r.created_at > now() - interval '1 minute') >= 30 then
    raise exception 'Too many responses. Try again in a minute.';
  end if;
  return new;
end $$;
revoke execute on function public.limit_public_responses() from public;
create trigger public_responses_limit before insert on public.public_responses for each row execute function public.limit_public_responses();

-- Counts of published rows only; who voted stays with the owner.
create function public.public_vote_counts() returns table (record_id uuid, votes integer) language sql stable security definer set search_path = '' as $$
  select r.record_id, count(*)::integer from public.public_responses r
  join ${table} t on t.id = r.record_id
  where t.is_published and r.answer = 'vote' group by r.record_id
$$;
revoke execute on function public.public_vote_counts() from public;
grant execute on function public.public_vote_counts() to anon, authenticated;
`;
}

/** Where what happened to the published rows of a status page is kept: dated rows with a status that belong to them. */
export interface IncidentModel {
  table: string;
  record: string;
  title: string;
  status: FieldModel;
  startedAt: string;
  endedAt: string | undefined;
}

/** The incidents of a status page, or undefined when the spec keeps none. */
export function incidentsOf(model: AppModel): IncidentModel | undefined {
  const page = publicOf(model);
  if (page?.kind !== 'status') return undefined;
  for (const entity of model.entities) {
    const record = entity.fields.find(({ target }) => target === page.entity);
    const status = statusOf(entity);
    const moments = entity.fields.filter(({ spec }) => spec.type === 'datetime');
    const title = entity.fields.find(({ column }) => column === entity.titleColumn);
    if (!record || !status || !moments[0] || title?.spec.type !== 'text') continue;
    return {
      table: entity.table,
      record: record.column,
      title: title.column,
      status,
      startedAt: moments[0].column,
      endedAt: moments.find(({ column }) => /resolved|ended|closed|until/u.test(column))?.column,
    };
  }
  return undefined;
}

/** A function, so that visitors read these four facts and the table itself stays closed to them. */
function writeIncidentFunction(page: PublicModel, incidents: IncidentModel | undefined): string {
  if (!incidents) return '';
  const column = (name: string): string => `i.${sqlName(name)}`;
  const ended = incidents.endedAt ? column(incidents.endedAt) : 'null::timestamptz';
  return `
-- What happened to published rows in the last 30 days; everything else of it stays with the owner.
create function public.public_incidents() returns table (record_id uuid, title text, status text, started_at timestamptz, ended_at timestamptz) language sql stable security definer set search_path = '' as $$
  select ${column(incidents.record)}, ${column(incidents.title)}, ${column(incidents.status.column)}, ${column(incidents.startedAt)}, ${ended}
  from public.${sqlName(incidents.table)} i
  join public.${sqlName(page.entity.table)} t on t.id = ${column(incidents.record)}
  where t.is_published and ${column(incidents.startedAt)} between now() - interval '30 days' and now()
  order by ${column(incidents.startedAt)} desc limit 50
$$;
revoke execute on function public.public_incidents() from public;
grant execute on function public.public_incidents() to anon, authenticated;
`;
}

/** The public page's settings, and its migration and route when the spec has one. */
export function writePublic(model: AppModel): GeneratedFile[] {
  const page = publicOf(model);
  const incidents = incidentsOf(model);
  const spec = model.spec.publicPage;
  const value =
    page && spec
      ? tsLiteral({
          kind: page.kind,
          entity: page.entity.key,
          title: spec.title,
          route: `/p${page.entity.route}`,
          columns: page.columns,
          incidentStatuses: incidents?.status.spec.values?.map(({ value, label }) => ({
            value,
            label,
          })),
        })
      : 'undefined';
  const settings = `export interface PublicPageSettings {
  kind: 'booking' | 'listing' | 'rsvp' | 'status' | 'roadmap';
  /** Key of the entity whose published rows it shows. */
  entity: string;
  title: string;
  route: string;
  /** The columns that a visitor may read; the grants in the database say the same. */
  columns: readonly string[];
  /** Status page: the statuses of what happened to its rows; undefined where the product keeps no incidents. */
  incidentStatuses?: readonly { value: string; label: string }[];
}

/** The page that visitors without an account see; undefined when the product has none. */
export const publicPage: PublicPageSettings | undefined = ${value};
`;
  const files: GeneratedFile[] = [{ path: 'src/public-page.ts', content: settings }];
  if (!page || !spec) return files;
  return [
    ...files,
    {
      path: 'supabase/migrations/20260101000300_public.sql',
      content: writePublicTables(page) + writeIncidentFunction(page, incidents),
    },
    {
      path: `src/app/p${page.entity.route}/page.tsx`,
      content: `import type { Metadata } from 'next';
import { PublicPage } from '@/components/public/public-page';

export const metadata: Metadata = { title: ${tsString(spec.title)} };
export const dynamic = 'force-dynamic';

export default function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  return <PublicPage searchParams={searchParams} />;
}
`,
    },
  ];
}
