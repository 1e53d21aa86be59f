// Applies the migrations and the seed of the app in the current folder to an embedded database and tries every
// verb on every public table as the owner, as another user and as a visitor. Shares no code with the app's own
// tests. Argument: JSON of { visitorRights: table -> verbs that a visitor has,
// references: table -> columns that point at rows, image: file of an empty database }. Prints one line of JSON: { tables, probes, migrations, problems }.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

const require = createRequire(path.join(process.cwd(), 'package.json'));
const { visitorRights = {}, references = {}, image } = JSON.parse(process.argv[2] ?? '{}');
const { PGlite } = require('@electric-sql/pglite');

const demo = '00000000-0000-4000-8000-000000000001';
const stranger = '00000000-0000-4000-8000-0000000000ff';
// What Supabase has before the first migration; only what the migrations may count on.
const platform = `
create schema if not exists extensions; create extension if not exists pgcrypto schema extensions;
create role anon nologin; create role authenticated nologin; create role service_role nologin bypassrls;
create schema auth;
create table auth.users (
  instance_id uuid, id uuid primary key default gen_random_uuid(), aud text, role text, email text unique,
  encrypted_password text, email_confirmed_at timestamptz, raw_app_meta_data jsonb,
  raw_user_meta_data jsonb default '{}'::jsonb, confirmation_token text, recovery_token text, email_change text,
  email_change_token_new text, created_at timestamptz default now(), updated_at timestamptz default now());
create function auth.uid() returns uuid language sql stable as
  $$ select nullif(current_setting('request.jwt.claims', true)::json ->> 'sub', '')::uuid $$;
create function auth.role() returns text language sql stable as
  $$ select coalesce(current_setting('request.jwt.claims', true)::json ->> 'role', 'anon') $$;
grant usage on schema public, auth, extensions to anon, authenticated, service_role;
`;

const problems = [];
let probes = 0;
const db = await PGlite.create({
  // The image has pgcrypto in its catalogue, and nothing that is tried here calls it: loading it takes a tenth of a second.
  ...(image
    ? { loadDataDir: new Blob([readFileSync(image)]) }
    : { extensions: { pgcrypto: require('@electric-sql/pglite/contrib/pgcrypto').pgcrypto } }),
  startParams: [
    ...PGlite.defaultStartParams,
    '-c',
    'shared_buffers=8MB',
    '-c',
    'wal_buffers=256kB',
  ],
});
await db.exec(platform);
const folder = path.resolve('supabase/migrations');
const migrations = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort();
for (const name of migrations) await apply(name, path.join(folder, name));
await apply('seed.sql', path.resolve('supabase/seed.sql'));
await db.query('insert into auth.users (id, email) values ($1, $2) on conflict (id) do nothing', [
  stranger,
  'stranger@example.com',
]);
const tables = (
  await db.query(`select c.relname as name, c.relrowsecurity as rls from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`)
).rows;
for (const table of tables) await probe(table);
await db.close();
console.log(
  JSON.stringify({ tables: tables.length, probes, migrations: migrations.length, problems }),
);

async function apply(name, file) {
  try {
    await db.exec(readFileSync(file, 'utf8'));
  } catch (error) {
    console.log(
      JSON.stringify({ tables: 0, probes, migrations: 0, problems: [`${name}: ${error.message}`] }),
    );
    process.exit(0);
  }
}

/** Runs a statement as a role inside a transaction that is always undone. */
async function attempt(user, sql, params = [], before = '') {
  probes += 1;
  let result = { rows: [], error: null };
  try {
    await db.transaction(async (tx) => {
      if (before) await tx.exec(before);
      const claims = user ? JSON.stringify({ sub: user, role: 'authenticated' }) : '';
      await tx.exec(
        `select set_config('request.jwt.claims', '${claims}', true); set local role ${user ? 'authenticated' : 'anon'}`,
      );
      const { rows } = await tx.query(sql, params);
      result = { rows, error: null };
      await tx.rollback();
    });
  } catch (error) {
    result = { rows: [], error: String(error.message) };
  }
  return result;
}

async function probe({ name, rls }) {
  const table = `public."${name}"`;
  if (!rls) problems.push(`${name}: row level security is off.`);
  const policies = (
    await db.query('select * from pg_policies where schemaname = $1 and tablename = $2', [
      'public',
      name,
    ])
  ).rows;
  const rights = visitorRights[name] ?? [];
  const isPublic = rights.includes('select');
  for (const policy of policies) {
    const isForm = policy.cmd === 'INSERT' && rights.includes('insert');
    for (const clause of [policy.qual, policy.with_check])
      if (!isForm && /^\(*true\)*$/u.test(clause ?? ''))
        problems.push(`${name}: the policy “${policy.policyname}” lets everybody through.`);
  }
  const columns = (
    await db.query(
      `select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
      [name],
    )
  ).rows.map((row) => row.name);
  const owner = columns.includes('user_id')
    ? 'user_id'
    : columns.includes('id')
      ? 'id'
      : columns[0];
  await probeVisitor(name, table, columns, rights);
  const granted = (
    await db.query(
      `select has_table_privilege('authenticated', $1, 'select') as "select",
    has_table_privilege('authenticated', $1, 'insert') as "insert", has_table_privilege('authenticated', $1, 'delete') as "delete"`,
      [table],
    )
  ).rows[0];
  if (granted.select && policies.length === 0) problems.push(`${name}: it has no policy.`);
  if (!columns.includes('user_id') && name !== 'profiles') return;
  const seeded = (await db.query(`select * from ${table} where "${owner}" = $1 limit 1`, [demo]))
    .rows[0];
  if (!seeded) {
    if (granted.select) problems.push(`${name}: the seed has no row of the demo account to try.`);
    return;
  }
  await probeOwner(name, table, owner, seeded, granted);
  await probeStranger(name, table, columns, owner, seeded, isPublic);
}

async function probeVisitor(name, table, columns, rights) {
  const first = `"${columns[0]}"`;
  const verbs = {
    select: `select 1 from ${table} limit 1`,
    insert: `insert into ${table} default values`,
    update: `update ${table} set ${first} = ${first}`,
    delete: `delete from ${table}`,
  };
  for (const [verb, sql] of Object.entries(verbs)) {
    if (rights.includes(verb)) continue;
    const { error, rows } = await attempt(
      null,
      verb === 'select' || verb === 'insert' ? sql : `${sql} returning 1`,
    );
    if (!/permission denied/u.test(error ?? '')) {
      const how = error ?? `${rows.length} rows`;
      problems.push(`${name}: a visitor without an account may ${verb} (${how}).`);
    }
  }
  if (!rights.includes('select')) return;
  const whose = await attempt(null, `select "user_id" from ${table}`);
  if (whose.error === null) problems.push(`${name}: a visitor can read whose the rows are.`);
  if (!columns.includes('is_published'))
    problems.push(`${name}: it is shown to visitors but no row can be kept back.`);
  else {
    const hidden = await attempt(
      null,
      `select 1 from ${table}`,
      [],
      `update ${table} set is_published = false`,
    );
    if (hidden.rows.length > 0)
      problems.push(`${name}: a visitor reads rows that are not published.`);
  }
}

async function probeOwner(name, table, owner, seeded, granted) {
  if (!granted.select) return;
  const own = await attempt(demo, `select 1 from ${table} where id = $1`, [seeded.id]);
  if (own.rows.length !== 1)
    problems.push(`${name}: the owner cannot read the own row (${own.error ?? 'no row'}).`);
  if (granted.delete) {
    const gone = await attempt(demo, `delete from ${table} where id = $1 returning 1`, [seeded.id]);
    if (gone.rows.length !== 1)
      problems.push(`${name}: the owner cannot delete the own row (${gone.error ?? 'no row'}).`);
  }
  const [changeable] = await changeableColumns(table);
  if (!changeable) return;
  const changed = await attempt(
    demo,
    `update ${table} set "${changeable}" = "${changeable}" where id = $1 returning 1`,
    [seeded.id],
  );
  if (changed.rows.length !== 1)
    problems.push(`${name}: the owner cannot change the own row (${changed.error ?? 'no row'}).`);
  if (!granted.insert || owner !== 'user_id') return;
  const copy = await attempt(demo, ...insertAs(table, seeded, { id: crypto.randomUUID() }));
  // A rule about values (a unique pair, no clash) may refuse a copy; a missing right must not.
  if (/permission denied|row-level security/u.test(copy.error ?? ''))
    problems.push(`${name}: the owner cannot add a row (${copy.error}).`);
}

async function probeStranger(name, table, columns, owner, seeded, isPublic) {
  const seen = await attempt(stranger, `select 1 from ${table} where id = $1`, [seeded.id]);
  if (seen.rows.length > 0 && !isPublic) problems.push(`${name}: another user reads the row.`);
  const [changeable = 'id'] = await changeableColumns(table);
  const changed = await attempt(
    stranger,
    `update ${table} set "${changeable}" = "${changeable}" where id = $1 returning 1`,
    [seeded.id],
  );
  if (changed.rows.length > 0) problems.push(`${name}: another user changes the row.`);
  const gone = await attempt(stranger, `delete from ${table} where id = $1 returning 1`, [
    seeded.id,
  ]);
  if (gone.rows.length > 0) problems.push(`${name}: another user deletes the row.`);
  if (owner !== 'user_id') return;
  const forged = await attempt(stranger, ...insertAs(table, seeded, { id: crypto.randomUUID() }));
  if (forged.error === null) problems.push(`${name}: another user adds a row in the owner's name.`);
  const handed = await attempt(demo, `update ${table} set user_id = $1 where id = $2 returning 1`, [
    stranger,
    seeded.id,
  ]);
  if (handed.rows.length > 0) problems.push(`${name}: a row can be handed over to another user.`);
  const pointing = (references[name] ?? []).filter((column) => seeded[column] != null);
  for (const column of pointing) {
    // Only this one reference stays, so that another one cannot be what refuses the row.
    const others = Object.fromEntries(
      pointing.filter((other) => other !== column).map((other) => [other, null]),
    );
    const row = insertAs(table, seeded, { ...others, id: crypto.randomUUID(), user_id: stranger });
    const pointed = await attempt(stranger, ...row);
    if (!/foreign key|not-null/u.test(pointed.error ?? ''))
      problems.push(`${name}: ${column} may point at a row of another user.`);
  }
}

function insertAs(table, row, overrides) {
  const entries = Object.entries({ ...row, ...overrides }).filter(
    ([key]) => key !== 'created_at' && key !== 'updated_at',
  );
  const names = entries.map(([key]) => `"${key}"`).join(', ');
  return [
    `insert into ${table} (${names}) values (${entries.map((_, index) => `$${index + 1}`).join(', ')})`,
    entries.map(([, value]) => value),
  ];
}

async function changeableColumns(table) {
  const { rows } = await db.query(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
       and attname not in ('id', 'user_id') and has_column_privilege('authenticated', attrelid, attnum, 'update') order by attnum`,
    [table],
  );
  return rows.map((row) => row.name);
}
