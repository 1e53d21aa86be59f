import { countOf } from '../../text/shape-words.js';
import { type DeckContext, notes } from '../deck-context.js';
import { heading, icon, rect, text } from '../slide-elements.js';
import { type Slide, type SlideElement } from '../slide-model.js';
import { drawWireframe } from '../wireframe/draw-wireframe.js';

/** The main page as an editable wireframe: real labels from the specification, grey bars where data would be. */
export function productSlide(context: DeckContext): Slide {
  const { spec, palette } = context;
  return {
    title: 'The product',
    notes: notes([
      'The wireframe is drawn from the specification. Replace it with a screenshot of the running app before you present.',
      ...spec.pages.map(
        (page) => `${page.title} (${page.path}${page.isPublic ? ', public' : ''}): ${page.purpose}`,
      ),
    ]),
    background: palette.paper,
    elements: [
      ...heading(palette, 'Product', 'What it looks like'),
      ...drawWireframe(context, [0.75, 2.0, 8.55, 4.65]),
      ...captions(context),
    ],
  };
}

function captions({ spec, palette }: DeckContext): SlideElement[] {
  const publicPages = spec.pages.filter((page) => page.isPublic).length;
  const facts: [string, string, string][] = [
    [
      'layers',
      countOf(spec.pages.length, 'page'),
      publicPages === 0 ? 'All behind a sign-in' : `${String(publicPages)} open to visitors`,
    ],
    [
      spec.entities[0]?.icon ?? spec.brand.icon,
      countOf(spec.entities.length, 'kind') + ' of record',
      'Everyone sees only their own',
    ],
    [
      'sparkles',
      spec.feature.name,
      spec.feature.usesModel
        ? 'With a language model, or by rules without one'
        : 'Works without a language model',
    ],
  ];
  return [
    ...facts.flatMap(([name, title, body], index) => {
      const y = 2.0 + index * 1.36;
      return [
        rect([9.65, y, 2.93, 1.22], { fill: palette.soft, radius: palette.radius }),
        icon([9.87, y + 0.22, 0.32, 0.32], name, palette.brandText, title),
        text([10.35, y + 0.14, 2.1, 0.48], title, {
          size: 14,
          minSize: 9,
          weight: 700,
          colour: palette.ink,
          valign: 'middle',
          leading: 1.15,
          group: 'fact-title',
          followsScript: false,
        }),
        text([10.35, y + 0.63, 2.1, 0.5], body, {
          size: 11,
          minSize: 9,
          colour: palette.mute,
          leading: 1.22,
          group: 'fact-body',
        }),
      ];
    }),
    text([9.65, 6.1, 2.93, 0.55], 'A wireframe drawn from the specification, not a photograph.', {
      size: 10.5,
      colour: palette.mute,
      valign: 'bottom',
      leading: 1.25,
    }),
  ];
}
