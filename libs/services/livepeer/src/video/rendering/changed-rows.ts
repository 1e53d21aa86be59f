import { unit } from '../../rendering/draw-elements.js';
import { type PointerPlace } from './motion.js';
import { type View } from './stage.js';

/** Rows of a picture from `top` to before `bottom`; both are even, as pictures with half the colour want it. */
export interface Rows {
  top: number;
  bottom: number;
}

/** How far the pointer with its rings reaches above and below its tip, in units of a slide. */
const pointerReach = { above: 30, below: 36 } as const;

/** The rows in which two moments of one scene may differ, of a picture of `height` pixels. */
export function changedRows(
  before: View,
  after: View,
  pixelsPerInch: number,
  height: number,
): Rows {
  let [top, bottom] = [height, 0];
  const include = (from: number, to: number): void => {
    top = Math.min(top, from);
    bottom = Math.max(bottom, to);
  };
  const old = new Map(before.sprites.map((shown) => [shown.sprite, shown]));
  const gone = new Set(old.keys());
  for (const shown of after.sprites) {
    gone.delete(shown.sprite);
    const known = old.get(shown.sprite);
    if (known && isSame(known.placement, shown.placement)) continue;
    if (known) include(...rowsOf(known, pixelsPerInch));
    include(...rowsOf(shown, pixelsPerInch));
  }
  for (const sprite of gone) {
    const known = old.get(sprite);
    if (known) include(...rowsOf(known, pixelsPerInch));
  }
  if (JSON.stringify(before.pointer) !== JSON.stringify(after.pointer))
    for (const pointer of [before.pointer, after.pointer])
      if (pointer) include(...rowsOfPointer(pointer, pixelsPerInch));
  return {
    top: Math.max(0, Math.floor((top - 1) / 2) * 2),
    bottom: Math.min(height, Math.ceil((bottom + 1) / 2) * 2),
  };
}

type Shown = View['sprites'][number];

function isSame(a: Shown['placement'], b: Shown['placement']): boolean {
  return (
    a.alpha === b.alpha &&
    a.dx === b.dx &&
    a.dy === b.dy &&
    a.scale === b.scale &&
    a.reveal === b.reveal
  );
}

function rowsOf({ sprite, placement }: Shown, pixelsPerInch: number): [number, number] {
  const height = sprite.picture.height;
  const top = sprite.y + placement.dy * pixelsPerInch + (height * (1 - placement.scale)) / 2;
  return [top, top + height * placement.scale];
}

function rowsOfPointer({ y }: PointerPlace, pixelsPerInch: number): [number, number] {
  const scale = pixelsPerInch / unit;
  return [
    y * pixelsPerInch - pointerReach.above * scale,
    y * pixelsPerInch + pointerReach.below * scale,
  ];
}
