import { mixColours } from '../../colour/contrast.js';
import { kindAndAudience } from '../../text/shape-words.js';
import { icon, rect, text } from '../slide-elements.js';
import {
  brandGround,
  type DeckTheme,
  entityIcons,
  filledPanel,
  paperGround,
  softGround,
} from './deck-theme.js';

const radius = 0.14;

/** Calm: white paper, a title above, tinted cards with soft corners, circles within circles. */
export const driftTheme: DeckTheme = {
  face: 'sans',
  sizes: { statement: 34, lead: 19, figure: 42, cardTitle: 16, body: 14 },
  posterGround: softGround,
  artBleeds: false,
  posterAlign: 'left',
  tableHead: brandGround,

  cover(spec, palette) {
    const on = softGround(palette);
    return {
      on,
      elements: [
        ...driftTheme.art(spec, palette, [7.75, 1.0, 5.0, 5.5]),
        rect([0.9, 0.96, 0.16, 0.16], { fill: palette.brand, radius: 0.08 }),
        text([1.2, 0.84, 5, 0.4], 'Pitch deck', {
          size: 14,
          weight: 600,
          colour: on.mark,
          valign: 'middle',
        }),
        text([0.9, 1.9, 6.5, 1.55], spec.name, {
          size: 60,
          minSize: 26,
          weight: 700,
          colour: on.ink,
          leading: 1.08,
          tracking: -1,
          isTitle: true,
          valign: 'bottom',
        }),
        text([0.9, 3.7, 6.3, 1.6], spec.tagline, { size: 24, minSize: 14, colour: on.mute }),
        text([0.9, 6.2, 6.3, 0.5], kindAndAudience(spec), {
          size: 14,
          weight: 600,
          colour: on.mark,
          valign: 'bottom',
        }),
      ],
    };
  },

  open(spec, palette, { kicker, title, page }, shape) {
    const on = paperGround(palette);
    return {
      on,
      area: shape === 'statement' ? [0.75, 2.1, 11.83, 4.45] : [0.75, 2.15, 11.83, 4.4],
      panel: (area, isStrong = false) =>
        filledPanel(area, isStrong ? brandGround(palette) : softGround(palette), radius),
      elements: [
        rect([0.75, 0.68, 0.14, 0.14], { fill: palette.brand, radius: 0.07 }),
        text([1.02, 0.59, 8, 0.32], kicker, {
          size: 13,
          weight: 600,
          colour: on.mark,
          valign: 'middle',
        }),
        text([0.75, 0.98, 11.83, 0.98], title, {
          size: 32,
          minSize: 18,
          weight: 700,
          colour: on.ink,
          leading: 1.14,
          tracking: -0.4,
          isTitle: true,
        }),
        icon([0.75, 6.98, 0.2, 0.2], spec.brand.icon, on.mark, ''),
        text([1.05, 6.94, 6, 0.28], spec.name, {
          size: 10,
          minSize: 8,
          weight: 600,
          colour: on.mute,
          followsScript: false,
          valign: 'middle',
          leading: 1.1,
        }),
        text([11.58, 6.94, 1, 0.28], String(page), {
          size: 10,
          colour: on.mute,
          align: 'right',
          valign: 'middle',
          leading: 1.1,
        }),
      ],
    };
  },

  numberMark({ brand, onBrand }, area, number) {
    const [, , edge] = area;
    return [
      rect(area, { fill: brand, radius: edge / 2 }),
      text(area, String(number), {
        size: edge * 32,
        weight: 700,
        colour: onBrand,
        align: 'center',
        valign: 'middle',
        leading: 1.1,
      }),
    ];
  },

  iconMark({ paper, brandText }, area, name) {
    const [x, y, edge] = area;
    return [
      rect(area, { fill: paper, radius: edge / 2 }),
      icon([x + edge * 0.26, y + edge * 0.26, edge * 0.48, edge * 0.48], name, brandText, name),
    ];
  },

  art(spec, palette, [x, y, w, h]) {
    const { soft, brand, onBrand, accent, onAccent, paper, brandText } = palette;
    const [middleX, middleY] = [x + w / 2, y + h / 2];
    const outer = Math.min(w, h) / 2;
    const disc = (share: number, fill: string) =>
      rect(
        [middleX - outer * share, middleY - outer * share, 2 * outer * share, 2 * outer * share],
        {
          fill,
          radius: outer * share,
        },
      );
    const mark = outer * 0.36;
    // Around the circle, starting at the upper right: where the small discs sit.
    const places = [-0.7, 0.5, 2.1, 3.5, 4.5];
    return [
      disc(1, mixColours(soft, brand, 0.1)),
      disc(0.72, mixColours(soft, brand, 0.22)),
      disc(0.44, brand),
      icon(
        [middleX - mark / 2, middleY - mark / 2, mark, mark],
        spec.brand.icon,
        onBrand,
        `${spec.name} logo`,
      ),
      ...entityIcons(spec)
        .slice(0, places.length)
        .flatMap((name, index) => {
          const [angle, edge] = [places[index] ?? 0, outer * 0.3];
          const [left, top] = [
            middleX + Math.cos(angle) * outer * 0.8 - edge / 2,
            middleY + Math.sin(angle) * outer * 0.8 - edge / 2,
          ];
          const isAccent = index % 2 === 1;
          return [
            rect([left, top, edge, edge], { fill: isAccent ? accent : paper, radius: edge / 2 }),
            icon(
              [left + edge * 0.28, top + edge * 0.28, edge * 0.44, edge * 0.44],
              name,
              isAccent ? onAccent : brandText,
              name,
            ),
          ];
        }),
    ];
  },
};
