'use client';
import { useActionState } from 'react';
import { deleteAccountAction } from './actions';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { FormState } from '@/lib/form';

export function DeleteAccountForm({ email }: { email: string }) {
  const [state, action, isPending] = useActionState<FormState, FormData>(deleteAccountAction, {});
  return (
    <form action={action} className="mt-4 max-w-md space-y-4" noValidate>
      {state.message ? (
        <p role="alert" className="rounded-lg bg-danger-soft p-3 text-sm text-danger-text">
          {state.message}
        </p>
      ) : null}
      <Field
        id="confirmation"
        label={`Type ${email} to confirm`}
        isRequired
        error={state.errors?.confirmation}
      >
        <Input
          id="confirmation"
          name="confirmation"
          autoComplete="off"
          aria-invalid={Boolean(state.errors?.confirmation)}
        />
      </Field>
      <Button variant="danger" disabled={isPending}>
        {isPending ? 'Deleting…' : 'Delete my account'}
      </Button>
    </form>
  );
}
