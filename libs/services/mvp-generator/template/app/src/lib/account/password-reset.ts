import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { DEMO, getUser, type AuthResult } from '../auth';
import { newSalt } from '../auth/new-salt';
import { localDatabase } from '../db/pglite';
import { isSupabase, showsOutbox, siteUrl } from '../env';
import { supabaseServer } from '../supabase-server';

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Sends the link to an account's e-mail. It answers the same whether or not there is such an account. */
export async function requestPasswordReset(email: string): Promise<void> {
  if (isSupabase) {
    const client = await supabaseServer();
    const { error } = await client.auth.resetPasswordForEmail(email, {
      redirectTo: `${siteUrl}/auth/confirm?next=/reset-password`,
    });
    if (error) console.error(error.message);
    return;
  }
  // The demo account is shared by all who try the app, so its password stays as it is.
  if (email === DEMO.email) return;
  const db = await localDatabase();
  const found = await db.query<{ id: string }>('select id from auth.users where email = $1', [
    email,
  ]);
  const user = found.rows[0];
  if (!user) return;
  const token = randomBytes(32).toString('base64url');
  const link = `/reset-password?token=${token}`;
  await db.query('delete from local_mail.password_resets where user_id = $1', [user.id]);
  await db.query(
    "insert into local_mail.password_resets (token_hash, user_id, expires_at) values ($1, $2, now() + interval '1 hour')",
    [hashOf(token), user.id],
  );
  console.info(`Password reset for ${email} (valid for one hour): ${siteUrl}${link}`);
  if (showsOutbox)
    await db.query(
      "insert into local_mail.outbox (user_id, recipient, subject, link) values ($1, $2, 'Set a new password', $3)",
      [user.id, email, link],
    );
}

/** Sets the password of the account that the link was sent to. A link works once. */
export async function setNewPassword(token: string, password: string): Promise<AuthResult> {
  const expired = {
    ok: false,
    message: 'This link has expired or was used already. Ask for a new one.',
  } as const;
  if (isSupabase) {
    if (!(await getUser())) return expired;
    const { error } = await (await supabaseServer()).auth.updateUser({ password });
    return error ? { ok: false, message: error.message } : { ok: true };
  }
  const db = await localDatabase();
  return db.transaction(async (tx) => {
    const used = await tx.query<{ user_id: string }>(
      'delete from local_mail.password_resets where token_hash = $1 and expires_at > now() returning user_id',
      [hashOf(token)],
    );
    const id = used.rows[0]?.user_id;
    if (!id) return expired;
    await tx.query(
      `update auth.users set encrypted_password = extensions.crypt($2, ${newSalt()}), updated_at = now() where id = $1`,
      [id, password],
    );
    await tx.query('delete from local_mail.outbox where user_id = $1', [id]);
    return { ok: true };
  });
}
