import type { ComponentProps } from 'react';
import { cn } from '@/lib/class-names';

/** A grey shape in the size of what is loading; silent to screen readers. */
export function Skeleton({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      aria-hidden
      className={cn(
        'animate-breathe rounded-md bg-line [animation-delay:var(--delay,0ms)]',
        className,
      )}
      {...props}
    />
  );
}
