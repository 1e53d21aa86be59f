import { type DeckContext, notes } from '../deck-context.js';
import { blank, heading, icon, text } from '../slide-elements.js';
import { type Slide } from '../slide-model.js';

/** Both belong to the founder alone, so both are blanks. */
export function teamAndAskSlide({ spec, palette }: DeckContext): Slide {
  return {
    title: 'Team and ask',
    notes: notes([
      'Team: who you are and why you, in two lines each. One relevant thing you built beats a list of employers.',
      'Ask: one amount, one period, one result it will reach. Or another single thing: pilots, introductions, a first hire.',
    ]),
    background: palette.paper,
    elements: [
      ...heading(palette, 'Team and ask', `Who is building ${spec.name}, and what it needs next`),
      ...blank(
        palette,
        [0.75, 2.2, 3.78, 2.9],
        'who leads the product.',
        'Name, role, and the one thing in your past that makes you the person to solve this.',
      ),
      ...blank(
        palette,
        [4.78, 2.2, 3.78, 2.9],
        'who else is on the team.',
        'Name and role, or the first person you will look for. Delete this box if you work alone.',
      ),
      ...blank(
        palette,
        [8.8, 2.2, 3.78, 2.9],
        'the ask.',
        'How much, for how long, to reach which result. If it is not money, say what it is.',
      ),
      icon([0.75, 5.55, 0.6, 0.6], spec.brand.icon, palette.brandText, `${spec.name} logo`),
      text([1.6, 5.4, 10.9, 0.5], spec.name, {
        size: 20,
        minSize: 12,
        weight: 700,
        colour: palette.ink,
        followsScript: false,
        valign: 'bottom',
      }),
      text([1.6, 5.92, 10.9, 0.5], 'Your e-mail address and {{your-url}}', {
        size: 14,
        colour: palette.blank.text,
      }),
    ],
  };
}
