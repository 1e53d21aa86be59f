import type { Metadata } from 'next';
import Link from 'next/link';
import { signUpAction } from '../actions';
import { AuthForm } from '@/components/auth-form';
import { AuthShell } from '@/components/auth-shell';
import { product } from '@/product';

export const metadata: Metadata = { title: 'Create an account' };

export default function SignUpPage() {
  return (
    <AuthShell
      title="Create your account"
      text={product.tagline}
      footer={
        <>
          Already have an account?{' '}
          <Link
            className="font-medium text-brand-text underline-offset-4 hover:underline"
            href="/login"
          >
            Sign in
          </Link>
        </>
      }
    >
      <AuthForm action={signUpAction} submit="Create account" withName />
    </AuthShell>
  );
}
