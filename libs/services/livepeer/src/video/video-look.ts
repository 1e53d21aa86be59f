import { type ProductSpec } from '@hatchr/contracts';
import { type Palette } from '../colour/build-palette.js';
import { ensureContrast, type Hex, mixColours } from '../colour/contrast.js';
import { type Motion, type MusicStyle, type Transition } from './video-model.js';

/** A ground and the colours that can be read on it. */
export interface Surface {
  ground: Hex;
  ink: Hex;
  mute: Hex;
  mark: Hex;
  onMark: Hex;
}

export type Decoration = 'discs' | 'mosaic' | 'grid' | 'tokens';

export interface VideoLook {
  decoration: Decoration;
  align: 'left' | 'center';
  /** How words and how cards come in. */
  words: Motion;
  cards: Motion;
  transition: Transition;
  opening: SurfaceName;
  problem: SurfaceName;
  closing: SurfaceName;
  music: MusicStyle;
}

type SurfaceName = 'paper' | 'soft' | 'brand' | 'night';

const major = [
  [0, 7, 12, 16],
  [-5, 2, 7, 11],
  [-3, 4, 9, 12],
  [-7, 0, 5, 9],
] as const;
const minor = [
  [0, 7, 12, 15],
  [-4, 3, 8, 12],
  [3, 10, 15, 19],
  [-2, 5, 10, 14],
] as const;

const drift: VideoLook = {
  decoration: 'discs',
  align: 'center',
  words: 'rise',
  cards: 'rise',
  transition: 'fade',
  opening: 'soft',
  problem: 'paper',
  closing: 'brand',
  music: { beatsPerMinute: 84, root: 55, chords: major, pad: 1, pluck: 0.55, drums: 0.25 },
};

const block: VideoLook = {
  decoration: 'mosaic',
  align: 'left',
  words: 'slide',
  cards: 'slide',
  transition: 'push',
  opening: 'brand',
  problem: 'night',
  closing: 'brand',
  music: { beatsPerMinute: 112, root: 52, chords: minor, pad: 0.6, pluck: 0.8, drums: 1 },
};

const grid: VideoLook = {
  decoration: 'grid',
  align: 'left',
  words: 'rise',
  cards: 'fade',
  transition: 'wipe',
  opening: 'paper',
  problem: 'soft',
  closing: 'night',
  music: { beatsPerMinute: 100, root: 57, chords: minor, pad: 0.7, pluck: 1, drums: 0.5 },
};

const bounce: VideoLook = {
  decoration: 'tokens',
  align: 'center',
  words: 'rise',
  cards: 'pop',
  transition: 'circle',
  opening: 'brand',
  problem: 'soft',
  closing: 'brand',
  music: { beatsPerMinute: 120, root: 60, chords: major, pad: 0.45, pluck: 1, drums: 0.8 },
};

const lookOfTone: Record<ProductSpec['brand']['tone'], VideoLook> = {
  calm: drift,
  warm: drift,
  bold: block,
  precise: grid,
  playful: bounce,
};

/** The style of a video: how it is laid out, how it moves and how it sounds. */
export function lookOf(brand: ProductSpec['brand']): VideoLook {
  return lookOfTone[brand.tone];
}

/** Colours of a ground for any brand; text on it has a contrast of at least 4.5. */
export function surfaceOf(palette: Palette, name: SurfaceName): Surface {
  const { paper, soft, ink, mute, brand, onBrand, onBrandMute, brandText } = palette;
  if (name === 'brand')
    return { ground: brand, ink: onBrand, mute: onBrandMute, mark: onBrand, onMark: brand };
  if (name === 'night') {
    const mark = ensureContrast(brand, ink);
    return {
      ground: ink,
      ink: paper,
      mute: ensureContrast(mixColours(paper, ink, 0.28), ink),
      mark,
      onMark: ensureContrast(ink, mark),
    };
  }
  return {
    ground: name === 'soft' ? soft : paper,
    ink,
    mute,
    mark: brandText,
    onMark: ensureContrast(paper, brandText),
  };
}
