'use client';
import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/class-names';

export const Dialog = Primitive.Root;
export const DialogTrigger = Primitive.Trigger;
export const DialogClose = Primitive.Close;

interface DialogContentProps extends Omit<ComponentProps<typeof Primitive.Content>, 'title'> {
  title: ReactNode;
  /** One sentence that a screen reader reads with the title. */
  description: ReactNode;
  /** Keeps title and description for screen readers only. */
  isTitleHidden?: boolean;
}

/** A modal panel: focus stays inside, Escape and the backdrop close it, the trigger gets the focus back. */
export function DialogContent({
  title,
  description,
  isTitleHidden = false,
  className,
  children,
  ...props
}: DialogContentProps) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className="animate-fade-in fixed inset-0 z-50 bg-scrim" />
      <Primitive.Content
        className={cn(
          'animate-rise-in fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[calc(100dvh-2rem)] max-w-md -translate-y-1/2 overflow-y-auto rounded-xl border border-line bg-surface p-6 shadow-dialog dark:bg-raised',
          className,
        )}
        {...props}
      >
        <div className={cn(isTitleHidden && 'sr-only')}>
          <Primitive.Title className="pe-8 text-lg font-semibold tracking-tight">
            {title}
          </Primitive.Title>
          <Primitive.Description className="mt-2 text-sm text-ink-soft">
            {description}
          </Primitive.Description>
        </div>
        {children}
        <Primitive.Close
          className="absolute end-4 top-4 rounded-sm p-1.5 text-ink-faint transition-colors hover:bg-sunken hover:text-ink"
          aria-label="Close"
        >
          <X className="size-4" aria-hidden />
        </Primitive.Close>
      </Primitive.Content>
    </Primitive.Portal>
  );
}
