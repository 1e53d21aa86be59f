import { inSentence } from '../../text/shape-words.js';
import { type DeckContext, notes } from '../deck-context.js';
import { blank, card, heading } from '../slide-elements.js';
import { type Slide } from '../slide-model.js';

/** The first six channels that copy was written for; traction is a blank. */
export function goToMarketSlide({ spec, palette, channels }: DeckContext): Slide {
  const shown = channels.slice(0, 6);
  return {
    title: 'Go to market',
    notes: notes([
      'The texts for each channel are ready to edit:',
      ...channels.map((channel) => `${channel.label}: ${channel.path}. ${channel.angle}`),
      'The order of the first fourteen days is in launch/LAUNCH-PLAN.md.',
    ]),
    background: palette.paper,
    elements: [
      ...heading(
        palette,
        'Go to market',
        `Where ${inSentence(spec.audience, spec.prompt)} will hear of it first`,
      ),
      ...shown.flatMap((channel, index) =>
        card(
          palette,
          [0.75 + (index % 2) * 4.1, 2.2 + Math.floor(index / 2) * 1.47, 3.92, 1.36],
          channel.label,
          channel.angle,
        ),
      ),
      ...blank(
        palette,
        [9.15, 2.2, 3.43, 4.3],
        'traction.',
        'Fill in after the first week: visitors, sign-ups, people who came back on a second day, people who paid. Leave a row empty rather than guess it.',
      ),
    ],
  };
}
