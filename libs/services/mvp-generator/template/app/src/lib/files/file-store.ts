import 'server-only';
import { randomUUID } from 'node:crypto';
import { requireUser } from '../auth';
import { asUser, localDatabase } from '../db/pglite';
import { DatabaseError } from '../db/repository';
import { isSupabase } from '../env';
import { supabaseServer } from '../supabase-server';

export interface StoredFile {
  id: string;
  record_id: string;
  name: string;
  type: string;
  size: number;
  created_at: string;
}
export interface NewFile {
  record_id: string;
  name: string;
  type: string;
  bytes: Uint8Array;
}

const columns = 'id, record_id, name, type, size, created_at';
const BUCKET = 'files';
const MAX_FILES = 1000;

function given<T>(answer: { data: T; error: { message: string } | null }): T {
  if (answer.error) throw new DatabaseError(answer.error.message);
  return answer.data;
}

async function query<T>(sql: string, values: unknown[]): Promise<T[]> {
  const user = await requireUser();
  return (await asUser(await localDatabase(), user.id, (tx) => tx.query<T>(sql, values))).rows;
}

/** The signed-in user's files, of one row or of all, oldest first. */
export async function listFiles(recordId?: string): Promise<StoredFile[]> {
  if (isSupabase) {
    const all = (await supabaseServer()).from('files').select(columns);
    const some = recordId ? all.eq('record_id', recordId) : all;
    return given(await some.order('created_at').limit(MAX_FILES)) as StoredFile[];
  }
  const where = recordId ? 'where record_id = $1' : '';
  return query<StoredFile>(
    `select ${columns} from public.files ${where} order by created_at limit ${MAX_FILES}`,
    recordId ? [recordId] : [],
  );
}

/** Keeps a file and gives its id. Throws when the account has no room for it. */
export async function addFile({ record_id, name, type, bytes }: NewFile): Promise<string> {
  const row = { id: randomUUID(), record_id, name, type, size: bytes.length };
  if (!isSupabase) {
    await query(
      'insert into public.files (id, record_id, name, type, size, data) values ($1, $2, $3, $4, $5, $6)',
      [row.id, record_id, name, type, row.size, bytes],
    );
    return row.id;
  }
  const [user, client] = [await requireUser(), await supabaseServer()];
  const { error } = await client.storage
    .from(BUCKET)
    .upload(`${user.id}/${row.id}`, bytes, { contentType: type });
  if (error) throw new DatabaseError(error.message);
  try {
    given(await client.from('files').insert(row));
  } catch (problem) {
    await client.storage.from(BUCKET).remove([`${user.id}/${row.id}`]);
    throw problem;
  }
  return row.id;
}

/** A file of the signed-in user with its bytes, or null: of others there is nothing to see. */
export async function readFile(
  id: string,
): Promise<{ file: StoredFile; bytes: Uint8Array<ArrayBuffer> } | null> {
  if (!isSupabase) {
    const [row] = await query<StoredFile & { data: Uint8Array }>(
      `select ${columns}, data from public.files where id = $1`,
      [id],
    );
    return row ? { file: row, bytes: new Uint8Array(row.data) } : null;
  }
  const [user, client] = [await requireUser(), await supabaseServer()];
  const file = given(
    await client.from('files').select(columns).eq('id', id).maybeSingle(),
  ) as StoredFile | null;
  if (!file) return null;
  const { data, error } = await client.storage.from(BUCKET).download(`${user.id}/${id}`);
  if (error) throw new DatabaseError(error.message);
  return { file, bytes: new Uint8Array(await data.arrayBuffer()) };
}

/** Deletes files of the signed-in user; those of others stay as they are. */
export async function removeFiles(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  if (!isSupabase) {
    await query('delete from public.files where id = any($1::uuid[])', [ids]);
    return;
  }
  const [user, client] = [await requireUser(), await supabaseServer()];
  given(await client.from('files').delete().in('id', ids));
  await client.storage.from(BUCKET).remove(ids.map((id) => `${user.id}/${id}`));
}
