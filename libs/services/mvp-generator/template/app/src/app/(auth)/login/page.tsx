import type { Metadata } from 'next';
import Link from 'next/link';
import { demoAction, signInAction } from '../actions';
import { AuthForm } from '@/components/auth-form';
import { AuthShell } from '@/components/auth-shell';
import { Button } from '@/components/ui/button';
import { isSupabase } from '@/lib/env';
import { product } from '@/product';

export const metadata: Metadata = { title: 'Sign in' };

export default function SignInPage() {
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
    </AuthShell>
  );
}
