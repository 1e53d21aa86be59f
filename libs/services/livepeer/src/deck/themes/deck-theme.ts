import { type ProductSpec } from '@hatchr/contracts';
import { type Palette } from '../../colour/build-palette.js';
import { ensureContrast, type Hex, mixColours } from '../../colour/contrast.js';
import { type Area } from '../layout.js';
import { rect } from '../slide-elements.js';
import { type Face, type SlideElement } from '../slide-model.js';

/** A ground and the colours of text that can be read on it: plain, quiet, and in the brand's colour. */
export interface Ground {
  fill: Hex;
  ink: Hex;
  mute: Hex;
  mark: Hex;
}

export interface Heading {
  /** What the slide is about, in a word or two. */
  kicker: string;
  title: string;
  page: number;
}

/** What a slide needs: a title at its side or, where the content wants the width, above; or one large statement. */
export type SlideShape = 'side' | 'wide' | 'statement';

/** A box for content, and the place and the colours inside it. */
export interface Panel {
  elements: SlideElement[];
  inner: Area;
  on: Ground;
}

/** A slide with its heading, ready for its content. */
export interface Stage {
  elements: SlideElement[];
  /** Where the content goes. */
  area: Area;
  /** Of the slide itself. */
  on: Ground;
  /** A box on this slide; a strong one stands out among the others. */
  panel: (area: Area, isStrong?: boolean) => Panel;
}

/** One look of the deck and the images: type, shapes and where things stand. */
export interface DeckTheme {
  /** Of titles, statements and figures. */
  face: Face;
  /** Points to begin with; texts are made smaller until they fit. */
  sizes: { statement: number; lead: number; figure: number; cardTitle: number; body: number };
  cover(spec: ProductSpec, palette: Palette): Pick<Stage, 'elements' | 'on'>;
  open(spec: ProductSpec, palette: Palette, heading: Heading, shape: SlideShape): Stage;
  /** The number of a step; `area` is a square. */
  numberMark(palette: Palette, area: Area, number: number, on: Ground): SlideElement[];
  /** An icon beside a title; `area` is a square. */
  iconMark(palette: Palette, area: Area, name: string, on: Ground): SlideElement[];
  /** Head of a table. */
  tableHead(palette: Palette): Ground;
  /** The ground of covers and images. */
  posterGround(palette: Palette): Ground;
  posterAlign: 'left' | 'center';
  /** Whether the art reaches the edges of an image. */
  artBleeds: boolean;
  /** What fills a part of a cover or an image: shapes with the brand's icon and the product's. */
  art(spec: ProductSpec, palette: Palette, area: Area): SlideElement[];
}

export function paperGround({ paper, ink, mute, brandText }: Palette): Ground {
  return { fill: paper, ink, mute, mark: brandText };
}

export function softGround({ soft, ink, mute, brandText }: Palette): Ground {
  return { fill: soft, ink, mute, mark: brandText };
}

export function brandGround({ brand, onBrand, onBrandMute }: Palette): Ground {
  return { fill: brand, ink: onBrand, mute: onBrandMute, mark: onBrand };
}

/** Light text on the ink of the brand. */
export function nightGround({ brand, ink, paper }: Palette): Ground {
  return groundIn(ink, paper, brand);
}

/** A box on the night, a little lighter than it. */
export function duskGround({ brand, ink, paper }: Palette): Ground {
  return groundIn(mixColours(ink, paper, 0.1), paper, brand);
}

function groundIn(fill: Hex, text: Hex, brand: Hex): Ground {
  const mute = ensureContrast(mixColours(text, fill, 0.25), fill);
  return { fill, ink: text, mute, mark: ensureContrast(brand, fill) };
}

/** A filled box with room of `padding` inside it. */
export function filledPanel(
  [x, y, w, h]: Area,
  on: Ground,
  radius: number,
  padding: readonly [across: number, down: number] = [0.26, 0.2],
): Panel {
  const [across, down] = padding;
  return {
    elements: [rect([x, y, w, h], { fill: on.fill, radius })],
    inner: [x + across, y + down, w - 2 * across, h - 2 * down],
    on,
  };
}

/** The icons of the product's own things, without the brand's. */
export function entityIcons(spec: ProductSpec): string[] {
  return [...new Set(spec.entities.map((entity) => entity.icon))].filter(
    (name) => name !== spec.brand.icon,
  );
}
