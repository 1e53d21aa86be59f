'use client';
import { useLinkStatus } from 'next/link';
import { cn } from '@/lib/class-names';

/**
 * A bar at the top of the window while the page of the link around it is fetched. Pages are sent whole, so that they
 * and their forms work without JavaScript; a placeholder in their place would be swapped by a script.
 */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return (
    <span
      role="status"
      className={cn(
        'pointer-events-none fixed inset-x-0 top-0 z-40 h-0.5 bg-brand opacity-0',
        // Most pages are there before the delay is over, and a bar that flashes only disturbs.
        pending && 'opacity-100 transition-opacity delay-150',
      )}
    >
      {pending ? <span className="sr-only">Loading</span> : null}
    </span>
  );
}
