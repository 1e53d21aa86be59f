import pptxgen from 'pptxgenjs';
import { cellPadding, chartLabelShare } from '../deck/fit-slides.js';
import {
  type ChartElement,
  type Face,
  type FittedElement,
  type FittedSlide,
  type FittedText,
  type ImageElement,
  type RectElement,
  type TableElement,
} from '../deck/slide-model.js';
import { isRightToLeft } from '../text/fit-text.js';
import { normalisePptx } from './normalise-pptx.js';

// The types of the package describe its CommonJS build, in which the class is one `default` deeper.
const PptxGenJS = pptxgen as unknown as typeof pptxgen.default;
type Presentation = InstanceType<typeof PptxGenJS>;
type SlideHandle = ReturnType<Presentation['addSlide']>;

/**
 * On every Windows and macOS, and no wider than the fonts by which texts are fitted (Inter, Noto Serif). LibreOffice
 * elsewhere has stand-ins of the same width for Arial.
 */
const fontFaces: Record<Face, string> = { sans: 'Arial', serif: 'Georgia' };
const fontFace = fontFaces.sans;

const titleName = 'title';

/** Draws one icon as PNG; null where there is no canvas. */
export type IconPainter = (name: string, colour: string, edge: number) => Uint8Array | null;

const bare = (colour: string): string => colour.slice(1).toUpperCase();

/**
 * The deck as an editable PowerPoint file: text as text, shapes, table and chart native, notes with the sources.
 * The same slides give the same bytes.
 */
export async function writePptx(
  slides: readonly FittedSlide[],
  { title, language }: { title: string; language: string },
  paintIcon: IconPainter,
): Promise<Uint8Array> {
  const deck = new PptxGenJS();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = title;
  deck.author = title;
  // The one property that the package writes without escaping it.
  deck.company = '';
  deck.theme = { headFontFace: fontFaces[faceOfTitles(slides)], bodyFontFace: fontFace };
  const layouts = new Set<string>();
  for (const slide of slides) {
    const handle = deck.addSlide({ masterName: layoutFor(deck, layouts, slide) });
    handle.background = { color: bare(slide.background) };
    handle.addNotes(slide.notes);
    for (const element of slide.elements) addElement(deck, handle, element, paintIcon);
  }
  const written = await deck.write({ outputType: 'uint8array', compression: false });
  return normalisePptx(written as Uint8Array, eastAsianFont(language));
}

/**
 * The layout of a slide: one for each place that a title has. A title takes its place from there, and outlines and
 * screen readers can name the slide by it.
 */
function layoutFor(deck: Presentation, known: Set<string>, { elements }: FittedSlide): string {
  const title = elements.find((element) => element.kind === 'text' && element.isTitle);
  if (title?.kind !== 'text') return 'DEFAULT';
  const { x, y, w, h, valign } = title;
  const name = `Title at ${String(x)}, ${String(y)}`;
  if (!known.has(name)) {
    known.add(name);
    deck.defineSlideMaster({
      title: name,
      objects: [
        {
          placeholder: {
            options: { name: titleName, type: 'title', x, y, w, h, valign, margin: 0 },
            text: '',
          },
        },
      ],
    });
  }
  return name;
}

function addElement(
  deck: Presentation,
  slide: SlideHandle,
  element: FittedElement,
  paintIcon: IconPainter,
): void {
  const { x, y, w, h } = element;
  if (element.kind === 'rect') addRect(deck, slide, element);
  else if (element.kind === 'text') addText(slide, element);
  else if (element.kind === 'image') addImage(slide, element);
  else if (element.kind === 'table') addTable(slide, element);
  else if (element.kind === 'chart') addChart(deck, slide, element);
  else {
    // Four pixels to the point: sharp on a projector, about 3 kB an icon.
    const png = paintIcon(element.name, element.colour, Math.ceil(w * 72 * 4));
    if (png)
      slide.addImage({
        data: `image/png;base64,${Buffer.from(png).toString('base64')}`,
        x,
        y,
        w,
        h,
        altText: element.alt || 'Decoration',
      });
  }
}

/** The native crop of PowerPoint: the whole picture is in the file and can be shown again. */
function addImage(slide: SlideHandle, { x, y, w, h, source, pixels, alt }: ImageElement): void {
  const whole = (w * pixels.height) / pixels.width;
  slide.addImage({
    data: `image/png;base64,${Buffer.from(source).toString('base64')}`,
    x,
    y,
    w,
    h: Math.max(h, whole),
    altText: alt,
    ...(whole > h ? { sizing: { type: 'crop', x: 0, y: 0, w, h } } : {}),
  });
}

function faceOfTitles(slides: readonly FittedSlide[]): Face {
  const titles = slides.flatMap(({ elements }) =>
    elements.filter((element) => element.kind === 'text' && element.isTitle),
  );
  return titles.some((title) => title.kind === 'text' && title.face === 'serif') ? 'serif' : 'sans';
}

/** Where a text has Han, kana or Hangul: fonts of Windows and of Office for macOS, by the language of the sentence. */
function eastAsianFont(language: string): string {
  const main = language.split('-', 1)[0] ?? '';
  return { zh: 'Microsoft YaHei', ko: 'Malgun Gothic' }[main] ?? 'Yu Gothic';
}

function addRect(deck: Presentation, slide: SlideHandle, element: RectElement): void {
  const { x, y, w, h, fill, stroke, isDashed, radius } = element;
  slide.addShape(radius > 0 ? deck.ShapeType.roundRect : deck.ShapeType.rect, {
    x,
    y,
    w,
    h,
    ...(fill ? { fill: { color: bare(fill) } } : {}),
    ...(stroke
      ? { line: { color: bare(stroke), width: 1, dashType: isDashed ? 'dash' : 'solid' } }
      : {}),
    ...(radius > 0 ? { rectRadius: Math.min(radius, w / 2, h / 2) } : {}),
  });
}

function addText(slide: SlideHandle, element: FittedText): void {
  const { x, y, w, h, text, size, weight, valign, leading, tracking, paragraphGap } = element;
  const paragraphs = text.split('\n');
  slide.addText(
    paragraphs.map((paragraph, index) => ({
      text: paragraph,
      options: { ...directionOf(paragraph, element), breakLine: index < paragraphs.length - 1 },
    })),
    {
      x,
      y,
      w,
      h,
      margin: 0,
      fontFace: fontFaces[element.face],
      fontSize: size,
      bold: weight >= 600,
      color: bare(element.colour),
      align: element.align,
      valign,
      // PowerPoint counts from the font's own line height, which is 1.15 ems in Arial.
      lineSpacingMultiple: Math.round((leading / 1.15) * 100) / 100,
      ...(tracking === 0 ? {} : { charSpacing: tracking }),
      ...(paragraphGap === 0 ? {} : { paraSpaceAfter: paragraphGap }),
      wrap: true,
      fit: 'none',
      ...(element.isTitle ? { placeholder: titleName } : {}),
    },
  );
}

function directionOf(
  paragraph: string,
  { align, followsScript }: FittedText,
): { align: FittedText['align']; rtlMode?: boolean } {
  if (!isRightToLeft(paragraph)) return { align };
  return { align: align === 'left' && followsScript ? 'right' : align, rtlMode: true };
}

function addTable(slide: SlideHandle, table: TableElement): void {
  const { x, y, w, columnWidths, rowHeight, size, line, rows } = table;
  const border = { type: 'solid' as const, pt: 0.75, color: bare(line) };
  const none = { type: 'none' as const };
  slide.addTable(
    rows.map((row) =>
      row.map((cell) => ({
        text: cell.text,
        options: {
          bold: cell.weight >= 600,
          color: bare(cell.colour),
          fill: { color: bare(cell.fill) },
          align: cell.align,
          valign: 'middle' as const,
          border: [none, none, border, none] as [
            typeof none,
            typeof none,
            typeof border,
            typeof none,
          ],
        },
      })),
    ),
    {
      x,
      y,
      w,
      colW: columnWidths,
      rowH: rows.map(() => rowHeight),
      fontSize: size,
      fontFace,
      margin: [cellPadding.y, cellPadding.x, cellPadding.y, cellPadding.x],
    },
  );
}

function addChart(deck: Presentation, slide: SlideHandle, chart: ChartElement): void {
  const { x, y, w, h, name, bars, max, unit, colour, text } = chart;
  // The axis of a bar chart counts from the bottom.
  const upwards = [...bars].reverse();
  slide.addChart(
    deck.ChartType.bar,
    [
      {
        name,
        labels: upwards.map(({ label }) => label),
        values: upwards.map(({ value }) => value),
      },
    ],
    {
      x,
      y,
      w,
      h,
      barDir: 'bar',
      // Labels on the left, as in the PDF; without it long labels push the bars aside.
      layout: { x: chartLabelShare, y: 0, w: 0.94 - chartLabelShare, h: 1 },
      chartColors: [bare(colour)],
      barGapWidthPct: 90,
      catAxisLabelFontFace: fontFace,
      catAxisLabelFontSize: 12,
      catAxisLabelColor: bare(text),
      catAxisLineShow: false,
      valAxisHidden: true,
      valAxisLineShow: false,
      valAxisMinVal: 0,
      valAxisMaxVal: max,
      valGridLine: { style: 'none' },
      showValue: true,
      dataLabelFontFace: fontFace,
      dataLabelFontSize: 12,
      dataLabelFontBold: true,
      dataLabelColor: bare(text),
      // Quotes in a number format mark text that stands for itself.
      dataLabelFormatCode: unit === '' ? '0.##' : `0.##"${unit}"`,
      dataLabelPosition: 'outEnd',
      showLegend: false,
      altText: `${name}: ${bars.map(({ label, value }) => `${label} ${String(value)}${unit}`).join(', ')}`,
    },
  );
}
