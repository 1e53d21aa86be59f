import { type Hex, mixColours } from '../colour/contrast.js';
import { estimateWidth } from '../text/estimate-width.js';
import { fitText } from '../text/fit-text.js';
import { type SlideStage } from './deck-context.js';
import { type Area, inset } from './layout.js';
import { rect, text } from './slide-elements.js';
import { type SlideElement, type TextElement } from './slide-model.js';
import { type Ground } from './themes/deck-theme.js';

interface Card {
  title: string;
  body: string;
  /** An icon's name or the number of a step. */
  mark?: string | number;
  isStrong?: boolean;
  /** Points to begin with, where it is not the size of the theme. */
  titleSize?: number;
}

/** How high the title of a box is expected to be, in inches. */
function heightOf(title: TextElement): number {
  const { lines, size } = fitText(title, estimateWidth);
  return (lines.length * size * title.leading) / 72;
}

/** What only the founder knows: a dashed box in the colour of blanks. The wording always begins the same way. */
export function blank(
  { palette }: SlideStage,
  area: Area,
  missing: string,
  howToKnow: string,
): SlideElement[] {
  const [x, y, w, h] = area;
  const { fill, line, text: colour } = palette.blank;
  const title = text([x + 0.25, y + 0.2, w - 0.5, 0.62], `Not known yet: ${missing}`, {
    size: 15,
    minSize: 11,
    weight: 700,
    colour,
    leading: 1.22,
  });
  const below = heightOf(title) + 0.32;
  const body = text([x + 0.25, y + below, w - 0.5, h - below - 0.14], howToKnow, {
    size: 14,
    minSize: 9,
    colour,
    group: 'blank',
  });
  return [
    rect(area, { fill, stroke: line, isDashed: true, radius: Math.min(palette.radius, 0.14) }),
    title,
    body,
    ...writingLines(area, body.y + heightOf(body), mixColours(fill, line, 0.45)),
  ];
}

/** Lines to write on, where a blank has room below its text. */
function writingLines([x, y, w, h]: Area, from: number, colour: Hex): SlideElement[] {
  const step = 0.46;
  const count = Math.min(5, Math.floor((y + h - 0.2 - from) / step));
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    rect([x + 0.25, from + (index + 1) * step, w - 0.5, 0.012], { fill: colour }),
  );
}

/** An icon or a number in the manner of the theme. */
export function markOf(
  { theme, palette }: SlideStage,
  area: Area,
  mark: string | number,
  on: Ground,
): SlideElement[] {
  return typeof mark === 'number'
    ? theme.numberMark(palette, area, mark, on)
    : theme.iconMark(palette, area, mark, on);
}

/**
 * A box with a title and a text, its mark above them where there is room and beside them otherwise. In a low and wide
 * one the text stands beside the title.
 */
export function card(slide: SlideStage, area: Area, content: Card, group = 'card'): SlideElement[] {
  const [, , width, height] = area;
  if (height < 1.02 && width > 5) return lowCard(slide, area, content, group);
  const { theme, stage } = slide;
  const { elements, inner, on } = stage.panel(area, content.isStrong);
  const [x, y, w, h] = inner;
  const isTall = h > 1.7;
  const edge = Math.min(0.5, h * 0.6);
  const hasMark = content.mark !== undefined;
  const left = hasMark && !isTall ? edge + 0.18 : 0;
  const top = hasMark && isTall ? edge + 0.16 : 0;
  const title = text([x + left, y + top, w - left, 0.56], content.title, {
    size: content.titleSize ?? theme.sizes.cardTitle,
    minSize: 10,
    weight: 700,
    face: theme.face,
    colour: on.ink,
    leading: 1.2,
    group: `${group}-title`,
    followsScript: !hasMark || isTall,
  });
  const below = top + heightOf(title) + 0.07;
  return [
    ...elements,
    ...(content.mark === undefined ? [] : markOf(slide, [x, y, edge, edge], content.mark, on)),
    title,
    text([x + left, y + below, w - left, h - below], content.body, {
      size: theme.sizes.body,
      minSize: 9,
      colour: on.mute,
      group: `${group}-body`,
      followsScript: !hasMark || isTall,
    }),
  ];
}

function lowCard(
  slide: SlideStage,
  area: Area,
  { title, body, mark, isStrong }: Card,
  group: string,
): SlideElement[] {
  const { theme, stage } = slide;
  const { elements, inner, on } = stage.panel(area, isStrong);
  const [x, , w] = inner;
  const [, y, , h] = inset(area, 0, 0.06);
  const edge = Math.min(0.46, h * 0.74);
  const left = mark === undefined ? 0 : edge + 0.2;
  const titleWidth = (w - left) * 0.32;
  const shared = { valign: 'middle', followsScript: mark === undefined } as const;
  return [
    ...elements,
    ...(mark === undefined ? [] : markOf(slide, [x, y + (h - edge) / 2, edge, edge], mark, on)),
    text([x + left, y, titleWidth, h], title, {
      ...shared,
      size: theme.sizes.cardTitle - 1,
      minSize: 9,
      weight: 700,
      face: theme.face,
      colour: on.ink,
      leading: 1.15,
      group: `${group}-title`,
    }),
    text([x + left + titleWidth + 0.15, y, w - left - titleWidth - 0.15, h], body, {
      ...shared,
      size: theme.sizes.body,
      minSize: 8,
      colour: on.mute,
      leading: 1.22,
      group: `${group}-body`,
    }),
  ];
}

/** A large figure over what it counts. */
export function figure(
  slide: SlideStage,
  area: Area,
  value: string,
  label: string,
): SlideElement[] {
  const { theme, stage } = slide;
  const { elements, inner, on } = stage.panel(area);
  const [x, y, w, h] = inner;
  const split = h * 0.62;
  return [
    ...elements,
    text([x, y, w, split], value, {
      size: theme.sizes.figure,
      minSize: 16,
      weight: theme.face === 'serif' ? 400 : 700,
      face: theme.face,
      colour: on.mark,
      valign: 'middle',
      leading: 1.05,
      group: 'figure',
    }),
    text([x, y + split, w, h - split], label, {
      size: 12,
      minSize: 9,
      colour: on.mute,
      leading: 1.2,
      group: 'figure-label',
    }),
  ];
}
