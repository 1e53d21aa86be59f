import { type Fit, fitText, type MeasureText } from '../text/fit-text.js';
import {
  type ChartElement,
  type FittedElement,
  type FittedSlide,
  type FittedText,
  type Slide,
  type SlideElement,
  type TableElement,
  type TextElement,
} from './slide-model.js';

/** Space between a table's text and the edge of its cell, in inches. */
export const cellPadding = { x: 0.1, y: 0.04 } as const;

/** Share of a chart's width that its labels take. */
export const chartLabelShare = 0.44;

/** Settles the size and the lines of every text; texts of one group share the smallest size among them. */
export function fitElements(
  elements: readonly SlideElement[],
  measure: MeasureText,
): FittedElement[] {
  const sizes = new Map<string, number>();
  for (const element of elements) {
    if (element.kind !== 'text' || element.group === undefined) continue;
    const { size } = fitText(element, measure);
    sizes.set(element.group, Math.min(size, sizes.get(element.group) ?? size));
  }
  return elements.map((element) => {
    if (element.kind === 'table') return fitTable(element, measure);
    if (element.kind === 'chart') return fitChart(element, measure);
    if (element.kind !== 'text') return element;
    return fitOne(element, sizes.get(element.group ?? '') ?? element.size, measure);
  });
}

export function fitSlides(slides: readonly Slide[], measure: MeasureText): FittedSlide[] {
  return slides.map((slide) => ({ ...slide, elements: fitElements(slide.elements, measure) }));
}

function fitOne(element: TextElement, size: number, measure: MeasureText): FittedText {
  const { minSize, ...rest } = element;
  const fit = fitText({ ...element, size, minSize: Math.min(minSize, size) }, measure);
  // A cut text is cut in every format; the whole of it is in the notes.
  const text = fit.isCut ? joinLines(fit) : element.text;
  return { ...rest, size: fit.size, lines: fit.lines, breaks: fit.breaks, text };
}

function joinLines({ lines, breaks }: Fit): string {
  return lines
    .map((line, index) => line + (breaks.includes(index) ? '\n' : ' '))
    .join('')
    .trim();
}

/** Labels of at most two lines in their share of the chart. */
function fitChart(chart: ChartElement, measure: MeasureText): ChartElement {
  const box = {
    w: chart.w * chartLabelShare - 0.2,
    h: Math.min(chart.h / chart.bars.length, 0.42),
    size: 12,
    minSize: 12,
    weight: 400,
    leading: 1.2,
    tracking: 0,
    paragraphGap: 0,
  } as const;
  return {
    ...chart,
    bars: chart.bars.map((bar) => {
      const fit = fitText({ ...box, text: bar.label }, measure);
      return fit.isCut ? { ...bar, label: joinLines(fit) } : bar;
    }),
  };
}

function fitTable(table: TableElement, measure: MeasureText): TableElement {
  const boxes = table.rows.flatMap((row) =>
    row.map((cell, column) => ({
      text: cell.text,
      weight: cell.weight,
      w: (table.columnWidths[column] ?? 1) - 2 * cellPadding.x,
      h: table.rowHeight - 2 * cellPadding.y,
      size: table.size,
      minSize: 8,
      leading: 1.2,
      tracking: 0,
      paragraphGap: 0,
    })),
  );
  const fits = boxes.map((box) => fitText(box, measure));
  const size = Math.min(...fits.map((fit) => fit.size));
  const columns = table.columnWidths.length;
  return {
    ...table,
    size,
    rows: table.rows.map((row, rowIndex) =>
      row.map((cell, column) => {
        const fit = fits[rowIndex * columns + column];
        return fit?.isCut ? { ...cell, text: joinLines(fit) } : cell;
      }),
    ),
  };
}
