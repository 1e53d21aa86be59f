import type { Metadata } from 'next';
import Link from 'next/link';
import { AuthShell } from '@/components/auth-shell';
import { RequestResetForm } from '@/components/reset-forms';
import { isSupabase, showsOutbox } from '@/lib/env';

export const metadata: Metadata = { title: 'Forgot your password', robots: { index: false } };

const link = 'font-medium text-brand-text underline-offset-4 hover:underline';
const sent = isSupabase
  ? 'If there is an account for this e-mail, a link is on its way. It works once.'
  : 'If there is an account for this e-mail, a link was written to the log of this server. It works once, for one hour.';

export default async function ForgotPasswordPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { expired } = await searchParams;
  return (
    <AuthShell
      title="Forgot your password"
      text={
        expired
          ? 'That link has expired or was used already. Ask for a new one.'
          : 'We send a link with which you set a new one.'
      }
      footer={
        <>
          {showsOutbox ? (
            <>
              Development:{' '}
              <Link className={link} href="/outbox">
                see what was sent
              </Link>
              {' · '}
            </>
          ) : null}
          <Link className={link} href="/login">
            Back to sign in
          </Link>
        </>
      }
    >
      <RequestResetForm sent={sent} />
    </AuthShell>
  );
}
