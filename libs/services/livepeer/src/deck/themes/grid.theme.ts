import { type ProductSpec } from '@hatchr/contracts';
import { type Palette } from '../../colour/build-palette.js';
import { kindAndAudience } from '../../text/shape-words.js';
import { type Area } from '../layout.js';
import { icon, rect, text } from '../slide-elements.js';
import { type SlideElement } from '../slide-model.js';
import {
  type DeckTheme,
  entityIcons,
  filledPanel,
  nightGround,
  paperGround,
  type Panel,
} from './deck-theme.js';

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** Precise: rules instead of boxes, numbered sections, small type with much room, squares on a grid. */
export const gridTheme: DeckTheme = {
  face: 'sans',
  sizes: { statement: 36, lead: 18, figure: 48, cardTitle: 14, body: 13 },
  posterGround: paperGround,
  artBleeds: false,
  posterAlign: 'left',
  tableHead: paperGround,

  cover(spec, palette) {
    const on = paperGround(palette);
    return {
      on,
      elements: [
        ...gridTheme.art(spec, palette, [0.75, 0.75, 11.83, 2.63]),
        text([0.75, 3.75, 7.4, 1.5], spec.name, {
          size: 72,
          minSize: 26,
          weight: 600,
          colour: on.ink,
          leading: 1.05,
          tracking: -1.5,
          isTitle: true,
          valign: 'middle',
        }),
        rect([0.75, 5.4, 11.83, 0.02], { fill: on.ink }),
        text([0.75, 5.62, 7.2, 1.2], spec.tagline, { size: 20, minSize: 13, colour: on.ink }),
        text([8.6, 5.62, 3.98, 0.8], kindAndAudience(spec), {
          size: 12,
          weight: 600,
          colour: on.mark,
          align: 'right',
        }),
        text([8.6, 6.42, 3.98, 0.3], 'Pitch deck', {
          size: 12,
          colour: on.mute,
          align: 'right',
          valign: 'bottom',
        }),
      ],
    };
  },

  open(spec, palette, { kicker, title, page }) {
    const on = paperGround(palette);
    const small = { size: 10.5, minSize: 8, valign: 'middle', leading: 1.1 } as const;
    return {
      on,
      area: [0.75, 2.2, 11.83, 4.7],
      panel: (area, isStrong = false) =>
        isStrong ? inkPanel(palette, area) : ruledPanel(palette, area),
      elements: [
        text([0.75, 0.42, 0.5, 0.3], twoDigits(page), { ...small, weight: 700, colour: on.mark }),
        text([1.25, 0.42, 5, 0.3], kicker, { ...small, weight: 600, colour: on.ink }),
        text([7.58, 0.42, 5, 0.3], spec.name, { ...small, colour: on.mute, align: 'right' }),
        rect([0.75, 0.82, 11.83, 0.02], { fill: on.ink }),
        text([0.75, 1.0, 9.6, 0.95], title, {
          size: 27,
          minSize: 16,
          weight: 600,
          colour: on.ink,
          leading: 1.14,
          tracking: -0.5,
          isTitle: true,
        }),
        rect([12.3, 1.08, 0.28, 0.28], { fill: palette.brand }),
        rect([11.96, 1.08, 0.28, 0.28], { stroke: palette.line }),
        rect([12.3, 1.42, 0.28, 0.28], { stroke: palette.line }),
      ],
    };
  },

  numberMark(_, [x, y, edge], number, { mark }) {
    return [
      text([x, y, edge, edge], twoDigits(number), {
        size: edge * 34,
        minSize: 8,
        weight: 700,
        colour: mark,
        valign: 'middle',
        leading: 1,
      }),
    ];
  },

  iconMark(_, [x, y, edge], name, { mark }) {
    return [icon([x, y + edge * 0.1, edge * 0.76, edge * 0.76], name, mark, name)];
  },

  art(spec, palette, area) {
    return squares(spec, palette, area);
  },
};

/** A rule, and the content below it. */
function ruledPanel(palette: Palette, [x, y, w, h]: Area): Panel {
  return {
    elements: [rect([x, y, w, 0.025], { fill: palette.brandText })],
    inner: [x, y + 0.17, w, h - 0.22],
    on: paperGround(palette),
  };
}

function inkPanel(palette: Palette, area: Area): Panel {
  return filledPanel(area, nightGround(palette), 0, [0.3, 0.26]);
}

/** Hairline squares: some filled, those of the icons among them. */
function squares(spec: ProductSpec, palette: Palette, [x, y, w, h]: Area): SlideElement[] {
  const { line, brand, onBrand, accent, onAccent, ink, paper, soft } = palette;
  const across = w > 1.4 * h ? Math.round((w / h) * 2) : 3;
  const cell = w / across;
  const down = Math.max(1, Math.floor(h / cell + 0.02));
  const looks = [
    [brand, onBrand],
    [soft, ink],
    [ink, paper],
    [accent, onAccent],
    [null, ink],
  ] as const;
  const names = [spec.brand.icon, ...entityIcons(spec)];
  const elements: SlideElement[] = [];
  let taken = 0;
  for (let index = 0; index < across * down; index++) {
    const [column, row] = [index % across, Math.floor(index / across)];
    const [left, top] = [x + column * cell, y + row * cell];
    const isTaken = (column * 2 + row * 3) % 5 === 0;
    const [fill, colour] = looks[taken % looks.length] ?? looks[0];
    const name = isTaken ? names[taken] : undefined;
    const isTinted = !isTaken && (column + row * 2) % 4 === 3;
    elements.push(
      rect([left, top, cell, cell], {
        fill: isTaken ? fill : isTinted ? soft : null,
        stroke: line,
      }),
    );
    if (name)
      elements.push(
        icon([left + cell * 0.3, top + cell * 0.3, cell * 0.4, cell * 0.4], name, colour, name),
      );
    if (isTaken) taken++;
  }
  return elements;
}
