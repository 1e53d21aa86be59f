import 'server-only';
import { createClient } from '@supabase/supabase-js';
import type { Transaction } from '@electric-sql/pglite';
import { entities } from '@/entities';
import { publicPage } from '@/public-page';
import { requireUser } from './auth';
import { asUser, localDatabase } from './db/pglite';
import { DatabaseError } from './db/repository';
import type { EntityDefinition } from './entity';
import { isSupabase, realtimeOptions, supabaseKey, supabaseUrl } from './env';
import { supabaseServer } from './supabase-server';

export type PublishedRow = { id: string } & Record<string, unknown>;
export interface PublicResponse {
  id: string;
  record_id: string;
  answer: string;
  name: string;
  contact: string;
  message: string;
  accepted_at: string | null;
  created_at: string;
}

function settings() {
  if (!publicPage) throw new Error('This product has no public page.');
  const { entity: key, columns } = publicPage;
  const entity = (Object.values(entities) as EntityDefinition[]).find((item) => item.key === key);
  if (!entity) throw new Error('Unknown entity.');
  return { entity, columns: ['id', ...columns] };
}

/** Without a session on purpose: even the owner sees here what a stranger sees. */
const visitorClient = () =>
  createClient(supabaseUrl, supabaseKey, {
    realtime: realtimeOptions,
    auth: { persistSession: false, autoRefreshToken: false },
  });

async function asVisitor<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
  return (await localDatabase()).transaction(async (tx) => {
    await tx.exec("select set_config('request.jwt.claims', '', true); set local role anon");
    return run(tx);
  });
}

function given<T>({
  data,
  error,
}: {
  data: T;
  error: { message: string; code?: string } | null;
}): T {
  if (error) throw new DatabaseError(error.message, error.code);
  return data;
}

export async function listPublished(): Promise<PublishedRow[]> {
  const { entity, columns } = settings();
  if (isSupabase)
    return given(
      await visitorClient()
        .from(entity.table)
        .select(columns.join(','))
        .eq('is_published', true)
        .order('id')
        .limit(200),
    ) as unknown as PublishedRow[];
  const list = columns.map((column) => `"${column}"`).join(', ');
  return asVisitor(
    async (tx) =>
      (
        await tx.query<PublishedRow>(
          `select ${list} from public."${entity.table}" where is_published order by id limit 200`,
        )
      ).rows,
  );
}

export async function voteCounts(): Promise<Map<string, number>> {
  type Count = { record_id: string; votes: number };
  const rows = isSupabase
    ? (given(await visitorClient().rpc('public_vote_counts')) as Count[])
    : await asVisitor(
        async (tx) => (await tx.query<Count>('select * from public.public_vote_counts()')).rows,
      );
  return new Map(rows.map((row) => [row.record_id, row.votes]));
}

export interface Incident {
  record_id: string;
  title: string;
  status: string;
  started_at: string;
  ended_at: string | null;
}

/** What happened to published rows lately, newest first; nothing where the product keeps no incidents. */
export async function listIncidents(): Promise<Incident[]> {
  if (!publicPage?.incidentStatuses) return [];
  if (isSupabase) return given(await visitorClient().rpc('public_incidents')) as Incident[];
  return asVisitor(
    async (tx) => (await tx.query<Incident>('select * from public.public_incidents()')).rows,
  );
}

export interface NewResponse extends Omit<PublicResponse, 'id' | 'accepted_at' | 'created_at'> {
  /** Hash of the visitor's cookie for a vote; empty for everything else. */
  visitor: string;
}

export async function addResponse(response: NewResponse): Promise<void> {
  if (isSupabase) {
    given(await visitorClient().from('public_responses').insert(response));
    return;
  }
  const { record_id, answer, name, contact, message, visitor } = response;
  await asVisitor((tx) =>
    tx.query(
      'insert into public.public_responses (record_id, answer, name, contact, message, visitor) values ($1, $2, $3, $4, $5, $6)',
      [record_id, answer, name, contact, message, visitor],
    ),
  );
}

export async function isPublished(id: string): Promise<boolean> {
  const { entity } = settings();
  const user = await requireUser();
  if (isSupabase) {
    const row = given(
      await (
        await supabaseServer()
      )
        .from(entity.table)
        .select('is_published')
        .eq('id', id)
        .maybeSingle(),
    ) as { is_published: boolean } | null;
    return row?.is_published === true;
  }
  const result = await asUser(await localDatabase(), user.id, (tx) =>
    tx.query<{ is_published: boolean }>(
      `select is_published from public."${entity.table}" where id = $1`,
      [id],
    ),
  );
  return result.rows[0]?.is_published === true;
}

export async function setPublished(id: string, value: boolean): Promise<void> {
  const { entity } = settings();
  const user = await requireUser();
  if (isSupabase) {
    const client = await supabaseServer();
    given(await client.from(entity.table).update({ is_published: value }).eq('id', id));
    return;
  }
  await asUser(await localDatabase(), user.id, (tx) =>
    tx.query(`update public."${entity.table}" set is_published = $2 where id = $1`, [id, value]),
  );
}

const responseColumns = 'id,record_id,answer,name,contact,message,accepted_at,created_at';

/** What visitors sent for a row of the signed-in user, newest first. */
export async function listResponses(id: string): Promise<PublicResponse[]> {
  const user = await requireUser();
  if (isSupabase)
    return given(
      await (
        await supabaseServer()
      )
        .from('public_responses')
        .select(responseColumns)
        .eq('record_id', id)
        .order('created_at', { ascending: false })
        .limit(100),
    ) as PublicResponse[];
  return (
    await asUser(await localDatabase(), user.id, (tx) =>
      tx.query<PublicResponse>(
        `select ${responseColumns} from public.public_responses where record_id = $1 order by created_at desc limit 100`,
        [id],
      ),
    )
  ).rows;
}

export async function removeResponse(id: string): Promise<void> {
  const user = await requireUser();
  if (isSupabase) {
    given(await (await supabaseServer()).from('public_responses').delete().eq('id', id));
    return;
  }
  await asUser(await localDatabase(), user.id, (tx) =>
    tx.query('delete from public.public_responses where id = $1', [id]),
  );
}

/** Accepts what a visitor asked for. Row level security lets only the owner of the row do it. */
export async function markAccepted(id: string): Promise<void> {
  const user = await requireUser();
  const now = new Date().toISOString();
  if (isSupabase) {
    const client = await supabaseServer();
    given(await client.from('public_responses').update({ accepted_at: now }).eq('id', id));
    return;
  }
  await asUser(await localDatabase(), user.id, (tx) =>
    tx.query('update public.public_responses set accepted_at = $2 where id = $1', [id, now]),
  );
}
