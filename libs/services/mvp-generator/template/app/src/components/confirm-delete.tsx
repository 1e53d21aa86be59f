'use client';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';

export function ConfirmDelete({ action, label }: { action: () => Promise<void>; label: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Button type="button" variant="outline" onClick={() => dialog.current?.showModal()}>
        Delete
      </Button>
      <dialog
        ref={dialog}
        className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-xl border border-line bg-surface p-5 text-ink shadow-xl backdrop:bg-black/50"
        aria-label={`Delete ${label}`}
      >
        <p className="text-sm font-medium">Delete {label}?</p>
        <p className="mt-1 text-sm text-muted">
          What belongs to it is deleted too. This cannot be undone.
        </p>
        <form action={action} className="mt-5 flex justify-end gap-2">
          <Button type="button" variant="outline" onClick={() => dialog.current?.close()}>
            Cancel
          </Button>
          <Button variant="danger">Delete</Button>
        </form>
      </dialog>
    </>
  );
}
