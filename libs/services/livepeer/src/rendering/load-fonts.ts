import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Face } from '../deck/slide-model.js';
import { type MeasureText } from '../text/fit-text.js';
import { type CanvasPackage, type Context2D } from './canvas-port.js';
import { type FontPackage, fontPackagesFor, serif } from './font-packages.js';

type Range = readonly [from: number, to: number];

/** The fonts of one kit, loaded for exactly the characters that it holds. */
export interface LoadedFonts {
  /** Characters that no bundled font draws; they are left out of images and PDF. */
  uncovered: string[];
  /** The text without them. */
  drawable(text: string): string;
  /** Sets the font of a context; `size` in its own units. */
  apply(context: Context2D, weight: number, size: number, face?: Face): void;
  measure: MeasureText;
}

const resolve = createRequire(import.meta.url).resolve;

/** Shaped together with their neighbours and not drawn alone: they cannot be tested one by one. */
const joinsOthers = /[\p{M}\p{Cf}\p{Emoji_Modifier}]/u;
/** No font has a glyph for it, so it shows what a missing glyph looks like. */
const missing = '\u{f0000}';

/**
 * Reads and registers the slices that `texts` need. A range only promises a character, so each one is also drawn
 * and compared with a missing glyph; what fails is looked for in the next font. `serifTexts` are drawn with a serif
 * font as far as it goes.
 */
export function loadFonts(
  canvas: CanvasPackage,
  texts: Iterable<string>,
  language: string,
  serifTexts: readonly string[] = [],
): LoadedFonts {
  const wanted = charactersOf(texts);
  const families: ((weight: number) => string)[] = [];
  const open = new Set([...wanted].filter((character) => character !== '\n'));
  for (const font of fontPackagesFor(language)) {
    if (open.size === 0) break;
    const taken = registerSlices(canvas, font, open, families);
    const isDrawn = glyphTest(canvas, fontStack(families));
    for (const character of taken)
      if (joinsOthers.test(character) || isDrawn(character)) open.delete(character);
  }
  const serifs: typeof families = [];
  if (serifTexts.length > 0) registerSlices(canvas, serif, charactersOf(serifTexts), serifs);
  const stacks = { sans: fontStack(families), serif: fontStack([...serifs, ...families]) };
  return loaded(canvas, stacks, open);
}

/** What the texts hold, and what captions and ellipses add to them. */
function charactersOf(texts: Iterable<string>): Set<string> {
  const characters = new Set('…“”’–·•');
  for (const text of texts) for (const character of text) characters.add(character);
  for (let code = 0x20; code < 0x7f; code++) characters.add(String.fromCodePoint(code));
  return characters;
}

function fontStack(families: readonly ((weight: number) => string)[]) {
  return (weight: number): string => families.map((family) => `"${family(weight)}"`).join(',');
}

/** Registers every slice of a font that holds an open character; gives the characters that they promise. */
function registerSlices(
  canvas: CanvasPackage,
  font: FontPackage,
  open: ReadonlySet<string>,
  families: ((weight: number) => string)[],
): string[] {
  const slices = readSlices(font.name);
  const taken: string[] = [];
  for (const [slice, ranges] of slices) {
    const held = [...open].filter((character) => isWithin(character.codePointAt(0) ?? 0, ranges));
    if (held.length === 0) continue;
    const alias = `Hatchr ${font.name.split('/')[1] ?? ''} ${slice}`;
    if (!registerSlice(canvas, font, slice, alias)) continue;
    families.push((weight) => (font.weights === 'variable' ? alias : `${alias} ${String(weight)}`));
    taken.push(...held);
  }
  return taken;
}

function registerSlice(
  canvas: CanvasPackage,
  font: FontPackage,
  slice: string,
  alias: string,
): boolean {
  const base = font.name.split('/')[1] ?? '';
  const files = join(dirname(resolve(`${font.name}/unicode.json`)), 'files');
  const register = (weight: string, name: string): boolean => {
    const path = join(files, `${base}-${slice}-${weight}-normal.woff2`);
    return existsSync(path) && canvas.GlobalFonts.registerFromPath(path, name) !== null;
  };
  if (font.weights === 'variable') return register('wght', alias);
  return font.weights.every((weight) => register(String(weight), `${alias} ${String(weight)}`));
}

/**
 * The slices of a font, Latin last: asked first, the Latin slice of Inter composes accented letters from parts,
 * and they can then not be copied out of the PDF.
 */
function readSlices(fontName: string): [string, Range[]][] {
  let json: string;
  try {
    json = readFileSync(resolve(`${fontName}/unicode.json`), 'utf8');
  } catch {
    return [];
  }
  const table = JSON.parse(json) as Record<string, string>;
  return Object.entries(table)
    .map(([key, ranges]): [string, Range[]] => [key.replace(/[[\]]/gu, ''), parseRanges(ranges)])
    .sort(([a], [b]) => Number(a === 'latin') - Number(b === 'latin'));
}

function parseRanges(ranges: string): Range[] {
  return ranges.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/iu, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

function isWithin(code: number, ranges: readonly Range[]): boolean {
  return ranges.some(([from, to]) => code >= from && code <= to);
}

/** Draws a character and says whether it looks different from a missing glyph. */
function glyphTest(
  canvas: CanvasPackage,
  stack: (weight: number) => string,
): (character: string) => boolean {
  const edge = 40;
  const context = canvas.createCanvas(edge, edge).getContext('2d');
  const draw = (character: string): string => {
    context.clearRect(0, 0, edge, edge);
    context.font = `400 24px ${stack(400)}`;
    context.fillText(character, 4, 30);
    return Buffer.from(context.getImageData(0, 0, edge, edge).data.buffer).toString('latin1');
  };
  const box = draw(missing);
  return (character) => draw(character) !== box;
}

function loaded(
  canvas: CanvasPackage,
  stacks: Record<Face, (weight: number) => string>,
  open: ReadonlySet<string>,
): LoadedFonts {
  const known = new Map<string, string>();
  const apply: LoadedFonts['apply'] = (context, weight, size, face = 'sans') => {
    const key = face + String(weight);
    let families = known.get(key);
    if (families === undefined) known.set(key, (families = stacks[face](weight)));
    context.font = `${String(weight)} ${String(size)}px ${families}`;
    // Skia starts variable fonts at the thin end of their weight axis.
    context.fontVariationSettings = `"wght" ${String(weight)}`;
  };
  const drawable = (text: string): string =>
    open.size === 0
      ? text
      : Array.from(text)
          .filter((character) => !open.has(character))
          .join('');
  return {
    uncovered: [...open].sort(),
    drawable,
    apply,
    measure: measurer(canvas, apply, drawable),
  };
}

/** Georgia Bold, which the PPTX names, is 1 to 2 % wider than Noto Serif Bold, capitals and figures up to 9 %. */
function allowanceOf(face: Face, weight: number): number {
  return face === 'serif' && weight > 400 ? 1.06 : 1;
}

function measurer(
  canvas: CanvasPackage,
  apply: LoadedFonts['apply'],
  drawable: LoadedFonts['drawable'],
): MeasureText {
  const context = canvas.createCanvas(8, 8).getContext('2d');
  const widths = new Map<string, number>();
  return (text, weight, face = 'sans') => {
    const key = `${face}${String(weight)}${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      apply(context, weight, 100, face);
      width = (context.measureText(drawable(text)).width / 100) * allowanceOf(face, weight);
      widths.set(key, width);
    }
    return width;
  };
}
