import type { PGlite } from '@electric-sql/pglite';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browser } from './browser';
import { openWorkspace } from './database';
import { addAccount, allEntities, createRow, entityOf, repositoryFor } from './workspace';
import { GET } from '@/app/api/files/[id]/route';
import { GET as exportAll } from '@/app/api/export/route';
import { valueOf } from '@/lib/entity';
import { attachFile, deleteFile } from '@/lib/files/file-actions';
import { listFiles } from '@/lib/files/file-store';
import { fileType } from '@/lib/files/file-type';
import { deleteRecord } from '@/lib/record-actions';

const entity = allEntities[0]!;
let db: PGlite;
let owner = '';
let stranger = '';
let record = '';
beforeAll(async () => {
  db = await openWorkspace();
});
beforeEach(async () => {
  [owner, stranger] = [await addAccount(), await addAccount()];
  record = (await createRow(owner, entity)).id;
  browser.id = owner;
});

function attach(content: BlobPart, name: string, id = record, key = entity.key) {
  const form = new FormData();
  form.append('file', new File([content], name));
  return attachFile(key, id, {}, form);
}
const child = allEntities.find(({ fields }) =>
  fields.some((field) => field.kind === 'relation' && field.required && field.target),
);
const open = (id: string) =>
  GET(new Request('http://localhost/'), { params: Promise.resolve({ id }) });

describe('files of a row', () => {
  it('are kept with their bytes, listed and deleted', async () => {
    expect(await attach('a,b\r\n1,2\r\n', 'figures.csv')).toEqual({});
    const [file] = await listFiles(record);
    expect(file).toMatchObject({ name: 'figures.csv', type: 'text/csv', size: 10 });
    const answer = await open(file!.id);
    expect(await answer.text()).toBe('a,b\r\n1,2\r\n');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    await deleteFile(file!.id);
    expect(await listFiles(record)).toEqual([]);
  });

  it('are for nobody else: not to see, to add to, to open, to delete or to export', async () => {
    await attach('mine', 'note.txt');
    const [file] = await listFiles(record);
    browser.id = stranger;
    expect(await listFiles()).toEqual([]);
    expect((await open(file!.id)).status).toBe(404);
    expect((await attach('theirs', 'other.txt')).message).toBeTruthy();
    await deleteFile(file!.id);
    expect(await (await exportAll()).text()).not.toContain(file!.id);
    browser.id = owner;
    expect(await listFiles(record)).toHaveLength(1);
    expect(await (await exportAll()).text()).toContain(Buffer.from('mine').toString('base64'));
  });

  it('go with their row and with their account', async () => {
    await attach('one', 'one.txt');
    await (await repositoryFor(owner, entity)).remove(record);
    expect(await listFiles()).toEqual([]);
    record = (await createRow(owner, entity)).id;
    await attach('two', 'two.txt');
    await db.query('delete from auth.users where id = $1', [owner]);
    const left = await db.query('select 1 from public.files where user_id = $1', [owner]);
    expect(left.rows).toEqual([]);
  });

  it.skipIf(!child)('have their bytes deleted when another row takes theirs along', async () => {
    const row = await createRow(owner, child!);
    const link = child!.fields.find((field) => field.kind === 'relation' && field.required)!;
    await attach('three', 'three.txt', row.id, child!.key);
    const [file] = await listFiles(row.id);
    const parent = String(valueOf(row, link.name));
    await expect(deleteRecord(entityOf(link.target!).key, parent)).rejects.toThrow('redirect');
    expect(await listFiles(row.id)).toEqual([]);
    expect(browser.deletedFiles).toEqual([file!.id]);
  });

  it('refuses what is too large, empty, or not what its name says', async () => {
    expect((await attach(new Uint8Array(5_000_001), 'large.txt')).message).toMatch('5 MB');
    expect((await attach('', 'empty.txt')).message).toBeTruthy();
    expect((await attach('<script>1</script>', 'page.html')).message).toBeTruthy();
    expect(fileType(new TextEncoder().encode('<svg onload=1>'), 'picture.png')).toBeNull();
    expect(await listFiles(record)).toEqual([]);
  });
});
