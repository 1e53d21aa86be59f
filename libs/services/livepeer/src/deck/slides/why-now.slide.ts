import { asSentence, countOf } from '../../text/shape-words.js';
import { type DeckContext, notes } from '../deck-context.js';
import { blank, heading, rect, text } from '../slide-elements.js';
import { type Slide, type SlideElement } from '../slide-model.js';

/** What the search found, in counts that can be checked, and the two figures that nobody has yet. */
export function whyNowSlide(context: DeckContext): Slide {
  const { discovery, palette } = context;
  const dates = discovery.evidence.map((entry) => entry.asOf.slice(0, 10)).sort();
  const newest = dates.at(-1);
  return {
    title: 'Why now, and how large',
    notes: notes(
      [
        discovery.statement,
        `Searched for: ${discovery.queries.join('; ')}`,
        'Investors ask for two things here: what changed, and a market size built up from users times price. Neither is known yet, so neither is claimed.',
      ],
      discovery.evidence.slice(0, 12),
    ),
    background: palette.paper,
    elements: [
      ...heading(palette, 'Why now and market', 'What is known so far, and what is not'),
      ...counts(context),
      text([0.75, 4.1, 5.9, 1.85], asSentence(discovery.statement), {
        size: 19,
        minSize: 11,
        colour: palette.ink,
      }),
      text(
        [0.75, 6.15, 5.9, 0.4],
        newest ? `Latest source checked on ${newest}.` : 'No source was read.',
        {
          size: 12,
          colour: palette.mute,
          valign: 'middle',
        },
      ),
      ...blank(
        palette,
        [7.1, 2.2, 5.48, 2.05],
        'what changed that makes this the moment.',
        'Name one change in technology, rules or habits, with a link, that was not there three years ago.',
      ),
      ...blank(
        palette,
        [7.1, 4.45, 5.48, 2.05],
        'the size of the market.',
        'Build it up: people you can reach, times the share who have the problem, times the price. State every assumption.',
      ),
    ],
  };
}

function counts({ discovery, palette }: DeckContext): SlideElement[] {
  const figures: [number, string, string][] = [
    [discovery.competitors.length, 'product compared', 'products compared'],
    [discovery.features.length, 'feature compared', 'features compared'],
    [discovery.evidence.length, 'source on file', 'sources on file'],
  ];
  return figures.flatMap(([count, singular, plural], index) => {
    const x = 0.75 + index * 2.03;
    return [
      rect([x, 2.2, 1.85, 1.6], { fill: palette.soft, radius: palette.radius }),
      text([x + 0.2, 2.32, 1.5, 0.8], String(count), {
        size: 40,
        weight: 700,
        colour: palette.brandText,
        valign: 'middle',
        leading: 1.1,
      }),
      text([x + 0.2, 3.16, 1.5, 0.5], countOf(count, singular, plural).replace(/^\d+ /u, ''), {
        size: 11.5,
        colour: palette.mute,
        group: 'count',
        leading: 1.2,
      }),
    ];
  });
}
