import { type DeckContext, type SlideContext } from './deck-context.js';
import { type Slide } from './slide-model.js';
import { businessModelSlide } from './slides/business-model.slide.js';
import { competitionSlide } from './slides/competition.slide.js';
import { coverSlide } from './slides/cover.slide.js';
import { goToMarketSlide } from './slides/go-to-market.slide.js';
import { howItWorksSlide } from './slides/how-it-works.slide.js';
import { marketSlide } from './slides/market.slide.js';
import { problemSlide } from './slides/problem.slide.js';
import { productSlide } from './slides/product.slide.js';
import { roadmapSlide } from './slides/roadmap.slide.js';
import { solutionSlide } from './slides/solution.slide.js';
import { teamAndAskSlide } from './slides/team-and-ask.slide.js';
import { whyNowSlide } from './slides/why-now.slide.js';
import { themeOf } from './themes/choose-theme.js';

const inOrder: readonly ((context: SlideContext) => Slide)[] = [
  coverSlide,
  problemSlide,
  whyNowSlide,
  solutionSlide,
  productSlide,
  howItWorksSlide,
  marketSlide,
  competitionSlide,
  businessModelSlide,
  goToMarketSlide,
  roadmapSlide,
  teamAndAskSlide,
];

/** The twelve slides of the pitch deck. Pure: no font, no canvas, no file. */
export function buildDeck(context: DeckContext): Slide[] {
  const theme = themeOf(context.spec.brand);
  return inOrder.map((make, index) => make({ ...context, theme, page: index + 1 }));
}
