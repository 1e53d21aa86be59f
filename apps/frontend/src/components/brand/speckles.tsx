import { useId } from 'react';
import { cn } from '@/lib/class-names';

/** Side of one tile (px). Large, so that the eye finds no repetition on a screen. */
const tile = 360;

/** Each speckle: x, y, both radii, turn in degrees. Scattered by hand of chance once, with room between any two. */
const speckles = [
  [239, 294, 1.8, 1.3, 110],
  [308, 105, 1, 0.7, 140],
  [56, 236, 1.2, 1.2, 0],
  [283, 332, 0.8, 0.6, 70],
  [342, 323, 1, 1, 160],
  [278, 40, 0.8, 0.8, 20],
  [131, 315, 0.8, 0.6, 45],
  [108, 273, 1.1, 0.9, 70],
  [10, 347, 0.9, 0.6, 140],
  [150, 216, 2.2, 2.2, 140],
  [138, 169, 1.1, 0.9, 0],
  [43, 296, 0.9, 0.6, 0],
  [42, 16, 0.8, 0.8, 20],
  [200, 211, 1.4, 1.4, 110],
  [52, 167, 1.4, 1.4, 70],
  [68, 76, 1.1, 1.1, 0],
  [257, 98, 2.2, 2.2, 70],
  [337, 204, 0.9, 0.6, 70],
  [116, 8, 1.2, 1.0, 0],
  [115, 103, 1.4, 1.4, 0],
  [82, 117, 1.8, 1.4, 0],
  [198, 326, 1.8, 1.8, 110],
  [77, 205, 1, 1, 45],
  [89, 330, 2.2, 2.2, 140],
  [206, 255, 2.9, 2.9, 70],
  [32, 61, 0.9, 0.9, 110],
  [138, 130, 1.4, 1.1, 70],
  [313, 259, 1.2, 1.2, 140],
  [236, 135, 0.8, 0.8, 20],
  [193, 78, 1.8, 1.4, 140],
  [251, 191, 1.2, 1.2, 0],
  [196, 30, 1, 0.8, 45],
  [23, 263, 2.9, 2.9, 110],
  [54, 335, 0.9, 0.7, 70],
] as const;

/** The shell of a robin's egg as a background: the one ornament of the product. Fills its positioned parent. */
export function Speckles({ className }: { className?: string }) {
  const id = useId();
  return (
    <svg
      aria-hidden
      className={cn('pointer-events-none absolute inset-0 -z-10 size-full', className)}
    >
      <pattern id={id} width={tile} height={tile} patternUnits="userSpaceOnUse">
        {speckles.map(([x, y, across, along, turn]) => (
          <ellipse
            key={`${x}-${y}`}
            cx={x}
            cy={y}
            rx={across}
            ry={along}
            transform={`rotate(${turn} ${x} ${y})`}
            fill="var(--speckle)"
          />
        ))}
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
