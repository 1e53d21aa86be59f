import { type EntitySpec, type ProductSpec } from '@hatchr/contracts';
import { type Palette } from '../../colour/build-palette.js';
import { mixColours } from '../../colour/contrast.js';
import { type DeckContext } from '../deck-context.js';
import { type Area } from '../layout.js';
import { icon, rect, text } from '../slide-elements.js';
import { type SlideElement } from '../slide-model.js';
import { drawView } from './draw-view.js';

const side = 1.95;
const navigationStart = 0.92;
const navigationRow = 0.42;

/** The window of the generated app, showing the entity that its feature works on. */
export function drawWireframe({ spec, palette }: DeckContext, area: Area): SlideElement[] {
  const main =
    spec.entities.find((entity) => entity.name === spec.feature.entity) ?? spec.entities[0];
  return main ? drawWindow(spec, palette, main, area) : [];
}

/** The window of the generated app: navigation by entity on the left, one entity in its own view. */
export function drawWindow(
  spec: ProductSpec,
  palette: Palette,
  main: EntitySpec,
  [x, y, w, h]: Area,
): SlideElement[] {
  const radius = Math.max(palette.radius, 0.06);
  return [
    rect([x, y, w, h], { fill: palette.paper, stroke: palette.line, radius }),
    rect([x + 0.02, y + 0.02, side, h - 0.04], { fill: palette.soft, radius }),
    rect([x + 0.22, y + 0.24, 0.38, 0.38], { fill: palette.brand, radius: 0.08 }),
    icon([x + 0.31, y + 0.33, 0.2, 0.2], spec.brand.icon, palette.onBrand, `${spec.name} logo`),
    text([x + 0.7, y + 0.22, side - 0.8, 0.42], spec.name, {
      size: 12,
      minSize: 8,
      weight: 700,
      colour: palette.ink,
      followsScript: false,
      valign: 'middle',
      leading: 1.1,
    }),
    ...navigation(palette, spec.entities, main, [x, y, side, h]),
    ...toolbar(palette, main, [x + side, y, w - side, h]),
    ...drawView(palette, main, [x + side + 0.28, y + 1.0, w - side - 0.56, h - 1.28]),
  ];
}

function navigation(
  palette: Palette,
  entities: readonly EntitySpec[],
  main: EntitySpec,
  [x, y, w, h]: Area,
): SlideElement[] {
  const shown = listedEntities(entities, main, h);
  return shown.flatMap((entity, index) => {
    const top = y + navigationStart + index * navigationRow;
    const isOpen = entity === main;
    const colour = isOpen ? palette.onBrand : palette.mute;
    return [
      ...(isOpen
        ? [
            rect([x + 0.14, top, w - 0.24, 0.37], {
              fill: palette.brand,
              radius: Math.min(palette.radius, 0.12),
            }),
          ]
        : []),
      icon([x + 0.26, top + 0.1, 0.17, 0.17], entity.icon, colour, entity.labelPlural),
      text([x + 0.54, top, w - 0.72, 0.37], entity.labelPlural, {
        size: 10,
        minSize: 7,
        weight: isOpen ? 600 : 400,
        followsScript: false,
        colour,
        valign: 'middle',
        leading: 1.1,
      }),
    ];
  });
}

/** As many entities as the window has room for; the open one is among them even where the list is longer. */
function listedEntities(
  entities: readonly EntitySpec[],
  open: EntitySpec,
  height: number,
): EntitySpec[] {
  const room = Math.floor((height - 1.1) / navigationRow);
  const listed = [open, ...entities.filter((entity) => entity !== open)].slice(0, room);
  return entities.filter((entity) => listed.includes(entity));
}

/** How far below the window's top the navigation's entry of `entity` has its middle, while `open` is shown. */
export function navigationMiddle(
  entities: readonly EntitySpec[],
  open: EntitySpec,
  entity: EntitySpec,
  height: number,
): number {
  const index = listedEntities(entities, open, height).indexOf(entity);
  return navigationStart + (Math.max(index, 0) + 0.45) * navigationRow;
}

function toolbar(palette: Palette, entity: EntitySpec, [x, y, w]: Area): SlideElement[] {
  return [
    text([x + 0.28, y + 0.24, w - 2.4, 0.5], entity.labelPlural, {
      size: 17,
      minSize: 10,
      weight: 700,
      colour: palette.ink,
      followsScript: false,
      valign: 'middle',
      leading: 1.1,
    }),
    rect([x + w - 1.98, y + 0.3, 1.7, 0.38], {
      fill: palette.brand,
      radius: Math.min(palette.radius, 0.12),
    }),
    text([x + w - 1.9, y + 0.3, 1.54, 0.38], `New ${entity.label}`, {
      size: 10,
      minSize: 7,
      weight: 600,
      colour: palette.onBrand,
      align: 'center',
      valign: 'middle',
      leading: 1.1,
    }),
  ];
}

/** A grey bar where the person's own data will be. */
export function placeholder(palette: Palette, [x, y, w, h]: Area, isStrong = false): SlideElement {
  const fill = isStrong ? mixColours(palette.line, palette.ink, 0.18) : palette.line;
  return rect([x, y, w, h], { fill, radius: h / 2 });
}

/** A small coloured label with a real value of an enumeration. */
export function chip(palette: Palette, area: Area, label: string): SlideElement[] {
  const [x, y, w, h] = area;
  return [
    rect(area, { fill: palette.soft, stroke: palette.line, radius: h / 2 }),
    text([x + 0.06, y, w - 0.12, h], label, {
      size: 8.5,
      minSize: 6,
      weight: 600,
      colour: palette.brandText,
      align: 'center',
      valign: 'middle',
      leading: 1.1,
    }),
  ];
}
