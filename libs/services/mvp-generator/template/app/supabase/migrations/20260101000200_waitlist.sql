-- Addresses of people who want to hear of the launch. Anyone may add one; only the service role can read them.
-- Owner export: see docs/waitlist.md.
create table public.waitlist_signups (
  id uuid primary key default gen_random_uuid(),
  email text not null check (char_length(email) between 3 and 320 and email like '%_@_%'),
  created_at timestamptz not null default now()
);
create unique index waitlist_signups_email on public.waitlist_signups (lower(email));
create index waitlist_signups_created_at on public.waitlist_signups (created_at);
alter table public.waitlist_signups enable row level security;
create policy "waitlist_signups: insert anyone" on public.waitlist_signups for insert to anon, authenticated with check (true);
revoke all on public.waitlist_signups from anon, authenticated;
grant insert (email) on public.waitlist_signups to anon, authenticated;
grant all on public.waitlist_signups to service_role;

-- The browser can reach this table without our server, so the limit is kept here: 60 new addresses a minute.
create function public.limit_waitlist() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (select count(*) from public.waitlist_signups where created_at > now() - interval '1 minute') >= 60 then
    raise exception 'Too many sign-ups at once. Try again in a minute.' using errcode = '54000';
  end if;
  return new;
end $$;
revoke execute on function public.limit_waitlist() from public;
create trigger waitlist_signups_limit before insert on public.waitlist_signups for each row execute function public.limit_waitlist();
