import { countOf, joinWords } from '../../text/shape-words.js';
import { type DeckContext, notes } from '../deck-context.js';
import { heading, rect, text } from '../slide-elements.js';
import { type Slide, type SlideElement } from '../slide-model.js';

/** What is there, what the next fourteen days hold, and what is left out on purpose. No dates are promised. */
export function roadmapSlide(context: DeckContext): Slide {
  const { spec, palette, verification, stack } = context;
  const columns: [string, string, string[]][] = [
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
    background: palette.paper,
    elements: [
      ...heading(palette, 'Roadmap', 'What is there, what comes next, what waits'),
      rect([0.92, 2.33, 11.66, 0.03], { fill: palette.line }),
      ...columns.flatMap(([when, title, lines], index) =>
        column(context, index, when, title, lines),
      ),
    ],
  };
}

function column(
  { palette }: DeckContext,
  index: number,
  when: string,
  title: string,
  lines: readonly string[],
): SlideElement[] {
  const x = 0.75 + index * 4.03;
  return [
    rect([x, 2.17, 0.34, 0.34], {
      fill: [palette.brandText, palette.accentText, palette.mute][index] ?? palette.ink,
      radius: 0.17,
    }),
    rect([x, 2.75, 3.77, 3.75], { fill: palette.soft, radius: palette.radius }),
    text([x + 0.28, 2.92, 3.21, 0.3], when, {
      size: 12,
      weight: 700,
      colour: palette.brandText,
      valign: 'middle',
    }),
    text([x + 0.28, 3.22, 3.21, 0.42], title, {
      size: 18,
      weight: 700,
      colour: palette.ink,
      valign: 'middle',
    }),
    text([x + 0.28, 3.8, 3.21, 2.5], lines.join('\n'), {
      size: 15,
      minSize: 8,
      colour: palette.mute,
      leading: 1.3,
      paragraphGap: 7,
      group: 'roadmap',
    }),
  ];
}

function builtLines({ spec, verification }: DeckContext): string[] {
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

function nextLines({ channels, spec }: DeckContext): string[] {
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
