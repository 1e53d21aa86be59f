import { fitElements, fitSlides } from '../deck/fit-slides.js';
import { type FittedSlide, slideSize } from '../deck/slide-model.js';
import { iconOutline } from '../images/icon-outline.js';
import { estimateWidth } from '../text/estimate-width.js';
import { type CanvasPackage, type Context2D } from './canvas-port.js';
import { drawElements, unit } from './draw-elements.js';
import { type LoadedFonts, loadFonts } from './load-fonts.js';
import { type LoadedImages, loadImages } from './load-images.js';
import { type RenderedFile, type RenderRequest, type RenderResult } from './render-request.js';
import { type IconPainter, writePptx } from './write-pptx.js';

interface Pen {
  canvas: CanvasPackage;
  fonts: LoadedFonts;
  images: LoadedImages;
}

type Report = (fraction: number, substep: string) => void;

const pageWidth = Math.round(slideSize.width * unit);
const pageHeight = slideSize.height * unit;

/** Renders everything of a request. Without the native canvas only the PPTX is made, and the reason is told. */
export async function renderKit(request: RenderRequest, report: Report): Promise<RenderResult> {
  let canvas: CanvasPackage;
  try {
    canvas = (await import(request.canvasPackage)) as CanvasPackage;
  } catch (error) {
    const slides = fitSlides(request.slides, estimateWidth);
    const content = await writePptx(slides, request, () => null);
    return {
      type: 'done',
      files: [{ path: request.paths.pptx, content }],
      imagesLeftOut: `the drawing library could not be loaded on this machine (${firstLine(error)})`,
      uncovered: [],
    };
  }
  return renderWith(canvas, request, report);
}

async function renderWith(
  canvas: CanvasPackage,
  request: RenderRequest,
  report: Report,
): Promise<RenderResult> {
  const { paths, title } = request;
  report(0.05, 'Loading fonts');
  const fonts = loadFonts(canvas, textsOf(request), request.language, serifTextsOf(request));
  const images = await loadImages(canvas, [...request.slides, ...request.posters]);
  const pen = { canvas, fonts, images };
  const slides = fitSlides(request.slides, fonts.measure);
  report(0.2, 'Writing the deck');
  const files: RenderedFile[] = [
    { path: paths.pptx, content: await writePptx(slides, request, iconPainter(canvas)) },
    { path: paths.pdf, content: writePdf(pen, slides, title) },
  ];
  slides.forEach((slide, index) => {
    report(0.35 + (0.35 * index) / slides.length, `Drawing slide ${String(index + 1)}`);
    const content = paint(pen, pageWidth, pageHeight, slide);
    files.push({ path: paths.previews[index] ?? '', content });
  });
  request.posters.forEach((poster, index) => {
    report(0.7 + (0.3 * index) / request.posters.length, `Drawing ${poster.label}`);
    const elements = fitElements(poster.elements, fonts.measure);
    const content = paint(pen, poster.width, poster.height, { ...poster, elements });
    files.push({ path: poster.path, content });
  });
  return { type: 'done', files, imagesLeftOut: null, uncovered: fonts.uncovered };
}

function* textsOf({ slides, posters }: RenderRequest): Generator<string> {
  for (const { elements } of [...slides, ...posters])
    for (const element of elements) {
      if (element.kind === 'text') yield element.text;
      else if (element.kind === 'table') for (const cell of element.rows.flat()) yield cell.text;
      else if (element.kind === 'chart')
        for (const bar of element.bars) yield bar.label + element.unit;
    }
}

/** The texts of the serif look, which are only in the slides and posters of one theme. */
function serifTextsOf({ slides, posters }: RenderRequest): string[] {
  return [...slides, ...posters]
    .flatMap(({ elements }) => elements)
    .flatMap((element) =>
      element.kind === 'text' && element.face === 'serif' ? element.text : [],
    );
}

function paint(
  pen: Pen,
  width: number,
  height: number,
  picture: Pick<FittedSlide, 'elements'> & { background: string | null },
): Uint8Array {
  const surface = pen.canvas.createCanvas(width, height);
  const context = surface.getContext('2d');
  fillPage(context, width, height, picture.background);
  drawElements({ ...pen, context }, picture.elements);
  return surface.toBuffer('image/png');
}

function fillPage(context: Context2D, width: number, height: number, colour: string | null): void {
  if (colour === null) return;
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
}

/** One vector page a slide, text selectable. Skia writes no date, so equal slides give equal bytes. */
function writePdf(pen: Pen, slides: readonly FittedSlide[], title: string): Uint8Array {
  const pdf = new pen.canvas.PDFDocument({ title, author: title, creator: title });
  for (const slide of slides) {
    const context = pdf.beginPage(pageWidth, pageHeight) as Context2D;
    fillPage(context, pageWidth, pageHeight, slide.background);
    drawElements({ ...pen, context }, slide.elements);
    pdf.endPage();
  }
  return pdf.close();
}

function iconPainter(canvas: CanvasPackage): IconPainter {
  const painted = new Map<string, Uint8Array>();
  return (name, colour, edge) => {
    const key = `${name} ${colour} ${String(edge)}`;
    const known = painted.get(key);
    if (known) return known;
    const surface = canvas.createCanvas(edge, edge);
    const context = surface.getContext('2d');
    context.scale(edge / 24, edge / 24);
    context.strokeStyle = colour;
    context.lineWidth = 2;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.stroke(new canvas.Path2D(iconOutline(name)));
    const png = surface.toBuffer('image/png');
    painted.set(key, png);
    return png;
  };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
