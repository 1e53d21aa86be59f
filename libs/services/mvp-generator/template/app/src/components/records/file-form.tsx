'use client';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ACCEPTED, TAKEN } from '@/lib/files/file-type';
import type { FormState } from '@/lib/form';

export function FileForm({
  action,
}: {
  action: (state: FormState, formData: FormData) => Promise<FormState>;
}) {
  const [state, formAction, isPending] = useActionState<FormState, FormData>(action, {});
  return (
    <form action={formAction} className="flex flex-wrap items-center gap-3 p-4">
      <input
        type="file"
        name="file"
        required
        accept={ACCEPTED}
        aria-label="File"
        aria-describedby="file-hint"
        className="min-w-0 flex-1 basis-56 text-sm text-muted file:mr-3 file:cursor-pointer file:rounded-lg file:border file:border-line file:bg-surface file:px-3 file:py-1.5 file:text-sm file:font-medium file:text-ink"
      />
      <Button variant="outline" size="sm" disabled={isPending}>
        {isPending ? 'Uploading…' : 'Upload'}
      </Button>
      <p
        id="file-hint"
        role={state.message ? 'alert' : undefined}
        className={`basis-full text-[13px] ${state.message ? 'text-danger-text' : 'text-muted'}`}
      >
        {state.message ?? `${TAKEN} Only you can open them.`}
      </p>
    </form>
  );
}
