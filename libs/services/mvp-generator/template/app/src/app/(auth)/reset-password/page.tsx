import type { Metadata } from 'next';
import Link from 'next/link';
import { AuthShell } from '@/components/auth-shell';
import { SetPasswordForm } from '@/components/reset-forms';

// The address holds the token: no other site may learn it from a link.
export const metadata: Metadata = {
  title: 'Set a new password',
  robots: { index: false },
  referrer: 'no-referrer',
};

export default async function ResetPasswordPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token } = await searchParams;
  return (
    <AuthShell
      title="Set a new password"
      text="Other browsers that are signed in will have to sign in again."
      footer={
        <Link
          className="font-medium text-brand-text underline-offset-4 hover:underline"
          href="/login"
        >
          Back to sign in
        </Link>
      }
    >
      <SetPasswordForm token={typeof token === 'string' ? token : ''} />
    </AuthShell>
  );
}
