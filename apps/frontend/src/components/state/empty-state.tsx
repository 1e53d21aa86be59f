import type { ReactNode } from 'react';
import { cn } from '@/lib/class-names';
import { Egg } from '../brand/egg';
import { Speckles } from '../brand/speckles';

interface EmptyStateProps {
  title: string;
  description: string;
  children?: ReactNode;
  className?: string;
}

/** A list with nothing in it yet: says so, and offers the first step. */
export function EmptyState({ title, description, children, className }: EmptyStateProps) {
  return (
    <div
      className={cn(
        'relative isolate flex flex-col overflow-hidden items-center rounded-xl border border-dashed border-line-strong px-6 py-16 text-center',
        className,
      )}
    >
      <Speckles />
      <Egg className="h-14" progress={0} />
      <p className="mt-5 text-base font-medium">{title}</p>
      <p className="mt-1.5 max-w-sm text-sm text-ink-soft">{description}</p>
      {children && <div className="mt-6">{children}</div>}
    </div>
  );
}
