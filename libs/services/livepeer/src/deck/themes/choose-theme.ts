import { type ProductSpec } from '@hatchr/contracts';
import { blockTheme } from './block.theme.js';
import { columnTheme } from './column.theme.js';
import { type DeckTheme } from './deck-theme.js';
import { driftTheme } from './drift.theme.js';
import { gridTheme } from './grid.theme.js';
import { popTheme } from './pop.theme.js';

const themeOfTone: Record<ProductSpec['brand']['tone'], DeckTheme> = {
  calm: driftTheme,
  bold: blockTheme,
  precise: gridTheme,
  playful: popTheme,
  warm: columnTheme,
};

/** The look of a brand's deck and images, by its tone. */
export function themeOf({ tone }: ProductSpec['brand']): DeckTheme {
  return themeOfTone[tone];
}
