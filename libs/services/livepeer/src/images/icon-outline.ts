import { lucideOutlines } from './lucide-outlines.js';

/**
 * SVG path data of an icon on a 24 by 24 grid, to be stroked 2 wide. A name that is not in the set gets a plain
 * hexagon, so that a new icon of the generated app never breaks the kit.
 */
export function iconOutline(name: string): string {
  return lucideOutlines[name] ?? lucideOutlines.hexagon ?? '';
}
