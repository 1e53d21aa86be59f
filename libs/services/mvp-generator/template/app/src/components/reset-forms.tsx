'use client';
import { useActionState } from 'react';
import { requestResetAction, setPasswordAction } from '@/app/(auth)/actions';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { FormState } from '@/lib/form';

function Problem({ text }: { text?: string }) {
  return text ? (
    <p role="alert" className="rounded-lg bg-danger-soft p-3 text-sm text-danger-text">
      {text}
    </p>
  ) : null;
}

export function RequestResetForm({ sent }: { sent: string }) {
  const [state, action, isPending] = useActionState<FormState, FormData>(requestResetAction, {});
  if (state.isDone)
    return (
      <p role="status" className="rounded-lg bg-good-soft p-3 text-sm text-good-text">
        {sent}
      </p>
    );
  return (
    <form action={action} className="space-y-4" noValidate>
      <Problem text={state.message} />
      <Field id="email" label="E-mail" isRequired error={state.errors?.email}>
        <Input
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          defaultValue={state.values?.email}
          aria-invalid={Boolean(state.errors?.email)}
        />
      </Field>
      <Button className="w-full" disabled={isPending}>
        {isPending ? 'One moment…' : 'Send the link'}
      </Button>
    </form>
  );
}

export function SetPasswordForm({ token }: { token: string }) {
  const [state, action, isPending] = useActionState<FormState, FormData>(setPasswordAction, {});
  return (
    <form action={action} className="space-y-4" noValidate>
      <Problem text={state.message} />
      <input type="hidden" name="token" value={token} />
      <Field
        id="password"
        label="New password"
        isRequired
        hint="At least 8 characters."
        error={state.errors?.password}
      >
        <Input
          id="password"
          name="password"
          type="password"
          autoComplete="new-password"
          aria-invalid={Boolean(state.errors?.password)}
        />
      </Field>
      <Button className="w-full" disabled={isPending}>
        {isPending ? 'One moment…' : 'Set the password'}
      </Button>
    </form>
  );
}
