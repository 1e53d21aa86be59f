import { kindAndAudience } from '../../text/shape-words.js';
import { type DeckContext, notes } from '../deck-context.js';
import { iconMosaic } from '../icon-mosaic.js';
import { text } from '../slide-elements.js';
import { type Slide } from '../slide-model.js';

const cell = 1.5;
const left = 13.333 - 3 * cell;

/** Name and tagline on the brand's colour, beside a mosaic of the product's own icons. */
export function coverSlide(context: DeckContext): Slide {
  const { spec, palette } = context;
  return {
    title: spec.name,
    notes: notes([
      `${spec.name}: ${spec.tagline}`,
      'Open with one sentence: who it is for and what it changes for them.',
      `The idea in the founder’s words: ${spec.prompt}`,
    ]),
    background: palette.brand,
    elements: [
      ...iconMosaic(spec, palette, { x: left, y: 0, columns: 3, rows: 5, cell, mark: [1, 1] }),
      text([0.85, 0.8, 7, 0.4], 'PITCH DECK', {
        size: 13,
        weight: 700,
        colour: palette.onBrand,
        tracking: 2,
        valign: 'middle',
      }),
      text([0.85, 2.0, 7.4, 1.5], spec.name, {
        size: 66,
        minSize: 28,
        weight: 700,
        colour: palette.onBrand,
        leading: 1.08,
        tracking: -1,
        isTitle: true,
        valign: 'bottom',
      }),
      text([0.85, 3.75, 7.0, 1.7], spec.tagline, {
        size: 25,
        minSize: 14,
        colour: palette.onBrand,
        leading: 1.3,
      }),
      text([0.85, 6.35, 7.2, 0.6], kindAndAudience(spec), {
        size: 14,
        minSize: 10,
        weight: 600,
        colour: palette.onBrandMute,
        valign: 'bottom',
      }),
    ],
  };
}
