import { useId, type ReactNode } from 'react';
import { cn } from '@/lib/class-names';

interface SectionProps {
  title: string;
  description?: ReactNode;
  /** Controls at the end of the title row. */
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A titled part of a page, named by its heading. */
export function Section({ title, description, actions, children, className }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cn('not-first:mt-14', className)}>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h2 id={id} className="text-lg font-semibold tracking-[-0.02em]">
            {title}
          </h2>
          {description && (
            <p className="mt-1 max-w-2xl text-sm text-ink-soft" dir="auto">
              {description}
            </p>
          )}
        </div>
        {actions}
      </div>
      <div className="mt-5">{children}</div>
    </section>
  );
}
