-- Run with: supabase test db
begin;
create extension if not exists pgtap with schema extensions;
set search_path = public, extensions;
select plan(6);

select ok((select relrowsecurity from pg_class where oid = 'public.files'::regclass), 'row level security is on');
select table_privs_are('public', 'files', 'anon', array[]::text[]);
select table_privs_are('public', 'files', 'authenticated', array['SELECT', 'INSERT', 'DELETE']);
select policies_are('storage', 'objects', array['files: read own', 'files: add own', 'files: remove own']);

insert into auth.users (id, email) values ('00000000-0000-4000-8000-00000000beef', 'stranger@example.com') on conflict (id) do nothing;
select set_config('request.jwt.claims', '{"sub":"00000000-0000-4000-8000-00000000beef","role":"authenticated"}', true);
set local role authenticated;
select is_empty('select 1 from public.files', 'another account reads no file of the demo account');
select is_empty('delete from public.files returning 1', 'another account deletes none of them');
reset role;

select * from finish();
rollback;
