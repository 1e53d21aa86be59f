import { sqlName, sqlString } from '../escape/escape-text.js';
import type { AppModel, EntityModel, FieldModel } from '../model/app-model.js';
import { writePublicSeed } from './write-public-seed.js';
import { relatedRow } from './related-row.js';
import { isLeftEmpty, sampleRowCount, sampleValue } from './sample-values.js';

export const demoUserId = '00000000-0000-4000-8000-000000000001';

function rowId(model: AppModel, entity: EntityModel, row: number): string {
  const table = String(model.entities.indexOf(entity) + 1).padStart(4, '0');
  return `10000000-0000-4000-8000-${table}${String(row).padStart(8, '0')}`;
}

function valueSql(model: AppModel, entity: EntityModel, field: FieldModel, row: number): string {
  if (field.target) {
    const exists = model.entities.indexOf(field.target) < model.entities.indexOf(entity);
    if (!exists || isLeftEmpty(entity, field, row)) return 'null';
    return sqlString(rowId(model, field.target, relatedRow(entity, field, row, sampleRowCount)));
  }
  const value = sampleValue(entity, field, row);
  if (value === null) return 'null';
  if (typeof value !== 'object')
    return typeof value === 'string' ? sqlString(value) : String(value);
  if (value.hour === undefined) return `(current_date + ${String(value.days)})`;
  return `(date_trunc('day', now()) + interval '${String(value.days)} days' + interval '${String(value.hour)} hours')`;
}

function insertSql(model: AppModel, entity: EntityModel): string {
  const columns = ['id', 'user_id', ...entity.fields.map((field) => sqlName(field.column))].join(
    ', ',
  );
  const rows = Array.from({ length: sampleRowCount }, (_, row) => {
    const values = entity.fields.map((field) => valueSql(model, entity, field, row));
    return `  (${[sqlString(rowId(model, entity, row)), sqlString(demoUserId), ...values].join(', ')})`;
  });
  return `insert into public.${sqlName(entity.table)} (${columns}) values\n${rows.join(',\n')}\non conflict (id) do nothing;\n`;
}

const sampleFile = 'A sample file. Delete it, or upload one of your own.';

/** A file on the first row, so that a demo shows where files are. */
function fileSql(model: AppModel): string {
  const first = model.entities[0];
  if (!first) return '';
  return `insert into public.files (id, user_id, record_id, name, type, size, data) values
  ('10000000-0000-4000-8000-999900000000', '${demoUserId}', ${sqlString(rowId(model, first, 0))}, 'sample.txt', 'text/plain', ${String(sampleFile.length)}, convert_to(${sqlString(sampleFile)}, 'UTF8'))
on conflict (id) do nothing;
`;
}

// bcrypt of "demo-password", made once by crypt(…, gen_salt('bf', 6)): who only reads rows need not load pgcrypto.
const demoPasswordHash = '$2a$06$SPum5aaPZ8Z/G5tVo82lXu3y/ZmyQ/cw7fQXRHV.B91bcQDW.bmaS';

/** `supabase/seed.sql`: the demo account and its rows. Dates are relative to the day on which it runs. */
export function writeSeed(model: AppModel): string {
  return `-- The demo workspace: samples only. Runs on Supabase ("supabase db reset") and in local mode.
-- Sign in: demo@example.com / demo-password
insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, confirmation_token, recovery_token, email_change, email_change_token_new)
values ('00000000-0000-0000-0000-000000000000', '${demoUserId}', 'authenticated', 'authenticated', 'demo@example.com', '${demoPasswordHash}', now(), '{"provider":"email","providers":["email"]}', '{"full_name":"Demo"}', '', '', '', '')
on conflict (id) do nothing;

${model.entities.map((entity) => insertSql(model, entity)).join('\n')}\n${fileSql(model)}${writePublicSeed(model, demoUserId)}`;
}
