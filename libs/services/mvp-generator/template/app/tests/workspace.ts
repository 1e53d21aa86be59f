import { readFile } from 'node:fs/promises';
import type { PGlite } from '@electric-sql/pglite';
import { expect } from 'vitest';
import { entities } from '@/entities';
import { LocalRepository } from '@/lib/db/local';
import { openDatabase } from '@/lib/db/pglite';
import { valueOf, type BaseRow, type EntityDefinition } from '@/lib/entity';
import { sampleForms } from './sample-forms';

export const allEntities = Object.values(entities) as EntityDefinition[];

export function entityOf(key: string): EntityDefinition {
  const entity = allEntities.find((candidate) => candidate.key === key);
  if (!entity) throw new Error(`Unknown entity ${key}`);
  return entity;
}

/** The one database of the tests, with the migrations and the demo rows in it; the app's own code reads it too. */
export const openWorkspace = (): Promise<PGlite> => (globalThis.__localDatabase ??= create());

/** TEST_DATABASE_IMAGE may name a dump of an empty database, which opens faster than a new one is made. */
async function create(): Promise<PGlite> {
  const image = process.env.TEST_DATABASE_IMAGE;
  return openDatabase(undefined, undefined, image ? new Blob([await readFile(image)]) : undefined);
}

let accounts = 0;
export async function addAccount(): Promise<string> {
  const db = await openWorkspace();
  const result = await db.query<{ id: string }>(
    'insert into auth.users (email) values ($1) returning id',
    [`account-${++accounts}@example.com`],
  );
  return result.rows[0]!.id;
}

export async function repositoryFor(
  account: string,
  entity: EntityDefinition,
): Promise<LocalRepository<BaseRow, object>> {
  return new LocalRepository(await openWorkspace(), entity, account);
}

/** A filled form with its required relations pointing at rows that are made for it. */
export async function formFor(
  account: string,
  entity: EntityDefinition,
): Promise<Record<string, string>> {
  const form = { ...sampleForms[entity.key] };
  for (const field of entity.fields) {
    if (field.kind === 'relation' && field.required && field.target)
      form[field.name] = (await createRow(account, entityOf(field.target))).id;
  }
  return form;
}

export async function createRow(account: string, entity: EntityDefinition): Promise<BaseRow> {
  const input = entity.input.parse(await formFor(account, entity));
  return (await repositoryFor(account, entity)).create(input);
}

export async function expectCreatedIsListed(key: string): Promise<void> {
  const entity = entityOf(key);
  const account = await addAccount();
  const row = await createRow(account, entity);
  const repository = await repositoryFor(account, entity);
  expect((await repository.list()).map((item) => item.id)).toContain(row.id);
  expect(await repository.count()).toBeGreaterThan(0);
}

export async function expectIsolated(key: string): Promise<void> {
  const entity = entityOf(key);
  const [owner, stranger] = [await addAccount(), await addAccount()];
  const row = await createRow(owner, entity);
  const foreign = await repositoryFor(stranger, entity);
  expect(await foreign.get(row.id)).toBeNull();
  expect(await foreign.list()).toEqual([]);
  const first = entity.fields[0]!.name;
  expect(await foreign.update(row.id, { [first]: valueOf(row, first) })).toBeNull();
  await foreign.remove(row.id);
  expect(await (await repositoryFor(owner, entity)).get(row.id)).toEqual(row);
}

export function expectRequired(key: string, column: string): void {
  const form = { ...sampleForms[key], [column]: '' };
  const result = entityOf(key).input.safeParse(form);
  expect(result.error?.issues.map((issue) => issue.path.join('.'))).toContain(column);
}

export async function expectFound(key: string, column: string): Promise<void> {
  const entity = entityOf(key);
  const account = await addAccount();
  const row = await createRow(account, entity);
  const repository = await repositoryFor(account, entity);
  const words = String(valueOf(row, column));
  expect((await repository.list({ search: words })).map((item) => item.id)).toContain(row.id);
  expect(await repository.list({ search: `${words} that is nowhere` })).toEqual([]);
}

export async function expectChangeIsKept(
  key: string,
  column: string,
  value: string,
): Promise<void> {
  const entity = entityOf(key);
  const account = await addAccount();
  const row = await createRow(account, entity);
  const repository = await repositoryFor(account, entity);
  await repository.update(row.id, { [column]: value });
  const changed = await repository.get(row.id);
  expect(changed && valueOf(changed, column)).toBe(value);
}
