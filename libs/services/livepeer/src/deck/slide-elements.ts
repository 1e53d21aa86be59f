import { type Area } from './layout.js';
import { type IconElement, type RectElement, type TextElement } from './slide-model.js';

/** A text box; regular, left, top unless told otherwise. */
export function text(
  [x, y, w, h]: Area,
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
    face: 'sans',
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
  [x, y, w, h]: Area,
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

export function icon([x, y, w, h]: Area, name: string, colour: string, alt: string): IconElement {
  return { kind: 'icon', x, y, w, h, name, colour, alt };
}
