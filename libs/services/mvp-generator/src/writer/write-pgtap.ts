import type { GeneratedFile } from '@hatchr/contracts';
import { sqlName, sqlString } from '../escape/escape-text.js';
import type { AppModel, EntityModel } from '../model/app-model.js';
import { publicOf } from './write-public.js';
import { objectName } from './write-tables.js';

const verbs = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

/** A file column refers to the file and its owner together, so that no row shows a file of another account. */
function fileTests(entity: EntityModel): string[] {
  return entity.fields
    .filter(({ spec }) => spec.type === 'file')
    .map(
      ({ column }) =>
        `select fk_ok('public', ${sqlString(entity.table)}, array[${sqlString(column)}, 'user_id'], 'public', 'files', array['id', 'user_id']);\n`,
    );
}

function tableTests(entity: EntityModel, isPublished: boolean): string {
  const files = fileTests(entity);
  const table = sqlString(entity.table);
  const name = sqlString(`public.${sqlName(entity.table)}`);
  const from = `public.${sqlName(entity.table)}`;
  const own = verbs.map((verb) => `${entity.table}: ${verb.toLowerCase()} own`);
  const published = isPublished ? [objectName(entity.table, 'select published')] : [];
  const policies = [...own, ...published].map((policy) => `  ${sqlString(policy)}`).join(',\n');
  const each = verbs
    .map(
      (verb) =>
        `select policy_cmd_is('public', ${table}, ${sqlString(`${entity.table}: ${verb.toLowerCase()} own`)}, '${verb}');`,
    )
    .join('\n');
  return `-- Run with: supabase test db
begin;
create extension if not exists pgtap with schema extensions;
set search_path = public, extensions;
select plan(${String(14 + files.length)});

select has_table('public', ${table}, 'the table is there');
select ok((select relrowsecurity from pg_class where oid = ${name}::regclass), 'row level security is on');
select policies_are('public', ${table}, array[
${policies}
]);
${each}
select table_privs_are('public', ${table}, 'anon', array[]::text[]);
select table_privs_are('public', ${table}, 'authenticated', array['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
${files.join('')}
-- The demo account owns the sample rows of the seed; the other account owns none.
insert into auth.users (id, email) values ('00000000-0000-4000-8000-00000000beef', 'stranger@example.com') on conflict (id) do nothing;
select set_config('request.jwt.claims', '{"sub":"00000000-0000-4000-8000-000000000001","role":"authenticated"}', true);
set local role authenticated;
select isnt_empty('select 1 from ${from}', 'the owner reads the own rows');
reset role;
select set_config('request.jwt.claims', '{"sub":"00000000-0000-4000-8000-00000000beef","role":"authenticated"}', true);
set local role authenticated;
select is_empty('select 1 from ${from}', 'another account reads none of them');
select is_empty('update ${from} set user_id = user_id returning 1', 'another account changes none of them');
select is_empty('delete from ${from} returning 1', 'another account deletes none of them');
reset role;
select set_config('request.jwt.claims', '', true);
set local role anon;
select throws_ok('select user_id from ${from}', '42501', null, 'a visitor is refused');
reset role;

select * from finish();
rollback;
`;
}

/** `supabase/tests/*.test.sql`: pgTAP tests of grants and row level security for each table. */
export function writePgTap(model: AppModel): GeneratedFile[] {
  const published = publicOf(model)?.entity;
  return model.entities.map((entity, index) => ({
    path: `supabase/tests/${String(index + 1).padStart(2, '0')}_${entity.table}.test.sql`,
    content: tableTests(entity, entity === published),
  }));
}
