import { ArrowUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { toWebUrl } from '@/lib/web-url';
import { cn } from '@/lib/class-names';

interface OutsideLinkProps {
  /** Anything from data; shown as plain text unless it is http or https. */
  href: string;
  children: ReactNode;
  className?: string;
  hasIcon?: boolean;
}

/** A link away from Hatchr: new tab, no opener, and never another scheme than http or https. */
export function OutsideLink({ href, children, className, hasIcon = true }: OutsideLinkProps) {
  const url = toWebUrl(href);
  if (!url) return <span className={className}>{children}</span>;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className={cn(
        'inline-flex items-center gap-0.5 text-shell underline-offset-4 hover:underline',
        className,
      )}
    >
      {children}
      {hasIcon && <ArrowUpRight className="size-3.5 shrink-0" aria-hidden />}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
