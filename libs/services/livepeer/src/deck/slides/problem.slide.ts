import { inSentence } from '../../text/shape-words.js';
import { type DeckContext, leadingSentences, notes } from '../deck-context.js';
import { blank, heading, rect, text } from '../slide-elements.js';
import { type Slide } from '../slide-model.js';

/** The problem as one large statement; how often it hurts is for interviews to say. */
export function problemSlide({ spec, palette }: DeckContext): Slide {
  return {
    title: 'The problem',
    notes: notes([
      spec.problem,
      'Tell it as one concrete situation, then say how often it happens. Use the words of people you interviewed.',
      `The idea as it was first written: ${spec.prompt}`,
    ]),
    background: palette.paper,
    elements: [
      ...heading(
        palette,
        'Problem',
        `What stands in the way of ${inSentence(spec.audience, spec.prompt)}`,
      ),
      rect([0.75, 2.2, 0.07, 4.3], { fill: palette.brand }),
      text([1.1, 2.15, 6.4, 4.4], spec.problem, {
        size: 30,
        minSize: 13,
        weight: 600,
        colour: palette.ink,
        leading: 1.28,
        tracking: -0.2,
        valign: 'middle',
      }),
      rect([8.1, 2.2, 4.48, 2.15], { fill: palette.soft, radius: palette.radius }),
      text([8.38, 2.4, 3.9, 0.3], 'In the founder’s words', {
        size: 11,
        weight: 700,
        colour: palette.brandText,
      }),
      text([8.38, 2.75, 3.92, 1.42], `“${leadingSentences(spec.prompt, 220)}”`, {
        size: 16,
        minSize: 10,
        colour: palette.ink,
      }),
      ...blank(
        palette,
        [8.1, 4.55, 4.48, 1.95],
        'how often this happens and what it costs.',
        'Ask five people of the audience about the last time, and put their words and numbers here.',
      ),
    ],
  };
}
