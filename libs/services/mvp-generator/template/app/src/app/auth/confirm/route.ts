import type { EmailOtpType } from '@supabase/supabase-js';
import { redirect } from 'next/navigation';
import { isSupabase } from '@/lib/env';
import { supabaseServer } from '@/lib/supabase-server';

const kinds = ['recovery', 'signup', 'email', 'invite', 'magiclink', 'email_change'] as const;

/** Where links in Supabase's e-mails lead: opens the session and goes on. */
export async function GET(request: Request): Promise<never> {
  const { searchParams } = new URL(request.url);
  // Only pages of this site, so that the link cannot be bent to another one.
  const next = searchParams.get('next') === '/reset-password' ? '/reset-password' : '/welcome';
  const code = searchParams.get('code');
  const hash = searchParams.get('token_hash');
  const kind = kinds.find((known) => known === searchParams.get('type')) as
    EmailOtpType | undefined;
  let isOpen = false;
  if (isSupabase && (code || (hash && kind))) {
    const { auth } = await supabaseServer();
    const { error } =
      hash && kind
        ? await auth.verifyOtp({ type: kind, token_hash: hash })
        : await auth.exchangeCodeForSession(code ?? '');
    isOpen = !error;
  }
  redirect(isOpen ? next : '/forgot-password?expired=1');
}
