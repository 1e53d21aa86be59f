import type { Metadata } from 'next';
import { LogoMark } from '@/components/brand/logo';
import { Page } from '@/components/layout/page';
import { SignInForm } from '@/features/account/sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default function SignIn() {
  return (
    <Page>
      <div className="mx-auto max-w-sm">
        <LogoMark className="mx-auto h-12" />
        <h1 className="mt-6 text-center text-[28px] leading-tight font-semibold tracking-[-0.025em]">
          Welcome to Hatchr
        </h1>
        <p className="mt-3 mb-8 text-center text-[15px] text-ink-soft">
          What you made as a guest in this browser comes along when you create an account.
        </p>
        <SignInForm />
      </div>
    </Page>
  );
}
