import { cellPadding, chartLabelShare } from '../deck/fit-slides.js';
import { rect, text } from '../deck/slide-elements.js';
import {
  type ChartElement,
  type RectElement,
  type TableElement,
  type TextElement,
} from '../deck/slide-model.js';

type Shape = RectElement | TextElement;

/** A table as the rectangles and texts that a canvas can draw. */
export function tableAsShapes(table: TableElement): Shape[] {
  const { x, y, rowHeight, columnWidths, rows, size, line } = table;
  return rows.flatMap((row, rowIndex) => {
    const top = y + rowIndex * rowHeight;
    let left = x;
    const cells = row.flatMap((cell, column) => {
      const w = columnWidths[column] ?? 0;
      const { weight, colour, align } = cell;
      const style = { size, minSize: size, weight, colour, align, leading: 1.2 } as const;
      const shapes: Shape[] = [
        rect([left, top, w, rowHeight], { fill: cell.fill }),
        text([left + cellPadding.x, top, w - 2 * cellPadding.x, rowHeight], cell.text, {
          ...style,
          valign: 'middle',
        }),
      ];
      left += w;
      return shapes;
    });
    // The row lies below its cells, or hairlines of paper show between them.
    const ground = rect([x, top, left - x, rowHeight], { fill: row[0]?.fill ?? null });
    return [ground, ...cells, rect([x, top + rowHeight - 0.01, left - x, 0.01], { fill: line })];
  });
}

/** Room for a value and its unit right of the longest bar, in inches. */
const valueWidth = (unit: string): number => 0.55 + unit.length * 0.11;

/** Horizontal bars with their label on the left and their value behind the bar. */
export function chartAsShapes({
  x,
  y,
  w,
  h,
  bars,
  max,
  unit,
  colour,
  text: ink,
}: ChartElement): Shape[] {
  const rowHeight = h / bars.length;
  const labelWidth = w * chartLabelShare;
  const full = w - labelWidth - valueWidth(unit);
  return bars.flatMap(({ label, value }, index): Shape[] => {
    const top = y + index * rowHeight;
    const length = Math.max(max > 0 ? (full * value) / max : 0, 0.02);
    const thickness = Math.min(rowHeight * 0.5, 0.42);
    const style = { size: 12, minSize: 8, colour: ink, leading: 1.2, valign: 'middle' } as const;
    return [
      text([x, top, labelWidth - 0.2, rowHeight * 0.92], label, { ...style, align: 'right' }),
      rect([x + labelWidth, top + (rowHeight - thickness) / 2, length, thickness], {
        fill: colour,
      }),
      text(
        [x + labelWidth + length + 0.1, top, valueWidth(unit) - 0.1, rowHeight],
        String(value) + unit,
        {
          ...style,
          weight: 700,
        },
      ),
    ];
  });
}
