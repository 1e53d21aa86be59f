import { type ProductSpec } from '@hatchr/contracts';
import { type Palette } from '../../colour/build-palette.js';
import { mixColours } from '../../colour/contrast.js';
import { kindAndAudience } from '../../text/shape-words.js';
import { type Area } from '../layout.js';
import { icon, rect, text } from '../slide-elements.js';
import { type SlideElement } from '../slide-model.js';
import {
  brandGround,
  type DeckTheme,
  entityIcons,
  filledPanel,
  type Ground,
  type Heading,
  paperGround,
  type Panel,
} from './deck-theme.js';

const radius = 0.05;

/** Warm: like a printed page. Serif titles in a column of their own, hairlines, boxes with a fine edge. */
export const columnTheme: DeckTheme = {
  face: 'serif',
  sizes: { statement: 31, lead: 18, figure: 44, cardTitle: 17, body: 13.5 },
  posterGround: paperGround,
  posterAlign: 'left',
  artBleeds: true,
  tableHead: brandGround,

  cover(spec, palette) {
    const on = paperGround(palette);
    return {
      on,
      elements: [
        ...columnTheme.art(spec, palette, [8.4, 0, 4.933, 7.5]),
        text([0.85, 0.8, 5, 0.35], 'Pitch deck', {
          size: 13,
          face: 'serif',
          colour: on.mark,
          valign: 'middle',
        }),
        rect([0.85, 1.25, 6.7, 0.012], { fill: palette.line }),
        text([0.85, 1.75, 6.9, 1.9], spec.name, {
          size: 62,
          minSize: 26,
          weight: 600,
          face: 'serif',
          colour: on.ink,
          leading: 1.08,
          isTitle: true,
          valign: 'bottom',
        }),
        text([0.85, 3.95, 6.7, 1.6], spec.tagline, {
          size: 23,
          minSize: 13,
          face: 'serif',
          colour: on.mute,
          leading: 1.35,
        }),
        rect([0.85, 6.25, 6.7, 0.012], { fill: palette.line }),
        text([0.85, 6.4, 6.7, 0.45], kindAndAudience(spec), {
          size: 13,
          weight: 600,
          colour: on.mark,
          valign: 'middle',
        }),
      ],
    };
  },

  open(spec, palette, heading, shape) {
    const on = paperGround(palette);
    const panel = (area: Area, isStrong = false): Panel =>
      isStrong
        ? filledPanel(area, brandGround(palette), radius, [0.32, 0.28])
        : edgedPanel(palette, area);
    if (shape === 'wide')
      return {
        on,
        panel,
        area: [0.75, 2.15, 11.83, 4.5],
        elements: [...titleAbove(palette, heading, on), ...footer(spec, palette, heading.page, on)],
      };
    return {
      on,
      panel,
      area: [4.95, 0.8, 7.63, 5.85],
      elements: [...titleBeside(palette, heading, on), ...footer(spec, palette, heading.page, on)],
    };
  },

  numberMark({ accentText, brand }, [x, y, edge], number, on) {
    return [
      text([x, y, edge, edge], String(number), {
        size: edge * 54,
        minSize: 8,
        weight: 400,
        face: 'serif',
        colour: on.fill === brand ? on.ink : accentText,
        valign: 'middle',
        leading: 1,
      }),
    ];
  },

  iconMark({ accentText, brand }, [x, y, edge], name, on) {
    const colour = on.fill === brand ? on.ink : accentText;
    return [icon([x, y + edge * 0.08, edge * 0.8, edge * 0.8], name, colour, name)];
  },

  art(spec, palette, area) {
    return cloth(spec, palette, area);
  },
};

function edgedPanel(palette: Palette, area: Area): Panel {
  const on: Ground = { ...paperGround(palette), fill: '#ffffff' };
  const { inner } = filledPanel(area, on, radius);
  return { inner, on, elements: [rect(area, { fill: on.fill, stroke: palette.line, radius })] };
}

function titleBeside({ line }: Palette, { kicker, title }: Heading, on: Ground): SlideElement[] {
  return [
    text([0.75, 0.78, 3.4, 0.32], kicker, {
      size: 13,
      face: 'serif',
      colour: on.mark,
      valign: 'middle',
    }),
    text([0.75, 1.25, 3.4, 4.6], title, {
      size: 32,
      minSize: 17,
      weight: 600,
      face: 'serif',
      colour: on.ink,
      leading: 1.18,
      isTitle: true,
    }),
    rect([4.5, 0.8, 0.012, 5.85], { fill: line }),
  ];
}

function titleAbove({ line }: Palette, { kicker, title }: Heading, on: Ground): SlideElement[] {
  return [
    text([0.75, 0.5, 6, 0.32], kicker, {
      size: 13,
      face: 'serif',
      colour: on.mark,
      valign: 'middle',
    }),
    text([0.75, 0.86, 11.83, 0.85], title, {
      size: 30,
      minSize: 17,
      weight: 600,
      face: 'serif',
      colour: on.ink,
      leading: 1.15,
      isTitle: true,
      valign: 'middle',
    }),
    rect([0.75, 1.82, 11.83, 0.012], { fill: line }),
  ];
}

function footer(spec: ProductSpec, { line }: Palette, page: number, on: Ground): SlideElement[] {
  const small = { size: 10, minSize: 8, colour: on.mute, valign: 'middle', leading: 1.1 } as const;
  return [
    rect([0.75, 6.88, 11.83, 0.012], { fill: line }),
    text([0.75, 6.95, 8, 0.28], spec.name, { ...small, face: 'serif', followsScript: false }),
    text([11.58, 6.95, 1, 0.28], String(page), { ...small, face: 'serif', align: 'right' }),
  ];
}

/** A sheet of the brand's colour with fine lines, the brand's icon large and the product's in a row. */
function cloth(spec: ProductSpec, palette: Palette, [x, y, w, h]: Area): SlideElement[] {
  const { brand, onBrand } = palette;
  const hair = mixColours(brand, onBrand, 0.3);
  const edge = Math.min(w, h) * 0.4;
  const gap = Math.min(w, h) * 0.07;
  const names = entityIcons(spec).slice(0, 4);
  const small = edge * 0.2;
  const rowWidth = names.length * small + Math.max(0, names.length - 1) * small;
  const middle = x + w / 2;
  return [
    rect([x, y, w, h], { fill: brand }),
    rect([x + gap, y + gap, w - 2 * gap, h - 2 * gap], { stroke: hair }),
    icon(
      [middle - edge / 2, y + h * 0.44 - edge / 2, edge, edge],
      spec.brand.icon,
      onBrand,
      `${spec.name} logo`,
    ),
    ...names.map((name, index) =>
      icon(
        [middle - rowWidth / 2 + index * small * 2, y + h * 0.44 + edge * 0.72, small, small],
        name,
        onBrand,
        name,
      ),
    ),
  ];
}
