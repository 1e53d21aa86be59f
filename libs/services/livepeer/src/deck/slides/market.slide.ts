import { type Competitor, type PricePoint } from '@hatchr/contracts';
import { asSentence, countOf, joinWords } from '../../text/shape-words.js';
import {
  evidenceOf,
  notes,
  openSlide,
  type SlideContext,
  type SlideStage,
} from '../deck-context.js';
import { type Area, columnsOf, split, topAndBottom } from '../layout.js';
import { text } from '../slide-elements.js';
import { type ChartElement, type Slide, type SlideElement } from '../slide-model.js';
import { blank, figure } from '../slide-parts.js';
import { comparedFeatures, nearestCompetitors } from './compared-products.js';

type Drawn = Pick<ChartElement, 'name' | 'bars' | 'max' | 'unit'> & {
  title: string;
  evidenceIds: string[];
};

const fewestPrices = 3;
const mostBars = 7;

/** What the research knows of the market, each figure a count or a price with its source; its size is a blank. */
export function marketSlide(context: SlideContext): Slide {
  const { discovery } = context;
  const slide = openSlide(
    context,
    'side',
    'Market',
    'What is known of the market, and what is not',
  );
  const { elements, area, on } = slide.stage;
  const chart = entryPrices(context) ?? knownFeatures(context);
  const [left, right] = split(area, chart ? 0.5 : 1, chart ? 0.52 : 1);
  const facts = chart ? left : area;
  const [figures, missing] = topAndBottom(facts, 0.42);
  const dates = discovery.evidence.map((entry) => entry.asOf.slice(0, 10)).sort();
  const newest = dates.at(-1);
  return {
    title: 'Market',
    notes: notes(
      [
        discovery.statement,
        discovery.queries.length > 0 ? `Searched for: ${discovery.queries.join('; ')}` : '',
        newest ? `Latest source checked on ${newest}.` : 'No source was read.',
        'A market size is built up from users times price. Neither is known yet, so none is claimed.',
      ],
      chart ? evidenceOf(context, chart.evidenceIds).slice(0, 24) : discovery.evidence.slice(0, 12),
    ),
    background: on.fill,
    elements: [
      ...elements,
      ...(discovery.competitors.length > 0
        ? counts(slide, figures)
        : nothingCounted(slide, figures)),
      ...blank(
        slide,
        missing,
        'the size of the market.',
        'Build it up: people you can reach, times the share who have the problem, times the price. State every assumption.',
      ),
      ...(chart ? drawChart(slide, right, chart) : []),
    ],
  };
}

function counts(slide: SlideStage, area: Area): SlideElement[] {
  const { competitors, features, evidence } = slide.discovery;
  const figures: [number, string, string][] = [
    [competitors.length, 'product compared', 'products compared'],
    [features.length, 'feature compared', 'features compared'],
    [evidence.length, 'source on file', 'sources on file'],
  ];
  return columnsOf(area, figures.length, 0.2).flatMap((column, index) => {
    const [count, singular, plural] = figures[index] ?? [0, '', ''];
    const label = countOf(count, singular, plural).replace(/^\d+ /u, '');
    return figure(slide, column, String(count), label);
  });
}

/** What was searched for, in place of three zeros. */
function nothingCounted({ stage, theme, discovery }: SlideStage, area: Area): SlideElement[] {
  const { elements, inner, on } = stage.panel(area);
  const words = discovery.queries.slice(0, 3).map((query) => `“${query}”`);
  return [
    ...elements,
    text(inner, [asSentence(discovery.statement), ...searched(words)].join('\n'), {
      size: theme.sizes.lead,
      minSize: 10,
      face: theme.face,
      colour: on.ink,
      valign: 'middle',
      leading: 1.25,
      paragraphGap: 6,
    }),
  ];
}

const searched = (words: readonly string[]): string[] =>
  words.length > 0 ? [`Searched for ${joinWords(words)}.`] : [];

/** The lowest paid plan of each product whose page states one; null where fewer than three share a currency. */
function entryPrices({ discovery }: SlideContext): Drawn | null {
  const paid = (discovery.prices ?? []).filter(
    ({ isFree, monthlyAmount, currency }) => !isFree && currency !== null && monthlyAmount !== null,
  );
  const [currency, offers] =
    [...new Set(paid.map((plan) => plan.currency ?? ''))]
      .map((code) => [code, lowestOffers(paid.filter((plan) => plan.currency === code))] as const)
      .toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  if (currency === undefined || offers === undefined || offers.length < fewestPrices) return null;
  const names = new Map(discovery.competitors.map((product) => [product.id, product.name]));
  const bars = offers
    .map(({ competitorId, monthlyAmount }) => ({
      label: names.get(competitorId) ?? competitorId,
      value: Math.round((monthlyAmount ?? 0) * 100) / 100,
    }))
    .slice(0, mostBars);
  return {
    title: `What their lowest paid plan costs a month, in ${currency}, as their pages state it`,
    name: `Lowest paid plan a month, ${currency}`,
    bars,
    max: Math.max(...bars.map(({ value }) => value)),
    unit: ` ${currency}`,
    evidenceIds: offers.map(({ evidenceId }) => evidenceId),
  };
}

/** One offer a product, the cheapest, from low to high. */
function lowestOffers(offers: readonly PricePoint[]): PricePoint[] {
  const sorted = offers.toSorted(
    (a, b) =>
      (a.monthlyAmount ?? 0) - (b.monthlyAmount ?? 0) || (a.competitorId < b.competitorId ? -1 : 1),
  );
  const seen = new Set<string>();
  return sorted.filter(({ competitorId }) => !seen.has(competitorId) && seen.add(competitorId));
}

/** How many of the compared products are known to do what; null where nothing is known. */
function knownFeatures({ discovery }: SlideContext): Drawn | null {
  const products = nearestCompetitors(discovery);
  const features = comparedFeatures(discovery, products);
  if (!features.some((feature) => feature.known > 0)) return null;
  return {
    title: `How many of the ${countOf(products.length, 'nearest product')} are known to do it`,
    name: 'Products known to do it',
    bars: features.map(({ label, known }) => ({ label, value: known })),
    max: products.length,
    unit: '',
    evidenceIds: products.flatMap((product: Competitor) => product.evidenceIds),
  };
}

function drawChart(
  { palette, theme, stage }: SlideStage,
  [x, y, w, h]: Area,
  { title, name, bars, max, unit }: Drawn,
): SlideElement[] {
  return [
    text([x, y, w, 0.55], title, {
      size: 14,
      minSize: 10,
      weight: 700,
      face: theme.face,
      colour: stage.on.ink,
      leading: 1.2,
    }),
    {
      kind: 'chart',
      x,
      y: y + 0.6,
      w,
      h: Math.min(h - 0.6, bars.length * 0.72),
      name,
      bars,
      max,
      unit,
      colour: palette.brandText,
      text: stage.on.ink,
    },
  ];
}
