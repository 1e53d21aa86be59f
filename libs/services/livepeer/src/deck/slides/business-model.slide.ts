import { type ProductSpec } from '@hatchr/contracts';
import { type Palette } from '../../colour/build-palette.js';
import { formatAmount, formatPeriod } from '../../text/format-price.js';
import { type DeckContext, notes } from '../deck-context.js';
import { blank, heading, rect, text } from '../slide-elements.js';
import { type Slide, type SlideElement } from '../slide-model.js';

type Plan = ProductSpec['pricing']['plans'][number];

/** The plans of the specification. A price that was not given stays open. */
export function businessModelSlide({ spec, palette }: DeckContext): Slide {
  const { plans, currency, source } = spec.pricing;
  const isOpen = plans.some((plan) => plan.amount === null);
  const shown = plans.slice(0, 4);
  const width = Math.min(5.2, (8.15 - 0.25 * (shown.length - 1)) / shown.length);
  return {
    title: 'Business model',
    notes: notes([
      {
        prompt: 'The prices come from the founder’s own sentence.',
        owner: 'The prices were set by the founder.',
        undecided: 'The founder has not decided on prices. They are left open on purpose.',
      }[source],
      ...plans.map(
        (plan) =>
          `${plan.name}: ${formatAmount(plan, currency)} ${formatPeriod(plan)}`.trim() +
          `. Includes: ${plan.features.join('; ')}`,
      ),
      'Costs, margin and conversion are not known yet.',
    ]),
    background: palette.paper,
    elements: [
      ...heading(
        palette,
        'Business model',
        isOpen ? 'How it will earn money' : 'How it earns money',
      ),
      ...shown.flatMap((plan, index) =>
        planCard(palette, plan, currency, 0.75 + index * (width + 0.25), width),
      ),
      ...(isOpen
        ? blank(
            palette,
            [9.15, 2.2, 3.43, 4.3],
            'what people will pay.',
            'Offer a real price to ten people of the audience before you print one. Note who says yes, at which price, and what they pay for today.',
          )
        : blank(
            palette,
            [9.15, 2.2, 3.43, 4.3],
            'what one customer costs.',
            'Add up hosting, payment fees, support and what it takes to win one customer. Put the margin here once it is measured.',
          )),
    ],
  };
}

function planCard(
  palette: Palette,
  plan: Plan,
  currency: string,
  x: number,
  width: number,
): SlideElement[] {
  const isMain = plan.isHighlighted;
  const main = isMain ? palette.onBrand : palette.ink;
  return [
    rect([x, 2.2, width, 4.3], {
      fill: isMain ? palette.brand : palette.soft,
      radius: palette.radius,
    }),
    text([x + 0.26, 2.42, width - 0.52, 0.4], plan.name, {
      size: 15,
      minSize: 10,
      weight: 700,
      colour: main,
      valign: 'middle',
      group: 'plan-name',
    }),
    text([x + 0.26, 2.86, width - 0.52, 0.72], formatAmount(plan, currency), {
      size: 32,
      minSize: 12,
      weight: 700,
      colour: isMain ? palette.onBrand : palette.brandText,
      valign: 'middle',
      leading: 1.1,
      group: 'plan-price',
    }),
    text([x + 0.26, 3.58, width - 0.52, 0.3], formatPeriod(plan), {
      size: 11.5,
      minSize: 9,
      colour: main,
      valign: 'middle',
    }),
    rect([x + 0.26, 4.0, width - 0.52, 0.015], { fill: isMain ? palette.onBrand : palette.line }),
    text([x + 0.26, 4.16, width - 0.52, 2.18], plan.features.slice(0, 5).join('\n'), {
      size: 15,
      minSize: 8,
      colour: main,
      leading: 1.3,
      paragraphGap: 7,
      group: 'plan-features',
    }),
  ];
}
