import { type ProductSpec } from '@hatchr/contracts';
import { contrastRatio, ensureContrast, type Hex, mixColours, readableOn } from './contrast.js';

/** Every colour of the deck and the images. Text colours have a contrast of at least 4.5 on what they lie on. */
export interface Palette {
  paper: Hex;
  /** Tinted surface of cards. */
  soft: Hex;
  /** Hairlines and placeholders; never text. */
  line: Hex;
  /** Text on paper and soft. */
  ink: Hex;
  mute: Hex;
  brandText: Hex;
  accentText: Hex;
  /** Large surfaces in the brand's colours and the text on them. */
  brand: Hex;
  onBrand: Hex;
  onBrandMute: Hex;
  accent: Hex;
  onAccent: Hex;
  /** Marks what the founder still has to fill in. The same for every brand, so it is never taken for design. */
  blank: { fill: Hex; line: Hex; text: Hex };
  /** Corner radius of cards in inches. */
  radius: number;
}

const radiusOfTone = { precise: 0.05, bold: 0.03, calm: 0.12, warm: 0.18, playful: 0.24 } as const;

/** Colours for any brand, however pale, dark or clashing its two colours are. */
export function buildPalette(brand: ProductSpec['brand']): Palette {
  const paper = brand.tone === 'warm' ? mixColours('#fffaf2', brand.primary, 0.015) : '#ffffff';
  // Pale brands need more of their colour before a card can be told from the paper.
  const soft = ensureContrast(mixColours(paper, brand.primary, 0.06), paper, 1.08);
  const ink = ensureContrast(mixColours(brand.primary, '#0b0d14', 0.86), soft, 12);
  const onBrand = readableOn(brand.primary);
  return {
    paper,
    soft,
    line: mixColours(paper, ink, 0.13),
    ink,
    mute: ensureContrast(mixColours(ink, paper, 0.36), soft),
    brandText: ensureContrast(brand.primary, soft),
    accentText: ensureContrast(brand.accent, soft),
    brand: brand.primary,
    onBrand,
    onBrandMute: softened(onBrand, brand.primary),
    accent: brand.accent,
    onAccent: readableOn(brand.accent),
    blank: { fill: '#fff8e8', line: '#c98a1b', text: '#7a4a00' },
    radius: radiusOfTone[brand.tone],
  };
}

/** A little of the background let into the text, as far as 4.5 allows. */
function softened(text: Hex, background: Hex): Hex {
  const candidate = mixColours(text, background, 0.18);
  return contrastRatio(candidate, background) >= 4.5 ? candidate : text;
}
