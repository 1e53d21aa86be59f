import { type Palette } from '../colour/build-palette.js';
import { estimateWidth } from '../text/estimate-width.js';
import { fitText } from '../text/fit-text.js';
import {
  type IconElement,
  type RectElement,
  type SlideElement,
  type TextElement,
} from './slide-model.js';

type BoxTuple = readonly [x: number, y: number, w: number, h: number];

/** A text box; regular, left, top unless told otherwise. */
export function text(
  [x, y, w, h]: BoxTuple,
  content: string,
  style: Partial<TextElement> & Pick<TextElement, 'size' | 'colour'>,
): TextElement {
  return {
    kind: 'text',
    x,
    y,
    w,
    h,
    text: content,
    minSize: Math.min(style.size, 10),
    weight: 400,
    align: 'left',
    valign: 'top',
    leading: 1.32,
    tracking: 0,
    paragraphGap: 0,
    followsScript: true,
    isTitle: false,
    ...style,
  };
}

/** A filled or outlined rectangle. */
export function rect(
  [x, y, w, h]: BoxTuple,
  style: Partial<Pick<RectElement, 'fill' | 'stroke' | 'isDashed' | 'radius'>>,
): RectElement {
  return {
    kind: 'rect',
    x,
    y,
    w,
    h,
    fill: null,
    stroke: null,
    isDashed: false,
    radius: 0,
    ...style,
  };
}

export function icon(
  [x, y, w, h]: BoxTuple,
  name: string,
  colour: string,
  alt: string,
): IconElement {
  return { kind: 'icon', x, y, w, h, name, colour, alt };
}

/** The small line and the title that every inner slide opens with. */
export function heading(palette: Palette, kicker: string, title: string): SlideElement[] {
  return [
    text([0.75, 0.6, 8, 0.32], kicker.toUpperCase(), {
      size: 12,
      weight: 700,
      colour: palette.brandText,
      tracking: 1.2,
      valign: 'middle',
    }),
    text([0.75, 0.96, 11.83, 1.0], title, {
      size: 32,
      minSize: 20,
      weight: 700,
      colour: palette.ink,
      leading: 1.14,
      tracking: -0.4,
      isTitle: true,
    }),
  ];
}

/** What only the founder knows: a dashed box in the colour of blanks. The wording always begins the same way. */
export function blank(
  palette: Palette,
  box: BoxTuple,
  missing: string,
  howToKnow: string,
): SlideElement[] {
  const [x, y, w, h] = box;
  const title = text([x + 0.25, y + 0.2, w - 0.5, 0.62], `Not known yet: ${missing}`, {
    size: 15,
    minSize: 11,
    weight: 700,
    colour: palette.blank.text,
    leading: 1.22,
  });
  const { lines, size } = fitText(title, estimateWidth);
  const titleHeight = (lines.length * size * title.leading) / 72;
  return [
    rect(box, {
      fill: palette.blank.fill,
      stroke: palette.blank.line,
      isDashed: true,
      radius: palette.radius,
    }),
    title,
    text([x + 0.25, y + 0.34 + titleHeight, w - 0.5, h - titleHeight - 0.48], howToKnow, {
      size: 14,
      colour: palette.blank.text,
      group: 'blank',
    }),
  ];
}

/** A tinted card with a title and a text; bodies with the same group share one size. */
export function card(
  palette: Palette,
  box: BoxTuple,
  title: string,
  body: string,
  group = 'card',
): SlideElement[] {
  const [x, y, w, h] = box;
  return [
    rect(box, { fill: palette.soft, radius: palette.radius }),
    text([x + 0.28, y + 0.2, w - 0.56, 0.5], title, {
      size: 16,
      minSize: 11,
      weight: 700,
      colour: palette.ink,
      leading: 1.2,
      group: `${group}-title`,
    }),
    text([x + 0.28, y + 0.66, w - 0.56, h - 0.8], body, {
      size: 14,
      colour: palette.mute,
      group: `${group}-body`,
    }),
  ];
}
