import { fitElements } from '../../deck/fit-slides.js';
import { type FittedElement, slideSize } from '../../deck/slide-model.js';
import { type Canvas, type CanvasPackage, type Context2D } from '../../rendering/canvas-port.js';
import { drawElements, unit } from '../../rendering/draw-elements.js';
import { type LoadedFonts } from '../../rendering/load-fonts.js';
import { type LoadedImages } from '../../rendering/load-images.js';
import { type Scene, type VideoLayer } from '../video-model.js';
import { placeLayer, type Placement, placePointer, type PointerPlace } from './motion.js';

export interface Pen {
  canvas: CanvasPackage;
  fonts: LoadedFonts;
  /** Pictures that layers hold. */
  images?: LoadedImages;
  /** Pixels of the video to the inch of a slide. */
  pixelsPerInch: number;
}

/** A layer drawn once; `x` and `y` are pixels. */
interface Sprite {
  layer: Omit<VideoLayer, 'elements'>;
  picture: Canvas;
  x: number;
  y: number;
}

/** What is seen of a scene at one moment. */
export interface View {
  sprites: { sprite: Sprite; placement: Placement }[];
  pointer: PointerPlace | null;
}

export interface StagedScene {
  scene: Scene;
  sprites: Sprite[];
}

/** Seconds between one line of a headline and the next. */
const lineDelay = 0.13;
/** Letters may reach out of their box by so many inches. */
const overhang = 0.1;

/** Draws every layer of a scene to a picture of its own, so that a frame is only put together from them. */
export function stageScene(pen: Pen, scene: Scene): StagedScene {
  const sprites = scene.layers.flatMap(({ elements, ...layer }) => {
    const fitted = fitElements(elements, pen.fonts.measure);
    return (layer.isStaggered ? splitLines(fitted) : [fitted]).map((part, index) =>
      drawSprite(pen, part, { ...layer, at: layer.at + index * lineDelay }),
    );
  });
  return { scene, sprites };
}

/** One element for each line of a text; anything else stays whole. */
function splitLines(elements: readonly FittedElement[]): FittedElement[][] {
  const [element] = elements;
  if (elements.length !== 1 || element?.kind !== 'text' || element.breaks.length > 0)
    return [[...elements]];
  const { lines, size, leading, valign, h } = element;
  const lineHeight = (size * leading) / unit;
  const space = h - lines.length * lineHeight;
  const top = element.y + (valign === 'top' ? 0 : valign === 'middle' ? space / 2 : space);
  return lines.map((line, index) => [
    {
      ...element,
      text: line,
      lines: [line],
      valign: 'top',
      y: top + index * lineHeight,
      h: lineHeight,
    },
  ]);
}

function drawSprite(
  { canvas, fonts, images, pixelsPerInch }: Pen,
  elements: readonly FittedElement[],
  layer: Omit<VideoLayer, 'elements'>,
): Sprite {
  const left = Math.min(...elements.map(({ x }) => x)) - overhang;
  const top = Math.min(...elements.map(({ y }) => y)) - overhang;
  const right = Math.max(...elements.map(({ x, w }) => x + w)) + overhang;
  const bottom = Math.max(...elements.map(({ y, h }) => y + h)) + overhang;
  // Whole pixels, or what stands still would be drawn between them and look soft.
  const [x, y] = [Math.floor(left * pixelsPerInch), Math.floor(top * pixelsPerInch)];
  const picture = canvas.createCanvas(
    Math.ceil(right * pixelsPerInch) - x,
    Math.ceil(bottom * pixelsPerInch) - y,
  );
  const context = picture.getContext('2d');
  context.translate(-x, -y);
  context.scale(pixelsPerInch / unit, pixelsPerInch / unit);
  // Screenshots are drawn smaller than they are; their words stay sharp.
  context.imageSmoothingQuality = 'high';
  drawElements({ canvas, context, fonts, ...(images ? { images } : {}) }, elements);
  return { layer, picture, x, y };
}

/** What is seen at a second of the scene. */
export function viewAt({ scene, sprites }: StagedScene, time: number): View {
  return {
    sprites: sprites.flatMap((sprite) => {
      const placement = placeLayer(sprite.layer, time);
      return placement ? [{ sprite, placement }] : [];
    }),
    pointer: placePointer(scene.pointer, time),
  };
}

/** Equal for two moments of one scene that look the same. */
export function keyOf({ sprites, pointer }: View): string {
  const round = (value: number): number => Math.round(value * 2000);
  return JSON.stringify([
    ...sprites.map(({ sprite: { x, y }, placement: { alpha, dx, dy, scale, reveal } }) =>
      [x, y, ...[alpha, dx, dy, scale, reveal].map(round)].join(),
    ),
    pointer && [pointer.x, pointer.y, pointer.alpha, pointer.press ?? -1].map(round),
  ]);
}

/** Puts a view together on a context whose unit is the pixel. */
export function drawView(
  context: Context2D,
  { canvas, pixelsPerInch }: Pen,
  { scene }: StagedScene,
  { sprites, pointer }: View,
): void {
  context.globalAlpha = 1;
  context.fillStyle = scene.background;
  context.fillRect(
    0,
    0,
    Math.ceil(slideSize.width * pixelsPerInch),
    Math.ceil(slideSize.height * pixelsPerInch),
  );
  for (const { sprite, placement } of sprites) drawAt(context, sprite, placement, pixelsPerInch);
  context.globalAlpha = 1;
  if (pointer) drawPointer(canvas, context, pointer, pixelsPerInch);
}

function drawAt(
  context: Context2D,
  { picture, x, y }: Sprite,
  { alpha, dx, dy, scale, reveal }: Placement,
  pixelsPerInch: number,
): void {
  const { width, height } = picture;
  const [left, top] = [x + dx * pixelsPerInch, y + dy * pixelsPerInch];
  context.globalAlpha = alpha;
  if (reveal < 1) {
    const shown = Math.round(width * reveal);
    if (shown > 0) context.drawImage(picture, 0, 0, shown, height, left, top, shown, height);
  } else if (scale === 1) context.drawImage(picture, left, top);
  else
    context.drawImage(
      picture,
      left + (width * (1 - scale)) / 2,
      top + (height * (1 - scale)) / 2,
      width * scale,
      height * scale,
    );
}

/** An arrow on a grid of 24, its tip at 0, 0. */
const arrow = 'M0 0V19.5L4.9 15L8.2 22.6L11.6 21.1L8.4 13.8H15Z';

function drawPointer(
  canvas: CanvasPackage,
  context: Context2D,
  { x, y, alpha, press }: PointerPlace,
  pixelsPerInch: number,
): void {
  context.save();
  context.translate(x * pixelsPerInch, y * pixelsPerInch);
  context.scale(pixelsPerInch / unit, pixelsPerInch / unit);
  if (press !== null) {
    context.globalAlpha = alpha * (1 - press) * 0.35;
    context.fillStyle = '#0b0d14';
    context.beginPath();
    context.arc(0, 0, 6 + 22 * press, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = alpha;
  const size = 1.25 - (press === null ? 0 : 0.2 * Math.sin(Math.PI * Math.min(1, press * 2)));
  context.scale(size, size);
  const path = new canvas.Path2D(arrow);
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = '#ffffff';
  context.stroke(path);
  context.fillStyle = '#0b0d14';
  context.fill(path);
  context.restore();
}
