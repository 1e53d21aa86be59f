import { type DeckContext } from './deck-context.js';
import { icon, text } from './slide-elements.js';
import { type Slide } from './slide-model.js';
import { businessModelSlide } from './slides/business-model.slide.js';
import { competitionSlide } from './slides/competition.slide.js';
import { coverSlide } from './slides/cover.slide.js';
import { goToMarketSlide } from './slides/go-to-market.slide.js';
import { howItWorksSlide } from './slides/how-it-works.slide.js';
import { positioningSlide } from './slides/positioning.slide.js';
import { problemSlide } from './slides/problem.slide.js';
import { productSlide } from './slides/product.slide.js';
import { roadmapSlide } from './slides/roadmap.slide.js';
import { solutionSlide } from './slides/solution.slide.js';
import { teamAndAskSlide } from './slides/team-and-ask.slide.js';
import { whyNowSlide } from './slides/why-now.slide.js';

const inOrder = [
  coverSlide,
  problemSlide,
  whyNowSlide,
  solutionSlide,
  productSlide,
  howItWorksSlide,
  competitionSlide,
  positioningSlide,
  businessModelSlide,
  goToMarketSlide,
  roadmapSlide,
  teamAndAskSlide,
];

/** The twelve slides of the pitch deck. Pure: no font, no canvas, no file. */
export function buildDeck(context: DeckContext): Slide[] {
  return inOrder.map((make, index) => {
    const slide = make(context);
    return index === 0
      ? slide
      : { ...slide, elements: [...slide.elements, ...footer(context, index + 1)] };
  });
}

function footer({ spec, palette }: DeckContext, page: number): Slide['elements'] {
  return [
    icon([0.75, 7.0, 0.2, 0.2], spec.brand.icon, palette.brandText, ''),
    text([1.05, 6.96, 6, 0.28], spec.name, {
      size: 10,
      minSize: 8,
      weight: 600,
      colour: palette.mute,
      followsScript: false,
      valign: 'middle',
      leading: 1.1,
    }),
    text([11.58, 6.96, 1, 0.28], String(page), {
      size: 10,
      colour: palette.mute,
      align: 'right',
      valign: 'middle',
      leading: 1.1,
    }),
  ];
}
