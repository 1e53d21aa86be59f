/** A part of a slide, in inches. */
export type Area = readonly [x: number, y: number, w: number, h: number];

/** Wider than this in relation to its height, an area is divided side by side. */
const wideRatio = 2;

const isWide = ([, , w, h]: Area): boolean => w / h > wideRatio;

/** Equal columns from left to right. */
export function columnsOf([x, y, w, h]: Area, count: number, gap = 0.25): Area[] {
  const width = (w - gap * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => [x + index * (width + gap), y, width, h]);
}

/** Equal rows from top to bottom. */
export function rowsOf([x, y, w, h]: Area, count: number, gap = 0.2): Area[] {
  const height = (h - gap * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => [x, y + index * (height + gap), w, height]);
}

/** Columns in a wide area, rows in any other. */
export function cellsOf(area: Area, count: number, gap = 0.25): Area[] {
  return isWide(area) ? columnsOf(area, count, gap) : rowsOf(area, count, gap);
}

/** Two columns of rows, three in a wide area. */
export function gridOf(area: Area, count: number, gap = 0.22): Area[] {
  const across = Math.min(count, isWide(area) ? 3 : 2);
  const rows = rowsOf(area, Math.ceil(count / across), gap);
  return rows.flatMap((row) => columnsOf(row, across, gap)).slice(0, count);
}

/** Left and right. `share` is how much of it the first part takes. */
export function leftAndRight([x, y, w, h]: Area, share: number, gap = 0.35): [Area, Area] {
  const first = (w - gap) * share;
  return [
    [x, y, first, h],
    [x + first + gap, y, w - first - gap, h],
  ];
}

/** Top and bottom. */
export function topAndBottom([x, y, w, h]: Area, share: number, gap = 0.25): [Area, Area] {
  const first = (h - gap) * share;
  return [
    [x, y, w, first],
    [x, y + first + gap, w, h - first - gap],
  ];
}

/** Side by side in a wide area, one below the other in any other. */
export function split(area: Area, share: number, shareOfHeight = share): [Area, Area] {
  return isWide(area) ? leftAndRight(area, share) : topAndBottom(area, shareOfHeight);
}

/** The area with so much left out on each side. */
export function inset([x, y, w, h]: Area, across: number, down = across): Area {
  return [x + across, y + down, w - 2 * across, h - 2 * down];
}

/** The largest area of the ratio `width / height` in the middle of another. */
export function fitRatio([x, y, w, h]: Area, ratio: number): Area {
  const width = Math.min(w, h * ratio);
  const height = width / ratio;
  return [x + (w - width) / 2, y + (h - height) / 2, width, height];
}
