'use client';
import { useActionState } from 'react';
import { joinWaitlistAction } from '@/app/waitlist-action';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/field';
import type { FormState } from '@/lib/form';

export function WaitlistForm() {
  const [state, action, isPending] = useActionState<FormState, FormData>(joinWaitlistAction, {});
  const problem = state.errors?.email ?? state.message;
  if (state.isDone)
    return (
      <p role="status" className="text-sm font-medium">
        Thank you. You will hear from us when there is news.
      </p>
    );
  return (
    <form action={action} noValidate>
      <div className="flex max-w-md flex-col gap-2 sm:flex-row">
        <label htmlFor="waitlist-email" className="sr-only">
          E-mail
        </label>
        <Input
          id="waitlist-email"
          name="email"
          type="email"
          autoComplete="email"
          placeholder="you@example.com"
          className="h-11"
          defaultValue={state.values?.email}
          aria-invalid={Boolean(problem)}
          aria-describedby={problem ? 'waitlist-problem' : undefined}
        />
        <input name="company" tabIndex={-1} autoComplete="off" className="hidden" aria-hidden />
        <Button size="lg" disabled={isPending}>
          {isPending ? 'One moment…' : 'Tell me'}
        </Button>
      </div>
      {problem ? (
        <p id="waitlist-problem" role="alert" className="mt-2 text-sm text-danger-text">
          {problem}
        </p>
      ) : null}
    </form>
  );
}
