import 'server-only';
import { cache } from 'react';
import { z } from 'zod';
import { requireUser } from './auth';
import { asUser, localDatabase } from './db/pglite';
import { DatabaseError } from './db/repository';
import { isSupabase } from './env';
import { supabaseServer } from './supabase-server';

function isTimeZone(value: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}

const profileRow = z.object({
  id: z.string(),
  full_name: z.string(),
  organisation: z.string(),
  time_zone: z.string(),
  plan: z.string(),
  onboarded_at: z.string().nullable(),
});
export type Profile = z.output<typeof profileRow>;

export const profileInput = z.object({
  full_name: z.string().trim().max(120),
  organisation: z.string().trim().max(120),
  time_zone: z.string().refine(isTimeZone, 'Choose a time zone such as Europe/Paris.'),
});

export const getProfile = cache(async (): Promise<Profile> => {
  const user = await requireUser();
  if (isSupabase) {
    const { data, error } = await (
      await supabaseServer()
    )
      .from('profiles')
      .select('*')
      .eq('id', user.id)
      .single();
    if (error) throw new DatabaseError(error.message, error.code);
    return profileRow.parse(data);
  }
  const result = await asUser(await localDatabase(), user.id, (tx) =>
    tx.query('select * from public.profiles where id = $1', [user.id]),
  );
  return profileRow.parse(result.rows[0]);
});

export async function updateProfile(change: z.output<typeof profileInput>): Promise<void> {
  const user = await requireUser();
  if (isSupabase) {
    const { error } = await (
      await supabaseServer()
    )
      .from('profiles')
      .update({ ...change, onboarded_at: new Date().toISOString() })
      .eq('id', user.id);
    if (error) throw new DatabaseError(error.message, error.code);
    return;
  }
  await asUser(await localDatabase(), user.id, (tx) =>
    tx.query(
      'update public.profiles set full_name = $2, organisation = $3, time_zone = $4, onboarded_at = coalesce(onboarded_at, now()) where id = $1',
      [user.id, change.full_name, change.organisation, change.time_zone],
    ),
  );
}
