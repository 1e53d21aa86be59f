import { findScreenshot, mainScreenshot } from '../choose-screenshots.js';
import {
  leadingSentences,
  notes,
  openSlide,
  type SlideContext,
  type SlideStage,
} from '../deck-context.js';
import { laptopIn, shotOn } from '../device-frame.js';
import { type Area, rowsOf, split, topAndBottom } from '../layout.js';
import { text } from '../slide-elements.js';
import { type Slide, type SlideElement } from '../slide-model.js';
import { card, markOf } from '../slide-parts.js';

/** The feature that makes it this product, large; beside it the running app, or what it keeps track of. */
export function solutionSlide(context: SlideContext): Slide {
  const { spec, theme } = context;
  const slide = openSlide(context, 'side', 'Solution', spec.tagline);
  const { elements, area, on } = slide.stage;
  const [left, right] = split(area, 0.42, 0.38);
  const [summary, rest] = topAndBottom(right, 0.29, 0.12);
  const shot = findScreenshot(context, {
    device: 'desktop',
    theme: 'light',
    roles: ['dashboard', 'detail', 'list', 'landing'],
    except: [mainScreenshot(context)?.page ?? ''],
  });
  const laptop = shot ? laptopIn(right) : null;
  return {
    title: 'The solution',
    notes: notes([
      spec.summary,
      `${spec.feature.name}: ${spec.feature.description}`,
      spec.feature.usesModel
        ? 'This feature uses a language model when the founder sets a key, and works by rules without one.'
        : 'This feature needs no language model.',
      shot ? `The picture is a screenshot of the running app: ${shot.title} (${shot.page}).` : '',
    ]),
    background: on.fill,
    elements: [
      ...elements,
      ...feature(slide, left),
      ...(shot && laptop
        ? [...laptop.elements, shotOn(laptop.screen, shot)]
        : [
            text(summary, leadingSentences(spec.summary, 260), {
              size: theme.sizes.body + 2,
              minSize: 10,
              colour: on.ink,
              valign: 'middle',
            }),
            ...records(slide, rest),
          ]),
    ],
  };
}

function feature(slide: SlideStage, area: Area): SlideElement[] {
  const { spec, theme, stage } = slide;
  const { name, description, entity } = spec.feature;
  const { elements, inner, on } = stage.panel(area, true);
  const [x, y, w, h] = inner;
  const mark = spec.entities.find((entry) => entry.name === entity)?.icon ?? spec.brand.icon;
  // In a low box the icon stands beside the words, not above them.
  const isLow = w > 2.2 * h;
  const edge = isLow ? Math.min(0.9, h * 0.5) : Math.min(0.8, h * 0.24);
  const left = isLow ? edge + 0.3 : 0;
  const top = isLow ? 0 : edge + 0.2;
  const titleHeight = Math.min(0.95, h * 0.34);
  return [
    ...elements,
    ...markOf(slide, [x, y + 0.05, edge, edge], mark, on),
    text([x + left, y + top, w - left, titleHeight], name, {
      size: theme.sizes.lead + 6,
      minSize: 13,
      weight: 700,
      face: theme.face,
      colour: on.ink,
      leading: 1.16,
      valign: 'middle',
    }),
    text(
      [x + left, y + top + titleHeight + 0.1, w - left, h - top - titleHeight - 0.1],
      description,
      { size: theme.sizes.body + 2, minSize: 10, colour: on.ink },
    ),
  ];
}

/** What the app keeps track of: at most three kinds of record. */
function records(slide: SlideStage, area: Area): SlideElement[] {
  const shown = slide.spec.entities.slice(0, 3);
  return rowsOf(area, shown.length, 0.14).flatMap((row, index) => {
    const entity = shown[index];
    if (!entity) return [];
    const { labelPlural: title, description: body, icon: mark } = entity;
    return card(slide, row, { title, body, mark }, 'entity');
  });
}
