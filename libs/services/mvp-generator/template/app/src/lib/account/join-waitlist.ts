import 'server-only';
import { localDatabase } from '../db/pglite';
import { isSupabase } from '../env';
import { supabaseServer } from '../supabase-server';

const DUPLICATE = '23505';

/** Adds an address as a visitor without an account may: to write, never to read. A known address changes nothing. */
export async function joinWaitlist(email: string): Promise<void> {
  if (isSupabase) {
    const { error } = await (await supabaseServer()).from('waitlist_signups').insert({ email });
    if (error && error.code !== DUPLICATE) throw new Error(error.message);
    return;
  }
  const db = await localDatabase();
  await db
    .transaction(async (tx) => {
      await tx.exec("select set_config('request.jwt.claims', '', true); set local role anon");
      await tx.query('insert into public.waitlist_signups (email) values ($1)', [email]);
    })
    .catch((error: unknown) => {
      if ((error as { code?: string }).code !== DUPLICATE) throw error;
    });
}
