import { type Palette } from '../colour/build-palette.js';
import { type Hex } from '../colour/contrast.js';
import { type Area } from '../deck/layout.js';
import { text } from '../deck/slide-elements.js';
import { type SlideElement } from '../deck/slide-model.js';
import { type DeckTheme } from '../deck/themes/deck-theme.js';
import { type LaunchKitInput } from '../launch-kit-input.js';
import { kindAndAudience } from '../text/shape-words.js';

/** An image of the kit: its elements are placed in inches of 72 pixels. */
export interface Poster {
  path: string;
  label: string;
  width: number;
  height: number;
  /** null: transparent. */
  background: Hex | null;
  elements: SlideElement[];
}

/** What the images are made from. */
export interface PosterContext extends LaunchKitInput {
  palette: Palette;
  theme: DeckTheme;
}

/** Name, tagline and what it is for whom. */
export function words(
  { spec, palette, theme }: PosterContext,
  [x, y, w, h]: Area,
  nameSize: number,
): SlideElement[] {
  const on = theme.posterGround(palette);
  const align = theme.posterAlign;
  return [
    text([x, y, w, h * 0.31], spec.name, {
      size: nameSize,
      minSize: nameSize * 0.35,
      weight: 700,
      face: theme.face,
      colour: on.ink,
      leading: 1.08,
      tracking: -nameSize * 0.015,
      align,
    }),
    text([x, y + h * 0.34, w, h * 0.46], spec.tagline, {
      size: nameSize * 0.5,
      minSize: nameSize * 0.22,
      face: theme.face,
      colour: on.ink,
      leading: 1.28,
      align,
    }),
    text([x, y + h * 0.85, w, h * 0.15], kindAndAudience(spec), {
      size: nameSize * 0.3,
      minSize: nameSize * 0.16,
      weight: 600,
      colour: on.mark,
      valign: 'bottom',
      align,
    }),
  ];
}
