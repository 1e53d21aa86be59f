import { type ProductSpec } from '@hatchr/contracts';
import { formatAmount, formatPeriod } from '../../text/format-price.js';
import { notes, openSlide, type SlideContext, type SlideStage } from '../deck-context.js';
import { type Area, columnsOf, split } from '../layout.js';
import { rect, text } from '../slide-elements.js';
import { type Slide, type SlideElement } from '../slide-model.js';
import { blank } from '../slide-parts.js';

type Plan = ProductSpec['pricing']['plans'][number];

const widestPlan = 4.2;

/** The plans of the specification. A price that was not given stays open. */
export function businessModelSlide(context: SlideContext): Slide {
  const { plans, currency, source } = context.spec.pricing;
  const isOpen = plans.some((plan) => plan.amount === null);
  const slide = openSlide(
    context,
    'side',
    'Business model',
    isOpen ? 'How it will earn money' : 'How it earns money',
  );
  const { elements, area, on } = slide.stage;
  const [offers, missing] = split(area, 0.68, 0.66);
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
    background: on.fill,
    elements: [
      ...elements,
      ...planColumns(slide, offers, plans.slice(0, 4)),
      ...(isOpen
        ? blank(
            slide,
            missing,
            'what people will pay.',
            'Offer a real price to ten people of the audience before you print one. Note who says yes, at which price, and what they pay for today.',
          )
        : blank(
            slide,
            missing,
            'what one customer costs.',
            'Add up hosting, payment fees, support and what it takes to win one customer. Put the margin here once it is measured.',
          )),
    ],
  };
}

function planColumns(
  slide: SlideStage,
  [x, y, w, h]: Area,
  plans: readonly Plan[],
): SlideElement[] {
  const gap = 0.25;
  const width = Math.min(w, plans.length * widestPlan + (plans.length - 1) * gap);
  return columnsOf([x, y, width, h], plans.length, gap).flatMap((column, index) => {
    const plan = plans[index];
    return plan ? planCard(slide, column, plan) : [];
  });
}

function planCard(
  { spec, stage, theme, palette }: SlideStage,
  area: Area,
  plan: Plan,
): SlideElement[] {
  const { elements, inner, on } = stage.panel(area, plan.isHighlighted);
  const [x, y, w, h] = inner;
  return [
    ...elements,
    text([x, y, w, 0.4], plan.name, {
      size: 15,
      minSize: 9,
      weight: 700,
      colour: on.ink,
      valign: 'middle',
      group: 'plan-name',
    }),
    text([x, y + 0.4, w, 0.7], formatAmount(plan, spec.pricing.currency), {
      size: 32,
      minSize: 11,
      weight: 700,
      face: theme.face,
      colour: on.mark,
      valign: 'middle',
      leading: 1.1,
      group: 'plan-price',
    }),
    text([x, y + 1.1, w, 0.28], formatPeriod(plan), {
      size: 11.5,
      minSize: 9,
      colour: on.mute,
      valign: 'middle',
    }),
    rect([x, y + 1.48, w, 0.015], { fill: plan.isHighlighted ? on.mute : palette.line }),
    text([x, y + 1.62, w, h - 1.62], plan.features.slice(0, 5).join('\n'), {
      size: theme.sizes.body + 2,
      minSize: 8,
      colour: on.ink,
      leading: 1.28,
      paragraphGap: 6,
      group: 'plan-features',
    }),
  ];
}
