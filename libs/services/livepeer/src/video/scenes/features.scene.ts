import { type ProductSpec } from '@hatchr/contracts';
import { leadingSentences } from '../../deck/deck-context.js';
import { icon, rect, text } from '../../deck/slide-elements.js';
import { type SlideElement } from '../../deck/slide-model.js';
import { asSentence } from '../../text/shape-words.js';
import { surfaceOf } from '../video-look.js';
import { type Scene } from '../video-model.js';
import { headline, readingTime, type SceneContext } from './scene-context.js';

interface Feature {
  icon: string;
  name: string;
  description: string;
}

const gap = 0.35;
const left = 0.95;

/** Three cards: what makes it this product first, then what it does for others, then what it keeps. */
export function featuresScene({ spec, palette, look }: SceneContext): Scene {
  const surface = surfaceOf(palette, 'soft');
  const features = pickFeatures(spec);
  const width = (13.333 - 2 * left - gap * (features.length - 1)) / features.length;
  const said = features.map(({ name, description }) => `${name}: ${asSentence(description)}`);
  return {
    seconds: readingTime(said.join(' '), [5, 6.5]),
    background: surface.ground,
    pointer: [],
    captions: said,
    narration: features.map(({ name }) => asSentence(name)).join(' '),
    layers: [
      headline(
        look,
        [left, 0.75, 13.333 - 2 * left, 0.95],
        `What ${spec.name} does for you`,
        { size: 38, minSize: 18, colour: surface.ink },
        0.35,
      ),
      ...features.map((feature, index) => ({
        elements: card({ spec, palette, look }, feature, left + index * (width + gap), width),
        motion: look.cards,
        at: 0.7 + index * 0.4,
      })),
    ],
  };
}

function pickFeatures(spec: ProductSpec): Feature[] {
  const iconOf = (name: string): string =>
    spec.entities.find((entity) => entity.name === name)?.icon ?? spec.brand.icon;
  const features: Feature[] = [{ ...spec.feature, icon: 'sparkles' }];
  if (spec.assistant && spec.assistant.name !== spec.feature.name)
    features.push({ ...spec.assistant, icon: iconOf(spec.assistant.entity) });
  if (spec.publicPage)
    features.push({
      icon: iconOf(spec.publicPage.entity),
      name: spec.publicPage.title,
      description: spec.publicPage.description,
    });
  for (const entity of spec.entities) features.push({ ...entity, name: entity.labelPlural });
  return features.slice(0, 3);
}

function card(
  { palette }: SceneContext,
  { icon: name, name: title, description }: Feature,
  x: number,
  width: number,
): SlideElement[] {
  const radius = Math.max(palette.radius, 0.05);
  const inset = 0.42;
  return [
    rect([x, 2.1, width, 4.45], { fill: palette.paper, stroke: palette.line, radius }),
    rect([x + inset, 2.55, 0.9, 0.9], { fill: palette.brand, radius: Math.max(radius, 0.12) }),
    icon([x + inset + 0.22, 2.77, 0.46, 0.46], name, palette.onBrand, title),
    text([x + inset, 3.7, width - 2 * inset, 0.9], title, {
      size: 24,
      minSize: 13,
      weight: 700,
      colour: palette.ink,
      leading: 1.18,
      valign: 'middle',
    }),
    text([x + inset, 4.68, width - 2 * inset, 1.6], leadingSentences(description, 110), {
      size: 17,
      minSize: 11,
      colour: palette.mute,
      leading: 1.36,
    }),
  ];
}
