import { createHash } from 'node:crypto';
import type { FieldSpec } from '@hatchr/contracts';
import { sqlComment, sqlName, sqlString } from '../escape/escape-text.js';
import type { AppModel, EntityModel, FieldModel } from '../model/app-model.js';

const columnTypes: Record<FieldSpec['type'], string> = {
  text: 'text',
  long_text: 'text',
  integer: 'integer',
  decimal: 'double precision',
  money: 'bigint',
  boolean: 'boolean',
  date: 'date',
  datetime: 'timestamptz',
  time: 'time',
  duration: 'integer',
  email: 'text',
  phone: 'text',
  url: 'text',
  address: 'text',
  rating: 'integer',
  enum: 'text',
  relation: 'uuid',
  file: 'uuid',
};

/** Longest text of each kind; long enough for honest use, short enough that no one fills the disk. */
export const textLimits: Partial<Record<FieldSpec['type'], number>> = {
  text: 200,
  long_text: 8000,
  email: 320,
  phone: 40,
  url: 320,
  address: 400,
};

/** Inclusive bounds of a number field, from the spec where it names any. */
export function boundsOf(spec: FieldSpec): { min?: number; max?: number } {
  const whole = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : Math.trunc(value);
  if (spec.type === 'rating') return { min: whole(spec.min) ?? 1, max: whole(spec.max) ?? 5 };
  if (spec.type === 'duration')
    return { min: whole(spec.min) ?? 0, max: whole(spec.max) ?? 44_640 };
  if (spec.type === 'money') return { min: whole(spec.min) ?? 0, max: whole(spec.max) ?? 1e12 };
  const isWhole = spec.type === 'integer';
  if (!isWhole && spec.type !== 'decimal') return {};
  const [min, max] = isWhole ? [whole(spec.min), whole(spec.max)] : [spec.min, spec.max];
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** A name for an index, constraint or policy that fits Postgres's 63 bytes and stays distinct. */
export function objectName(...parts: string[]): string {
  const name = parts.join('_');
  if (name.length <= 60) return name;
  return `${name.slice(0, 50)}_${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

function checksOf(field: FieldModel): string[] {
  const column = sqlName(field.column);
  const limit = textLimits[field.spec.type];
  const { min, max } = boundsOf(field.spec);
  return [
    ...(field.spec.type === 'enum' && field.spec.values
      ? [`${column} in (${field.spec.values.map(({ value }) => sqlString(value)).join(', ')})`]
      : []),
    ...(limit ? [`char_length(${column}) <= ${String(limit)}`] : []),
    ...(min === undefined ? [] : [`${column} >= ${String(min)}`]),
    ...(max === undefined ? [] : [`${column} <= ${String(max)}`]),
  ];
}

function columnLine(field: FieldModel): string {
  const checks = checksOf(field);
  const isBoolean = field.spec.type === 'boolean';
  return [
    `  ${sqlName(field.column)} ${columnTypes[field.spec.type]}`,
    field.isRequired || isBoolean ? ' not null' : '',
    isBoolean ? ` default ${String(field.spec.defaultValue === true)}` : '',
    checks.length > 0 ? ` check (${checks.join(' and ')})` : '',
    ',',
  ].join('');
}

const verbs = [
  { verb: 'select', clause: (own: string) => `using (${own})` },
  { verb: 'insert', clause: (own: string) => `with check (${own})` },
  { verb: 'update', clause: (own: string) => `using (${own}) with check (${own})` },
  { verb: 'delete', clause: (own: string) => `using (${own})` },
];

function tableSql(entity: EntityModel): string {
  const table = `public.${sqlName(entity.table)}`;
  // The sub-select lets Postgres evaluate auth.uid() once for a query instead of once for a row.
  const own = '(select auth.uid()) = user_id';
  return `${sqlComment(entity.spec.labelPlural)}
create table ${table} (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
${entity.fields.map(columnLine).join('\n')}
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, user_id)
);
create index ${sqlName(objectName(entity.table, 'owner_idx'))} on ${table} (user_id, ${sqlName(entity.orderBy.column)});
create trigger ${sqlName(objectName(entity.table, 'updated_at'))} before update on ${table} for each row execute function public.set_updated_at();
create trigger ${sqlName(objectName(entity.table, 'files'))} after delete on ${table} for each row execute function public.delete_files_of_row();
alter table ${table} enable row level security;
${verbs.map(({ verb, clause }) => `create policy ${sqlName(`${entity.table}: ${verb} own`)} on ${table} for ${verb} to authenticated ${clause(own)};`).join('\n')}
revoke all on ${table} from anon, authenticated;
grant select, insert, update, delete on ${table} to authenticated;
grant all on ${table} to service_role;
`;
}

function relationSql(entity: EntityModel, field: FieldModel): string {
  const referred = field.spec.type === 'file' ? 'files' : field.target?.table;
  if (!referred) return '';
  const table = `public.${sqlName(entity.table)}`;
  const column = sqlName(field.column);
  const onDelete = field.isRequired ? 'cascade' : `set null (${column})`;
  return `alter table ${table} add constraint ${sqlName(objectName(entity.table, field.column, 'fkey'))} foreign key (${column}, user_id) references public.${sqlName(referred)} (id, user_id) on delete ${onDelete};
create index ${sqlName(objectName(entity.table, field.column, 'idx'))} on ${table} (${column}, user_id);
`;
}

/** One table for each entity with grants, row level security for each verb, indexes and tenant-safe references. */
export function writeTables(model: AppModel): string {
  const relations = model.entities
    .flatMap((entity) => entity.fields.map((field) => relationSql(entity, field)))
    .join('');
  const references = relations
    ? `\n-- A row may point only at a row or a file of the same owner: row level security alone would not stop it.\n${relations}`
    : '';
  return model.entities.map(tableSql).join('\n') + references;
}
