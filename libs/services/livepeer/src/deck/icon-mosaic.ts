import { type ProductSpec } from '@hatchr/contracts';
import { type Palette } from '../colour/build-palette.js';
import { mixColours } from '../colour/contrast.js';
import { icon, rect } from './slide-elements.js';
import { type SlideElement } from './slide-model.js';

interface Grid {
  x: number;
  y: number;
  columns: number;
  rows: number;
  /** Edge of one square in inches. */
  cell: number;
  /** Column and row of the large tile with the brand's icon, two squares wide and high. */
  mark: readonly [column: number, row: number];
}

/** Squares in shades of the brand; the brand's icon takes four of them, the entities' icons one each. */
export function iconMosaic(
  spec: ProductSpec,
  palette: Palette,
  { x, y, columns, rows, cell, mark }: Grid,
): SlideElement[] {
  const { brand, accent, onBrand, onAccent } = palette;
  const tints = [0.08, 0.16, 0.04, 0.22, 0.12].map((share) => mixColours(brand, onBrand, share));
  const icons = [...new Set(spec.entities.map((entity) => entity.icon))].filter(
    (name) => name !== spec.brand.icon,
  );
  const [markColumn, markRow] = mark;
  const elements: SlideElement[] = [];
  for (let index = 0; index < columns * rows; index++) {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const isCovered =
      column >= markColumn && column < markColumn + 2 && row >= markRow && row < markRow + 2;
    if (isCovered) continue;
    const isAccent = (column + 2 * row) % 5 === 2;
    const fill = isAccent ? accent : (tints[(index * 3 + row) % tints.length] ?? brand);
    const [left, top] = [x + column * cell, y + row * cell];
    elements.push(rect([left, top, cell, cell], { fill }));
    const name = (column + row) % 2 === 1 ? icons.shift() : undefined;
    if (name)
      elements.push(
        icon(
          [left + cell * 0.32, top + cell * 0.32, cell * 0.36, cell * 0.36],
          name,
          isAccent ? onAccent : onBrand,
          name,
        ),
      );
  }
  const [left, top] = [x + markColumn * cell, y + markRow * cell];
  elements.push(
    rect([left, top, 2 * cell, 2 * cell], { fill: onBrand }),
    icon(
      [left + cell * 0.53, top + cell * 0.53, cell * 0.94, cell * 0.94],
      spec.brand.icon,
      brand,
      `${spec.name} logo`,
    ),
  );
  return elements;
}
