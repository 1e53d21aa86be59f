import { notes, type SlideContext } from '../deck-context.js';
import { type Slide } from '../slide-model.js';

/** Name, tagline and what it is, in the look of the deck. */
export function coverSlide({ spec, palette, theme }: SlideContext): Slide {
  const { elements, on } = theme.cover(spec, palette);
  return {
    title: spec.name,
    notes: notes([
      `${spec.name}: ${spec.tagline}`,
      'Open with one sentence: who it is for and what it changes for them.',
      `The idea in the founder’s words: ${spec.prompt}`,
    ]),
    background: on.fill,
    elements,
  };
}
