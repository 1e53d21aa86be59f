import { type Competitor, type DiscoveryResult } from '@hatchr/contracts';
import { type Palette } from '../../colour/build-palette.js';
import { type DeckContext, evidenceOf, notes } from '../deck-context.js';
import { blank, heading, text } from '../slide-elements.js';
import { type Slide, type SlideElement, type TableCell } from '../slide-model.js';

const mostProducts = 5;
const mostFeatures = 6;

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
export function competitionSlide(context: DeckContext): Slide {
  const { discovery, palette } = context;
  const products = nearestCompetitors(discovery);
  const evidence = evidenceOf(
    context,
    products.flatMap((product) => product.evidenceIds),
  );
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
      evidence.slice(0, 24),
    ),
    background: palette.paper,
    elements: [
      ...heading(
        palette,
        'Competition',
        products.length > 0 ? 'What others are known to do' : 'No close competitor is known yet',
      ),
      ...(products.length > 0 ? matrix(palette, discovery, products) : nobodyKnown(context)),
    ],
  };
}

/** The competitors that fit the table, most relevant first. */
export function nearestCompetitors(discovery: DiscoveryResult): Competitor[] {
  return [...discovery.competitors]
    .sort((a, b) => b.relevance - a.relevance || (a.id < b.id ? -1 : 1))
    .slice(0, mostProducts);
}

/** Feature rows, those that most of the products are known to have first. */
export function comparedFeatures(
  discovery: DiscoveryResult,
  products: readonly Competitor[],
): { id: string; label: string; known: number }[] {
  const ids = new Set(products.map((product) => product.id));
  return discovery.features
    .map((feature) => ({
      ...feature,
      known: discovery.matrix.filter(
        (row) => ids.has(row.competitorId) && row.cells[feature.id] === 'yes',
      ).length,
    }))
    .sort((a, b) => b.known - a.known)
    .slice(0, mostFeatures);
}

function matrix(
  palette: Palette,
  discovery: DiscoveryResult,
  products: readonly Competitor[],
): SlideElement[] {
  const features = comparedFeatures(discovery, products);
  const first = 3.4;
  const width = (11.83 - first) / products.length;
  const head = (content: string): TableCell =>
    cell(content, palette.onBrand, palette.brand, 700, 'center');
  const rows: TableCell[][] = [
    [
      cell('', palette.onBrand, palette.brand, 700, 'left'),
      ...products.map(({ name }) => head(name)),
    ],
    ...features.map((feature, index) => {
      const fill = index % 2 === 0 ? palette.paper : palette.soft;
      return [
        cell(feature.label, palette.ink, fill, 600, 'left'),
        ...products.map((product) => knownCell(palette, discovery, product.id, feature.id, fill)),
      ];
    }),
    [
      cell('Pricing', palette.ink, palette.soft, 600, 'left'),
      ...products.map(({ pricingModel }) =>
        pricingModel
          ? cell(pricingNames[pricingModel], palette.ink, palette.soft, 400, 'center')
          : cell('Unknown', palette.mute, palette.soft, 400, 'center'),
      ),
    ],
  ];
  const rowHeight = Math.min(0.62, 4.3 / rows.length);
  return [
    {
      kind: 'table',
      x: 0.75,
      y: 2.15,
      w: 11.83,
      h: rowHeight * rows.length,
      columnWidths: [first, ...products.map(() => width)],
      rowHeight,
      size: 13,
      line: palette.line,
      rows,
    },
    text(
      [0.75, 6.55, 11.83, 0.32],
      '“Unknown” means that no source was found, not that it is missing. Sources are in the notes.',
      {
        size: 11,
        colour: palette.mute,
        valign: 'middle',
      },
    ),
  ];
}

function knownCell(
  palette: Palette,
  discovery: DiscoveryResult,
  competitorId: string,
  featureId: string,
  fill: string,
): TableCell {
  const row = discovery.matrix.find((entry) => entry.competitorId === competitorId);
  const state = row?.cells[featureId] ?? 'unknown';
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

function nobodyKnown({ discovery, palette }: DeckContext): SlideElement[] {
  return [
    text([0.75, 2.2, 5.9, 4.3], discovery.statement, {
      size: 24,
      minSize: 12,
      weight: 600,
      colour: palette.ink,
      valign: 'middle',
    }),
    ...blank(
      palette,
      [7.1, 2.2, 5.48, 4.3],
      'what people use today instead.',
      'A spreadsheet, a notebook, a group chat or nothing at all is a competitor too. Ask five people what they do now and what they would miss.',
    ),
  ];
}
