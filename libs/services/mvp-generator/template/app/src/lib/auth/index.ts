import 'server-only';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cache } from 'react';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { isSupabase } from '../env';
import { localDatabase } from '../db/pglite';
import { supabaseServer } from '../supabase-server';
import { newSalt } from './new-salt';
import { newSecret, signSession, verifySession } from './session';

export interface CurrentUser {
  id: string;
  email: string;
}
export type AuthResult = { ok: true } | { ok: false; message: string };

const COOKIE = 'session';
const WEEK = 60 * 60 * 24 * 7;
export const DEMO = { email: 'demo@example.com', password: 'demo-password' };

let secretPromise: Promise<string> | undefined;
async function sessionSecret(): Promise<string> {
  if (process.env.SESSION_SECRET) return process.env.SESSION_SECRET;
  return (secretPromise ??= (async () => {
    const dir =
      /* turbopackIgnore: true */ process.env.DATA_DIR ||
      path.join(/* turbopackIgnore: true */ process.cwd(), '.data');
    const file = path.join(dir, 'session-secret');
    try {
      return await readFile(file, 'utf8');
    } catch {
      const secret = newSecret();
      await mkdir(dir, { recursive: true });
      await writeFile(file, secret, { mode: 0o600 });
      return secret;
    }
  })());
}

export const getUser = cache(async (): Promise<CurrentUser | null> => {
  if (isSupabase) {
    const { data } = await (await supabaseServer()).auth.getUser();
    return data.user ? { id: data.user.id, email: data.user.email ?? '' } : null;
  }
  const token = (await cookies()).get(COOKIE)?.value;
  const session = token ? verifySession(token, await sessionSecret()) : null;
  if (!session) return null;
  // A signed cookie outlives its account and its password, so both are looked up.
  const user = await findLocalUser(session.sub);
  return user && stampOf(user) === session.stamp ? { id: user.id, email: user.email } : null;
});

export async function requireUser(): Promise<CurrentUser> {
  const user = await getUser();
  if (!user) redirect('/login');
  return user;
}

interface LocalUser extends CurrentUser {
  encrypted_password: string | null;
}
const stampOf = (user: LocalUser) =>
  createHash('sha256')
    .update(user.encrypted_password ?? '')
    .digest('base64url')
    .slice(0, 16);

async function findLocalUser(id: string): Promise<LocalUser | undefined> {
  const db = await localDatabase();
  const found = await db.query<LocalUser>(
    'select id, email, encrypted_password from auth.users where id = $1',
    [id],
  );
  return found.rows[0];
}

async function startLocalSession(user: LocalUser) {
  const token = signSession(
    { sub: user.id, email: user.email, exp: Date.now() + WEEK * 1000, stamp: stampOf(user) },
    await sessionSecret(),
  );
  (await cookies()).set(COOKIE, token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: WEEK,
    secure: process.env.COOKIE_SECURE === '1' || (process.env.SITE_URL ?? '').startsWith('https:'),
  });
}

export async function signIn(email: string, password: string): Promise<AuthResult> {
  if (isSupabase) {
    const { error } = await (await supabaseServer()).auth.signInWithPassword({ email, password });
    return error ? { ok: false, message: error.message } : { ok: true };
  }
  const db = await localDatabase();
  const found = await db.query<LocalUser>(
    'select id, email, encrypted_password from auth.users where email = $1 and encrypted_password = extensions.crypt($2, encrypted_password)',
    [email, password],
  );
  const user = found.rows[0];
  if (!user) {
    // An unknown e-mail takes as long as a wrong password, so that the time tells nothing.
    await db.query(`select extensions.crypt($1, ${newSalt()})`, [password]);
    return { ok: false, message: 'Wrong e-mail or password.' };
  }
  await startLocalSession(user);
  return { ok: true };
}

/**
 * Makes an account. In local mode, where no mail confirms an address, the answer is the same for a known and for a
 * new one, and the person signs in next: a session for new ones alone would tell which is which.
 */
export async function signUp(
  email: string,
  password: string,
  fullName: string,
): Promise<AuthResult> {
  if (isSupabase) {
    const { data, error } = await (
      await supabaseServer()
    ).auth.signUp({ email, password, options: { data: { full_name: fullName } } });
    // A known address reads like a new one that has to be confirmed.
    if (error && error.code !== 'user_already_exists') return { ok: false, message: error.message };
    return data.session
      ? { ok: true }
      : { ok: false, message: 'Check your inbox to confirm your e-mail, then sign in.' };
  }
  const db = await localDatabase();
  // The password is hashed either way, so that the time tells nothing.
  await db.query(
    `insert into auth.users (email, encrypted_password, raw_user_meta_data, aud, role, email_confirmed_at) values ($1, extensions.crypt($2, ${newSalt()}), $3, 'authenticated', 'authenticated', now()) on conflict (email) do nothing`,
    [email, password, JSON.stringify({ full_name: fullName })],
  );
  return { ok: true };
}

export async function signOut(): Promise<void> {
  if (isSupabase) await (await supabaseServer()).auth.signOut();
  else (await cookies()).delete(COOKIE);
}
