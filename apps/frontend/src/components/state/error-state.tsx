'use client';
import { RotateCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/class-names';
import { toShownError } from '@/lib/public-error';
import { Button } from '../ui/button';

interface ErrorStateProps {
  title: string;
  error: unknown;
  onRetry?: () => void;
  isRetrying?: boolean;
  /** More ways on, for example a link back. */
  children?: ReactNode;
  className?: string;
}

/** A failure in the place of what could not be shown: what happened, what to do, a way to try again. */
export function ErrorState(props: ErrorStateProps) {
  const shown = toShownError(props.error);
  return (
    <div
      role="alert"
      className={cn(
        'flex flex-col items-start gap-4 rounded-lg border border-bad-line bg-bad-tint p-5',
        props.className,
      )}
    >
      <div className="flex gap-3">
        <TriangleAlert className="mt-0.5 size-5 shrink-0 text-bad" aria-hidden />
        <div className="min-w-0">
          <p className="font-medium">{props.title}</p>
          <p className="mt-1 text-sm text-ink-soft">{shown.message}</p>
          <p className="mt-2 font-mono text-xs text-ink-soft">{shown.code}</p>
        </div>
      </div>
      <div className="flex flex-wrap gap-2 ps-8">
        {props.onRetry && (
          <Button size="sm" onClick={props.onRetry} isBusy={props.isRetrying ?? false}>
            {!props.isRetrying && <RotateCw aria-hidden />}
            Try again
          </Button>
        )}
        {props.children}
      </div>
    </div>
  );
}
