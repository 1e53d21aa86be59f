import { type DeckContext, type SlideContext } from './deck-context.js';
import { estimateWidth } from '../text/estimate-width.js';
import { fitText } from '../text/fit-text.js';
import { type Slide } from './slide-model.js';
import { type SlideWords, type WordedSlide } from './slide-words.js';
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

type MakeSlide = (context: SlideContext) => Slide;

const inOrder: readonly (readonly [WordedSlide | null, MakeSlide])[] = [
  [null, coverSlide],
  ['problem', problemSlide],
  ['why_now', whyNowSlide],
  ['solution', solutionSlide],
  ['product', productSlide],
  ['how_it_works', howItWorksSlide],
  ['market', marketSlide],
  ['competition', competitionSlide],
  ['business_model', businessModelSlide],
  ['go_to_market', goToMarketSlide],
  ['roadmap', roadmapSlide],
  ['team_and_ask', teamAndAskSlide],
];

/** The twelve slides of the pitch deck. Pure: no font, no canvas, no file. */
export function buildDeck(context: DeckContext): Slide[] {
  const theme = themeOf(context.spec.brand);
  return inOrder.map(([key, make], index) => {
    const own = { ...context, theme, page: index + 1 };
    const words = key === null ? undefined : context.words?.get(key);
    return (words && inWords(make, own, words)) ?? make(own);
  });
}

/** The slide under somebody else's headline; null where that does not fit above it. */
function inWords(
  make: MakeSlide,
  context: SlideContext,
  { headline, talk }: SlideWords,
): Slide | null {
  const slide = make({ ...context, headline });
  const isShown = slide.elements.some(
    (element) =>
      element.kind === 'text' && element.isTitle && !fitText(element, estimateWidth).isCut,
  );
  return isShown ? { ...slide, notes: `${talk}\n${slide.notes}` } : null;
}
