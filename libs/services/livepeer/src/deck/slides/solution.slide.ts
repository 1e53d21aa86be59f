import { type DeckContext, leadingSentences, notes } from '../deck-context.js';
import { heading, icon, rect, text } from '../slide-elements.js';
import { type Slide, type SlideElement } from '../slide-model.js';

/** The feature that makes it this product, large; beside it what it keeps track of. */
export function solutionSlide(context: DeckContext): Slide {
  const { spec, palette } = context;
  const { brand, onBrand, radius } = palette;
  const featureIcon =
    spec.entities.find((entity) => entity.name === spec.feature.entity)?.icon ?? spec.brand.icon;
  return {
    title: 'The solution',
    notes: notes([
      spec.summary,
      `${spec.feature.name}: ${spec.feature.description}`,
      spec.feature.usesModel
        ? 'This feature uses a language model when the founder sets a key, and works by rules without one.'
        : 'This feature needs no language model.',
    ]),
    background: palette.paper,
    elements: [
      ...heading(palette, 'Solution', spec.tagline),
      rect([0.75, 2.2, 5.3, 4.3], { fill: brand, radius }),
      rect([1.1, 2.55, 0.86, 0.86], { fill: onBrand, radius: Math.max(radius, 0.08) }),
      icon([1.3, 2.75, 0.46, 0.46], featureIcon, brand, spec.feature.name),
      text([1.1, 3.62, 4.6, 0.85], spec.feature.name, {
        size: 25,
        minSize: 14,
        weight: 700,
        colour: onBrand,
        leading: 1.18,
        valign: 'middle',
      }),
      text([1.1, 4.55, 4.6, 1.7], spec.feature.description, {
        size: 16,
        minSize: 10,
        colour: onBrand,
      }),
      text([6.5, 2.15, 6.08, 1.3], leadingSentences(spec.summary, 260), {
        size: 16,
        minSize: 10,
        colour: palette.ink,
      }),
      ...entityRows(context),
    ],
  };
}

function entityRows({ spec, palette }: DeckContext): SlideElement[] {
  const shown = spec.entities.slice(0, 3);
  return shown.flatMap((entity, index) => {
    const y = 3.62 + index * 1.0;
    return [
      rect([6.5, y, 6.08, 0.88], { fill: palette.soft, radius: palette.radius }),
      icon([6.74, y + 0.27, 0.34, 0.34], entity.icon, palette.brandText, entity.labelPlural),
      text([7.32, y + 0.08, 1.75, 0.72], entity.labelPlural, {
        size: 15,
        minSize: 10,
        weight: 700,
        colour: palette.ink,
        valign: 'middle',
        leading: 1.15,
        group: 'entity-name',
        followsScript: false,
      }),
      text([9.15, y + 0.08, 3.25, 0.72], entity.description, {
        size: 13,
        minSize: 9,
        colour: palette.mute,
        valign: 'middle',
        leading: 1.22,
        group: 'entity-text',
      }),
    ];
  });
}
