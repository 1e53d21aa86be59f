import type { Metadata } from 'next';
import Link from 'next/link';
import { demoAction, signInAction } from '../actions';
import { AuthForm } from '@/components/auth-form';
import { AuthShell } from '@/components/auth-shell';
import { Button } from '@/components/ui/button';
import { isSupabase } from '@/lib/env';
import { product } from '@/product';

export const metadata: Metadata = { title: 'Sign in' };

const notices = {
  changed: 'Your password was changed. Sign in with the new one.',
  deleted: 'Your account and all of its rows were deleted.',
  created:
    'Your account is ready: sign in to open it. If you had one with this e-mail before, use its password.',
};

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const params = await searchParams;
  const notice = Object.entries(notices).find(([name]) => params[name])?.[1];
  return (
    <AuthShell
      title="Sign in"
      text={`Welcome back to ${product.name}.`}
      footer={
        <>
          New here?{' '}
          <Link
            className="font-medium text-brand-text underline-offset-4 hover:underline"
            href="/signup"
          >
            Create an account
          </Link>
        </>
      }
    >
      {notice ? (
        <p role="status" className="mb-5 rounded-lg bg-good-soft p-3 text-sm text-good-text">
          {notice}
        </p>
      ) : null}
      {isSupabase ? null : (
        <>
          <form action={demoAction}>
            <Button variant="outline" className="w-full">
              Open the demo workspace
            </Button>
          </form>
          <div className="my-5 flex items-center gap-3 text-xs text-muted">
            <span className="h-px flex-1 bg-line" />
            or with your account
            <span className="h-px flex-1 bg-line" />
          </div>
        </>
      )}
      <AuthForm action={signInAction} submit="Sign in" />
      <p className="mt-4 text-center text-sm">
        <Link className="text-muted underline-offset-4 hover:underline" href="/forgot-password">
          Forgot your password?
        </Link>
      </p>
    </AuthShell>
  );
}
