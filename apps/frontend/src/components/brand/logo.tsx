import { cn } from '@/lib/class-names';

/** The mark: an egg whose lid has just lifted. Drawn without ids, so any number fit on a page. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 48 60" aria-hidden className={cn('h-7', className)}>
      <circle cx="25" cy="30" r="12" fill="var(--yolk)" />
      <path
        d="M4.4 33.5 11 29l6.5 7 6.5-6.5 6.5 7L37 29l6.8 4.5c.1 1 .2 1.9.2 2.8C44 48.6 35 57.5 24 57.5S4 48.6 4 36.3c0-.9.2-1.8.4-2.8Z"
        fill="var(--shell-fill)"
      />
      <path
        d="M8.2 16.8C12.6 8 19.8 1.8 27.2 2.5 37.4 3.6 45 15.6 45.6 27.6L40 22.5l-7.2 5.3-5.3-7.6-7.2 5.2-5-7.5Z"
        fill="var(--shell-fill)"
      />
      <circle cx="15" cy="44" r="1.8" fill="oklch(0.36 0.06 210)" opacity="0.6" />
      <circle cx="25" cy="50" r="2.2" fill="oklch(0.36 0.06 210)" opacity="0.6" />
      <circle cx="35" cy="43" r="1.6" fill="oklch(0.36 0.06 210)" opacity="0.6" />
      <circle cx="29" cy="11" r="1.9" fill="oklch(0.36 0.06 210)" opacity="0.6" />
      <circle cx="37" cy="18" r="1.5" fill="oklch(0.36 0.06 210)" opacity="0.6" />
    </svg>
  );
}

export function Logo({ className }: { className?: string }) {
  return (
    <span className={cn('inline-flex items-center gap-2', className)}>
      <LogoMark className="h-6" />
      <span className="text-[17px] font-semibold tracking-[-0.03em]">Hatchr</span>
    </span>
  );
}
