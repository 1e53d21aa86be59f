import { fitElements } from '../deck/fit-slides.js';
import {
  type FittedElement,
  type FittedText,
  type IconElement,
  type RectElement,
} from '../deck/slide-model.js';
import { iconOutline } from '../images/icon-outline.js';
import { isRightToLeft } from '../text/fit-text.js';
import { chartAsShapes, tableAsShapes } from './as-shapes.js';
import { type CanvasPackage, type Context2D } from './canvas-port.js';
import { type LoadedFonts } from './load-fonts.js';

/** Pixels of the canvas to the inch; also the points of a PDF page. */
export const unit = 72;

/** Ascent and descent of Inter in ems, to set a line in the middle of its leading. */
const ascent = 0.969;
const descent = 0.242;

interface Pen {
  canvas: CanvasPackage;
  context: Context2D;
  fonts: LoadedFonts;
}

/** Draws elements onto a canvas or a PDF page. */
export function drawElements(pen: Pen, elements: readonly FittedElement[]): void {
  for (const element of elements) {
    if (element.kind === 'rect') drawRect(pen, element);
    else if (element.kind === 'text') drawText(pen, element);
    else if (element.kind === 'icon') drawIcon(pen, element);
    else {
      const shapes = element.kind === 'table' ? tableAsShapes(element) : chartAsShapes(element);
      drawElements(pen, fitElements(shapes, pen.fonts.measure));
    }
  }
}

function drawRect(
  { context }: Pen,
  { x, y, w, h, fill, stroke, isDashed, radius }: RectElement,
): void {
  context.beginPath();
  if (radius > 0)
    context.roundRect(
      x * unit,
      y * unit,
      w * unit,
      h * unit,
      Math.min(radius, w / 2, h / 2) * unit,
    );
  else context.rect(x * unit, y * unit, w * unit, h * unit);
  if (fill) {
    context.fillStyle = fill;
    context.fill();
  }
  if (stroke) {
    context.strokeStyle = stroke;
    context.lineWidth = 1;
    context.setLineDash(isDashed ? [5, 4] : []);
    context.stroke();
    context.setLineDash([]);
  }
}

function drawText({ context, fonts }: Pen, element: FittedText): void {
  const { x, y, w, h, lines, breaks, size, leading, tracking, valign } = element;
  fonts.apply(context, element.weight, size);
  context.letterSpacing = `${String(tracking)}px`;
  context.fillStyle = element.colour;
  context.textBaseline = 'alphabetic';
  const lineHeight = size * leading;
  const gap = element.paragraphGap;
  const space = h * unit - lines.length * lineHeight - breaks.length * gap;
  const top = y * unit + (valign === 'top' ? 0 : valign === 'middle' ? space / 2 : space);
  const isFlipped = element.align === 'left' && isRightToLeft(element.text);
  const align = isFlipped ? 'right' : element.align;
  context.textAlign = 'left';
  lines.forEach((line, index) => {
    const content = fonts.drawable(line);
    const free = align === 'left' ? 0 : w * unit - context.measureText(content).width;
    const gaps = breaks.filter((end) => end < index).length * gap;
    const baseline =
      top +
      gaps +
      index * lineHeight +
      (lineHeight - (ascent + descent) * size) / 2 +
      ascent * size;
    context.fillText(content, x * unit + (align === 'center' ? free / 2 : free), baseline);
  });
  context.letterSpacing = '0px';
}

function drawIcon({ canvas, context }: Pen, { x, y, w, name, colour }: IconElement): void {
  context.save();
  context.translate(x * unit, y * unit);
  context.scale((w * unit) / 24, (w * unit) / 24);
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.stroke(new canvas.Path2D(iconOutline(name)));
  context.restore();
}
