import type { ReactNode } from 'react';
import { cn } from '@/lib/class-names';

/** The one main landmark of a page, where the skip link leads. */
export function Page({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={cn('mx-auto w-full max-w-6xl px-4 pt-10 outline-none sm:px-6 sm:pt-14', className)}
    >
      {children}
    </main>
  );
}

interface PageTitleProps {
  title: string;
  description: string;
  children?: ReactNode;
}

export function PageTitle({ title, description, children }: PageTitleProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-4">
      <div>
        <h1 className="text-[28px] leading-tight font-semibold tracking-[-0.025em]">{title}</h1>
        <p className="mt-2 max-w-2xl text-[15px] text-ink-soft">{description}</p>
      </div>
      {children}
    </div>
  );
}
