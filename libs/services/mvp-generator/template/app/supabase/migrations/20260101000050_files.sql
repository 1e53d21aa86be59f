-- Files that an account attaches to its rows. In local mode "data" holds the bytes; on Supabase they are in the
-- private bucket "files", under <account>/<file>, and "data" stays empty.
create table public.files (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  record_id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  type text not null check (type in ('image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf', 'text/plain', 'text/csv', 'audio/mpeg', 'audio/mp4', 'audio/wav', 'audio/ogg')),
  size integer not null check (size between 1 and 5000000),
  data bytea check (octet_length(data) = size),
  created_at timestamptz not null default now(),
  -- A file field refers to both, so that a row can hold a file of its own account only.
  unique (id, user_id)
);
create index files_record_idx on public.files (user_id, record_id, created_at);
alter table public.files enable row level security;
create policy "files: select own" on public.files for select to authenticated using ((select auth.uid()) = user_id);
create policy "files: insert own" on public.files for insert to authenticated with check ((select auth.uid()) = user_id);
create policy "files: delete own" on public.files for delete to authenticated using ((select auth.uid()) = user_id);
revoke all on public.files from anon, authenticated;
grant select, insert, delete on public.files to authenticated;
grant all on public.files to service_role;

-- 50 MB for each account, so that no one fills the disk.
create function public.limit_files() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (select coalesce(sum(f.size), 0) from public.files f where f.user_id = new.user_id) + new.size > 50000000 then
    raise exception 'The files of this account are full.' using errcode = '54000';
  end if;
  return new;
end $$;
revoke execute on function public.limit_files() from public;
create trigger files_limit before insert on public.files for each row execute function public.limit_files();

-- Each table calls it, so that a row takes its files with it, also when it goes with another row.
create function public.delete_files_of_row() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from public.files f where f.record_id = old.id and f.user_id = old.user_id;
  return old;
end $$;
revoke execute on function public.delete_files_of_row() from public;

-- The bucket and its policies where there is Supabase Storage; a folder belongs to the account that it is named for.
do $$ begin
  if exists (select from pg_catalog.pg_namespace where nspname = 'storage') then
    insert into storage.buckets (id, name, public, file_size_limit) values ('files', 'files', false, 5000000) on conflict (id) do nothing;
    create policy "files: read own" on storage.objects for select to authenticated using (bucket_id = 'files' and (storage.foldername(name))[1] = (select auth.uid())::text);
    create policy "files: add own" on storage.objects for insert to authenticated with check (bucket_id = 'files' and (storage.foldername(name))[1] = (select auth.uid())::text);
    create policy "files: remove own" on storage.objects for delete to authenticated using (bucket_id = 'files' and (storage.foldername(name))[1] = (select auth.uid())::text);
  end if;
end $$;
