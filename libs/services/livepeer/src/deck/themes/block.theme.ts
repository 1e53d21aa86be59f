import { type ProductSpec } from '@hatchr/contracts';
import { type Palette } from '../../colour/build-palette.js';
import { kindAndAudience } from '../../text/shape-words.js';
import { iconMosaic } from '../icon-mosaic.js';
import { type Area } from '../layout.js';
import { icon, rect, text } from '../slide-elements.js';
import { type SlideElement } from '../slide-model.js';
import {
  brandGround,
  type DeckTheme,
  duskGround,
  filledPanel,
  type Ground,
  type Heading,
  nightGround,
  paperGround,
  type Panel,
  softGround,
} from './deck-theme.js';

/** Bold: a block of the brand's colour holds the title, hard edges, very large type, one slide in the dark. */
export const blockTheme: DeckTheme = {
  face: 'sans',
  sizes: { statement: 42, lead: 20, figure: 58, cardTitle: 18, body: 14 },
  posterGround: brandGround,
  posterAlign: 'left',
  artBleeds: true,
  tableHead: nightGround,

  cover(spec, palette) {
    const on = brandGround(palette);
    return {
      on,
      elements: [
        ...blockTheme.art(spec, palette, [8.833, 0, 4.5, 7.5]),
        rect([0.85, 0.8, 0.9, 0.08], { fill: on.ink }),
        text([0.85, 1.0, 6, 0.4], 'PITCH DECK', {
          size: 13,
          weight: 700,
          colour: on.ink,
          tracking: 2,
          valign: 'middle',
        }),
        text([0.85, 1.8, 7.5, 1.9], spec.name, {
          size: 80,
          minSize: 28,
          weight: 700,
          colour: on.ink,
          leading: 1.02,
          tracking: -1.5,
          isTitle: true,
          valign: 'bottom',
        }),
        text([0.85, 3.95, 7.2, 1.7], spec.tagline, {
          size: 26,
          minSize: 14,
          weight: 600,
          colour: on.ink,
          leading: 1.25,
        }),
        text([0.85, 6.25, 7.2, 0.6], kindAndAudience(spec), {
          size: 14,
          weight: 600,
          colour: on.mute,
          valign: 'bottom',
        }),
      ],
    };
  },

  open(spec, palette, heading, shape) {
    if (shape === 'statement') return { ...openStatement(spec, palette, heading) };
    const on = paperGround(palette);
    const panel = (area: Area, isStrong = false): Panel =>
      isStrong ? filledPanel(area, brandGround(palette), 0) : barredPanel(palette, area);
    if (shape === 'wide') {
      const area: Area = [0.75, 2.2, 11.83, 4.5];
      return { on, panel, area, elements: [...topBlock(palette, heading), ...footer(spec, on)] };
    }
    return { on, panel, area: [4.85, 0.7, 7.9, 6.1], elements: sideBlock(spec, palette, heading) };
  },

  numberMark(_, [x, y, edge], number, { mark }) {
    return [
      text([x, y, edge, edge], String(number), {
        size: edge * 58,
        minSize: 8,
        weight: 700,
        colour: mark,
        valign: 'middle',
        leading: 1,
      }),
    ];
  },

  iconMark({ brand, onBrand }, area, name, on) {
    const [x, y, edge] = area;
    const [fill, colour] = on.fill === brand ? [onBrand, brand] : [brand, onBrand];
    return [
      rect(area, { fill }),
      icon([x + edge * 0.24, y + edge * 0.24, edge * 0.52, edge * 0.52], name, colour, name),
    ];
  },

  art(spec, palette, [x, y, w, h]) {
    const columns = Math.max(3, Math.round((w / h) * 2));
    const cell = w / columns;
    const rows = Math.max(2, Math.round(h / cell));
    const mark = [columns > 4 ? columns - 3 : 1, rows > 3 ? 1 : 0] as const;
    return iconMosaic(spec, palette, { x, y, columns, rows, cell, mark });
  },
};

/** A tinted box with a bar of the brand's colour at its left. */
function barredPanel(palette: Palette, area: Area): Panel {
  const [x, y, , h] = area;
  const { elements, inner, on } = filledPanel(area, softGround(palette), 0, [0.3, 0.2]);
  return { inner, on, elements: [...elements, rect([x, y, 0.09, h], { fill: palette.brand })] };
}

function sideBlock(
  spec: ProductSpec,
  palette: Palette,
  { kicker, title, page }: Heading,
): SlideElement[] {
  const on = brandGround(palette);
  return [
    rect([0, 0, 4.25, 7.5], { fill: on.fill }),
    rect([0.6, 0.7, 0.7, 0.07], { fill: on.ink }),
    text([0.6, 0.92, 3.2, 0.32], kicker.toUpperCase(), {
      size: 12,
      weight: 700,
      colour: on.ink,
      tracking: 1.2,
      valign: 'middle',
    }),
    text([0.6, 1.4, 3.25, 4.3], title, {
      size: 36,
      minSize: 18,
      weight: 700,
      colour: on.ink,
      leading: 1.08,
      tracking: -0.6,
      isTitle: true,
    }),
    icon([0.6, 6.78, 0.22, 0.22], spec.brand.icon, on.ink, ''),
    text([0.92, 6.74, 2.3, 0.3], spec.name, {
      size: 11,
      minSize: 8,
      weight: 700,
      colour: on.ink,
      followsScript: false,
      valign: 'middle',
      leading: 1.1,
    }),
    pageNumber([3.15, 6.74, 0.7, 0.3], page, on),
  ];
}

function topBlock(palette: Palette, { kicker, title, page }: Heading): SlideElement[] {
  const on = brandGround(palette);
  return [
    rect([0, 0, 13.333, 1.8], { fill: on.fill }),
    text([0.75, 0.35, 8, 0.32], kicker.toUpperCase(), {
      size: 12,
      weight: 700,
      colour: on.ink,
      tracking: 1.2,
      valign: 'middle',
    }),
    text([0.75, 0.7, 11.83, 0.9], title, {
      size: 34,
      minSize: 16,
      weight: 700,
      colour: on.ink,
      leading: 1.08,
      tracking: -0.6,
      isTitle: true,
      valign: 'middle',
    }),
    pageNumber([11.58, 0.35, 1, 0.32], page, on),
  ];
}

function openStatement(spec: ProductSpec, palette: Palette, { kicker, title, page }: Heading) {
  const on = nightGround(palette);
  const elements: SlideElement[] = [
    rect([0, 0, 0.3, 7.5], { fill: palette.brand }),
    text([0.95, 0.6, 8, 0.32], kicker.toUpperCase(), {
      size: 12,
      weight: 700,
      colour: on.mark,
      tracking: 1.2,
      valign: 'middle',
    }),
    text([0.95, 0.96, 11.4, 0.6], title, {
      size: 20,
      minSize: 13,
      weight: 600,
      colour: on.mute,
      isTitle: true,
      valign: 'middle',
    }),
    ...footer(spec, on, 0.95),
    pageNumber([11.58, 6.9, 1, 0.32], page, on),
  ];
  return {
    on,
    elements,
    area: [0.95, 1.85, 11.63, 4.85] as Area,
    panel: (area: Area, isStrong = false): Panel =>
      filledPanel(area, isStrong ? brandGround(palette) : duskGround(palette), 0),
  };
}

function footer(spec: ProductSpec, on: Ground, x = 0.75): SlideElement[] {
  return [
    icon([x, 6.97, 0.2, 0.2], spec.brand.icon, on.mark, ''),
    text([x + 0.3, 6.92, 6, 0.3], spec.name, {
      size: 10,
      minSize: 8,
      weight: 700,
      colour: on.mute,
      followsScript: false,
      valign: 'middle',
      leading: 1.1,
    }),
  ];
}

function pageNumber(area: Area, page: number, on: Ground): SlideElement {
  return text(area, String(page), {
    size: 11,
    weight: 700,
    colour: on.ink,
    align: 'right',
    valign: 'middle',
    leading: 1.1,
  });
}
