import { useId } from 'react';
import { cn } from '@/lib/class-names';

const shell = 'M24 3C34.5 3 44 21.5 44 35.2 44 48 35 57 24 57S4 48 4 35.2C4 21.5 13.5 3 24 3Z';
const crack = 'M2 31.5 11 26l6.5 7L24 26.5l6.5 7L37 26l9 5.5';
const aboveCrack = `${crack}V-6H2Z`;
const belowCrack = `${crack}V64H2Z`;
const speckles = [
  [16, 18, 1.3],
  [28, 14, 0.9],
  [31, 21, 1.5],
  [21, 10, 0.8],
  [14, 42, 1.1],
  [23, 47, 1.5],
  [33, 43, 1],
  [36, 37, 1.3],
  [19, 37, 0.8],
  [28, 52, 0.9],
] as const;

interface EggProps {
  /** 0 to 1: how far the crack has run. At 1 the egg is open. */
  progress: number;
  className?: string;
  isRocking?: boolean;
}

/** The mark of Hatchr as a picture of progress: a speckled egg that cracks and opens. Decoration only. */
export function Egg({ progress, className, isRocking = false }: EggProps) {
  const id = useId();
  const isOpen = progress >= 1;
  return (
    <svg
      viewBox="0 -4 48 64"
      aria-hidden
      className={cn('overflow-visible', isRocking && 'animate-rock origin-bottom', className)}
    >
      <defs>
        <clipPath id={`${id}-top`}>
          <path d={aboveCrack} />
        </clipPath>
        <clipPath id={`${id}-bottom`}>
          <path d={belowCrack} />
        </clipPath>
        <clipPath id={`${id}-shell`}>
          <path d={shell} />
        </clipPath>
      </defs>
      <circle
        cx="24"
        cy="28"
        r="13"
        fill="var(--yolk)"
        className="transition-opacity duration-500"
        opacity={isOpen ? 1 : 0}
      />
      <g
        className="origin-[44px_31px] transition-transform duration-700 ease-out"
        style={{ transform: isOpen ? 'translate(3px, -7px) rotate(17deg)' : 'none' }}
      >
        <ShellHalf clip={`${id}-top`} />
      </g>
      <ShellHalf clip={`${id}-bottom`} />
      {/* Covers the hairline that two clipped halves leave between them. */}
      {!isOpen && <Shell />}
      {!isOpen && progress > 0 && (
        <g clipPath={`url(#${id}-shell)`}>
          <path
            d={crack}
            pathLength={100}
            fill="none"
            stroke="oklch(0.36 0.06 210)"
            strokeWidth="2"
            strokeLinejoin="round"
            strokeDasharray={`${(Math.min(1, progress) * 100).toFixed(1)} 200`}
            className="transition-[stroke-dasharray] duration-700 ease-out"
          />
        </g>
      )}
    </svg>
  );
}

function ShellHalf({ clip }: { clip: string }) {
  return (
    <g clipPath={`url(#${clip})`}>
      <Shell />
    </g>
  );
}

function Shell() {
  return (
    <>
      <path d={shell} fill="var(--shell-fill)" />
      {speckles.map(([x, y, r]) => (
        <circle key={`${x}-${y}`} cx={x} cy={y} r={r} fill="oklch(0.36 0.06 210)" opacity="0.55" />
      ))}
    </>
  );
}
