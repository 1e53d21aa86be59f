import { type EntitySpec, type FieldSpec, type ViewKind } from '@hatchr/contracts';
import { type Palette } from '../../colour/build-palette.js';
import { mixColours } from '../../colour/contrast.js';
import { type Area } from '../layout.js';
import { icon, rect, text } from '../slide-elements.js';
import { type SlideElement } from '../slide-model.js';
import { chip, placeholder } from './draw-wireframe.js';

type Draw = (palette: Palette, entity: EntitySpec, area: Area) => SlideElement[];

const drawingOfView: Record<ViewKind, Draw> = {
  table: drawTable,
  board: drawBoard,
  calendar: drawCalendar,
  gallery: drawGallery,
  timeline: drawList,
  thread: drawList,
  chart: drawTable,
  public: drawGallery,
};

/** The list page of an entity in its own view, without any data. */
export function drawView(palette: Palette, entity: EntitySpec, area: Area): SlideElement[] {
  return drawingOfView[entity.view](palette, entity, area);
}

function titleField(entity: EntitySpec): FieldSpec | undefined {
  return entity.fields.find((field) => field.name === entity.titleField);
}

function enumField(entity: EntitySpec): FieldSpec | undefined {
  return entity.fields.find((field) => field.type === 'enum' && field.values);
}

function small(
  palette: Palette,
  [x, y, w, h]: Area,
  content: string,
  colour = palette.mute,
): SlideElement {
  return text([x, y, w, h], content, {
    size: 9.5,
    minSize: 7,
    weight: 600,
    colour,
    valign: 'middle',
    leading: 1.1,
    group: 'wire-label',
  });
}

function drawTable(palette: Palette, entity: EntitySpec, [x, y, w, h]: Area): SlideElement[] {
  const title = titleField(entity);
  const fields = [title, ...entity.fields.filter((field) => field !== title)]
    .filter((field) => field !== undefined)
    .slice(0, 4);
  const width = w / fields.length;
  const rowHeight = 0.47;
  const rows = Math.floor((h - 0.4) / rowHeight);
  const values = enumField(entity)?.values ?? [];
  const elements: SlideElement[] = [
    rect([x, y, w, 0.38], { fill: palette.soft, radius: 0.04 }),
    ...fields.map((field, column) =>
      small(palette, [x + column * width + 0.14, y, width - 0.2, 0.38], field.label),
    ),
  ];
  for (let row = 0; row < rows; row++) {
    const top = y + 0.42 + row * rowHeight;
    fields.forEach((field, column) => {
      const left = x + column * width + 0.14;
      const value = field.type === 'enum' ? values[row % Math.max(values.length, 1)] : undefined;
      if (value)
        elements.push(
          ...chip(palette, [left, top + 0.1, Math.min(width - 0.3, 1.15), 0.26], value.label),
        );
      else
        elements.push(
          placeholder(
            palette,
            [left, top + 0.17, (width - 0.3) * barShare(row, column), 0.12],
            column === 0,
          ),
        );
    });
    elements.push(rect([x, top + rowHeight - 0.01, w, 0.01], { fill: palette.line }));
  }
  return elements;
}

/** Bars of unequal length read as text; the pattern is fixed so that the bytes are. */
function barShare(row: number, column: number): number {
  return [0.82, 0.64, 0.9, 0.55, 0.74][(row * 2 + column * 3) % 5] ?? 0.7;
}

function drawBoard(palette: Palette, entity: EntitySpec, [x, y, w, h]: Area): SlideElement[] {
  const values = enumField(entity)?.values?.slice(0, 4) ?? [];
  if (values.length === 0) return drawTable(palette, entity, [x, y, w, h]);
  const width = (w - 0.16 * (values.length - 1)) / values.length;
  return values.flatMap((value, column) => {
    const left = x + column * (width + 0.16);
    const room = Math.floor((h - 0.5) / 0.92);
    const cards = Math.min(room, [3, 2, 3, 1][column] ?? 2);
    return [
      rect([left, y, width, h], { fill: palette.soft, radius: 0.08 }),
      small(palette, [left + 0.14, y + 0.06, width - 0.28, 0.36], value.label),
      ...Array.from({ length: cards }, (_, index) => {
        const top = y + 0.48 + index * 0.92;
        return [
          rect([left + 0.1, top, width - 0.2, 0.82], {
            fill: palette.paper,
            stroke: palette.line,
            radius: 0.07,
          }),
          placeholder(
            palette,
            [left + 0.24, top + 0.2, (width - 0.48) * barShare(index, column), 0.12],
            true,
          ),
          placeholder(palette, [left + 0.24, top + 0.46, (width - 0.48) * 0.6, 0.1]),
        ];
      }).flat(),
    ];
  });
}

function drawCalendar(palette: Palette, entity: EntitySpec, [x, y, w, h]: Area): SlideElement[] {
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const width = w / days.length;
  // Column, start and length of the blocks, in shares of the grid: an even week, nobody's real one.
  const blocks: readonly (readonly [number, number, number])[] = [
    [0, 0.08, 0.22],
    [0, 0.52, 0.18],
    [1, 0.28, 0.3],
    [2, 0.08, 0.16],
    [2, 0.44, 0.26],
    [3, 0.2, 0.2],
    [3, 0.62, 0.22],
    [4, 0.1, 0.34],
    [5, 0.36, 0.18],
  ];
  const values = enumField(entity)?.values ?? [];
  const grid = h - 0.36;
  return [
    ...days.flatMap((day, column) => [
      small(palette, [x + column * width + 0.08, y, width - 0.1, 0.3], day),
      rect([x + column * width, y + 0.36, 0.01, grid], { fill: palette.line }),
    ]),
    rect([x, y + 0.34, w, 0.01], { fill: palette.line }),
    ...blocks.flatMap(([column, start, length], index) => {
      const area: Area = [
        x + column * width + 0.06,
        y + 0.36 + grid * start,
        width - 0.12,
        grid * length,
      ];
      const [left, top, blockWidth] = area;
      const isAccent = index % 3 === 1;
      const base = isAccent ? palette.accent : palette.brand;
      const value = values[index % Math.max(values.length, 1)];
      return [
        rect(area, { fill: mixColours(palette.paper, base, 0.14), radius: 0.05 }),
        rect([left, top, 0.045, area[3]], { fill: base, radius: 0.02 }),
        placeholder(palette, [left + 0.13, top + 0.13, blockWidth - 0.25, 0.09], true),
        ...(value && area[3] > 0.6 && blockWidth > 0.75
          ? [
              small(
                palette,
                [left + 0.13, top + 0.27, blockWidth - 0.18, 0.24],
                value.label,
                palette.ink,
              ),
            ]
          : []),
      ];
    }),
  ];
}

function drawGallery(palette: Palette, entity: EntitySpec, [x, y, w, h]: Area): SlideElement[] {
  const columns = 3;
  const width = (w - 0.2 * (columns - 1)) / columns;
  const height = (h - 0.2) / 2;
  const label = titleField(entity)?.label ?? entity.label;
  return Array.from({ length: 6 }, (_, index) => {
    const left = x + (index % columns) * (width + 0.2);
    const top = y + Math.floor(index / columns) * (height + 0.2);
    const picture = height - 0.66;
    const tint = mixColours(palette.paper, index % 2 === 0 ? palette.brand : palette.accent, 0.16);
    return [
      rect([left, top, width, height], { fill: palette.paper, stroke: palette.line, radius: 0.09 }),
      rect([left + 0.08, top + 0.08, width - 0.16, picture - 0.04], { fill: tint, radius: 0.05 }),
      icon(
        [left + width / 2 - 0.16, top + picture / 2 - 0.1, 0.32, 0.32],
        entity.icon,
        palette.ink,
        label,
      ),
      small(palette, [left + 0.14, top + picture + 0.08, width - 0.28, 0.26], label),
      placeholder(palette, [
        left + 0.14,
        top + picture + 0.4,
        (width - 0.28) * barShare(index, 0),
        0.1,
      ]),
    ];
  }).flat();
}

function drawList(palette: Palette, entity: EntitySpec, [x, y, w, h]: Area): SlideElement[] {
  const rowHeight = 0.82;
  const values = enumField(entity)?.values ?? [];
  const label = titleField(entity)?.label ?? entity.label;
  return [
    rect([x + 0.17, y + 0.1, 0.02, h - 0.3], { fill: palette.line }),
    ...Array.from({ length: Math.floor(h / rowHeight) }, (_, index) => {
      const top = y + index * rowHeight;
      const value = values[index % Math.max(values.length, 1)];
      return [
        rect([x + 0.06, top + 0.2, 0.24, 0.24], {
          fill: index === 0 ? palette.brand : palette.line,
          radius: 0.12,
        }),
        rect([x + 0.5, top, w - 0.5, rowHeight - 0.12], { fill: palette.soft, radius: 0.08 }),
        small(palette, [x + 0.68, top + 0.08, 2.4, 0.26], label),
        placeholder(palette, [x + 0.68, top + 0.44, (w - 2.2) * barShare(index, 1), 0.11], true),
        ...(value ? chip(palette, [x + w - 1.35, top + 0.22, 1.18, 0.27], value.label) : []),
      ];
    }).flat(),
  ];
}
