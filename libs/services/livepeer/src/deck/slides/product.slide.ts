import { countOf } from '../../text/shape-words.js';
import { findScreenshot, mainScreenshot } from '../choose-screenshots.js';
import { notes, openSlide, type SlideContext, type SlideStage } from '../deck-context.js';
import { laptopIn, phoneIn, shotOn } from '../device-frame.js';
import { type Area, leftAndRight, rowsOf } from '../layout.js';
import { text } from '../slide-elements.js';
import { type Slide, type SlideElement } from '../slide-model.js';
import { card } from '../slide-parts.js';
import { drawWireframe } from '../wireframe/draw-wireframe.js';

/** What stands under a picture that was drawn because no browser was there to take one. */
export const plannedCaption = 'Rendered from the plan';

/** The running app on a laptop and a phone; without screenshots the main page drawn from the specification. */
export function productSlide(context: SlideContext): Slide {
  const { spec } = context;
  const slide = openSlide(context, 'wide', 'Product', 'What it looks like');
  const { elements, area, on } = slide.stage;
  const shots = shownShots(context);
  return {
    title: 'The product',
    notes: notes([
      ...(shots.desktop
        ? [
            'The pictures are screenshots of the running app with its demo data. Nobody in them is a customer.',
          ]
        : [
            `${plannedCaption}: the picture is drawn from the specification. ${context.screenshots?.reason ?? 'No screenshots of the running app were given.'} Replace it with a screenshot before you present.`,
          ]),
      ...spec.pages.map(
        (page) => `${page.title} (${page.path}${page.isPublic ? ', public' : ''}): ${page.purpose}`,
      ),
    ]),
    background: on.fill,
    elements: [
      ...elements,
      ...(shots.desktop ? devices(slide, area, shots) : drawing(slide, area)),
    ],
  };
}

function shownShots(context: SlideContext) {
  const roles = ['public', 'list', 'dashboard', 'landing'] as const;
  return {
    desktop: mainScreenshot(context),
    phone: findScreenshot(context, { device: 'phone', theme: 'light', roles }),
  };
}

function devices(
  slide: SlideStage,
  area: Area,
  { desktop, phone }: ReturnType<typeof shownShots>,
): SlideElement[] {
  const [x, y, w, h] = area;
  const facts = 3.25;
  const room = w - facts - 0.4;
  const laptop = laptopIn([x, y, phone ? room - 1.15 : room, h - 0.36]);
  const [left, top, width, height] = laptop.area;
  // The phone stands before the corner of the laptop.
  const pocket = phone && phoneIn([left + width - 0.55, top + height * 0.2, 1.75, height * 0.8]);
  return [
    ...laptop.elements,
    ...(desktop ? [shotOn(laptop.screen, desktop)] : []),
    ...caption(slide, [left, top, width - 0.6, height], y + h, desktop?.title ?? ''),
    ...(phone && pocket
      ? [
          ...pocket.elements,
          shotOn(pocket.screen, phone),
          ...caption(slide, pocket.area, y + h, phone.title),
        ]
      : []),
    ...captions(slide, [x + w - facts, y, facts, h]),
  ];
}

function drawing(slide: SlideStage, area: Area): SlideElement[] {
  const [picture, facts] = leftAndRight(area, 0.66);
  const [x, y, w, h] = picture;
  const laptop = laptopIn([x, y, w, h - 0.36]);
  return [
    ...laptop.elements,
    ...drawWireframe(slide, laptop.screen),
    ...caption(slide, laptop.area, y + h, plannedCaption),
    ...captions(slide, facts),
  ];
}

function caption(
  { stage }: SlideStage,
  [x, , w]: Area,
  bottom: number,
  content: string,
): SlideElement[] {
  return [
    text([x, bottom - 0.3, w, 0.3], content, {
      size: 11,
      minSize: 8,
      colour: stage.on.mute,
      align: 'center',
      valign: 'middle',
      leading: 1.1,
    }),
  ];
}

function captions(slide: SlideStage, area: Area): SlideElement[] {
  const { spec } = slide;
  const publicPages = spec.pages.filter((page) => page.isPublic).length;
  const facts = [
    {
      mark: 'layers',
      title: countOf(spec.pages.length, 'page'),
      body: publicPages === 0 ? 'All behind a sign-in' : `${String(publicPages)} open to visitors`,
    },
    {
      mark: spec.entities[0]?.icon ?? spec.brand.icon,
      title: `${countOf(spec.entities.length, 'kind')} of record`,
      body: 'Everyone sees only their own',
    },
    {
      mark: 'sparkles',
      title: spec.feature.name,
      body: spec.feature.usesModel
        ? 'With a language model, or by rules without one'
        : 'Works without a language model',
    },
  ];
  return rowsOf(area, facts.length, 0.18).flatMap((row, index) => {
    const fact = facts[index];
    return fact ? card(slide, row, { ...fact, titleSize: 15 }, 'fact') : [];
  });
}
