'use client';
import { AlertDialog } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { Button } from './button';

interface ConfirmDialogProps {
  trigger: ReactNode;
  title: string;
  description: string;
  confirmLabel: string;
  dismissLabel: string;
  /** The dialog stays open and busy until this settles; it closes whether it succeeded or not. */
  onConfirm: () => Promise<void>;
}

/** Asks before something that cannot be taken back; the harmless answer has the first focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    setIsBusy(true);
    try {
      await props.onConfirm();
    } finally {
      setIsBusy(false);
      setIsOpen(false);
    }
  };
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <AlertDialog.Trigger asChild>{props.trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="animate-fade-in fixed inset-0 z-50 bg-scrim" />
        <AlertDialog.Content className="animate-rise-in fixed inset-x-4 top-1/2 z-50 mx-auto max-w-md -translate-y-1/2 rounded-xl border border-line bg-surface p-6 shadow-dialog dark:bg-raised">
          <AlertDialog.Title className="text-lg font-semibold tracking-tight">
            {props.title}
          </AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-sm text-ink-soft">
            {props.description}
          </AlertDialog.Description>
          <div className="mt-6 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
            <AlertDialog.Cancel asChild>
              <Button>{props.dismissLabel}</Button>
            </AlertDialog.Cancel>
            <Button variant="danger" isBusy={isBusy} onClick={() => void confirm()}>
              {props.confirmLabel}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
