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
  paperGround,
  softGround,
} from './deck-theme.js';

const radius = 0.3;

/** Playful: a tinted ground, centred titles, round white cards, tokens in both colours of the brand. */
export const popTheme: DeckTheme = {
  face: 'sans',
  sizes: { statement: 34, lead: 19, figure: 46, cardTitle: 17, body: 14 },
  posterGround: brandGround,
  artBleeds: false,
  posterAlign: 'center',
  tableHead: brandGround,

  cover(spec, palette) {
    const on = brandGround(palette);
    return {
      on,
      elements: [
        ...popTheme.art(spec, palette, [0.4, 0.5, 12.53, 2.7]),
        text([1.4, 3.3, 10.53, 1.4], spec.name, {
          size: 68,
          minSize: 28,
          weight: 700,
          colour: on.ink,
          leading: 1.06,
          tracking: -1,
          isTitle: true,
          align: 'center',
          valign: 'middle',
        }),
        text([2.4, 4.8, 8.53, 1.2], spec.tagline, {
          size: 24,
          minSize: 14,
          colour: on.ink,
          align: 'center',
        }),
        text([2.4, 6.3, 8.53, 0.5], kindAndAudience(spec), {
          size: 14,
          weight: 600,
          colour: on.mute,
          align: 'center',
          valign: 'middle',
        }),
      ],
    };
  },

  open(spec, palette, { kicker, title, page }) {
    const on = softGround(palette);
    const pill = pillWidth(kicker);
    return {
      on,
      area: [0.75, 2.2, 11.83, 4.45],
      panel: (area, isStrong = false) =>
        filledPanel(
          area,
          isStrong ? brandGround(palette) : paperGround(palette),
          radius,
          [0.3, 0.22],
        ),
      elements: [
        ...corners(palette),
        rect([6.667 - pill / 2, 0.42, pill, 0.38], { fill: palette.brand, radius: 0.19 }),
        text([6.667 - pill / 2, 0.42, pill, 0.38], kicker, {
          size: 12,
          minSize: 8,
          weight: 700,
          colour: palette.onBrand,
          align: 'center',
          valign: 'middle',
          leading: 1.1,
        }),
        text([1.45, 0.92, 10.43, 1.05], title, {
          size: 30,
          minSize: 18,
          weight: 700,
          colour: on.ink,
          leading: 1.1,
          tracking: -0.5,
          align: 'center',
          valign: 'middle',
          isTitle: true,
        }),
        text([3.667, 6.94, 6, 0.3], `${spec.name} · ${String(page)}`, {
          size: 10.5,
          minSize: 8,
          weight: 600,
          colour: on.mute,
          align: 'center',
          valign: 'middle',
          leading: 1.1,
        }),
      ],
    };
  },

  numberMark({ brand, onBrand, accent, onAccent }, area, number) {
    const [, , edge] = area;
    const isAccent = number % 2 === 0;
    return [
      rect(area, { fill: isAccent ? accent : brand, radius: edge / 2 }),
      text(area, String(number), {
        size: edge * 34,
        weight: 700,
        colour: isAccent ? onAccent : onBrand,
        align: 'center',
        valign: 'middle',
        leading: 1.1,
      }),
    ];
  },

  iconMark({ accent, onAccent }, area, name) {
    const [x, y, edge] = area;
    return [
      rect(area, { fill: accent, radius: edge / 2 }),
      icon([x + edge * 0.25, y + edge * 0.25, edge * 0.5, edge * 0.5], name, onAccent, name),
    ];
  },

  art(spec, palette, area) {
    return tokens(spec, palette, area);
  },
};

const pillWidth = (kicker: string): number => Math.max(1.2, 0.6 + kicker.length * 0.115);

function corners({ soft, brand, accent }: Palette): SlideElement[] {
  const dot = (x: number, y: number, edge: number, fill: string) =>
    rect([x, y, edge, edge], { fill, radius: edge / 2 });
  const [pale, paler] = [mixColours(soft, accent, 0.5), mixColours(soft, brand, 0.3)];
  return [
    dot(0.4, 0.4, 0.62, pale),
    dot(1.1, 0.86, 0.26, paler),
    dot(12.31, 0.4, 0.62, paler),
    dot(11.97, 0.86, 0.26, pale),
  ];
}

/** A large disc with the brand's icon between smaller ones with the product's. */
function tokens(spec: ProductSpec, palette: Palette, [x, y, w, h]: Area): SlideElement[] {
  const { brand, onBrand, accent, onAccent, paper, brandText } = palette;
  const tint = mixColours(brand, onBrand, 0.16);
  const large = Math.min(w * 0.6, h * 0.92);
  const [middleX, middleY] = [x + w / 2, y + h / 2];
  const names = entityIcons(spec);
  const looks = [
    [accent, onAccent],
    [tint, onBrand],
    [paper, brandText],
  ] as const;
  const token = (left: number, top: number, edge: number, index: number): SlideElement[] => {
    const [fill, colour] = looks[index % looks.length] ?? looks[0];
    const name = names.length > 0 ? (names[index % names.length] ?? null) : null;
    const shown = index < names.length ? name : null;
    return [
      rect([left, top, edge, edge], { fill, radius: edge / 2 }),
      ...(shown
        ? [
            icon(
              [left + edge * 0.29, top + edge * 0.29, edge * 0.42, edge * 0.42],
              shown,
              colour,
              shown,
            ),
          ]
        : []),
    ];
  };
  const room = (w - large) / 2;
  const sides = [-1, 1].flatMap((side, sideIndex) =>
    [0.2, 0.56, 0.88].flatMap((share, index) => {
      const edge = Math.min(large * ([0.5, 0.36, 0.24][index] ?? 0.3), room * 0.4);
      const centre = middleX + side * (large / 2 + room * share * 0.9);
      const top =
        middleY -
        edge / 2 +
        (h - edge) * ([0.18, -0.22, 0.3][index] ?? 0) * (sideIndex === 0 ? 1 : -1);
      return token(
        clamp(centre - edge / 2, x, x + w - edge),
        clamp(top, y, y + h - edge),
        edge,
        index * 2 + sideIndex,
      );
    }),
  );
  const mark = large * 0.5;
  return [
    ...sides,
    rect([middleX - large / 2, middleY - large / 2, large, large], {
      fill: onBrand,
      radius: large / 2,
    }),
    icon(
      [middleX - mark / 2, middleY - mark / 2, mark, mark],
      spec.brand.icon,
      brand,
      `${spec.name} logo`,
    ),
  ];
}

const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high));
