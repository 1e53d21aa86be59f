import { cn } from '@/lib/class-names';

interface MonogramProps {
  name: string;
  /** The startup's own colour (#rrggbb); the shell's tint where there is none at hand. */
  colour?: string;
  className?: string;
}

/** White or ink, whichever contrasts more with `#rrggbb` (WCAG relative luminance, crossover at 0.179). */
export function inkOn(colour: string): 'white' | 'black' {
  const channel = (start: number): number => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return luminance > 0.179 ? 'black' : 'white';
}

/** The first letter of a startup on its colour. Decoration: the name always stands beside it. */
export function Monogram({ name, colour, className }: MonogramProps) {
  return (
    <span
      aria-hidden
      className={cn(
        'grid size-9 shrink-0 place-items-center rounded-md text-base font-semibold',
        !colour && 'bg-shell-tint text-shell-strong',
        className,
      )}
      style={colour ? { backgroundColor: colour, color: inkOn(colour) } : undefined}
    >
      {Array.from(name)[0]?.toUpperCase()}
    </span>
  );
}
