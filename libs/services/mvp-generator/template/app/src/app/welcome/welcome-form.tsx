'use client';
import { useActionState, useSyncExternalStore } from 'react';
import { finishWelcome } from './actions';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { FormState } from '@/lib/form';

const subscribe = () => () => undefined;

export function WelcomeForm({ name, organisation }: { name: string; organisation: string }) {
  const [state, action, isPending] = useActionState<FormState, FormData>(finishWelcome, {});
  const zone = useSyncExternalStore(
    subscribe,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );
  const fields = [
    { id: 'full_name', label: 'Your name', value: name },
    { id: 'organisation', label: 'Organisation', value: organisation },
    { id: 'time_zone', label: 'Time zone', value: zone },
  ];
  return (
    <form action={action} className="space-y-4" noValidate>
      {fields.map(({ id, label, value }) => (
        <Field
          key={id}
          id={id}
          label={label}
          isRequired={id === 'time_zone'}
          error={state.errors?.[id]}
        >
          <Input
            key={value}
            id={id}
            name={id}
            defaultValue={state.values?.[id] ?? value}
            aria-invalid={Boolean(state.errors?.[id])}
          />
        </Field>
      ))}
      <fieldset className="space-y-2">
        <legend className="mb-2 text-[13px] font-medium">Start with</legend>
        {[
          ['samples', 'A few sample rows, to look around'],
          ['empty', 'An empty workspace'],
        ].map(([value, label]) => (
          <label key={value} className="flex items-center gap-2 text-sm">
            <input type="radio" name="start" value={value} defaultChecked={value === 'samples'} />
            {label}
          </label>
        ))}
      </fieldset>
      <Button className="w-full" disabled={isPending}>
        {isPending ? 'One moment…' : 'Open the workspace'}
      </Button>
    </form>
  );
}
