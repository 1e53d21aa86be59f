import { type Palette } from '../colour/build-palette.js';
import { type Area, inset } from '../deck/layout.js';
import { icon, rect } from '../deck/slide-elements.js';
import { type SlideElement } from '../deck/slide-model.js';
import { themeOf } from '../deck/themes/choose-theme.js';
import { type LaunchKitInput } from '../launch-kit-input.js';
import { type Picture } from '../pictures/read-png.js';
import { buildBackdrop } from './build-backdrop.js';
import { buildGallery } from './build-gallery.js';
import { markRadius } from './logo-svg.js';
import { type Poster, type PosterContext, words } from './poster.js';

type Draw = (context: PosterContext, width: number, height: number) => SlideElement[];

const branded: readonly (readonly [
  file: string,
  label: string,
  width: number,
  height: number,
  Draw,
])[] = [
  ['og-1200x630.png', 'Link preview (Open Graph)', 1200, 630, landscape],
  ['square-1080.png', 'Square post', 1080, 1080, portrait],
  ['story-1080x1920.png', 'Story', 1080, 1920, portrait],
  ['header-1500x500.png', 'Profile header', 1500, 500, landscape],
];

/**
 * Icon, link preview, posts, header, the gallery of Product Hunt and a backdrop, all in the look of the brand; `picture` in place of the
 * drawn backdrop. Sizes are the ones
 * that each place asks for.
 */
export function buildPosters(
  input: LaunchKitInput,
  palette: Palette,
  picture: Picture | null,
): Poster[] {
  const context = { ...input, palette, theme: themeOf(input.spec.brand) };
  const ground = context.theme.posterGround(palette).fill;
  const path = (file: string): string => `launch/images/${file}`;
  return [
    {
      ...{ path: path('icon-512.png'), label: 'App icon', width: 512, height: 512 },
      ...{ background: null, elements: mark(context, 512) },
    },
    ...branded.map(([file, label, width, height, draw]) => ({
      ...{ path: path(file), label, width, height, background: ground },
      elements: draw(context, width / 72, height / 72),
    })),
    {
      ...{ path: path('producthunt-thumbnail-240.png'), label: 'Product Hunt thumbnail' },
      ...{ width: 240, height: 240, background: null, elements: mark(context, 240) },
    },
    ...buildGallery(context),
    buildBackdrop(context, picture),
  ];
}

function mark({ spec, palette }: PosterContext, edge: number): SlideElement[] {
  const size = edge / 72;
  return [
    rect([0, 0, size, size], { fill: palette.brand, radius: size * markRadius }),
    icon(
      [size * 0.242, size * 0.242, size * 0.516, size * 0.516],
      spec.brand.icon,
      palette.onBrand,
      '',
    ),
  ];
}

/** Words at the left and art at the right; in a centred look art above words. */
function landscape(context: PosterContext, width: number, height: number): SlideElement[] {
  const { theme, spec, palette } = context;
  const margin = height * 0.11;
  if (theme.posterAlign === 'center') {
    const top = height * 0.42;
    return [
      ...theme.art(spec, palette, [margin, margin * 0.6, width - 2 * margin, top - margin * 0.4]),
      ...words(
        context,
        [margin, top + margin * 0.5, width - 2 * margin, height - top - margin * 1.1],
        height * 8.2,
      ),
    ];
  }
  const artWidth = height * (width > 2.4 * height ? 1 : 0.75);
  const left = width - artWidth;
  const area: Area = [left, 0, artWidth, height];
  return [
    ...theme.art(spec, palette, theme.artBleeds ? area : inset(area, margin * 0.5, margin)),
    ...words(context, [margin, margin, left - 2 * margin, height - 2 * margin], height * 10.2),
  ];
}

/** Art above, words below it. */
function portrait(context: PosterContext, width: number, height: number): SlideElement[] {
  const { theme, spec, palette } = context;
  const margin = width * 0.075;
  const artHeight = height > 1.5 * width ? width : height * 0.4;
  const area: Area = [0, 0, width, artHeight];
  const top = artHeight + margin;
  return [
    ...theme.art(spec, palette, theme.artBleeds ? area : inset(area, margin, margin * 0.4)),
    ...words(context, [margin, top, width - 2 * margin, height - top - margin], width * 7.6),
  ];
}
