import { inSentence } from '../../text/shape-words.js';
import { notes, openSlide, type SlideContext } from '../deck-context.js';
import { gridOf, split } from '../layout.js';
import { type Slide } from '../slide-model.js';
import { blank, card } from '../slide-parts.js';

/** The first six channels that copy was written for; traction is a blank. */
export function goToMarketSlide(context: SlideContext): Slide {
  const { spec, channels } = context;
  const slide = openSlide(
    context,
    'side',
    'Go to market',
    `Where ${inSentence(spec.audience, spec.prompt)} will hear of it first`,
  );
  const { elements, area, on } = slide.stage;
  const shown = channels.slice(0, 6);
  const [posts, missing] = split(area, 0.68, 0.7);
  return {
    title: 'Go to market',
    notes: notes([
      'The texts for each channel are ready to edit:',
      ...channels.map((channel) => `${channel.label}: ${channel.path}. ${channel.angle}`),
      'The order of the first fourteen days is in launch/LAUNCH-PLAN.md.',
    ]),
    background: on.fill,
    elements: [
      ...elements,
      ...gridOf(posts, shown.length).flatMap((cell, index) => {
        const channel = shown[index];
        return channel
          ? card(slide, cell, { title: channel.label, body: channel.angle, titleSize: 15 })
          : [];
      }),
      ...blank(
        slide,
        missing,
        'traction.',
        'Fill in after the first week: visitors, sign-ups, people who came back on a second day, people who paid. Leave a row empty rather than guess it.',
      ),
    ],
  };
}
