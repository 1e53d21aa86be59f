import { type ProductSpec } from '@hatchr/contracts';
import { asSentence, beginSentence } from '../../text/shape-words.js';
import { notes, openSlide, type SlideContext, type SlideStage } from '../deck-context.js';
import { type Area, columnsOf, rowsOf } from '../layout.js';
import { text } from '../slide-elements.js';
import { type Slide, type SlideElement } from '../slide-model.js';
import { markOf } from '../slide-parts.js';

type Flow = ProductSpec['flows'][number];

/** Up to three flows of the specification, step by step. Steps beyond the fifth are in the notes. */
export function howItWorksSlide(context: SlideContext): Slide {
  const { spec } = context;
  const slide = openSlide(context, 'wide', 'How it works', 'From first visit to result');
  const { elements, area, on } = slide.stage;
  const flows = spec.flows.slice(0, 3);
  const [only] = flows;
  const content =
    only && flows.length === 1
      ? oneFlow(slide, area, only)
      : columnsOf(area, flows.length, 0.3).flatMap((column, index) =>
          flowColumn(slide, column, flows[index]),
        );
  return {
    title: 'How it works',
    notes: notes(
      spec.flows.map(
        (flow) =>
          `${flow.name} (${flow.actor}): ${flow.steps.map(asSentence).join(' ')} Done when: ${flow.acceptance.map(asSentence).join(' ')}`,
      ),
    ),
    background: on.fill,
    elements: [...elements, ...content],
  };
}

function flowColumn(slide: SlideStage, area: Area, flow: Flow | undefined): SlideElement[] {
  if (!flow) return [];
  const { stage, theme } = slide;
  const { elements, inner, on } = stage.panel(area);
  const [x, y, w, h] = inner;
  const steps = flow.steps.slice(0, 5);
  // Few steps stay together instead of drifting apart over the height.
  const height = Math.min(h - 0.85, steps.length * 0.98);
  return [
    ...elements,
    text([x, y, w, 0.42], flow.name, {
      size: theme.sizes.cardTitle + 1,
      minSize: 10,
      weight: 700,
      face: theme.face,
      colour: on.ink,
      valign: 'middle',
      leading: 1.15,
      group: 'flow-name',
    }),
    text([x, y + 0.42, w, 0.26], beginSentence(flow.actor), {
      size: 11,
      minSize: 9,
      weight: 600,
      colour: on.mark,
      valign: 'middle',
      group: 'flow-actor',
    }),
    ...rowsOf([x, y + 0.85, w, height], steps.length, 0.08).flatMap((row, index) => {
      const [left, top, width, rowHeight] = row;
      const edge = 0.38;
      const middle = top + (rowHeight - edge) / 2;
      return [
        ...markOf(slide, [left, middle, edge, edge], index + 1, on),
        text([left + edge + 0.16, top, width - edge - 0.16, rowHeight], steps[index] ?? '', {
          size: theme.sizes.body + 1,
          minSize: 8,
          colour: on.ink,
          valign: 'middle',
          leading: 1.24,
          group: 'flow-step',
        }),
      ];
    }),
  ];
}

/** A single flow reads from left to right. */
function oneFlow(slide: SlideStage, [x, y, w, h]: Area, flow: Flow): SlideElement[] {
  const { stage, theme } = slide;
  const steps = flow.steps.slice(0, 5);
  return [
    text([x, y, w, 0.5], `${flow.name} · ${beginSentence(flow.actor)}`, {
      size: theme.sizes.cardTitle + 2,
      minSize: 10,
      weight: 700,
      face: theme.face,
      colour: stage.on.mark,
      valign: 'middle',
    }),
    ...columnsOf([x, y + 0.7, w, Math.min(h - 0.7, 3.2)], steps.length).flatMap((column, index) => {
      const { elements, inner, on } = stage.panel(column);
      const [left, top, width, height] = inner;
      return [
        ...elements,
        ...markOf(slide, [left, top, 0.62, 0.62], index + 1, on),
        text([left, top + 0.85, width, height - 0.85], steps[index] ?? '', {
          size: theme.sizes.lead,
          minSize: 8,
          colour: on.ink,
          leading: 1.28,
          group: 'flow-step',
        }),
      ];
    }),
  ];
}
