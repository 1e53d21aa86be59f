import { type ProductSpec } from '@hatchr/contracts';
import { type Palette } from '../colour/build-palette.js';
import { type Hex } from '../colour/contrast.js';
import { iconMosaic } from '../deck/icon-mosaic.js';
import { icon, rect, text } from '../deck/slide-elements.js';
import { type SlideElement } from '../deck/slide-model.js';
import { kindAndAudience } from '../text/shape-words.js';
import { markRadius } from './logo-svg.js';

/** An image of the kit: its elements are placed in inches of 72 pixels. */
export interface Poster {
  path: string;
  label: string;
  width: number;
  height: number;
  /** null: transparent. */
  background: Hex | null;
  elements: SlideElement[];
}

/** Icon, link preview, posts and header, all from the brand. Sizes are the ones that each place asks for. */
export function buildPosters(spec: ProductSpec, palette: Palette): Poster[] {
  const make = (
    file: string,
    label: string,
    [width, height]: readonly [number, number],
    elements: SlideElement[],
    background: Hex | null = palette.brand,
  ): Poster => ({ path: `launch/images/${file}`, label, width, height, background, elements });
  return [
    make('icon-512.png', 'App icon', [512, 512], mark(spec, palette, 512), null),
    make(
      'og-1200x630.png',
      'Link preview (Open Graph)',
      [1200, 630],
      landscape(spec, palette, 1200, 630, 4),
    ),
    make('square-1080.png', 'Square post', [1080, 1080], portrait(spec, palette, 1080, 1080, 5, 2)),
    make('story-1080x1920.png', 'Story', [1080, 1920], portrait(spec, palette, 1080, 1920, 4, 4)),
    make(
      'header-1500x500.png',
      'Profile header',
      [1500, 500],
      landscape(spec, palette, 1500, 500, 3),
    ),
    make(
      'producthunt-thumbnail-240.png',
      'Product Hunt thumbnail',
      [240, 240],
      mark(spec, palette, 240),
      null,
    ),
  ];
}

function mark(spec: ProductSpec, palette: Palette, edge: number): SlideElement[] {
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

/** Text on the left, a mosaic of `rows` rows at the right edge. */
function landscape(
  spec: ProductSpec,
  palette: Palette,
  pixelWidth: number,
  pixelHeight: number,
  rows: number,
): SlideElement[] {
  const [width, height] = [pixelWidth / 72, pixelHeight / 72];
  const cell = height / rows;
  const columns = 3;
  const left = width - columns * cell;
  const margin = height * 0.11;
  return [
    ...iconMosaic(spec, palette, {
      x: left,
      y: 0,
      columns,
      rows,
      cell,
      mark: [1, rows === 3 ? 0 : 1],
    }),
    ...words(
      spec,
      palette,
      [margin, margin, left - 2 * margin, height - 2 * margin],
      height * 10.2,
    ),
  ];
}

/** A mosaic on top, text below it. */
function portrait(
  spec: ProductSpec,
  palette: Palette,
  pixelWidth: number,
  pixelHeight: number,
  columns: number,
  rows: number,
): SlideElement[] {
  const [width, height] = [pixelWidth / 72, pixelHeight / 72];
  const cell = width / columns;
  const margin = width * 0.075;
  const top = rows * cell + margin;
  return [
    ...iconMosaic(spec, palette, { x: 0, y: 0, columns, rows, cell, mark: [1, rows > 2 ? 1 : 0] }),
    ...words(spec, palette, [margin, top, width - 2 * margin, height - top - margin], width * 7.6),
  ];
}

function words(
  spec: ProductSpec,
  palette: Palette,
  [x, y, w, h]: readonly [number, number, number, number],
  nameSize: number,
): SlideElement[] {
  return [
    text([x, y, w, h * 0.3], spec.name, {
      size: nameSize,
      minSize: nameSize * 0.35,
      weight: 700,
      colour: palette.onBrand,
      leading: 1.08,
      tracking: -nameSize * 0.015,
      valign: 'top',
    }),
    text([x, y + h * 0.32, w, h * 0.5], spec.tagline, {
      size: nameSize * 0.52,
      minSize: nameSize * 0.22,
      colour: palette.onBrand,
      leading: 1.28,
    }),
    text([x, y + h * 0.86, w, h * 0.14], kindAndAudience(spec), {
      size: nameSize * 0.32,
      minSize: nameSize * 0.18,
      weight: 600,
      colour: palette.onBrandMute,
      valign: 'bottom',
    }),
  ];
}
