import { type Hex } from '../colour/contrast.js';

/** The slide is 13.333 by 7.5 inches (16:9). Every position and size of the model is in inches, text in points. */
export const slideSize = { width: 13.333, height: 7.5 } as const;

/** The typeface of a text: sans is Inter in pictures and Arial in the PPTX, serif is Noto Serif and Georgia. */
export type Face = 'sans' | 'serif';

interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface TextElement extends Box {
  kind: 'text';
  /** Paragraphs are separated by a line feed. */
  text: string;
  /** The size to begin with; it is lowered to `minSize` until the text fits its box. */
  size: number;
  minSize: number;
  weight: 400 | 600 | 700;
  face: Face;
  colour: Hex;
  align: 'left' | 'center' | 'right';
  valign: 'top' | 'middle' | 'bottom';
  /** Line height as a multiple of the size. */
  leading: number;
  /** Extra space between letters in points. */
  tracking: number;
  /** Extra space after each paragraph in points. */
  paragraphGap: number;
  /** Whether right-to-left text moves to the right edge; labels beside an icon stay where they are. */
  followsScript: boolean;
  /** The title of its slide, for outlines and screen readers. */
  isTitle: boolean;
  /** Texts of one slide with the same group get the size of the smallest among them. */
  group?: string;
}

export interface RectElement extends Box {
  kind: 'rect';
  fill: Hex | null;
  stroke: Hex | null;
  isDashed: boolean;
  radius: number;
}

/** The brand's icon or an entity's, stroked in one colour. */
export interface IconElement extends Box {
  kind: 'icon';
  name: string;
  colour: Hex;
  /** Read aloud by screen readers. */
  alt: string;
}

/** A picture of the running app, cut at its lower edge where it is longer than its box. */
export interface ImageElement extends Box {
  kind: 'image';
  /** PNG. */
  source: Uint8Array;
  /** Size of the picture in pixels. */
  pixels: { width: number; height: number };
  /** Read aloud by screen readers. */
  alt: string;
}

export interface TableCell {
  text: string;
  weight: 400 | 600 | 700;
  colour: Hex;
  fill: Hex;
  align: 'left' | 'center';
}

export interface TableElement extends Box {
  kind: 'table';
  columnWidths: number[];
  rowHeight: number;
  size: number;
  line: Hex;
  rows: TableCell[][];
}

/** Horizontal bars with their values. */
export interface ChartElement extends Box {
  kind: 'chart';
  name: string;
  bars: { label: string; value: number }[];
  max: number;
  /** What stands behind each value, with its space: ` EUR`. */
  unit: string;
  colour: Hex;
  text: Hex;
}

export type SlideElement =
  TextElement | RectElement | IconElement | ImageElement | TableElement | ChartElement;

export interface Slide {
  title: string;
  /** Speaker notes with the sources, one paragraph a line. */
  notes: string;
  background: Hex;
  elements: SlideElement[];
}

/** A text whose size and lines are settled. */
export type FittedText = Omit<TextElement, 'minSize'> & { lines: string[]; breaks: number[] };
export type FittedElement = Exclude<SlideElement, TextElement> | FittedText;
export interface FittedSlide extends Omit<Slide, 'elements'> {
  elements: FittedElement[];
}
