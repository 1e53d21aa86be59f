'use client';
import { useActionState } from 'react';
import { saveProfile } from './actions';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { FormState } from '@/lib/form';

export function SettingsForm({
  profile,
}: {
  profile: { full_name: string; organisation: string; time_zone: string };
}) {
  const [state, action, isPending] = useActionState<FormState, FormData>(saveProfile, {});
  const fields = [
    { name: 'full_name', label: 'Name', initial: profile.full_name },
    { name: 'organisation', label: 'Organisation', initial: profile.organisation },
    { name: 'time_zone', label: 'Time zone', initial: profile.time_zone },
  ];
  return (
    <form action={action} className="max-w-md space-y-4" noValidate>
      {state.message ? (
        <p role="status" className="rounded-lg bg-good-soft p-3 text-sm text-good-text">
          {state.message}
        </p>
      ) : null}
      {fields.map(({ name, label, initial }) => (
        <Field key={name} id={name} label={label} isRequired error={state.errors?.[name]}>
          <Input
            id={name}
            name={name}
            defaultValue={state.values?.[name] ?? initial}
            aria-invalid={Boolean(state.errors?.[name])}
          />
        </Field>
      ))}
      <Button disabled={isPending}>{isPending ? 'Saving…' : 'Save'}</Button>
    </form>
  );
}
