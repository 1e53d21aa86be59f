import 'server-only';
import { entities } from '@/entities';
import { getDb, repositoryOf } from '@/lib/db';
import { valueOf, type BaseRow, type EntityDefinition } from '@/lib/entity';
import { formatValue, titleOf, type FormatContext } from '@/lib/format';
import { loadContext } from '@/lib/load-context';
import { getProfile } from '@/lib/profile';
import { dateIn } from '@/lib/time';
import { assistant } from './assistant';
import type { Subject, SubjectChoice, SubjectField } from './subject';

// Enough of a conversation to sum it up, and enough earlier rows to learn from, without reading the whole account.
const MAX_RELATED = 30;
const MAX_EARLIER = 200;

function fieldsOf(entity: EntityDefinition, row: BaseRow, context: FormatContext): SubjectField[] {
  return entity.fields.map((field) => {
    const value = valueOf(row, field.name) ?? null;
    const text = value === null || value === '' ? '' : formatValue(field, value, context);
    return {
      name: field.name,
      label: field.label,
      kind: field.kind,
      value,
      text,
      options: field.options ?? [],
    };
  });
}

const textOf = (entity: EntityDefinition, row: BaseRow): string =>
  entity.fields
    .filter(({ kind }) => kind === 'text' || kind === 'long_text')
    .map(({ name }) => valueOf(row, name))
    .filter((value) => typeof value === 'string' && value !== '')
    .join('. ');

/** What was written in the rows that point at this one. */
async function loadRelated(entity: EntityDefinition, id: string): Promise<string[]> {
  const db = await getDb();
  const links = (Object.values(entities) as EntityDefinition[]).flatMap((other) =>
    other.fields
      .filter(({ target }) => target === entity.key)
      .map(({ name }) => ({ other, column: name })),
  );
  const lists = await Promise.all(
    links.map(async ({ other, column }) => {
      const rows = await repositoryOf(db, other.key).list({
        filter: { [column]: id },
        orderBy: { column: 'created_at', ascending: false },
        limit: MAX_RELATED,
      });
      return rows.reverse().map((row) => textOf(other, row));
    }),
  );
  return lists.flat().filter((text) => text !== '');
}

async function loadChoice(entity: EntityDefinition, id: string): Promise<SubjectChoice | null> {
  const field = entity.fields.find(({ name }) => name === assistant.save?.field);
  if (assistant.save?.mode !== 'choose' || !field?.options) return null;
  const rows = await repositoryOf(await getDb(), entity.key).list({ limit: MAX_EARLIER });
  const earlier = rows
    .filter((row) => row.id !== id && valueOf(row, field.name))
    .map((row) => ({ value: String(valueOf(row, field.name)), text: textOf(entity, row) }));
  return { field: field.name, label: field.label, options: field.options, earlier };
}

/** A row of the signed-in user in words; the database gives no other account's rows. */
export async function loadSubject(entity: EntityDefinition, row: BaseRow): Promise<Subject> {
  const [context, profile, related, choice] = await Promise.all([
    loadContext(entity),
    getProfile(),
    loadRelated(entity, row.id),
    loadChoice(entity, row.id),
  ]);
  return {
    label: entity.label,
    title: titleOf(entity, row, context),
    today: dateIn(new Date().toISOString(), profile.time_zone),
    changedOn: dateIn(row.updated_at, profile.time_zone),
    author: profile.full_name,
    fields: fieldsOf(entity, row, context).filter(({ name }) => name !== entity.titleField),
    related,
    choice,
  };
}
