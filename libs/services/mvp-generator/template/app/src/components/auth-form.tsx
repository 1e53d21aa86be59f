'use client';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { FormState } from '@/lib/form';

export function AuthForm({
  action,
  withName = false,
  submit,
}: {
  action: (state: FormState, formData: FormData) => Promise<FormState>;
  withName?: boolean;
  submit: string;
}) {
  const [state, formAction, isPending] = useActionState<FormState, FormData>(action, {});
  const problem = (name: string) => ({
    'aria-invalid': Boolean(state.errors?.[name]),
    'aria-describedby': state.errors?.[name] ? `${name}-error` : undefined,
  });
  return (
    <form action={formAction} className="space-y-4" noValidate>
      {state.message ? (
        <p role="alert" className="rounded-lg bg-danger-soft p-3 text-sm text-danger-text">
          {state.message}
        </p>
      ) : null}
      {withName ? (
        <Field id="full_name" label="Your name" isRequired error={state.errors?.full_name}>
          <Input
            id="full_name"
            name="full_name"
            autoComplete="name"
            defaultValue={state.values?.full_name}
            {...problem('full_name')}
          />
        </Field>
      ) : null}
      <Field id="email" label="E-mail" isRequired error={state.errors?.email}>
        <Input
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          defaultValue={state.values?.email}
          {...problem('email')}
        />
      </Field>
      <Field id="password" label="Password" isRequired error={state.errors?.password}>
        <Input
          id="password"
          name="password"
          type="password"
          autoComplete={withName ? 'new-password' : 'current-password'}
          {...problem('password')}
        />
      </Field>
      <Button className="w-full" disabled={isPending}>
        {isPending ? 'One moment…' : submit}
      </Button>
    </form>
  );
}
