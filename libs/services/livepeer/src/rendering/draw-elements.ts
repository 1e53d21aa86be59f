import { fitElements } from '../deck/fit-slides.js';
import {
  type FittedElement,
  type FittedText,
  type IconElement,
  type ImageElement,
  type RectElement,
} from '../deck/slide-model.js';
import { iconOutline } from '../images/icon-outline.js';
import { isRightToLeft } from '../text/fit-text.js';
import { chartAsShapes, tableAsShapes } from './as-shapes.js';
import { type CanvasPackage, type Context2D } from './canvas-port.js';
import { type LoadedFonts } from './load-fonts.js';
import { type LoadedImages } from './load-images.js';

/** Pixels of the canvas to the inch; also the points of a PDF page. */
export const unit = 72;

/** Ascent and descent of Inter in ems, to set a line in the middle of its leading. */
const ascent = 0.969;
const descent = 0.242;

interface Pen {
  canvas: CanvasPackage;
  context: Context2D;
  fonts: LoadedFonts;
  /** Needed where elements hold images. */
  images?: LoadedImages;
}

/** Draws elements onto a canvas or a PDF page. */
export function drawElements(pen: Pen, elements: readonly FittedElement[]): void {
  for (const element of elements) {
    if (element.kind === 'rect') drawRect(pen, element);
    else if (element.kind === 'text') drawText(pen, element);
    else if (element.kind === 'icon') drawIcon(pen, element);
    else if (element.kind === 'image') drawImage(pen, element);
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
  const { x, y, w, h, lines, breaks, size, leading, valign } = element;
  fonts.apply(context, element.weight, size, element.face);
  context.letterSpacing = `${String(element.tracking)}px`;
  context.fillStyle = element.colour;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  const lineHeight = size * leading;
  const space = h * unit - lines.length * lineHeight - breaks.length * element.paragraphGap;
  const top = y * unit + (valign === 'top' ? 0 : valign === 'middle' ? space / 2 : space);
  const above = (lineHeight - (ascent + descent) * size) / 2 + ascent * size;
  let paragraph = 0;
  lines.forEach((line, index) => {
    if (index > 0 && breaks.includes(index - 1)) paragraph++;
    const isFlipped = isRightToLeft(element.text.split('\n')[paragraph] ?? '');
    context.direction = isFlipped ? 'rtl' : 'ltr';
    const content = fonts.drawable(line);
    const width = context.measureText(content).width;
    const offset = offsetOf(element, isFlipped, w * unit - width);
    const baseline = top + paragraph * element.paragraphGap + index * lineHeight + above;
    context.fillText(content, x * unit + offset, baseline);
  });
  context.direction = 'ltr';
  context.letterSpacing = '0px';
}

function offsetOf({ align, followsScript }: FittedText, isFlipped: boolean, free: number): number {
  if (align === 'center') return free / 2;
  return align === 'right' || (isFlipped && followsScript) ? free : 0;
}

function drawImage({ context, images }: Pen, { x, y, w, h, source, pixels }: ImageElement): void {
  const image = images?.get(source);
  if (!image) return;
  const height = Math.min(pixels.height, (pixels.width * h) / w);
  context.drawImage(image, 0, 0, pixels.width, height, x * unit, y * unit, w * unit, h * unit);
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
