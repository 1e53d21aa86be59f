import { type ProductSpec } from '@hatchr/contracts';
import { type Palette } from '../../colour/build-palette.js';
import { asSentence } from '../../text/shape-words.js';
import { type DeckContext, notes } from '../deck-context.js';
import { heading, rect, text } from '../slide-elements.js';
import { type Slide, type SlideElement } from '../slide-model.js';

type Flow = ProductSpec['flows'][number];

/** Up to three flows of the specification, step by step. Steps beyond the fifth are in the notes. */
export function howItWorksSlide({ spec, palette }: DeckContext): Slide {
  const flows = spec.flows.slice(0, 3);
  const width = (11.83 - 0.3 * (flows.length - 1)) / flows.length;
  return {
    title: 'How it works',
    notes: notes(
      spec.flows.map(
        (flow) =>
          `${flow.name} (${flow.actor}): ${flow.steps.map(asSentence).join(' ')} Done when: ${flow.acceptance.map(asSentence).join(' ')}`,
      ),
    ),
    background: palette.paper,
    elements: [
      ...heading(palette, 'How it works', 'From first visit to result'),
      ...flows.flatMap((flow, index) => column(palette, flow, 0.75 + index * (width + 0.3), width)),
    ],
  };
}

function column(palette: Palette, flow: Flow, x: number, width: number): SlideElement[] {
  const steps = flow.steps.slice(0, 5);
  const height = 3.35 / steps.length;
  return [
    rect([x, 2.2, width, 4.3], { fill: palette.soft, radius: palette.radius }),
    text([x + 0.28, 2.36, width - 0.56, 0.42], flow.name, {
      size: 16,
      minSize: 10,
      weight: 700,
      colour: palette.ink,
      valign: 'middle',
      leading: 1.15,
      group: 'flow-name',
    }),
    text([x + 0.28, 2.76, width - 0.56, 0.26], flow.actor, {
      size: 11,
      minSize: 9,
      weight: 600,
      colour: palette.brandText,
      valign: 'middle',
      group: 'flow-actor',
    }),
    ...steps.flatMap((step, index) => {
      const y = 3.1 + index * height;
      return [
        rect([x + 0.28, y + height / 2 - 0.17, 0.34, 0.34], { fill: palette.brand, radius: 0.17 }),
        text([x + 0.28, y + height / 2 - 0.17, 0.34, 0.34], String(index + 1), {
          size: 11,
          weight: 700,
          colour: palette.onBrand,
          align: 'center',
          valign: 'middle',
          leading: 1.1,
        }),
        text([x + 0.78, y + 0.03, width - 1.06, height - 0.06], step, {
          size: 15,
          minSize: 8,
          colour: palette.ink,
          valign: 'middle',
          leading: 1.24,
          group: 'flow-step',
        }),
      ];
    }),
  ];
}
