import type { PGlite } from '@electric-sql/pglite';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from './browser';
import { openWorkspace } from './database';
import { addAccount, allEntities, createRow } from './workspace';
import { deleteAccount } from '@/lib/account/delete-account';
import { joinWaitlist } from '@/lib/account/join-waitlist';
import { requestPasswordReset, setNewPassword } from '@/lib/account/password-reset';
import { DEMO, signIn, signUp } from '@/lib/auth';
import { newSalt } from '@/lib/auth/new-salt';

let db: PGlite;
beforeAll(async () => {
  db = await openWorkspace();
});

async function newAccount(): Promise<{ id: string; email: string }> {
  const id = await addAccount();
  const found = await db.query<{ email: string }>('select email from auth.users where id = $1', [
    id,
  ]);
  return { id, email: found.rows[0]!.email };
}

async function countOf(sql: string, value: string): Promise<number> {
  const found = await db.query<{ n: number }>(`select count(*)::int as n from ${sql} = $1`, [
    value,
  ]);
  return found.rows[0]!.n;
}

async function hasPassword(id: string, password: string): Promise<boolean> {
  const found = await db.query(
    'select 1 from auth.users where id = $1 and encrypted_password = extensions.crypt($2, encrypted_password)',
    [id, password],
  );
  return found.rows.length === 1;
}

describe('sign-up', () => {
  it('answers the same for a known and for a new address, and starts no session for either', async () => {
    browser.jar.clear();
    const fresh = await signUp('fresh@example.com', 'first-password', 'Fresh');
    const known = await signUp('fresh@example.com', 'other-password', 'Somebody else');
    expect(known).toEqual(fresh);
    expect(browser.jar.size).toBe(0);
  });

  it('leaves a known account with its own password', async () => {
    await signUp('kept@example.com', 'first-password', 'Kept');
    await signUp('kept@example.com', 'other-password', 'Somebody else');
    expect((await signIn('kept@example.com', 'other-password')).ok).toBe(false);
    expect((await signIn('kept@example.com', 'first-password')).ok).toBe(true);
  });
});

describe('a password', () => {
  it('is hashed a thousand times outside of tests', () => {
    vi.stubEnv('NODE_ENV', 'production');
    expect(newSalt()).toBe("extensions.gen_salt('bf', 10)");
    vi.unstubAllEnvs();
  });
});

describe('password reset', () => {
  const log = vi.spyOn(console, 'info').mockImplementation(() => undefined);
  beforeEach(() => log.mockClear());
  const lastToken = () => /token=([\w-]+)/.exec(String(log.mock.lastCall?.[0]))?.[1] ?? '';

  it('sets a new password by the link that was sent', async () => {
    const { id, email } = await newAccount();
    await requestPasswordReset(email);
    expect(await setNewPassword(lastToken(), 'a-new-password')).toEqual({ ok: true });
    expect(await hasPassword(id, 'a-new-password')).toBe(true);
  });

  it('lets a link work once', async () => {
    const { id, email } = await newAccount();
    await requestPasswordReset(email);
    const token = lastToken();
    await setNewPassword(token, 'a-new-password');
    expect(await setNewPassword(token, 'another-password')).toMatchObject({ ok: false });
    expect(await hasPassword(id, 'a-new-password')).toBe(true);
  });

  it('refuses a link that has expired, and one that a newer link replaced', async () => {
    const { id, email } = await newAccount();
    await requestPasswordReset(email);
    const replaced = lastToken();
    await requestPasswordReset(email);
    expect(await setNewPassword(replaced, 'a-new-password')).toMatchObject({ ok: false });
    await db.query(
      "update local_mail.password_resets set expires_at = now() - interval '1 second' where user_id = $1",
      [id],
    );
    expect(await setNewPassword(lastToken(), 'a-new-password')).toMatchObject({ ok: false });
    expect(await hasPassword(id, 'a-new-password')).toBe(false);
  });

  it('keeps only a hash of the link', async () => {
    const { email } = await newAccount();
    await requestPasswordReset(email);
    expect(lastToken()).not.toBe('');
    expect(await countOf('local_mail.password_resets where token_hash', lastToken())).toBe(0);
  });

  it('sends nothing to an unknown address or for the shared demo account', async () => {
    await requestPasswordReset('nobody@example.com');
    await requestPasswordReset(DEMO.email);
    expect(log).not.toHaveBeenCalled();
  });
});

describe('account deletion', () => {
  it('takes every row of the account with it and none of another', async () => {
    const leaver = await newAccount();
    const other = await newAccount();
    for (const account of [leaver, other]) {
      for (const entity of allEntities) await createRow(account.id, entity);
      await joinWaitlist(account.email);
    }
    Object.assign(browser, leaver);
    browser.jar.set('session', 'signed in');
    expect(await deleteAccount()).toEqual({ ok: true });
    expect(browser.jar.has('session')).toBe(false);
    const tables = allEntities.map((entity) => `public."${entity.table}" where user_id`);
    for (const sql of [...tables, 'public.profiles where id', 'auth.users where id']) {
      expect(await countOf(sql, leaver.id), sql).toBe(0);
      expect(await countOf(sql, other.id), sql).toBeGreaterThan(0);
    }
    expect(await countOf('public.waitlist_signups where email', leaver.email)).toBe(0);
    expect(await countOf('public.waitlist_signups where email', other.email)).toBe(1);
  });

  it('refuses to delete the shared demo account', async () => {
    const found = await db.query<{ id: string }>('select id from auth.users where email = $1', [
      DEMO.email,
    ]);
    Object.assign(browser, { id: found.rows[0]!.id, email: DEMO.email });
    expect(await deleteAccount()).toMatchObject({ ok: false });
    expect(await countOf('auth.users where email', DEMO.email)).toBe(1);
  });
});

describe('waiting list', () => {
  it('keeps an address once, however often it is given', async () => {
    await joinWaitlist('visitor@example.com');
    await joinWaitlist('visitor@example.com');
    expect(await countOf('public.waitlist_signups where email', 'visitor@example.com')).toBe(1);
  });

  it('refuses what is no address', async () => {
    await expect(joinWaitlist('not an address')).rejects.toThrow();
  });

  it.each(['anon', 'authenticated'])('shows no address to %s', async (role) => {
    await joinWaitlist('secret@example.com');
    const read = db.transaction(async (tx) => {
      await tx.exec(`set local role ${role}`);
      return (await tx.query('select * from public.waitlist_signups')).rows;
    });
    await expect(read).rejects.toThrow(/permission denied/);
  });
});
