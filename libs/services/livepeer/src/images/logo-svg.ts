import { type Palette } from '../colour/build-palette.js';
import { iconOutline } from './icon-outline.js';

/** Share of the edge that the corner radius of the mark takes. */
export const markRadius = 0.22;

/** The mark as SVG, 512 by 512: the brand's icon on a rounded square. Needs no font and no native package. */
export function logoSvg(palette: Palette, name: string, iconName: string): string {
  const title = name.replace(/[&<>"']/gu, (character) => `&#${String(character.codePointAt(0))};`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" role="img">
  <title>${title}</title>
  <rect width="512" height="512" rx="${(512 * markRadius).toFixed(0)}" fill="${palette.brand}"/>
  <g transform="translate(124 124) scale(11)" fill="none" stroke="${palette.onBrand}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
    <path d="${iconOutline(iconName)}"/>
  </g>
</svg>
`;
}
