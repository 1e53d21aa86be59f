import { type ProductSpec } from '@hatchr/contracts';
import { type Palette } from '../../colour/build-palette.js';
import { mixColours } from '../../colour/contrast.js';
import { iconMosaic } from '../../deck/icon-mosaic.js';
import { icon, rect } from '../../deck/slide-elements.js';
import { slideSize } from '../../deck/slide-model.js';
import { type Surface } from '../video-look.js';
import { type VideoLayer } from '../video-model.js';
import { type SceneContext } from './scene-context.js';

const { width, height } = slideSize;
const cell = 1.5;

/** What lies behind the words of the first and the last scene. */
export function decorate({ spec, palette, look }: SceneContext, surface: Surface): VideoLayer[] {
  if (look.decoration === 'discs') return discs(palette, surface);
  if (look.decoration === 'mosaic') return mosaic(spec, palette);
  if (look.decoration === 'grid') return hairlines(surface);
  return tokens(spec, palette, surface);
}

/** Where words may stand beside the decoration, in inches from the left. */
export function wordsBox({ look }: SceneContext): { x: number; w: number } {
  if (look.decoration === 'mosaic') return { x: 0.95, w: width - 3 * cell - 1.6 };
  return look.align === 'left' ? { x: 1.1, w: 10.4 } : { x: 1.9, w: width - 3.8 };
}

const disc = (x: number, y: number, edge: number, fill: string) =>
  rect([x, y, edge, edge], { fill, radius: edge / 2 });

/** Two large discs that hang over the edges and drift. */
function discs({ brand, accent }: Palette, { ground, ink }: Surface): VideoLayer[] {
  const tint = (colour: string): string =>
    colour === ground ? mixColours(ground, ink, 0.09) : mixColours(ground, colour, 0.16);
  return [
    {
      elements: [disc(-2.2, -2.6, 6.4, tint(brand))],
      motion: 'still',
      at: 0,
      drift: { x: 0.35, y: 0.22, period: 9 },
    },
    {
      elements: [disc(9.2, 3.4, 7, tint(accent))],
      motion: 'still',
      at: 0,
      drift: { x: -0.4, y: -0.25, period: 11 },
    },
  ];
}

/** Squares with the product's icons at the right edge, coming in column by column. */
function mosaic(spec: ProductSpec, palette: Palette): VideoLayer[] {
  const left = width - 3 * cell;
  const elements = iconMosaic(spec, palette, {
    x: left,
    y: 0,
    columns: 3,
    rows: 5,
    cell,
    mark: [1, 1],
  });
  return [0, 1, 2].map((column) => ({
    elements: elements.filter(
      ({ x }) => Math.min(2, Math.floor((x - left) / cell + 0.01)) === column,
    ),
    motion: 'slide',
    at: 0.25 + (2 - column) * 0.12,
    takes: 0.8,
  }));
}

/** A fine grid of lines, and a bar of the brand along the left edge. */
function hairlines({ ground, ink, mark }: Surface): VideoLayer[] {
  const line = mixColours(ground, ink, 0.07);
  const step = width / 16;
  const lines = [
    ...Array.from({ length: 15 }, (_, index) =>
      rect([(index + 1) * step, 0, 0.012, height], { fill: line }),
    ),
    ...Array.from({ length: 8 }, (_, index) =>
      rect([0, (index + 1) * step, width, 0.012], { fill: line }),
    ),
  ];
  return [
    { elements: lines, motion: 'reveal', at: 0, takes: 1.2 },
    { elements: [rect([0, 0, 0.2, height], { fill: mark })], motion: 'still', at: 0 },
  ];
}

/** Round tokens with the product's icons, all around the words. */
function tokens(spec: ProductSpec, palette: Palette, { ground, ink }: Surface): VideoLayer[] {
  const icons = [...new Set(spec.entities.map((entity) => entity.icon))];
  // x, y, edge: outside of the box in which words stand.
  const places = [
    [0.5, 0.55, 1.35],
    [11.35, 0.4, 1.55],
    [0.35, 5.35, 1.6],
    [11.6, 5.5, 1.3],
    [-0.55, 2.95, 1.5],
    [12.4, 2.9, 1.5],
  ] as const;
  return places.map(([x, y, edge], index) => {
    const isAccent = index % 2 === 0 && palette.accent !== ground;
    const fill = isAccent ? palette.accent : mixColours(ground, ink, 0.14);
    const colour = isAccent ? palette.onAccent : ink;
    const name = icons[index % icons.length] ?? spec.brand.icon;
    const inset = edge * 0.31;
    return {
      elements: [
        disc(x, y, edge, fill),
        ...(index < 4
          ? [icon([x + inset, y + inset, edge - 2 * inset, edge - 2 * inset], name, colour, '')]
          : []),
      ],
      motion: 'pop',
      at: 0.2 + index * 0.09,
      drift: { x: 0, y: index % 2 === 0 ? 0.1 : -0.1, period: 4 },
    } satisfies VideoLayer;
  });
}
