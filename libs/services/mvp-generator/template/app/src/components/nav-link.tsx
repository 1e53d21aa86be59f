'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';
import { LinkPending } from '@/components/link-pending';
import { cn } from '@/lib/class-names';

const shapes = {
  row: {
    base: 'flex min-w-0 items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm whitespace-nowrap transition-colors',
    active: 'bg-brand-soft font-medium text-brand-text',
    other: 'text-muted hover:bg-subtle hover:text-ink',
  },
  tab: {
    base: 'flex h-14 min-w-0 flex-col items-center justify-center gap-1 px-1 text-[11px] font-medium',
    active: 'text-brand-text',
    other: 'text-muted',
  },
};

/** A sheet that was opened to choose a page has done its work once one is chosen. */
const closeSheet = (event: MouseEvent<HTMLElement>) =>
  event.currentTarget.closest('details')?.removeAttribute('open');

export function NavLink({
  href,
  shape = 'row',
  children,
}: {
  href: string;
  shape?: keyof typeof shapes;
  children: ReactNode;
}) {
  const pathname = usePathname();
  const isActive = pathname === href || pathname.startsWith(`${href}/`);
  const { base, active, other } = shapes[shape];
  return (
    <Link
      href={href}
      onClick={closeSheet}
      aria-current={isActive ? 'page' : undefined}
      className={cn(base, isActive ? active : other)}
    >
      {children}
      <LinkPending />
    </Link>
  );
}
