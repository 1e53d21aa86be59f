import { notes, openSlide, type SlideContext } from '../deck-context.js';
import { cellsOf, topAndBottom } from '../layout.js';
import { text } from '../slide-elements.js';
import { type Slide } from '../slide-model.js';
import { blank, markOf } from '../slide-parts.js';

const blanks = [
  [
    'who leads the product.',
    'Name, role, and the one thing in your past that makes you the person to solve this.',
  ],
  [
    'who else is on the team.',
    'Name and role, or the first person you will look for. Delete this box if you work alone.',
  ],
  [
    'the ask.',
    'How much, for how long, to reach which result. If it is not money, say what it is.',
  ],
] as const;

/** Both belong to the founder alone, so both are blanks. */
export function teamAndAskSlide(context: SlideContext): Slide {
  const { spec, theme, palette } = context;
  const title = `Who is building ${spec.name}, and what it needs next`;
  const slide = openSlide(context, 'side', 'Team and ask', title);
  const { elements, area, on } = slide.stage;
  const [boxes, contact] = topAndBottom(area, 0.78);
  const [x, y, w, h] = contact;
  const edge = Math.min(0.7, h * 0.8);
  const top = y + (h - edge) / 2;
  return {
    title: 'Team and ask',
    notes: notes([
      'Team: who you are and why you, in two lines each. One relevant thing you built beats a list of employers.',
      'Ask: one amount, one period, one result it will reach. Or another single thing: pilots, introductions, a first hire.',
    ]),
    background: on.fill,
    elements: [
      ...elements,
      ...cellsOf(boxes, blanks.length).flatMap((cell, index) => {
        const [missing, howToKnow] = blanks[index] ?? ['', ''];
        return blank(slide, cell, missing, howToKnow);
      }),
      ...markOf(slide, [x, top, edge, edge], spec.brand.icon, on),
      text([x + edge + 0.25, top - 0.05, w - edge - 0.25, edge * 0.58], spec.name, {
        size: 20,
        minSize: 11,
        weight: 700,
        face: theme.face,
        colour: on.ink,
        followsScript: false,
        valign: 'bottom',
        leading: 1.1,
      }),
      text(
        [x + edge + 0.25, top + edge * 0.58, w - edge - 0.25, edge * 0.46],
        'Your e-mail address and {{your-url}}',
        {
          size: 14,
          minSize: 9,
          colour: palette.mute,
          followsScript: false,
          valign: 'middle',
          leading: 1.1,
        },
      ),
    ],
  };
}
