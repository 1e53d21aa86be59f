import { type Competitor } from '@hatchr/contracts';
import {
  evidenceOf,
  notes,
  openSlide,
  type SlideContext,
  type SlideStage,
} from '../deck-context.js';
import { type Area, split } from '../layout.js';
import { text } from '../slide-elements.js';
import { type Slide, type SlideElement, type TableCell } from '../slide-model.js';
import { blank } from '../slide-parts.js';
import { type Ground } from '../themes/deck-theme.js';
import { comparedFeatures, nearestCompetitors } from './compared-products.js';

const pricingNames: Record<NonNullable<Competitor['pricingModel']>, string> = {
  free: 'Free',
  freemium: 'Free tier',
  subscription: 'Subscription',
  usage: 'By usage',
  one_time: 'One payment',
  commission: 'Commission',
  quote: 'On request',
  open_source: 'Open source',
};

/** The discovery matrix as a native table: what is known, and what is not, said as such. */
export function competitionSlide(context: SlideContext): Slide {
  const { discovery } = context;
  const products = nearestCompetitors(discovery);
  const slide = openSlide(
    context,
    products.length > 0 ? 'wide' : 'side',
    'Competition',
    products.length > 0 ? 'What others are known to do' : 'No close competitor is known yet',
  );
  const { elements, area, on } = slide.stage;
  return {
    title: 'Competition',
    notes: notes(
      [
        discovery.statement,
        '“Unknown” means that no source was found, not that the product lacks it. Check before you claim it.',
        ...products.map(
          (product) => `${product.name}: ${product.summary} ${product.reasons.join('; ')}`,
        ),
      ],
      evidenceOf(
        context,
        products.flatMap((product) => product.evidenceIds),
      ).slice(0, 24),
    ),
    background: on.fill,
    elements: [
      ...elements,
      ...(products.length > 0 ? matrix(slide, area, products) : nobodyKnown(slide, area)),
    ],
  };
}

function matrix(
  slide: SlideStage,
  [x, y, w, h]: Area,
  products: readonly Competitor[],
): SlideElement[] {
  const { palette, theme, stage } = slide;
  const first = Math.min(3.6, w * 0.3);
  const rows = tableRows(slide, products, theme.tableHead(palette));
  const rowHeight = Math.min(0.6, (h - 0.4) / rows.length);
  const height = rowHeight * rows.length;
  return [
    {
      kind: 'table',
      x,
      y,
      w,
      h: height,
      columnWidths: [first, ...products.map(() => (w - first) / products.length)],
      rowHeight,
      size: 13,
      line: palette.line,
      rows,
    },
    text(
      [x, y + height + 0.1, w, 0.3],
      '“Unknown” means that no source was found, not that it is missing. Sources are in the notes.',
      { size: 11, minSize: 9, colour: stage.on.mute, valign: 'middle', leading: 1.1 },
    ),
  ];
}

function tableRows(
  { palette, discovery }: SlideStage,
  products: readonly Competitor[],
  { fill: headFill, ink: headInk }: Ground,
): TableCell[][] {
  const { ink, mute, paper, soft } = palette;
  const head = (content: string, align: TableCell['align']): TableCell =>
    cell(content, headInk, headFill, 700, align);
  return [
    [head('Feature', 'left'), ...products.map(({ name }) => head(name, 'center'))],
    ...comparedFeatures(discovery, products).map((feature, index) => {
      const fill = index % 2 === 0 ? paper : soft;
      return [
        cell(feature.label, ink, fill, 600, 'left'),
        ...products.map((product) =>
          knownCell(palette, stateOf(discovery, product.id, feature.id), fill),
        ),
      ];
    }),
    [
      cell('Pricing', ink, soft, 600, 'left'),
      ...products.map(({ pricingModel }) =>
        pricingModel
          ? cell(pricingNames[pricingModel], ink, soft, 400, 'center')
          : cell('Unknown', mute, soft, 400, 'center'),
      ),
    ],
  ];
}

type State = 'yes' | 'no' | 'unknown';

function stateOf(
  { matrix: known }: SlideStage['discovery'],
  competitorId: string,
  featureId: string,
): State {
  return known.find((entry) => entry.competitorId === competitorId)?.cells[featureId] ?? 'unknown';
}

function knownCell(palette: SlideStage['palette'], state: State, fill: string): TableCell {
  if (state === 'yes') return cell('Yes', palette.brandText, fill, 700, 'center');
  if (state === 'no') return cell('No', palette.ink, fill, 600, 'center');
  return cell('Unknown', palette.mute, fill, 400, 'center');
}

function cell(
  content: string,
  colour: string,
  fill: string,
  weight: TableCell['weight'],
  align: TableCell['align'],
): TableCell {
  return { text: content, colour, fill, weight, align };
}

function nobodyKnown(slide: SlideStage, area: Area): SlideElement[] {
  const { discovery, theme, stage } = slide;
  const [statement, missing] = split(area, 0.5);
  return [
    text(statement, discovery.statement, {
      size: theme.sizes.lead + 5,
      minSize: 12,
      weight: 600,
      face: theme.face,
      colour: stage.on.ink,
      valign: 'middle',
    }),
    ...blank(
      slide,
      missing,
      'what people use today instead.',
      'A spreadsheet, a notebook, a group chat or nothing at all is a competitor too. Ask five people what they do now and what they would miss.',
    ),
  ];
}
