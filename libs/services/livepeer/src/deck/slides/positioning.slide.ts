import { type Palette } from '../../colour/build-palette.js';
import { countOf } from '../../text/shape-words.js';
import { type DeckContext, evidenceOf, notes } from '../deck-context.js';
import { blank, heading, rect, text } from '../slide-elements.js';
import { type Slide, type SlideElement } from '../slide-model.js';
import { comparedFeatures, nearestCompetitors } from './competition.slide.js';

interface Claim {
  statement: string;
  evidenceIds: string[];
}

/** The claims of the specification, then the gaps of the research; each with the number of sources behind it. */
export function positioningSlide(context: DeckContext): Slide {
  const { spec, discovery, palette } = context;
  const claims = uniqueClaims([
    ...spec.positioning.map(({ claim, evidenceIds }) => ({ statement: claim, evidenceIds })),
    ...discovery.gaps,
  ]).slice(0, 3);
  const evidence = evidenceOf(
    context,
    claims.flatMap((claim) => claim.evidenceIds),
  );
  const products = nearestCompetitors(discovery);
  const features = comparedFeatures(discovery, products);
  const hasChart = features.some((feature) => feature.known > 0);
  return {
    title: 'Where it stands apart',
    notes: notes(
      [
        ...claims.map(
          ({ statement, evidenceIds }) => `${statement} (${countOf(evidenceIds.length, 'source')})`,
        ),
        'A gap is where few or none are known to do something. It is a reason to ask users, not a proof that they want it.',
      ],
      evidence,
    ),
    background: palette.paper,
    elements: [
      ...heading(palette, 'Positioning', `Where ${spec.name} stands apart`),
      ...claimCards(palette, claims, hasChart ? 5.6 : 11.83),
      ...(hasChart ? chart(palette, features, products.length) : []),
    ],
  };
}

function uniqueClaims(claims: readonly Claim[]): Claim[] {
  const seen = new Set<string>();
  return claims.filter(({ statement }) => {
    const isNew = statement !== '' && !seen.has(statement);
    seen.add(statement);
    return isNew;
  });
}

function claimCards(palette: Palette, claims: readonly Claim[], width: number): SlideElement[] {
  if (claims.length === 0)
    return blank(
      palette,
      [0.75, 2.2, width, 4.3],
      'what only this product does.',
      'The research gave no claim that has a source. Find one thing the compared products do not do, check it on their own pages, and write it here with the link.',
    );
  const height = 1.3;
  const free = 4.3 - claims.length * (height + 0.2);
  const cards = claims.flatMap(({ statement, evidenceIds }, index) => {
    const y = 2.2 + index * (height + 0.2);
    return [
      rect([0.75, y, width, height], { fill: palette.soft, radius: palette.radius }),
      text([1.05, y + 0.14, width - 0.6, height - 0.58], statement, {
        size: 17,
        minSize: 10,
        weight: 600,
        colour: palette.ink,
        valign: 'middle',
        leading: 1.25,
        group: 'claim',
      }),
      text([1.05, y + height - 0.42, width - 0.6, 0.3], evidenceLine(evidenceIds.length), {
        size: 11,
        colour: palette.mute,
        valign: 'middle',
      }),
    ];
  });
  if (free < 1) return cards;
  return [
    ...cards,
    ...blank(
      palette,
      [0.75, 6.5 - free, width, free],
      'whether this matters to people.',
      'Ask five people of the audience how they choose between the products they know.',
    ),
  ];
}

function evidenceLine(count: number): string {
  return count === 0
    ? 'No source yet: check before you claim it'
    : `${countOf(count, 'source')}, in the notes`;
}

function chart(
  palette: Palette,
  features: readonly { label: string; known: number }[],
  products: number,
): SlideElement[] {
  return [
    text(
      [6.85, 2.15, 5.73, 0.6],
      `How many of the ${countOf(products, 'compared product')} are known to do it`,
      {
        size: 14,
        minSize: 10,
        weight: 700,
        colour: palette.ink,
        leading: 1.2,
      },
    ),
    {
      kind: 'chart',
      x: 6.85,
      y: 2.75,
      w: 5.73,
      h: 3.75,
      name: 'Products known to do it',
      bars: features.map(({ label, known }) => ({ label, value: known })),
      max: products,
      colour: palette.brandText,
      text: palette.ink,
    },
  ];
}
