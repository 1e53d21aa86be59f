import { sqlString } from '../escape/escape-text.js';

/** The table of accounts' own settings, made by a trigger for each new user. */
export function writeProfiles(planKeys: string[]): string {
  return `-- One profile row for each user, made by a trigger.
create table public.profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  full_name text not null default '' check (char_length(full_name) <= 120),
  organisation text not null default '' check (char_length(organisation) <= 120),
  time_zone text not null default 'UTC' check (char_length(time_zone) <= 64),
  plan text not null default ${sqlString(planKeys[0] ?? 'free')} check (plan in (${planKeys.map(sqlString).join(', ')})),
  onboarded_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
alter table public.profiles enable row level security;
create policy "profiles: select own" on public.profiles for select to authenticated using ((select auth.uid()) = id);
create policy "profiles: update own" on public.profiles for update to authenticated using ((select auth.uid()) = id) with check ((select auth.uid()) = id);
revoke all on public.profiles from anon, authenticated;
grant select on public.profiles to authenticated;
-- "plan" is set by the server only, so it is not in this list.
grant update (full_name, organisation, time_zone, onboarded_at) on public.profiles to authenticated;
grant all on public.profiles to service_role;

create function public.handle_new_user() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.profiles (id, full_name) values (new.id, left(coalesce(new.raw_user_meta_data ->> 'full_name', ''), 120)) on conflict (id) do nothing;
  return new;
end $$;
revoke execute on function public.handle_new_user() from public;
create trigger on_auth_user_created after insert on auth.users for each row execute function public.handle_new_user();

create function public.set_updated_at() returns trigger language plpgsql set search_path = '' as $$
begin
  new.updated_at = now();
  return new;
end $$;
create trigger profiles_updated_at before update on public.profiles for each row execute function public.set_updated_at();
`;
}
