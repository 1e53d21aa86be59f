import { inSentence } from '../../text/shape-words.js';
import { leadingSentences, notes, openSlide, type SlideContext } from '../deck-context.js';
import { split } from '../layout.js';
import { text } from '../slide-elements.js';
import { type Slide } from '../slide-model.js';
import { blank } from '../slide-parts.js';

/** The problem as one large statement; how often it hurts is for interviews to say. */
export function problemSlide(context: SlideContext): Slide {
  const { spec, theme } = context;
  const title = `What stands in the way of ${inSentence(spec.audience, spec.prompt)}`;
  const slide = openSlide(context, 'statement', 'Problem', title);
  const { on, elements, area, panel } = slide.stage;
  const [main, aside] = split(area, 0.6, 0.54);
  const [words, missing] = split(aside, 0.5);
  const quote = panel(words);
  const [x, y, w, h] = quote.inner;
  return {
    title: 'The problem',
    notes: notes([
      spec.problem,
      'Tell it as one concrete situation, then say how often it happens. Use the words of people you interviewed.',
      `The idea as it was first written: ${spec.prompt}`,
    ]),
    background: on.fill,
    elements: [
      ...elements,
      text(main, spec.problem, {
        size: theme.sizes.statement,
        minSize: 13,
        weight: 600,
        face: theme.face,
        colour: on.ink,
        leading: 1.24,
        tracking: -0.2,
        valign: 'middle',
      }),
      ...quote.elements,
      text([x, y, w, 0.3], 'In the founder’s words', {
        size: 11,
        weight: 700,
        colour: quote.on.mark,
      }),
      text([x, y + 0.34, w, h - 0.34], `“${leadingSentences(spec.prompt, 220)}”`, {
        size: 16,
        minSize: 9,
        face: theme.face,
        colour: quote.on.ink,
      }),
      ...blank(
        slide,
        missing,
        'how often this happens and what it costs.',
        'Ask five people of the audience about the last time, and put their words and numbers here.',
      ),
    ],
  };
}
