import 'server-only';
import { DEMO, requireUser, signOut, type AuthResult } from '../auth';
import { localDatabase } from '../db/pglite';
import { isSupabase } from '../env';
import { listFiles, removeFiles } from '../files/file-store';
import { supabaseAdmin } from '../supabase-admin';

/** Deletes the signed-in user's account; every table of the app refers to it and goes with it. */
export async function deleteAccount(): Promise<AuthResult> {
  const user = await requireUser();
  if (isSupabase) {
    const admin = supabaseAdmin();
    if (!admin)
      return {
        ok: false,
        message:
          'This server has no SUPABASE_SECRET_KEY, which deleting an account needs. Nothing was deleted. Ask the operator of this site.',
      };
    // The rows of the files go with the account, their bytes in the bucket do not.
    for (let files = await listFiles(); files.length > 0; files = await listFiles())
      await removeFiles(files.map(({ id }) => id));
    const { error } = await admin.auth.admin.deleteUser(user.id);
    if (error) return { ok: false, message: error.message };
    await admin.from('waitlist_signups').delete().eq('email', user.email);
  } else {
    if (user.email === DEMO.email)
      return {
        ok: false,
        message: 'The demo workspace is shared. Create an account of your own to try this.',
      };
    const db = await localDatabase();
    await db.transaction(async (tx) => {
      await tx.query('delete from auth.users where id = $1', [user.id]);
      await tx.query('delete from public.waitlist_signups where email = $1', [user.email]);
    });
  }
  await signOut().catch(() => undefined);
  return { ok: true };
}
