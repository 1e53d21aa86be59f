import { countOf, joinWords } from '../../text/shape-words.js';
import { notes, openSlide, type SlideContext, type SlideStage } from '../deck-context.js';
import { type Area, columnsOf } from '../layout.js';
import { text } from '../slide-elements.js';
import { type Slide, type SlideElement } from '../slide-model.js';
import { markOf } from '../slide-parts.js';

/** What is there, what the next fourteen days hold, and what is left out on purpose. No dates are promised. */
export function roadmapSlide(context: SlideContext): Slide {
  const { spec, verification, stack } = context;
  const slide = openSlide(context, 'wide', 'Roadmap', 'What is there, what comes next, what waits');
  const { elements, area, on } = slide.stage;
  const stages: [string, string, string[]][] = [
    ['Now', 'The first version', builtLines(context)],
    ['Next', 'The first fourteen days', nextLines(context)],
    ['Later', 'Left out on purpose', laterLines(spec.nonGoals)],
  ];
  return {
    title: 'Roadmap',
    notes: notes([
      verification.reason,
      ...verification.gates.map((gate) => `${gate.label}: ${gate.outcome}. ${gate.detail}`),
      stack.length > 0
        ? `Built with ${joinWords(stack.map(({ name, version }) => `${name} ${version}`))}.`
        : '',
      ...spec.constraints.map((constraint) => `Stated limit: ${constraint}`),
      'Dates are not known yet. Add them once the first users have said what they miss.',
    ]),
    background: on.fill,
    elements: [
      ...elements,
      ...columnsOf(area, stages.length, 0.3).flatMap((column, index) => {
        const [when, title, lines] = stages[index] ?? ['', '', []];
        return stageColumn(slide, column, { number: index + 1, when, title, lines });
      }),
    ],
  };
}

interface RoadmapStage {
  number: number;
  when: string;
  title: string;
  lines: readonly string[];
}

function stageColumn(
  slide: SlideStage,
  area: Area,
  { number, when, title, lines }: RoadmapStage,
): SlideElement[] {
  const { stage, theme } = slide;
  const { elements, inner, on } = stage.panel(area, number === 1);
  const [x, y, w, h] = inner;
  return [
    ...elements,
    ...markOf(slide, [x, y + 0.02, 0.5, 0.5], number, on),
    text([x + 0.66, y, w - 0.66, 0.26], when, {
      size: 12,
      weight: 700,
      colour: on.mark,
      valign: 'middle',
      leading: 1.1,
    }),
    text([x + 0.66, y + 0.25, w - 0.66, 0.36], title, {
      size: theme.sizes.cardTitle + 1,
      minSize: 11,
      weight: 700,
      face: theme.face,
      colour: on.ink,
      valign: 'middle',
      leading: 1.1,
      group: 'roadmap-title',
    }),
    text([x, y + 0.85, w, h - 0.85], lines.join('\n'), {
      size: theme.sizes.body + 2,
      minSize: 8,
      colour: on.ink,
      leading: 1.3,
      paragraphGap: 7,
      group: 'roadmap',
    }),
  ];
}

function builtLines({ spec, verification }: SlideContext): string[] {
  const passed = verification.gates.filter((gate) => gate.outcome === 'passed').length;
  return [
    spec.feature.name,
    `${countOf(spec.entities.length, 'kind')} of record: ${joinWords(spec.entities.slice(0, 4).map((entity) => entity.labelPlural))}${spec.entities.length > 4 ? ' and more' : ''}`,
    countOf(spec.pages.length, 'page'),
    verification.gates.length === 0
      ? 'Checks were not run'
      : `${String(passed)} of ${countOf(verification.gates.length, 'automatic check')} passed`,
  ];
}

function nextLines({ channels, spec }: SlideContext): string[] {
  return [
    'Talk to ten people before posting anything',
    `Post on ${joinWords(channels.slice(0, 3).map((channel) => channel.label))}`,
    ...(spec.pricing.plans.some((plan) => plan.amount === null) ? ['Decide on prices'] : []),
    'Fix what the first users trip over',
  ];
}

function laterLines(nonGoals: readonly string[]): string[] {
  return nonGoals.length > 0
    ? nonGoals.slice(0, 4)
    : ['Not known yet: what the second version adds. Let the first users decide.'];
}
