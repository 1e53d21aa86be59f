'use client';
import Link from 'next/link';
import { useActionState } from 'react';
import { FileControl } from './file-control';
import { Button, buttonClass } from '@/components/ui/button';
import { Field, Input, Select, Textarea } from '@/components/ui/field';
import type { FieldDefinition } from '@/lib/entity';
import { TAKEN } from '@/lib/files/file-type';
import type { FormState } from '@/lib/form';

export interface FormField extends FieldDefinition {
  initial: string;
  /** What a choice or a relation offers. */
  choices: readonly { value: string; label: string }[];
}

const inputTypes: Partial<Record<FieldDefinition['kind'], string>> = {
  integer: 'number',
  rating: 'number',
  date: 'date',
  datetime: 'datetime-local',
  time: 'time',
  email: 'email',
  phone: 'tel',
  url: 'url',
};

function Control({
  field,
  value,
  isInvalid,
}: {
  field: FormField;
  value: string;
  isInvalid: boolean;
}) {
  const common = {
    id: field.name,
    name: field.name,
    defaultValue: value,
    'aria-invalid': isInvalid,
    'aria-describedby': isInvalid
      ? `${field.name}-error`
      : field.hint
        ? `${field.name}-hint`
        : undefined,
    'aria-required': field.required,
  };
  if (field.kind === 'file')
    return (
      <FileControl
        id={field.name}
        name={field.name}
        current={field.initial}
        isInvalid={isInvalid}
        describedBy={`${field.name}-${isInvalid ? 'error' : 'hint'}`}
      />
    );
  if (field.kind === 'long_text') return <Textarea {...common} />;
  if (field.kind === 'enum' || field.kind === 'relation')
    return (
      <Select {...common}>
        {field.kind === 'relation' || !field.required ? (
          <option value="">
            {field.choices.length === 0 ? 'Nothing to choose yet' : 'Choose…'}
          </option>
        ) : null}
        {field.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    );
  const isAmount = field.kind === 'money' || field.kind === 'decimal';
  return (
    <Input
      {...common}
      type={inputTypes[field.kind] ?? 'text'}
      inputMode={isAmount ? 'decimal' : undefined}
      min={field.kind === 'integer' || field.kind === 'rating' ? field.min : undefined}
      max={field.kind === 'integer' || field.kind === 'rating' ? field.max : undefined}
      className={isAmount || field.kind === 'duration' ? 'tabular-nums' : undefined}
    />
  );
}

export function RecordForm({
  action,
  fields,
  cancelHref,
  submitLabel = 'Save',
}: {
  action: (state: FormState, formData: FormData) => Promise<FormState>;
  fields: FormField[];
  /** Without it the form has no way out of the page, as at the end of a thread. */
  cancelHref?: string;
  submitLabel?: string;
}) {
  const [state, formAction, isPending] = useActionState<FormState, FormData>(action, {});
  const valueOf = (field: FormField) =>
    state.values ? (state.values[field.name] ?? '') : field.initial;
  return (
    <form action={formAction} key={JSON.stringify(state.values)} noValidate>
      {state.message ? (
        <p role="alert" className="mb-4 rounded-lg bg-danger-soft p-3 text-sm text-danger-text">
          {state.message}
        </p>
      ) : null}
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        {fields.map((field) =>
          field.kind === 'boolean' ? (
            <label key={field.name} className="flex items-center gap-2.5 self-end py-2 text-sm">
              <input
                type="checkbox"
                name={field.name}
                value="true"
                defaultChecked={valueOf(field) === 'true'}
                className="size-4 accent-brand"
              />
              {field.label}
            </label>
          ) : (
            <div
              key={field.name}
              className={
                field.kind === 'long_text' || field.kind === 'address' ? 'sm:col-span-2' : undefined
              }
            >
              <Field
                id={field.name}
                label={field.label}
                isRequired={field.required}
                hint={field.hint ?? (field.kind === 'file' ? TAKEN : undefined)}
                error={state.errors?.[field.name]}
              >
                <Control
                  field={field}
                  value={valueOf(field)}
                  isInvalid={Boolean(state.errors?.[field.name])}
                />
              </Field>
            </div>
          ),
        )}
      </div>
      <div className="mt-6 flex gap-2">
        <Button disabled={isPending}>{isPending ? 'Saving…' : submitLabel}</Button>
        {cancelHref ? (
          <Link href={cancelHref} className={buttonClass('outline')}>
            Cancel
          </Link>
        ) : null}
      </div>
    </form>
  );
}
