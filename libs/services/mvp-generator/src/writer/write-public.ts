import type { GeneratedFile, PublicPageKind } from '@hatchr/contracts';
import { sqlName, sqlString, tsLiteral, tsString } from '../escape/escape-text.js';
import type { AppModel, EntityModel, FieldModel } from '../model/app-model.js';
import { objectName } from './write-tables.js';

const alwaysPrivate = new Set(['email', 'phone', 'address', 'relation', 'url', 'file']);
const privateWords =
  /note|internal|private|secret|cost|margin|salary|owner|client|customer|guest|patient|member|student|contact|author|reporter|assignee|diagnos|medical|password|token/u;

/** Whether strangers may see a field: nothing that reaches, names or assesses a person, and no inner figures. */
function isSafe(kind: PublicPageKind, entity: EntityModel, field: FieldModel): boolean {
  const { type } = field.spec;
  const namesPerson = entity.spec.fields.some(
    (other) => other.type === 'email' || other.type === 'phone',
  );
  if (alwaysPrivate.has(type) || privateWords.test(field.spec.name)) return false;
  if (type === 'text' || type === 'long_text') return !namesPerson;
  return type === 'money' ? kind === 'listing' : true;
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
    .filter((field) => isSafe(page.kind, entity, field))
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
  created_at timestamptz not null default now(),
  check (answer = 'vote' or char_length(btrim(name)) > 0)
);
create index public_responses_record_idx on public.public_responses (record_id, created_at);
alter table public.public_responses enable row level security;
create policy "public_responses: insert for a published row" on public.public_responses for insert to anon with check (exists (select 1 from ${table} t where t.id = record_id and t.is_published));
create policy "public_responses: select own" on public.public_responses for select to authenticated using (${own});
create policy "public_responses: delete own" on public.public_responses for delete to authenticated using (${own});
revoke all on public.public_responses from anon, authenticated;
grant insert (record_id, answer, name, contact, message) on public.public_responses to anon;
grant select, delete on public.public_responses to authenticated;
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

/** Lines for the seed that publish some of the demo rows, so that the page has something on it. */
export function writePublicSeed(model: AppModel, owner: string): string {
  const page = publicOf(model);
  if (!page) return '';
  const table = `public.${sqlName(page.entity.table)}`;
  return `\nupdate ${table} set is_published = true where id in (select id from ${table} where user_id = ${sqlString(owner)} order by id limit 6);\n`;
}

/** The public page's settings, and its migration and route when the spec has one. */
export function writePublic(model: AppModel): GeneratedFile[] {
  const page = publicOf(model);
  const spec = model.spec.publicPage;
  const value =
    page && spec
      ? tsLiteral({
          kind: page.kind,
          entity: page.entity.key,
          title: spec.title,
          description: spec.description,
          route: `/p${page.entity.route}`,
          columns: page.columns,
        })
      : 'undefined';
  const settings = `export interface PublicPageSettings {
  kind: 'booking' | 'listing' | 'rsvp' | 'status' | 'roadmap';
  /** Key of the entity whose published rows it shows. */
  entity: string;
  title: string;
  description: string;
  route: string;
  /** The columns that a visitor may read; the grants in the database say the same. */
  columns: readonly string[];
}

/** The page that visitors without an account see; undefined when the product has none. */
export const publicPage: PublicPageSettings | undefined = ${value};
`;
  const files: GeneratedFile[] = [{ path: 'src/public-page.ts', content: settings }];
  if (!page || !spec) return files;
  return [
    ...files,
    {
      path: 'supabase/migrations/20260101000200_public.sql',
      content: writePublicTables(page),
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
