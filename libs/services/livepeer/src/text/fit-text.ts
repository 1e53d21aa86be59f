import { type Face } from '../deck/slide-model.js';

/** Width of a text in ems (multiples of the type size), without extra letter spacing. */
export type MeasureText = (text: string, weight: 400 | 600 | 700, face?: Face) => number;

export interface TextBox {
  text: string;
  /** Inches. */
  w: number;
  h: number;
  /** Points: the size to begin with and the lowest to go to. */
  size: number;
  minSize: number;
  weight: 400 | 600 | 700;
  face?: Face;
  leading: number;
  tracking: number;
  paragraphGap: number;
}

export interface Fit {
  size: number;
  lines: string[];
  /** Indexes of the lines after which a paragraph ends, but for the last one. */
  breaks: number[];
  /** Whether the end had to be left out even at the lowest size. */
  isCut: boolean;
}

interface Token {
  text: string;
  /** A space before it where it does not begin the line. */
  space: boolean;
  width: number;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const words = new Intl.Segmenter('th', { granularity: 'word' });

/** Scripts that are written without spaces: a line may break between their characters or words. */
const spaceless =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}、。]/u;
/** Marks that must not begin a line (the common part of JIS X 4051 and GB/T 15834). */
const hangsOn = /^[、。，．・：；？！」』）】〕〉》”’,.;:!?)\]}ー々…]/u;

/** The largest size from `size` down to `minSize` at which the text fits; cut with an ellipsis where none does. */
export function fitText(box: TextBox, measureFace: MeasureText): Fit {
  const measure: MeasureText = (text, weight) => measureFace(text, weight, box.face);
  const paragraphs = box.text.split('\n').map((paragraph) => tokens(paragraph, box, measure));
  const fits = (fit: Fit): boolean => heightOf(fit, box) <= box.h * 72 + 0.01;
  const widest = Math.max(
    0,
    ...paragraphs.flat().map((token) => token.width + trackingOf(token, box)),
  );
  // Smaller type is better than a broken word, but not much smaller.
  const smallestWhole = Math.max(box.minSize, box.size * 0.55);
  for (let size = box.size; size >= smallestWhole; size -= 0.5) {
    if (widest > lineWidth(box, size)) continue;
    const fit = layOut(paragraphs, box, size, measure);
    if (fits(fit)) return fit;
  }
  for (let size = box.size; size >= box.minSize; size -= 0.5) {
    const fit = layOut(paragraphs, box, size, measure);
    if (fits(fit)) return fit;
  }
  return cutToBox(layOut(paragraphs, box, box.minSize, measure), box, measure);
}

function layOut(
  paragraphs: readonly Token[][],
  box: TextBox,
  size: number,
  measure: MeasureText,
): Fit {
  const lines: string[] = [];
  const breaks: number[] = [];
  paragraphs.forEach((paragraph, index) => {
    lines.push(...wrap(paragraph, box, size, measure));
    if (index < paragraphs.length - 1) breaks.push(lines.length - 1);
  });
  return { size, lines, breaks, isCut: false };
}

function heightOf({ size, lines, breaks }: Fit, box: TextBox): number {
  return lines.length * size * box.leading + breaks.length * box.paragraphGap;
}

/** As many whole lines as the box holds, the last one ending in an ellipsis where something follows. */
function cutToBox(fit: Fit, box: TextBox, measure: MeasureText): Fit {
  let count = fit.lines.length;
  const kept = (): Fit => ({
    size: fit.size,
    lines: fit.lines.slice(0, count),
    breaks: fit.breaks.filter((index) => index < count - 1),
    isCut: count < fit.lines.length,
  });
  while (count > 1 && heightOf(kept(), box) > box.h * 72 + 0.01) count--;
  const result = kept();
  if (!result.isCut) return result;
  const last = result.lines[count - 1] ?? '';
  return { ...result, lines: [...result.lines.slice(0, -1), withEllipsis(last, box, measure)] };
}

function trackingOf(token: Token, box: TextBox): number {
  return (box.tracking / box.size) * token.text.length;
}

function lineWidth(box: TextBox, size: number): number {
  // Kerning between words is not measured, so a line is kept 0.5 % short of its box.
  return ((box.w * 72) / size) * 0.995;
}

function tokens(paragraph: string, box: TextBox, measure: MeasureText): Token[] {
  return paragraph.split(' ').flatMap((word, index) =>
    pieces(word).map((piece, part) => ({
      text: piece,
      space: index > 0 && part === 0,
      width: measure(piece, box.weight),
    })),
  );
}

function pieces(word: string): string[] {
  if (!spaceless.test(word)) return [word];
  const result: string[] = [];
  for (const { segment } of words.segment(word)) {
    const parts = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(segment)
      ? Array.from(graphemes.segment(segment), (entry) => entry.segment)
      : [segment];
    for (const part of parts) {
      const last = result.length - 1;
      if (last >= 0 && hangsOn.test(part)) result[last] = (result[last] ?? '') + part;
      else result.push(part);
    }
  }
  return result;
}

function wrap(line: readonly Token[], box: TextBox, size: number, measure: MeasureText): string[] {
  const limit = lineWidth(box, size);
  const spacing = box.tracking / size;
  const space = measure(' ', box.weight) + spacing;
  const lines: string[] = [];
  let current = '';
  let width = 0;
  for (const token of line) {
    const own = token.width + spacing * token.text.length;
    const gap = token.space && current !== '' ? space : 0;
    if (current !== '' && width + gap + own > limit) {
      lines.push(current);
      current = '';
      width = 0;
    }
    if (own > limit) {
      const broken = breakWord(token.text, limit, box, spacing, measure);
      lines.push(...broken.slice(0, -1));
      current = broken.at(-1) ?? '';
      width = measure(current, box.weight) + spacing * current.length;
      continue;
    }
    current += (current !== '' && token.space ? ' ' : '') + token.text;
    width += (width > 0 ? gap : 0) + own;
  }
  lines.push(current);
  return lines;
}

/** A word wider than the line, broken between graphemes. */
function breakWord(
  word: string,
  limit: number,
  box: TextBox,
  spacing: number,
  measure: MeasureText,
): string[] {
  const parts: string[] = [];
  let current = '';
  let width = 0;
  for (const { segment } of graphemes.segment(word)) {
    const own = measure(segment, box.weight) + spacing;
    if (current !== '' && width + own > limit) {
      parts.push(current);
      current = '';
      width = 0;
    }
    current += segment;
    width += own;
  }
  parts.push(current);
  return parts;
}

function withEllipsis(line: string, box: TextBox, measure: MeasureText): string {
  const limit = lineWidth(box, box.minSize);
  const spacing = box.tracking / box.minSize;
  const parts = Array.from(graphemes.segment(line), (entry) => entry.segment);
  const fits = (): boolean => {
    const candidate = `${parts.join('')}…`;
    return measure(candidate, box.weight) + spacing * candidate.length <= limit;
  };
  while (parts.length > 0 && !fits()) parts.pop();
  return `${parts.join('').replace(/[\s,;:.–—-]+$/u, '')}…`;
}

/** Whether the first letter belongs to a script that is written from right to left. */
export function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}]/u.test(letter);
}
