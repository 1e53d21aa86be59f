import { expect } from 'vitest';
import { browser } from './browser';
import { entities } from '@/entities';
import { loadFeatureReport } from '@/features/load-feature-report';
import { LocalRepository } from '@/lib/db/local';
import { valueOf, type BaseRow, type EntityDefinition } from '@/lib/entity';
import { openWorkspace } from './database';
import { sampleForms } from './sample-forms';
import { GET } from '@/app/api/files/[id]/route';
import { listFiles } from '@/lib/files/file-store';
import { saveRecord } from '@/lib/record-actions';

export const allEntities = Object.values(entities) as EntityDefinition[];

export function entityOf(key: string): EntityDefinition {
  const entity = allEntities.find((candidate) => candidate.key === key);
  if (!entity) throw new Error(`Unknown entity ${key}`);
  return entity;
}

const demoAccount = '00000000-0000-4000-8000-000000000001';
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

/** A check that several tests name runs once, and all of them tell how it ended. */
function once<Names extends string[]>(check: (...names: Names) => Promise<void>): typeof check {
  const ends = new Map<string, Promise<void>>();
  return (...names) => {
    const end = ends.get(names.join()) ?? check(...names);
    ends.set(names.join(), end);
    return end;
  };
}

export const expectIsolated = once(async (key: string) => {
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
});

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

/**
 * The feature says something else of the demo rows, or of two rows that are alike, than of none, and tells nothing of
 * them to another account. Both are tried, because a feature that looks ahead may have nothing to say of the past.
 */
export async function expectFeatureAnswers(key: string): Promise<void> {
  const answerTo = (account: string) => {
    browser.id = account;
    return loadFeatureReport();
  };
  const entity = entityOf(key);
  const [own, stranger] = [await addAccount(), await addAccount()];
  const rows = [await createRow(own, entity), await createRow(own, entity)];
  rows.push(...(await (await repositoryFor(demoAccount, entity)).list()));
  const foreign = await answerTo(stranger);
  expect(foreign.headline).not.toBe('');
  expect([await answerTo(demoAccount), await answerTo(own)]).not.toEqual([foreign, foreign]);
  for (const row of rows) expect(JSON.stringify(foreign)).not.toContain(row.id);
}

/** Sends the form of a row as the browser does, with what a file field holds; gives the id of the saved row or ''. */
async function sendForm(
  account: string,
  entity: EntityDefinition,
  id: string | null,
  files: Record<string, File | string>,
): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...(await formFor(account, entity)), ...files }))
    form.set(name, value);
  browser.id = account;
  const answer = await saveRecord(entity.key, id, {}, form).catch((error: Error) => error.message);
  return typeof answer === 'string' ? (answer.split('/').at(-1) ?? '') : '';
}

async function openFile(account: string, id: string): Promise<string | number> {
  browser.id = account;
  const answer = await GET(new Request('http://localhost/'), { params: Promise.resolve({ id }) });
  return answer.ok ? answer.text() : answer.status;
}

export const expectFileIsPrivate = once(async (key: string, column: string) => {
  const entity = entityOf(key);
  const [owner, stranger] = [await addAccount(), await addAccount()];
  const [own, foreign] = [
    await repositoryFor(owner, entity),
    await repositoryFor(stranger, entity),
  ];
  const held = async (row: string) => String(valueOf((await own.get(row))!, column) ?? '');
  const row = await sendForm(owner, entity, null, { [column]: new File(['first'], 'first.txt') });
  const first = await held(row);
  expect(await openFile(owner, first)).toBe('first');

  expect(await openFile(stranger, first)).toBe(404);
  expect(
    await sendForm(stranger, entity, row, { [column]: new File(['theirs'], 'theirs.txt') }),
  ).toBe('');
  expect(await sendForm(stranger, entity, row, { [`${column}.remove`]: 'true' })).toBe('');
  expect(await listFiles()).toEqual([]);
  const taken = await sendForm(stranger, entity, null, { [column]: first });
  expect(valueOf((await foreign.get(taken))!, column)).toBeNull();
  await expect(foreign.update(taken, { [column]: first })).rejects.toThrow(/foreign key/);
  expect(await openFile(owner, first)).toBe('first');

  await sendForm(owner, entity, row, {});
  expect(await held(row)).toBe(first);
  const page = new File(['<script>1</script>'], 'page.html');
  expect(await sendForm(owner, entity, row, { [column]: page })).toBe('');
  await sendForm(owner, entity, row, { [column]: new File(['second'], 'second.txt') });
  expect(await openFile(owner, await held(row))).toBe('second');
  expect(await openFile(owner, first)).toBe(404);
  await sendForm(owner, entity, row, { [`${column}.remove`]: 'true' });
  expect(await held(row)).toBe('');
  expect(await listFiles(row)).toEqual([]);
});
